import Findings
import Rules
import Testing

/// Which unit a row of evidence belongs to, as the dataset's unit column says it.
@Suite("whose row it is")
struct RowOwnerTests {
  @Test("the cell of the unit column goes with the evidence, as it is written")
  func named() async throws {
    let rule = """
      rules:
        - {id: r, title: R, clause: kh/A, responsible: a, records: {of: d, complete: [t]}}
        - {id: s, title: S, clause: kh/A, responsible: a, records: {of: o, complete: [t]}}
      """
    let scene = Scene(
      rule,
      [
        "d.csv": "u,t\nĐơn vị B,\nHoá chất A,\n ,\n",
        "o.csv": "u,t\nĐơn vị B,\n",
      ]
    )
    let run = try await scene.run()
    let owned = try #require(run.obligations.first { $0.id.rule.text == "r" })
    #expect(owned.evidence.map(\.unitNames) == [["Đơn vị B"], ["Hoá chất A"], [" "]])
    // A dataset that does not say which of its columns it is: all of them.
    let several = try #require(run.obligations.first { $0.id.rule.text == "s" })
    #expect(several.evidence.map(\.unitNames) == [["Đơn vị B", ""]])
  }
}
