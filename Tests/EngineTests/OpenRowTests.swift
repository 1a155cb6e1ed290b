import Diagnostics
import Findings
import Testing

/// Which cell is named where a row leaves an obligation undecided.
@Suite("undecided rows")
struct OpenRowTests {
  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let body: String
    let rows: String
    /// What each line of evidence names, as `line column value`, and why.
    let named: [String]
    let why: String
    var asOf = "2026-11-20"
    var bearer = "a"
  }

  static let empty = "undecided, because the cell is empty"
  static let other =
    "undecided: a key leads to no row of another dataset, to several, or to an empty or wrong cell "
    + "there; or an expression has no value"
  static let unreadable = "undecided, because the cell cannot be read"

  static let examples: [Example] = [
    .init(
      testDescription: "the condition's empty cell, not the faultless date",
      body: "due: {by: 2026-06-30}\nevidence: {of: d, where: k == 'K', done_at: day}",
      rows: "u,k,day|a,,2026-06-01",
      named: ["2 k "],
      why: empty + "; day = \"2026-06-01\""
    ),
    .init(
      testDescription: "of a count, which shows no column of its own",
      body: "measure: {of: d, where: k == 'K', count: rows, at_least: 2}",
      rows: "u,k|a,K|a,",
      named: ["3 k "],
      why: empty
    ),
    .init(
      testDescription: "an unreadable cell before an empty one",
      body: "ratio: {of: d, where: w, that: n > 1, at_least: 100%}",
      rows: "u,w,n|a,,1.23",
      named: ["2 n 1.23"],
      why: unreadable + "; w = \"\""
    ),
    .init(
      testDescription: "not the cell of which only the presence is asked",
      body: "records: {of: d, require: (!has(k) || k == 'K') && n > 0}",
      rows: "u,k,n|a,,",
      named: ["2 n "],
      why: empty + "; k = \"\""
    ),
    .init(
      testDescription: "nor the one that lawfully is empty where the calendar is at fault",
      body:
        "ratio: {of: d, that: '(has(k) && k == \"L\") || workdays(day, as_of) <= 3', at_least: 100%}",
      rows: "u,k,day|a,,2025-12-25",
      named: ["2 day 2025-12-25"],
      why: "undecided: the pack's calendar does not hold 2025; tell the author of the rules",
      asOf: "2026-01-02"
    ),
    .init(
      testDescription: "nor a date from which no working days are counted",
      body: "ratio: {of: d, where: year(day) < 2000, "
        + "that: 'i % (i - i) == 0 || workdays(as_of, as_of) > 5', at_least: 100%}",
      rows: "u,day,i|a,1980-02-01,5",
      named: ["2 i 5"],
      why: Self.other
    ),
    .init(
      testDescription: "but an unreadable one of those is",
      body: "records: {of: d, require: has(day) && p}",
      rows: "u,day,p|a,31/11/2026,1",
      named: ["2 day 31/11/2026"],
      why: unreadable
    ),
    .init(
      testDescription: "a row of no unit",
      body: "records: {of: d, require: p}",
      rows: "u,p|,0|a,1",
      named: ["2 u "],
      why: empty,
      bearer: "{each: [a]}"
    ),
    .init(
      testDescription: "a year without a calendar is the author's to mend",
      body: "records: {of: d, require: 'workdays(day, as_of) <= 3'}",
      rows: "u,day|a,2025-12-25",
      named: ["2 day 2025-12-25"],
      why: "undecided: the pack's calendar does not hold 2025; tell the author of the rules",
      asOf: "2026-01-02"
    ),
    .init(
      testDescription: "an as-of date beyond the calendar",
      body: "records: {of: d, require: 'workdays(day, as_of) <= 3'}",
      rows: "u,day|a,2026-12-31",
      named: ["2 day 2026-12-31"],
      why: "undecided: the pack's calendar does not hold 2027; tell the author of the rules",
      asOf: "2027-01-02"
    ),
    .init(
      testDescription: "the newest date in a year without a calendar",
      body: "fresh: {of: d, updated: day, within: 4 working days}",
      rows: "u,day|a,2025-12-25",
      named: ["2 day 2025-12-25"],
      why: "undecided: the pack's calendar does not hold 2025; tell the author of the rules",
      asOf: "2026-01-02"
    ),
    .init(
      testDescription: "a value that cannot be worked out, of cells that can all be read",
      body: "records: {of: d, require: i % (i - i) == 0}",
      rows: "u,i|a,5",
      named: ["2 i 5"],
      why: Self.other
    ),
  ]

  @Test("the cell that has to be mended is named", arguments: examples)
  func named(_ example: Example) async throws {
    var scene = Scene(rule(example.body, by: example.bearer), ["d.csv": table(example.rows)])
    scene.asOf = example.asOf
    scene.base = Scene.base.replacing("to: 2026-12-31}", with: "to: 2027-12-31}")
    let obligation = try #require(try await scene.run().obligations.first)
    #expect(obligation.verdict.isUndecided)
    let evidence = obligation.evidence
    #expect(
      evidence.map { "\($0.row ?? 0) \($0.column ?? "-") \($0.value)" } == example.named
    )
    #expect(evidence.first?.note?.en.hasPrefix(example.why) ?? false, "\(evidence)")
  }
}
