import CivilTime
import Diagnostics
import Engine
import Findings
import Foundation
import Rules
import TestSupport
import Testing

/// A column that a dump does not have is absent (§13.15), but nobody looked: that is never met.
@Suite("columns that a dump does not have")
struct MissingColumnTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: String
    let tables: [String: String]
    let expected: String

    init(_ description: String, _ check: String, _ tables: [String: String], _ expected: String) {
      testDescription = description
      self.check = check
      self.tables = tables
      self.expected = expected
    }
  }

  static let cases: [Case] = [
    .init(
      "records that only seem met",
      "records: {of: d, require: \"!has(n) || n > 0\"}",
      ["d.csv": "u|a"],
      "a no_data unknown_rows"
    ),
    .init(
      "the same records with the column",
      "records: {of: d, require: \"!has(n) || n > 0\"}",
      ["d.csv": "u,n|a,"],
      "a met"
    ),
    .init(
      "a population that the missing column leaves empty",
      "records: {of: d, where: has(n), require: n > 0}",
      ["d.csv": "u|a"],
      "a no_data unknown_rows"
    ),
    .init(
      "a share that only seems reached",
      "ratio: {of: d, that: \"!has(day)\", at_least: 100%}",
      ["d.csv": "u|a"],
      "a no_data unknown_rows"
    ),
    .init(
      "before the deadline it is open",
      "due: {by: 2026-12-31}\nrecords: {of: d, require: \"!has(n) || n > 0\"}",
      ["d.csv": "u|a"],
      "a pending"
    ),
    .init(
      "what the missing column shows not reached stays so, with a warning",
      "ratio: {of: d, that: has(n), at_least: 100%}",
      ["d.csv": "u|a"],
      "a failed"
    ),
    .init(
      "one of two files lacks it",
      "records: {of: d, require: \"!has(n) || n > 0\"}",
      ["d1.csv": "u,n|a,1", "d2.csv": "u|a"],
      "a no_data unknown_rows"
    ),
    .init(
      "a column that the check does not read changes nothing",
      "records: {of: d, require: p}",
      ["d.csv": "u,p|a,1"],
      "a met"
    ),
  ]

  @Test("are never met", arguments: cases)
  func verdicts(_ c: Case) async throws {
    let scene = Scene(rule(c.check, by: "{each: [a]}"), c.tables.mapValues(table))
    let run = try await scene.run()
    #expect(run.outcome == c.expected)
    #expect(run.obligations.allSatisfy { !$0.verdict.isUndecided } || run.exitCode == 2)
  }

  @Test("a dump that ends before the as-of date is named, though it may prove what is there")
  func stale() async throws {
    var scene = Scene(
      rule("due: {by: 2026-12-31}\nratio: {of: d, that: p, at_least: 100%}", by: "a"),
      ["d.csv": table("u,p|a,1"), "dump.yaml": "covers_until: {d: 2026-11-19}"]
    )
    let early = try await scene.run()
    #expect(early.outcome == "a met")
    #expect(early.warnings.map(\.en).contains { $0.hasPrefix("“d”: complete up to") })
    scene.files["dump.yaml"] = Array("covers_until: {d: 2026-11-20}".utf8)
    #expect(try await scene.run().warnings.isEmpty)
  }

  @Test("a lapsed waiver is named only where all its units were judged")
  func waivers() async throws {
    let yaml =
      rule("due: {by: 2026-06-30}\nevidence: {of: d, done_at: day}") + """
        waivers:
          - {id: w, rule: r, units: [a, b], effect: exempt, reason: x, document: y,
             approved_by: z, approved_on: 2026-01-01, valid: {from: 2026-01-01, to: 2026-01-31}}
        """
    var scene = Scene(yaml, ["d.csv": table("u,day|a,2026-06-01")])
    #expect(try await scene.run().warnings.count == 1)
    scene.selection.units = [0]
    #expect(try await scene.run().warnings.isEmpty)
  }

  @Test("a repeated key names the earlier row")
  func earlier() async throws {
    let scene = Scene(
      rule("unique: {of: d, key: t}", by: "a"),
      ["d.csv": table("u,t|a,x|a,y|a,x|a,x")]
    )
    let evidence = try #require(try await scene.run().obligations.first).evidence
    #expect(evidence.map(\.row) == [4, 5])
    #expect(evidence.allSatisfy { $0.note?.en.contains("→ d.csv:2") ?? false })
  }

  @Test("figures of a comparison read as each language writes numbers")
  func figures() async throws {
    let scene = Scene(
      rule("compare: {left: {of: d, sum: n}, right: {of: e, sum: n}}", by: "a"),
      ["d.csv": table("u,n|a,8.781"), "e.csv": table("u,n|a,\"8.730,9\"")]
    )
    let note = try #require(try await scene.run().obligations.first?.evidence.first?.note)
    #expect(note.vi.contains("báo cáo: 8.781; theo dữ liệu: 8.730,9"))
    #expect(note.en.contains("reported: 8,781; records say: 8,730.9"))
  }

  @Test("a dump that changes before its cells are read again makes the run incomplete")
  func changedLater() async throws {
    let yaml =
      rule("records: {of: d, require: p}", by: "a") + """
          - {id: s, title: Quy tắc, clause: kh/A, responsible: a, records: {of: e, require: p}}
        """
    let pack = try Scene(yaml).pack()
    let folder = try TemporaryFolder()
    try folder.write(Array("u,p\na,0\n".utf8), to: "d.csv")
    try folder.write(Array("u,p\na,1\n".utf8), to: "e.csv")
    let today = try #require(CivilDate(iso: "2026-11-20"))
    let options = RunOptions(dataFolder: folder.path, today: today)
    let path = folder.path
    let run = try await Evaluator.run(
      rules: pack.ruleSet,
      sources: pack.sources,
      options: options,
      progress: { progress in
        guard progress.dataset.text == "e" else { return }
        // In place: a file that is replaced by renaming stays readable as it was.
        let file = FileHandle(forWritingAtPath: path + "/d.csv")
        file?.truncateFile(atOffset: 0)
        file?.write(Data("u,p,more\na,1,x\nb,1,y\n".utf8))
      }
    )
    #expect(run.dataErrors.contains { $0.file == "d.csv" })
    #expect(run.exitCode == 2)
  }
}
