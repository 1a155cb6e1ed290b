import Diagnostics
import Foundation
import Linting
import Testing

@Suite("examples of suspicions")
struct ExampleTests {
  /// What a piece of a pack can show; how tests count is shown by the program's own tests.
  static let shown = DiagnosticID.allCases.filter { $0.isSuspicion && $0 != .untestedViolation }

  @Test("a sound pack gives rise to no suspicion")
  func sound() throws {
    let report = try SmallPack.lint()
    #expect(report.openIDs == [], "\(report.text())")
    #expect(report.isWhole)
    #expect(report.exitCode(isStrict: true) == 0)
  }

  @Test("an example gives its warning and no other, and put right it gives none", arguments: shown)
  func example(_ id: DiagnosticID) throws {
    let report = try SmallPack.lint(id.explanation.example)
    #expect(Set(report.openIDs) == [id], "\(report.text())")
    #expect(report.exitCode(isStrict: false) == 0)
    #expect(report.exitCode(isStrict: true) == 1)
    let corrected = try #require(id.explanation.corrected)
    let left = try SmallPack.lint(corrected)
    #expect(left.openIDs == [], "\(left.text())")
  }

  @Test("warnings read as they were looked at by people", arguments: Language.allCases)
  func texts(_ language: Language) throws {
    var text = ""
    for id in Self.shown {
      text +=
        "## \(id.rawValue)\n\(try SmallPack.lint(id.explanation.example).text(.text, language))\n"
    }
    try Golden.expect(text, "suspicions.\(language.rawValue).txt")
  }

  @Test("every warning has its place, a note and a way out")
  func places() throws {
    for id in Self.shown {
      for finding in try SmallPack.lint(id.explanation.example).findings where finding.isOpen {
        #expect(finding.diagnostic.range != nil, "\(id)")
        #expect(finding.diagnostic.help != nil, "\(id)")
        #expect(!finding.diagnostic.notes.isEmpty, "\(id)")
      }
    }
  }

  @Test("an error ends the search, and cannot be explained away")
  func errors() throws {
    let report = try SmallPack.lint(
      """
      # lint: unknown-key: vì thế
      units: [{id: x, name: X, nmae: Y}]
      datasets: [{id: thua, file: thua.csv, columns: {ma: {}}}]
      """
    )
    #expect(report.openIDs == [.unknownKey])
    #expect(!report.isWhole)
    #expect(report.exitCode(isStrict: false) == 3)
  }
}

@Suite("registry of lints")
struct RegistryTests {
  @Test("every file of the folder is in the registry, and every suspicion has a lint")
  func complete() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Linting/Lints")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { $0.replacing(".swift", with: "") }.sorted()
    let registered = LintRegistry.all.map { "\(type(of: $0))" }.sorted()
    #expect(files == registered)
    let ids = LintRegistry.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    let suspicions = DiagnosticID.allCases.filter(\.isSuspicion)
    #expect(
      Set(ids).union([.idleAcknowledgement]) == Set(suspicions).union([.calendarYearMissing])
    )
  }
}
