import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("ratio")
struct RatioTests {
  static let half = "ratio: {of: d, that: p, at_least: 50%}"
  static let all = "ratio: {of: d, where: w, that: p, at_least: 100%}"
  static let few = "ratio: {of: d, that: p, at_most: 50%}"

  static let cases: [Case] = [
    .init("none of one", half, ["d": "u,p|a,0"], "a failed", figures: "0 1 0 0 0"),
    .init("exactly half", half, ["d": "u,p|a,1|a,0"], "a met", figures: "1 1 0 0 0"),
    .init("just below half", half, ["d": "u,p|a,1|a,0|a,0"], "a failed"),
    .init("unknown may tip it", half, ["d": "u,p|a,1|a,0|a,"], "a no_data unknown_rows"),
    .init(
      "unknown cannot reach it",
      half,
      ["d": "u,p|a,|a,0|a,0"],
      "a failed",
      figures: "0 2 1 0 0"
    ),
    .init("unknown cannot spoil it", half, ["d": "u,p|a,1|a,"], "a met"),
    .init(
      "nobody at all",
      half,
      by: "{each: g}",
      ["d": "u,p|a,1"],
      "a met; b no_data empty_population"
    ),
    .init(
      "a row of no unit may tip it",
      half,
      by: "{each: g}",
      ["d": "u,p|a,1|a,0|,0|b,1"],
      "a no_data unknown_rows; b met"
    ),
    .init(
      "a row of no unit alone is perhaps nobody",
      half,
      by: "{each: g}",
      ["d": "u,p|,1"],
      "a no_data unknown_rows; b no_data unknown_rows",
      figures: "0 0 0 1 0"
    ),
    .init("where false takes a row out", all, ["d": "u,w,p|a,1,1|a,0,0"], "a met"),
    .init(
      "where unknown and that true",
      all,
      ["d": "u,w,p|a,1,1|a,,1"],
      "a met",
      figures: "1 0 0 1 0"
    ),
    .init("where unknown and that false", all, ["d": "u,w,p|a,1,1|a,,0"], "a no_data unknown_rows"),
    .init("perhaps nobody", all, ["d": "u,w,p|a,,1"], "a no_data unknown_rows"),
    .init("at most: exactly half", few, ["d": "u,p|a,1|a,0"], "a met"),
    .init("at most: above half", few, ["d": "u,p|a,1|a,1|a,0"], "a failed"),
    .init("at most: unknown may tip it", few, ["d": "u,p|a,1|a,0|a,"], "a no_data unknown_rows"),
    .init("at most: unknown cannot", few, ["d": "u,p|a,1|a,0|a,0|a,"], "a met"),
    .init(
      "if_empty not_applicable",
      "ratio: {of: d, where: w, that: p, at_least: 50%, if_empty: not_applicable}",
      ["d": "u,w,p|a,0,1"],
      "a not_applicable"
    ),
    .init(
      "if_empty failed",
      "ratio: {of: d, where: w, that: p, at_least: 50%, if_empty: failed}",
      ["d": "u,w,p|a,0,1"],
      "a failed"
    ),
    .init(
      "if_empty is not asked of an empty dataset",
      "ratio: {of: d, where: w, that: p, at_least: 50%, if_empty: not_applicable}",
      ["d": "u,w,p"],
      "a no_data empty_dataset"
    ),
    .init(
      "if_empty is asked of one that may be empty",
      "ratio: {of: z, where: w, that: p, at_least: 50%, if_empty: failed}",
      ["z": "u,w,p"],
      "a failed"
    ),
    .init(
      "a target before its date",
      "due: {by: 2026-11-20}\n\(half)",
      ["d": "u,p|a,0"],
      "a pending",
      figures: "0 1 0 0 0"
    ),
    .init(
      "a target after its date has no days late",
      "due: {by: 2026-11-19}\n\(half)",
      ["d": "u,p|a,0"],
      "a failed"
    ),
    .init(
      "a target before its date, unknown",
      "due: {by: 2026-11-20}\n\(half)",
      ["d": "u,p|a,"],
      "a pending"
    ),
    .init(
      "a target before its date, nobody",
      "due: {by: 2026-11-20}\n\(half)",
      ["d": "u,p"],
      "a pending"
    ),
    .init(
      "a target before its date, no file",
      "due: {by: 2026-11-20}\n\(half)",
      [:],
      "a no_data missing_dataset"
    ),
    .init("reached before its date", "due: {by: 2026-12-31}\n\(half)", ["d": "u,p|a,1"], "a met"),
    .init("reached late reads met", "due: {by: 2026-11-19}\n\(half)", ["d": "u,p|a,1"], "a met"),
  ]

