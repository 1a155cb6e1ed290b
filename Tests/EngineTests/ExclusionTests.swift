import Testing

@Suite("exclusions")
struct ExclusionTests {
  static let out = "exclude: [{where: n > 5, reason: lớn}]"
  static let rows = "u,k,p,n,day|a,K,1,1,2026-11-19|a,L,0,6,2026-11-19|a,M,0,7,2026-11-19"

  /// Every kind of check without two of three rows: which two is reported by reason.
  static let cases: [Case] = [
    .init(
      "evidence",
      "due: {by: 2026-11-19}\nevidence: {of: d, \(out), done_at: day}",
      ["d": rows],
      "a met",
      figures: "1 0 0 0 2"
    ),
    .init(
      "ratio",
      "ratio: {of: d, \(out), that: p, at_least: 100%}",
      ["d": rows],
      "a met",
      figures: "1 0 0 0 2"
    ),
    .init(
      "measure",
      "measure: {of: d, \(out), count: rows, equals: 1}",
      ["d": rows],
      "a met",
      figures: "0 0 0 0 2 = 1"
    ),
    .init(
      "records",
      "records: {of: d, \(out), require: p}",
      ["d": rows],
      "a met",
      figures: "1 0 0 0 2"
    ),
    .init(
      "unique",
      "unique: {of: d, \(out), key: day}",
      ["d": rows],
      "a met",
      figures: "1 0 0 0 2"
    ),
    .init(
      "reference",
      "reference: {of: d, \(out), column: k, in: e.k}",
      ["d": rows, "e": "k|K"],
      "a met",
      figures: "1 0 0 0 2"
    ),
    .init(
      "cover, both sides",
      "cover: {expected: {of: d, \(out), key: k}, actual: {of: d, \(out), key: k}, both: true}",
      ["d": rows],
      "a met",
      figures: "1 0 0 0 4 extra 0"
    ),
    .init(
      "compare, both sides",
      "compare: {left: {of: d, \(out), count: rows}, right: {of: d, \(out), count: rows}}",
      ["d": rows],
      "a met",
      figures: "1 0 0 0 4"
    ),
    .init(
      "fresh",
      "fresh: {of: d, \(out), updated: day, within: 2 days}",
      ["d": rows],
      "a met",
      figures: "0 0 0 0 2 = 2026-11-19"
    ),
  ]

  @Test("excluded rows are counted whatever the check", arguments: cases)
  func counted(_ example: Case) async throws { try await example.expect() }
}
