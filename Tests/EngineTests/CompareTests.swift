import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("compare")
struct CompareTests {
  static let same = "compare: {left: {of: d, where: w, sum: n}, right: {of: e, count: rows}, by: k}"
  static let total = "compare: {left: {of: d, sum: n}, right: {of: e, count: rows}}"
  static let cases: [Case] = [
    .init(
      "all agree",
      same,
      ["d": "u,w,k,n|a,1,K,2|a,1,L,1", "e": "u,k|a,K|a,K|a,L"],
      "a met",
      figures: "2 0 0 0 0"
    ),
    .init(
      "one differs",
      same,
      ["d": "u,w,k,n|a,1,K,2|a,1,L,2", "e": "u,k|a,K|a,K|a,L"],
      "a failed",
      figures: "1 1 0 0 0"
    ),
    .init(
      "missing on the right",
      same,
      ["d": "u,w,k,n|a,1,K,1|a,1,L,0", "e": "u,k|a,K"],
      "a failed"
    ),
    .init("missing on the left", same, ["d": "u,w,k,n|a,1,K,1", "e": "u,k|a,K|a,L"], "a failed"),
    .init(
      "an absent figure",
      same,
      ["d": "u,w,k,n|a,1,K,", "e": "u,k|a,K"],
      "a no_data unknown_rows"
    ),
    .init(
      "perhaps reported",
      same,
      ["d": "u,w,k,n|a,,K,1", "e": "u,k|a,K"],
      "a no_data unknown_rows"
    ),
    .init(
      "perhaps reported, and wrong either way",
      same,
      ["d": "u,w,k,n|a,,K,3", "e": "u,k|a,K|a,K|a,K|a,K"],
      "a failed"
    ),
    .init(
      "a record of no key may be anybody's",
      same,
      ["d": "u,w,k,n|a,1,K,1", "e": "u,k|a,K|a,"],
      "a no_data unknown_rows"
    ),
    .init(
      "a record of no key may be of one that nobody reported",
      same.replacing("by: k", with: "by: k, relation: at_least"),
      ["d": "u,w,k,n|a,1,K,2", "e": "u,k|a,K|a,"],
      "a no_data unknown_rows"
    ),
    .init(
      "a report of no key may be of one without records",
      "compare: {left: {of: d, count: rows}, right: {of: e, count: rows}, by: k, tolerance: 5}",
      ["d": "u,k|a,K|a,", "e": "u,k|a,K"],
      "a no_data unknown_rows"
    ),
    .init(
      "a record of no key cannot mend it",
      same,
      ["d": "u,w,k,n|a,1,K,9", "e": "u,k|a,K|a,"],
      "a failed"
    ),
    .init(
      "both sides empty",
      same,
      by: "{each: [a]}",
      ["d": "u,w,k,n|a,0,K,1", "e": "u,k|b,K"],
      "a no_data empty_population"
    ),
    .init("no keys, equal", total, ["d": "u,n|a,2", "e": "u|a|a"], "a met"),
    .init(
      "no keys, one side missing",
      total,
      by: "{each: g}",
      ["d": "u,n|a,1|b,0", "e": "u|a"],
      "a met; b failed"
    ),
    .init(
      "at_most",
      "compare: {left: {of: d, sum: n}, right: {of: e, count: rows}, relation: at_most}",
      ["d": "u,n|a,1", "e": "u|a|a"],
      "a met"
    ),
    .init(
      "at_most passed",
      "compare: {left: {of: d, sum: n}, right: {of: e, count: rows}, relation: at_most}",
      ["d": "u,n|a,3", "e": "u|a|a"],
      "a failed"
    ),
    .init(
      "at_most with tolerance",
      "compare: {left: {of: d, sum: n}, right: {of: e, count: rows}, relation: at_most, tolerance: 1}",
      ["d": "u,n|a,3", "e": "u|a|a"],
      "a met"
    ),
    .init(
      "at_least with tolerance",
      "compare: {left: {of: d, sum: n}, right: {of: e, count: rows}, relation: at_least, tolerance: 1}",
      ["d": "u,n|a,1", "e": "u|a|a"],
      "a met"
    ),
    .init(
      "percent of the right side, on it",
      "compare: {left: {of: d, sum: n}, right: {of: e, sum: n}, tolerance: 0.5%}",
      ["d": "u,n|a,201", "e": "u,n|a,200"],
      "a met"
    ),
    .init(
      "percent of the right side, beyond",
      "compare: {left: {of: d, sum: n}, right: {of: e, sum: n}, tolerance: 0.5%}",
      ["d": "u,n|a,\"201,01\"", "e": "u,n|a,200"],
      "a failed"
    ),
    .init(
      "as reported, half a unit",
      "compare: {left: {of: d, sum: n}, right: {of: e, sum: n}, tolerance: as_reported}",
      ["d": "u,n|a,\"12,3\"", "e": "u,n|a,\"12,35\""],
      "a met"
    ),
    .init(
      "as reported, more than half a unit",
      "compare: {left: {of: d, sum: n}, right: {of: e, sum: n}, tolerance: as_reported}",
      ["d": "u,n|a,\"12,3\"", "e": "u,n|a,\"12,351\""],
      "a failed"
    ),
    .init(
      "as reported, a percentage",
      "compare: {left: {of: d, sum: s}, right: {of: e, sum: s}, tolerance: as_reported}",
      ["d": "u,s|a,98%", "e": "u,s|a,\"98,5%\""],
      "a met"
    ),
    .init(
      "as reported, a percentage beyond",
      "compare: {left: {of: d, sum: s}, right: {of: e, sum: s}, tolerance: as_reported}",
      ["d": "u,s|a,98%", "e": "u,s|a,\"98,51%\""],
      "a failed"
    ),
    .init(
      "no unit column on the right",
      "compare: {left: {of: d, sum: n}, right: {of: o, count: rows}}",
      by: "{each: g}",
      ["d": "u,n|a,2|b,3", "o": "k|K|L"],
      "a met; b failed"
    ),
  ]