  static let during = "every: month\ndue: {by: end}\neffective: {from: 2026-10-01}\n"
  static let periods: [Case] = [
    .init(
      "rows fall to the month of their date",
      during + "ratio: {of: d, that: p, at_least: 100%, during: day}",
      ["d": "u,p,day|a,1,2026-10-31|a,0,2026-11-01"],
      "a 2026-10 met; a 2026-11 pending"
    ),
    .init(
      "a row without a date is perhaps any month's",
      during + "ratio: {of: d, that: p, at_least: 100%, during: day}",
      ["d": "u,p,day|a,1,2026-10-31|a,0,"],
      "a 2026-10 no_data unknown_rows; a 2026-11 pending"
    ),
    .init(
      "a row of the future does not count",
      during + "ratio: {of: d, that: p, at_least: 100%, during: day}",
      ["d": "u,p,day|a,1,2026-10-31|a,1,2026-11-20|a,0,2026-11-21"],
      "a 2026-10 met; a 2026-11 met"
    ),
    .init(
      "date-times",
      during + "ratio: {of: d, that: p, at_least: 100%, during: at}",
      ["d": "u,p,at|a,1,2026-10-31 23:59|a,0,2026-11-01 00:00"],
      "a 2026-10 met; a 2026-11 pending"
    ),
    .init(
      "without a date column only the current month",
      "every: month\ndue: {by: end}\nratio: {of: d, that: p, at_least: 100%}",
      ["d": "u,p|a,1"],
      "a 2026-11 met"
    ),
  ]

  static let excluding: [Case] = [
    .init(
      "excluded rows are counted by reason and leave the population",
      "ratio: {of: d, where: w, exclude: [{where: n > 5, reason: lớn}], that: p, at_least: 100%}",
      ["d": "u,w,n,p|a,1,1,1|a,1,6,0|a,0,7,0"],
      "a met",
      figures: "1 0 0 0 1"
    ),
    .init(
      "an exclusion that is unknown leaves the row perhaps in",
      "ratio: {of: d, exclude: [{where: n > 5, reason: lớn}], that: p, at_least: 100%}",
      ["d": "u,n,p|a,1,1|a,,0"],
      "a no_data unknown_rows",
      figures: "1 0 0 1 0"
    ),
    .init(
      "a map, and the first reason that applies",
      "ratio: {of: d, exclude: [{where: {k: [K, L]}, reason: x}, {where: {w: có}, reason: y}], "
        + "that: p, at_least: 100%}",
      ["d": "u,k,w,p|a,K,1,0|a,M,1,0|a,M,0,1"],
      "a met",
      figures: "1 0 0 0 2"
    ),
  ]

  @Test("bounds against the target", arguments: cases)
  func bounds(_ example: Case) async throws {
    try await example.expect()
  }

  @Test("periods", arguments: periods)
  func period(_ example: Case) async throws {
    try await example.expect()
  }

  @Test("exclusions", arguments: excluding)
  func exclusion(_ example: Case) async throws {
    try await example.expect()
  }

  @Test("89.96 % is not 90 %")
  func exact() async throws {
    let rows = (0..<2500).map { $0 < 2249 ? "a,1" : "a,0" }
    let run = try await Case(
      "",
      "ratio: {of: d, that: p, at_least: 90%}",
      ["d": "u,p|" + rows.joined(separator: "|")],
      ""
    ).scene.run()
    #expect(run.outcome == "a failed")
  }

  @Test("the rows that leave it open are shown, those of no unit too")
  func openRows() async throws {
    let run = try await Case(
      "",
      Self.half,
      by: "{each: [a]}",
      ["d": "u,p|b,1|,1|a,"],
      ""
    ).scene.run()
    let obligation = try #require(run.obligations.first)
    #expect(obligation.outcome == "a no_data unknown_rows")
    #expect(obligation.evidence.map(\.row) == [3, 4])
    #expect(obligation.evidenceTotal == 2)
  }

  @Test("a row that fails is shown by the cell that it lacks, if it lacks one")
  func emptyFirst() async throws {
    let body = "ratio: {of: d, that: p && has(n) && n > 1, at_least: 100%}"
    let run = try await Case("", body, ["d": "u,p,n|a,1,|a,0,3|a,1,2"], "").scene.run()
    let evidence = try #require(run.obligations.first).evidence
    #expect(evidence.map { "\($0.row ?? 0) \($0.column ?? "") \($0.value)" } == ["2 n ", "3 p 0"])
  }
}
