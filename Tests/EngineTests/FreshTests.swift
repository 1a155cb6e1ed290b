import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("fresh")
struct FreshTests {
  static let week = "fresh: {of: d, where: w, updated: day, within: 7 days}"
  static let cases: [Case] = [
    .init(
      "the seventh day",
      week,
      ["d": "u,w,day|a,1,2026-11-13"],
      "a met",
      figures: "0 0 0 0 0 = 2026-11-13"
    ),
    .init("the eighth day", week, ["d": "u,w,day|a,1,2026-11-12"], "a failed"),
    .init("the newest decides", week, ["d": "u,w,day|a,1,2026-01-12|a,1,2026-11-20"], "a met"),
    .init("a newer one outside", week, ["d": "u,w,day|a,1,2026-01-12|a,0,2026-11-20"], "a failed"),
    .init(
      "a newer one perhaps inside",
      week,
      ["d": "u,w,day|a,1,2026-01-12|a,,2026-11-20"],
      "a no_data unknown_rows"
    ),
    .init(
      "an unreadable day",
      week,
      ["d": "u,w,day|a,1,2026-01-12|a,1,??"],
      "a no_data unknown_rows"
    ),
    .init(
      "an unreadable day beside a fresh one",
      week,
      ["d": "u,w,day|a,1,2026-11-19|a,1,??"],
      "a met"
    ),
    .init(
      "only of the future",
      week,
      ["d": "u,w,day|a,1,2026-11-21"],
      "a no_data empty_population"
    ),
    .init(
      "of the future beside an old one",
      week,
      ["d": "u,w,day|a,1,2026-11-21|a,1,2026-11-01"],
      "a failed"
    ),
    .init("nobody", week, ["d": "u,w,day|a,0,2026-11-20"], "a no_data empty_population"),
    .init(
      "nobody, failed",
      "fresh: {of: d, where: w, updated: day, within: 7 days, if_empty: failed}",
      ["d": "u,w,day|a,0,2026-11-20"],
      "a failed"
    ),
    .init(
      "two working days over a weekend",
      "fresh: {of: d, updated: day, within: 2 working days}",
      ["d": "u,day|a,2026-11-18"],
      "a met"
    ),
    .init(
      "three working days",
      "fresh: {of: d, updated: day, within: 2 working days}",
      ["d": "u,day|a,2026-11-17"],
      "a failed"
    ),
    .init(
      "one month, on the day",
      "fresh: {of: d, updated: day, within: 1 month}",
      ["d": "u,day|a,2026-10-20"],
      "a met"
    ),
    .init(
      "one month, the day before",
      "fresh: {of: d, updated: day, within: 1 month}",
      ["d": "u,day|a,2026-10-19"],
      "a failed"
    ),
    .init(
      "one month from the 31st",
      "fresh: {of: d, updated: day, within: 1 month}",
      ["d": "u,day|a,2026-05-31"],
      asOf: "2026-06-30",
      "a met"
    ),
    .init(
      "working days before the calendar",
      "fresh: {of: d, updated: day, within: 2 working days}",
      ["d": "u,day|a,2024-05-31"],
      "a failed"
    ),
    .init(
      "working days into an unknown year",
      "fresh: {of: d, updated: day, within: 9 working days}",
      ["d": "u,day|a,2025-12-30"],
      asOf: "2026-01-05",
      "a no_data unknown_rows"
    ),
    .init(
      "date-times",
      "fresh: {of: d, updated: at, within: 1 days}",
      ["d": "u,at|a,2026-11-19 00:00"],
      "a met"
    ),
  ]

  @Test("cases", arguments: cases)
  func judge(_ example: Case) async throws { try await example.expect() }
}
