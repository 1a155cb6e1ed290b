import Findings
import Foundation
import Reports
import Rules
import Testing
import VietnameseText

@testable import Mail

/// Looks up, in the dumps themselves, every row that the commune's pack would show to a unit.
@Suite("rows that are mailed")
struct MailedRowsTests {
  @Test("no unit is shown a row of the samples that names another unit and not itself")
  func foreign() async throws {
    let run = try await JudgedSamplesTests.whole.value
    let register = run.rules.units
    var names: [String: UnitID] = [:]
    for unit in register {
      for name in [unit.name] + unit.aliases { names[NameFolding.fold(name)] = unit.id }
    }
    let owners = RowOwners(run.rules)
    var shown = 0
    var hidden = 0
    for unit in register {
      let places = run.obligations.indices.filter { run.obligations[$0].id.unit == unit.id }
      let part = ReportContent(run: run).part(of: unit.id, places, owners)
      for (place, obligation) in zip(places, part.run.obligations) {
        hidden += run.obligations[place].evidence.count - obligation.evidence.count
        for evidence in obligation.evidence {
          shown += 1
          let named = try Self.cells(evidence).compactMap { names[NameFolding.fold($0)] }
          #expect(
            named.isEmpty || named.contains(unit.id),
            "\(unit.id): \(evidence.file):\(evidence.row ?? 0)"
          )
        }
      }
    }
    #expect(shown > 30 && hidden > 10, "there was something to look up: \(shown), \(hidden)")
  }

  /// The cells of a record that stands in one line, quotes taken off.
  private static func cells(_ evidence: Evidence) throws -> [String] {
    let path = CommittedSamplesTests.path("samples") + "/" + evidence.file
    let lines = try String(contentsOfFile: path, encoding: .utf8).replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines[try #require(evidence.row) - 1]
    return line.split { ",;\t".contains($0) }.map { $0.trimmingCharacters(in: ["\"", " "]) }
  }
}