  @Test("cases", arguments: cases)
  func judge(_ example: Case) async throws { try await example.expect() }

  @Test(
    "a difference says what would have been allowed",
    arguments: [
      ("tolerance: 0", "báo cáo: 9; theo dữ liệu: 2", "reported: 9; records say: 2"),
      ("tolerance: 1", "theo dữ liệu: 2; được lệch 1", "records say: 2; 1 apart at most"),
      ("tolerance: 0.5%", "theo dữ liệu: 2; được lệch 0,5 %", "records say: 2; 0.5% apart at most"),
      (
        "tolerance: as_reported", "theo dữ liệu: 2; được làm tròn ở chữ số cuối đã báo cáo",
        "records say: 2; may be rounded at the last digit reported"
      ),
      (
        "relation: at_most", "theo dữ liệu: 2; số báo cáo không được lớn hơn",
        "records say: 2; may not report more"
      ),
    ]
  )
  func allowance(_ keys: String, _ vi: String, _ en: String) async throws {
    let body = "compare: {left: {of: d, sum: n}, right: {of: e, sum: n}, \(keys)}"
    let run = try await Case("", body, ["d": "u,n|a,9", "e": "u,n|a,2"], "").scene.run()
    let note = try #require(run.obligations.first?.evidence.first?.note)
    #expect(note.vi.hasSuffix(vi + "; → e.csv:2"))
    #expect(note.en.hasSuffix(en + "; → e.csv:2"))
  }

  @Test("a difference leads to the records behind it, and says how many rows each side adds up")
  func records() async throws {
    let body = "compare: {left: {of: d, sum: n}, right: {of: e, sum: n}, by: k}"
    let run = try await Case(
      "",
      body,
      ["d": "u,k,n|a,K,5|a,K,6|a,L,1", "e": "u,k,n|a,L,1|a,K,2|a,K,1|a,M,3"],
      ""
    ).scene.run()
    let evidence = try #require(run.obligations.first).evidence
    #expect(
      evidence.map { "\($0.file):\($0.row ?? 0) \($0.note?.en ?? "")" } == [
        "d.csv:2 reported: 11 (2 rows); records say: 3 (2 rows); → e.csv:3, k = \"K\"",
        "e.csv:5 reported: none; records say: 3; k = \"M\"",
      ]
    )
  }

  @Test("as_reported does not depend on how much evidence is listed", arguments: [0, 1, 20])
  func evidenceLimit(_ limit: Int) async throws {
    let body = "compare: {left: {of: d, sum: n}, right: {of: e, sum: n}, tolerance: as_reported}"
    var scene = Case("", body, ["d": "u,n|a,\"1,00\"|a,\"1,0\"|a,1", "e": "u,n|a,\"3,5\""], "")
      .scene
    scene.evidenceLimit = limit
    #expect(try await scene.run().outcome == "a met")
  }
}
