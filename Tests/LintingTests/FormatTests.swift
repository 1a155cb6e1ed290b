import Diagnostics
import Foundation
import Linting
import Testing

@Suite("formats of a lint report")
struct FormatTests {
  private static let yaml = """
    datasets:
      - {id: thừa, file: a.csv, columns: {ma: {}}}
      - {id: nua, file: b.csv, columns: {ma: {}}}   # lint: unused-dataset: 100%, để lưu
    """

  private func object(_ format: LintFormat) throws -> [String: Any] {
    let bytes = format.render(try SmallPack.lint(Self.yaml), .vi)
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test("SARIF holds what version 2.1.0 requires, with places in code points")
  func sarif() throws {
    let log = try object(.sarif)
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    let run = try #require(runs.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let tool = try #require(run["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "check lint")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 2)
    for result in results {
      let message = try #require(result["message"] as? [String: Any])
      #expect((message["text"] as? String)?.isEmpty == false)
      #expect(["error", "warning", "note", "none"].contains(result["level"] as? String ?? ""))
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      let locations = try #require(result["locations"] as? [[String: Any]])
      let place = try #require(locations.first?["physicalLocation"] as? [String: Any])
      let artifact = try #require(place["artifactLocation"] as? [String: Any])
      #expect(artifact["uri"] as? String == "p/b0.yaml")
      let region = try #require(place["region"] as? [String: Any])
      let start = try #require(region["startColumn"] as? Int)
      let end = try #require(region["endColumn"] as? Int)
      #expect(region["startLine"] as? Int ?? 0 >= 1 && start >= 1 && start < end)
    }
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        #expect((rule[key] as? [String: Any])?["text"] is String, "\(key)")
      }
    }
    let known = results.compactMap { $0["suppressions"] as? [[String: Any]] }
    #expect(known.count == 1)
    #expect(known.first?.first?["kind"] as? String == "inSource")
  }

  @Test("a path of other letters is escaped in SARIF")
  func escapedPath() throws {
    let report = LintReport.sample(file: "/luật xã/a%.yaml")
    #expect(report.text(.sarif).contains(#""uri": "file:///lu%E1%BA%ADt%20x%C3%A3/a%25.yaml""#))
  }

  @Test("JSON holds the place, the notes and the reason of every finding")
  func json() throws {
    let report = try object(.json)
    #expect(report["schema"] as? String == "check-lint/1")
    let summary = try #require(report["summary"] as? [String: Any])
    #expect(summary["warnings"] as? Int == 1)
    #expect(summary["known"] as? Int == 1)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.map { $0["line"] as? Int } == [2, 3])
    #expect(findings.map { $0["column"] as? Int } == [10, 10])
    #expect(findings.map { $0["length"] as? Int } == [4, 3])
  }

  @Test("GitHub commands escape what would end them")
  func github() throws {
    let report = LintReport.sample(file: "a,b:c.yaml")
    #expect(
      report.text(.github)
        == "::warning file=a%2Cb%3Ac.yaml,line=1,col=2,endColumn=5,title=tab::50%25%0Anext%0Ahelp\n"
    )
  }

  @Test("the same pack gives the same bytes", arguments: LintFormat.allCases)
  func deterministic(_ format: LintFormat) throws {
    let first = format.render(try SmallPack.lint(Self.yaml), .vi)
    let second = format.render(try SmallPack.lint(Self.yaml), .vi)
    #expect(first == second && !first.isEmpty)
  }
}

extension LintReport {
  /// A report of one warning in a file.
  fileprivate static func sample(file: String) -> LintReport {
    let start = SourceLocation(file: file, line: 1, column: 2)
    let warning = Diagnostic(
      .tab,
      severity: .warning,
      Phrase(verbatim: "50%"),
      at: SourceRange(start: start, length: 3),
      notes: [Phrase(verbatim: "next")],
      help: Phrase(verbatim: "help")
    )
    return LintReport(findings: [LintFinding(diagnostic: warning, reason: nil)])
  }
}
