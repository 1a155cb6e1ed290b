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

  @Test("a reference to a personal key is personal evidence, whichever rule shows it")
  func personalReference() async throws {
    let rules = """
      rules:
        - {id: r, title: R, clause: kh/A, responsible: a, reference: {of: x, column: nguoi, in: y.so}}
        - {id: s, title: S, clause: kh/A, responsible: a, records: {of: x, require: nguoi.n > 1}}
      """
    for (key, isPersonal) in [("{personal: true}", true), ("{type: text}", false)] {
      var scene = Scene(
        rules,
        ["x.csv": "nguoi\n001085001234\n099999999999\n", "y.csv": "so,n\n001085001234,1\n"]
      )
      scene.base += """
          - {id: x, file: x.csv, columns: {nguoi: {type: ref, to: y}}}
          - {id: y, file: y.csv, columns: {so: \(key), n: {type: decimal}}, key: so}

        """
      let run = try await scene.run()
      #expect(run.obligations.map(\.verdict) == [.failed, .failed])
      let evidence = run.obligations.flatMap(\.evidence)
      #expect(evidence.map(\.value) == ["099999999999", "001085001234"])
      #expect(evidence.allSatisfy { $0.isPersonal == isPersonal })
      // The field behind the reference is never shown.
      #expect(evidence.allSatisfy { $0.column == "nguoi" })
    }
  }
}
