import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("binding: mistakes in packs")
struct BindingMistakeTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    let body: String
    var by = "{each: g}"
    let want: String
    var testDescription: String { body }
  }

  static let mistakes: [Mistake] = [
    .init(body: "ratio: {of: o, that: p, at_least: 50%}", want: "unit column"),
    .init(body: "ratio: {of: d, unit: z, that: p, at_least: 50%}", want: "'z'"),
    .init(body: "ratio: {of: d, unit: k, that: p, at_least: 50%}", want: "type 'unit'"),
    .init(body: "ratio: {of: d, that: p}", want: "at_least"),
    .init(body: "ratio: {of: d, that: p, at_least: 50%, at_most: 60%}", want: "at_least"),
    .init(body: "ratio: {of: d, that: p, at_least: 150%}", want: "100%"),
    .init(body: "ratio: {of: d, at_least: 50%}", want: "that"),
    .init(body: "ratio: {of: dd, that: p, at_least: 50%}", want: "dd"),
    .init(body: "ratio: {of: d, that: pp, at_least: 50%}", want: "pp"),
    .init(body: "ratio: {of: d, that: k, at_least: 50%}", want: ""),
    .init(body: "ratio: {of: d, that: p, at_least: 50%, during: day}", want: "during"),
    .init(body: "ratio: {of: d, that: p, at_least: 50%, if_empty: met}", want: "met"),
    .init(body: "ratio: {of: d, that: p, at_least: 50%, whre: w}", want: "whre"),
    .init(body: "ratio: {of: d, that: due == day, at_least: 50%}", want: "due"),
    .init(body: "ratio: {of: d, that: period_start == day, at_least: 50%}", want: "period_start"),
    .init(body: "ratio: {of: d, exclude: [{where: w}], that: p, at_least: 50%}", want: "reason"),
    .init(body: "due: {by: 2026-06-30}\nevidence: {of: d}", want: "done_at"),
    .init(body: "due: {by: 2026-06-30}\nevidence: {of: d, done_at: k}", want: "date"),
    .init(
      body: "due: {by: 2026-06-30}\nevidence: {of: d, done_at: day, period: m}",
      want: "period"
    ),
    .init(
      body: "due: {by: 2026-06-30}\nevidence: {of: d, done_at: day, at_least: 0}",
      want: "at_least"
    ),
    .init(
      body: "every: month\ndue: {by: end}\nevidence: {of: d, done_at: day, period: q}",
      want: "month"
    ),
    .init(body: "records: {of: d}", want: "require"),
    .init(body: "records: {of: d, complete: [x]}", want: "'x'"),
    .init(body: "records: {of: d, require: [{message: x}]}", want: "that"),
    .init(body: "unique: {of: d}", want: "key"),
    .init(body: "reference: {of: d, column: k, in: e}", want: "'e'"),
    .init(body: "reference: {of: d, column: k, in: e.x}", want: "'x'"),
    .init(body: "reference: {of: d, column: k, in: e.n}", want: "'k'"),
    .init(body: "measure: {of: d, at_least: 5}", want: "count"),
    .init(body: "measure: {of: d, count: rows, sum: n, at_least: 5}", want: "count"),
    .init(body: "measure: {of: d, sum: k, at_least: 5}", want: "number"),
    .init(body: "measure: {of: d, count: rows}", want: "at_least"),
    .init(body: "compare: {left: {of: d, count: rows}}", want: "right"),
    .init(
      body: "compare: {left: {of: o, count: rows}, right: {of: d, count: rows}}",
      want: "unit column"
    ),
    .init(
      body: "compare: {left: {of: d, count: rows}, right: {of: e, count: rows}, unit: uu}",
      want: "'uu'"
    ),
    .init(
      body: "compare: {left: {of: d, count: rows}, right: {of: e, count: rows}, unit: k}",
      want: "unit"
    ),
    .init(
      body: "compare: {left: {of: d, count: rows}, right: {of: e, count: rows}, tolerance: -1}",
      want: "-1"
    ),
    .init(
      body: "compare: {left: {of: d, count: rows}, right: {of: o, where: v == unit, count: rows}}",
      want: "unit"
    ),
    .init(body: "cover: {expected: {of: d, key: k}, actual: {of: e, key: [k, m]}}", want: "key"),
    .init(body: "cover: {expected: {of: d, key: k}, actual: {of: e, key: n}}", want: "'k'"),
    .init(body: "cover: {expected: {of: o, key: k}, actual: {of: e, key: k}}", want: "unit column"),
    .init(
      body: "cover: {expected: {of: d, key: k}, actual: {of: o, key: k, where: v == unit}}",
      want: "unit"
    ),
    .init(body: "fresh: {of: d, updated: day}", want: "within"),
    .init(body: "fresh: {of: d, updated: k, within: 7 days}", want: "date"),
    .init(body: "records: {of: d, where: {kk: K}, require: p}", want: "kk"),
    .init(body: "records: {of: d, where: {i: x}, require: p}", want: ""),
    .init(body: "records: {of: d, where: {u: x}, require: p}", want: "x"),
  ]

  @Test("mistakes of a pack are refused before any data are read", arguments: mistakes)
  func mistakesAreRefused(_ example: Mistake) async throws {
    let scene = Scene(rule(example.body, by: example.by))
    let refusal = try await scene.refusal()
    #expect(!refusal.isEmpty)
    #expect(refusal.joined(separator: "\n").contains(example.want))
  }

  @Test("a mistake in a rule that is not selected is refused too, and all are reported")
  func allMistakes() async throws {
    let yaml = """
      rules:
        - {id: r1, title: R, clause: kh/A, responsible: a, records: {of: d, require: ppp}}
        - {id: r2, title: R, clause: kh/A, responsible: a, records: {of: ddd, require: p}}
        - {id: r3, title: R, clause: kh/A, responsible: a, records: {of: d, require: p}}

      """
    var scene = Scene(yaml)
    scene.selection.rules = [RuleID("r3")]
    let refusal = try await scene.refusal()
    #expect(refusal.count == 2)
  }

  @Test("a period column under weeks and half-years is refused once, with what to write")
  func periodsWithoutColumns() async throws {
    let body = { (every: String, column: String) in
      "every: \(every)\ndue: {by: end}\nevidence: {of: d, period: \(column), done_at: day}"
    }
    for every in ["week", "half_year"] {
      for column in ["m", "t", "none"] {
        let refusal = try await Scene(rule(body(every, column))).refusal()
        #expect(
          refusal == [
            "wrong-column-type: 'period' cannot stand under 'every: \(every)': no type of column holds "
              + "such periods"
          ]
        )
      }
      let without = rule("every: \(every)\ndue: {by: end}\nevidence: {of: d, done_at: day}")
      #expect(try await Scene(without).refusal().isEmpty)
    }
    #expect(try await Scene(rule(body("quarter", "q"))).refusal().isEmpty)
    #expect(try await Scene(rule(body("quarter", "m"))).refusal().count == 1)
  }

  @Test("a rule without a check ends the run, and never lends its place to another rule's check")
  func unbound() async throws {
    let yaml =
      rule("every: month\ndue: {by: 10, months_after: 1}\nevidence: {of: d, done_at: day}", id: "a")
      + rule("records: {of: d, require: p}", id: "b").split(separator: "\n").dropFirst()
      .map { $0 + "\n" }.joined()
    let scene = Scene(yaml, ["d.csv": table("u,day,p|a,2026-10-31,1")])
    var sink = DiagnosticSink()
    let pack = PackLoader.load(
      files: [PackFile(path: "pack.yaml", text: scene.base + yaml)],
      folder: "p",
      into: &sink
    )
    #expect(sink.hasErrors)
    let error = try await #require(throws: DiagnosticsError.self) { try await scene.run(pack) }
    #expect(error.diagnostics.map(\.id) == [.missingCheck])
    #expect(error.diagnostics.first?.message.en.contains("rule 'a' cannot be made") ?? false)
  }
}
