import Diagnostics
import Findings
import Foundation
import Reports
import Rules
import TestSupport
import Testing

@Suite("text reports, read by others")
struct InteropTests {
  private func file(
    _ format: any ReportFormat.Type,
    _ content: ReportContent,
    in folder: TemporaryFolder
  ) throws -> String {
    let bytes = try format.render(content, .init(language: .vi))
    return try folder.write(bytes, to: "r.\(format.name)")
  }

  private func contents() throws -> [ReportContent] {
    [
      try SamplePack.fullContent(), try SamplePack.hostileContent(),
      try SamplePack.typedContent(), ReportContent(run: try SamplePack.emptyRun()),
    ]
  }

  // MARK: CSV

  @Test("Python's csv reads as many cells in every row")
  func csv() throws {
    for content in try contents() {
      let folder = try TemporaryFolder()
      let text = try Foreign.python("csv_rows.py", file(CSVReport.self, content, in: folder))
      let rows = try JSONDecoder().decode([[String]].self, from: Data(text.utf8))
      #expect(Set(rows.map(\.count)).count == 1)
      #expect(rows.first?.first == "verdict")
      #expect(rows.first?.last == "fingerprint")
    }
  }

  @Test("LibreOffice opens CSV without a formula in it")
  func csvInOffice() throws {
    let folder = try TemporaryFolder()
    let csv = try file(CSVReport.self, try SamplePack.hostileContent(), in: folder)
    let sheet = try opened(csv, folder)
    #expect(sheet.formulas == 0 && sheet.links == 0)
    #expect(sheet.cells["A1"]?[1] == "verdict")
    #expect(sheet.cells["E2"]?[1] == "'=cmd|' /C calc'!A0")
  }

  @Test("LibreOffice computes a formula in CSV, if there is one")
  func formulaInOffice() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array("a,=1+1\r\n".utf8), to: "r.csv")
    #expect(try opened(file, folder).formulas == 1)
  }

  /// Opens a CSV file in LibreOffice, in UTF-8 and with formulas evaluated.
  private func opened(_ csv: String, _ folder: TemporaryFolder) throws -> WorkbookTests.Sheet {
    let filter = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true"
    try Foreign.office(csv, to: "xlsx", in: folder.path, reading: filter)
    let text = try Foreign.python("workbook_facts.py", folder.path("r.xlsx"))
    let facts = try JSONDecoder().decode(WorkbookTests.Facts.self, from: Data(text.utf8))
    return try #require(facts.openpyxl.values.first)
  }

  // MARK: SARIF

  @Test("SARIF keeps the official schema")
  func schema() throws {
    let schema = Foreign.fixture("sarif-schema-2.1.0.json")
    for content in try contents() {
      let folder = try TemporaryFolder()
      let log = try file(SARIFReport.self, content, in: folder)
      #expect(try Foreign.python("sarif_errors.py", schema, log) == "")
    }
  }

  @Test("the schema is one that refuses what is wrong")
  func schemaRefuses() throws {
    let folder = try TemporaryFolder()
    let log = try file(SARIFReport.self, try SamplePack.fullContent(), in: folder)
    let level = "\"level\": \"error\""
    let wrong = try folder.read("r.sarif").replacing(level, with: "\"level\": \"high\"")
    _ = try folder.write(Array(wrong.utf8), to: "wrong.sarif")
    let schema = Foreign.fixture("sarif-schema-2.1.0.json")
    #expect(try Foreign.python("sarif_errors.py", schema, log) == "")
    #expect(try Foreign.python("sarif_errors.py", schema, folder.path("wrong.sarif")) != "")
  }

  @Test("sarif-tools counts the results by level")
  func sarifTools() throws {
    let folder = try TemporaryFolder()
    let log = try file(SARIFReport.self, try SamplePack.fullContent(), in: folder)
    let summary = try Foreign.tool("sarif", "summary", log)
    let run = try SamplePack.fullRun()
    // The gravest are the violations of the one critical rule; one that is gone since is none.
    let critical = run.obligations.count {
      $0.verdict.isViolation && $0.id.rule.text == "bao-cao-thang"
    }
    #expect(summary.contains("error: \(critical)\n"), "\(summary)")
  }

  // MARK: JUnit

  struct Suite: Decodable {
    let suite: String
    let counts: [Int]
    let cases: [[String]]
    let messages: [String?]
  }

  @Test("junitparser finds a suite a unit and a case an obligation")
  func junit() throws {
    for content in try contents() {
      let folder = try TemporaryFolder()
      let text = try Foreign.python("junit_facts.py", file(JUnitReport.self, content, in: folder))
      let suites = try JSONDecoder().decode([Suite].self, from: Data(text.utf8))
      let run = content.run
      #expect(suites.map(\.cases.count).reduce(0, +) == run.obligations.count)
      for suite in suites {
        let kinds = suite.cases.map { $0.count > 2 ? $0[2] : "" }
        let counted = ["failure", "error", "skipped"].map { kind in kinds.count { $0 == kind } }
        #expect(suite.counts == [suite.cases.count] + counted)
      }
      let failures = suites.map { $0.counts[1] }.reduce(0, +)
      let errors = suites.map { $0.counts[2] }.reduce(0, +)
      #expect(failures == run.obligations.count(where: \.verdict.isViolation))
      #expect(errors == run.obligations.count(where: \.verdict.isUndecided))
    }
  }
}
