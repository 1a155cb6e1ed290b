import CivilTime
import Diagnostics
import Findings
import Rules
import Testing

@testable import RuleTesting

@Suite("tests are run")
struct RunningTests {
  /// The example of the rule language, §10.
  static let example = """
    tests:
      - name: nộp ngày 19 đúng hạn, ngày 20 quá hạn
        rules: [bao-cao-thang]
        as_of: 2026-10-25
        data:
          bao_cao:
            - {don_vi: vhxh, ky: 2026-10, ngay_gui: 2026-10-19}
            - {don_vi: kt, ky: 2026-10, ngay_gui: 2026-10-20}
        expect:
          - {unit: vhxh, period: 2026-10, verdict: met}
          - {unit: kt, period: 2026-10, verdict: met_late, days_late: 1}
          - {unit: "*", period: 2026-10, verdict: overdue}
        periods: [2026-10]

    """

  @Test("the example of the rule language passes")
  func exampleOfTheContract() async throws {
    let outcomes = try await TestPack().run(Self.example)
    let outcome = try #require(outcomes.first)
    #expect(outcome.isPassed)
    #expect(outcome.remarks.isEmpty)
  }

  @Test("without 'periods' every period must be expected")
  func allPeriods() async throws {
    let text = Self.example.replacing("    periods: [2026-10]\n", with: "")
    let outcomes = try await TestPack().run(text)
    let outcome = try #require(outcomes.first)
    let periods = Set(outcome.differences.map { "\($0.period.map(\.description) ?? "-")" })
    #expect(periods == ["2026-08", "2026-09"])
    #expect(outcome.differences.allSatisfy { $0.expectation == nil })
  }

  @Test("differences are shown side by side, with figures and the row of the test")
  func sideBySide() async throws {
    let text = Self.example.replacing("{unit: vhxh, period: 2026-10, verdict: met}", with: "")
      .replacing("      - \n", with: "      - {unit: vhxh, period: 2026-10, verdict: met_late}\n")
      .replacing("days_late: 1", with: "days_late: 2, done: 2026-10-20")
    let shown = try await TestPack().report(text)
    #expect(
      shown == """
        ✗ nộp ngày 19 đúng hạn, ngày 20 quá hạn  [bao-cao-thang]  rules/a.test.yaml:2
            obligation                 │ expected    │ got
            bao-cao-thang kt 2026-10   │ days_late 2 │ days_late 1
              → done 2026-10-20, 1 day late
              · rules/a.test.yaml:8: bao_cao.ngay_gui '2026-10-20': done after the deadline; don_vi = "kt", ky = "2026-10"
            bao-cao-thang vhxh 2026-10 │ met_late    │ met
              → done 2026-10-19

        ✗ rules/a.test.yaml  0/1

        1 test: 0 passed, 1 failed

        """
    )
  }

  @Test("an expectation that meets no obligation fails, '*' too")
  func closedWorld() async throws {
    let text = Self.example.replacing("- {unit: \"*\"", with: "- {unit: vp").replacing(
      "    periods:",
      with: "      - {unit: \"*\", period: 2026-10, verdict: overdue}\n    periods:"
    )
    let outcomes = try await TestPack().run(text)
    let outcome = try #require(outcomes.first)
    #expect(outcome.differences.count == 1)
    let difference = try #require(outcome.differences.first)
    #expect(difference.unit == nil)
    #expect(difference.obligation == nil)
  }

  @Test("a dataset that is not named has no file; an empty list is a file without rows")
  func missingAndEmpty() async throws {
    let text = """
      tests:
        - name: không có tệp
          rules: bao-cao-thang
          as_of: 2026-10-25
          periods: [2026-10]
          expect: [{unit: "*", period: 2026-10, verdict: no_data, reason: missing_dataset}]
        - name: tệp không có dòng nào
          rules: bao-cao-thang
          as_of: 2026-10-25
          periods: [2026-10]
          data: {bao_cao: []}
          expect: [{unit: "*", period: 2026-10, verdict: no_data, reason: empty_dataset}]

      """
    #expect(try await TestPack().run(text).map(\.isPassed) == [true, true])
  }

  @Test(
    "the last good day is rolled as in any run",
    arguments: [(19, "met"), (20, "met"), (21, "met_late")]
  )
  func boundary(day: Int, verdict: String) async throws {
    // 19 September 2026 is a Saturday, so that the 21st would be the Monday; July's 19th is a Sunday.
    let rule = TestPack.reportRule.replacing("2026-08-01", with: "2026-07-01")
    let text = """
      tests:
        - name: tháng 7
          rules: bao-cao-thang
          as_of: 2026-07-31
          data: {bao_cao: [{don_vi: Văn phòng, ky: "Tháng 7/2026", ngay_gui: \(day)/7/2026}]}
          expect:
            - {unit: vp, period: 2026-07, verdict: \(verdict), nominal_due: 2026-07-19, due: 2026-07-20}
            - {unit: "*", period: 2026-07, verdict: overdue, days_late: 11}

      """
    #expect(try await TestPack(rules: rule).run(text).map(\.isPassed) == [true])
  }

  @Test("plain numbers are read as in a pack, quoted ones as in a dump; text keeps every sign")
  func cells() async throws {
    let rule = """
        - id: dung
          title: Đúng
          clause: kh/I
          responsible: vp
          records:
            of: ho_so
            where: has(diem)
            require: diem == 12.5 && ty_le == 0.985 && ghi_chu == "a, \\"b\\"\\nc"

      """
    let text = """
      tests:
        - name: hai cách viết
          rules: dung
          as_of: 2026-10-25
          data:
            ho_so:
              - {ma: 1, diem: 12.5, ty_le: 98.5%, ghi_chu: "a, \\"b\\"\\nc"}
              - {ma: 2, diem: "12,5", ty_le: "98,5 %", ghi_chu: "a, \\"b\\"\\nc"}
              - {ma: 3, diem: ~, ty_le: "", ghi_chu: x}
          expect: [{unit: vp, verdict: met, measured: {true: 2}}]

      """
    let outcomes = try await TestPack(rules: rule).run(text)
    let outcome = try #require(outcomes.first)
    #expect(outcome.isPassed)
    #expect(outcome.remarks.isEmpty)
  }

  @Test("a cell that cannot be read is named with its place in the test")
  func remarks() async throws {
    let text = Self.example.replacing("ngay_gui: 2026-10-20", with: "ngay_gui: 2026-10-32")
    let outcomes = try await TestPack().run(text)
    let outcome = try #require(outcomes.first)
    #expect(!outcome.isPassed)
    let remark = try #require(outcome.remarks.first?.en)
    #expect(remark.hasPrefix("rules/a.test.yaml:8: bao_cao.ngay_gui '2026-10-32': "))
    #expect(outcome.remarks.count == 1)
  }

  @Test("a passing test shows unreadable cells unless it expects that something is undecided")
  func surprises() async throws {
    let text = Self.example.replacing(
      "- {don_vi: kt, ky: 2026-10, ngay_gui: 2026-10-20}",
      with: "- {don_vi: kt, ky: 2026-10, ngay_gui: 2026-10-20}\n"
        + "        - {don_vi: kt, ky: 2026-11, ngay_gui: mai}"
    )
    let shown = try await TestPack().report(text)
    #expect(shown.contains("✓ nộp ngày 19"))
    #expect(shown.contains("data: rules/a.test.yaml:9: bao_cao.ngay_gui 'mai': "))
    let undecided = text.replacing("ky: 2026-11", with: "ky: 2026-10")
      .replacing(
        "{unit: kt, period: 2026-10, verdict: met_late, days_late: 1}",
        with: "{unit: kt, period: 2026-10, verdict: no_data}"
      )
    #expect(
      try await TestPack().report(undecided)
        == "✓ rules/a.test.yaml  1/1\n\n1 test: 1 passed, 0 failed\n"
    )
  }

  @Test("a date in a year that the calendar does not hold fails the test with the reason")
  func noCalendar() async throws {
    let rule = TestPack.reportRule.replacing(
      "{from: 2026-08-01}",
      with: "{from: 2026-08-01, to: 2027-06-30}"
    )
    let text = Self.example.replacing("2026-10-25", with: "2027-02-25")
    let outcomes = try await TestPack(rules: rule).run(text)
    let outcome = try #require(outcomes.first)
    #expect(!outcome.isPassed)
    #expect(outcome.problems.map(\.id.rawValue) == ["calendar-year-missing"])
  }

  @Test("the same tests give the same bytes, whatever the number of workers")
  func deterministic() async throws {
    let pack = try TestPack()
    let body = Self.example.dropFirst("tests:\n".count)
    let text =
      "tests:\n"
      + String(repeating: String(body), count: 9)
      .replacing("days_late: 1}", with: "days_late: 3}")
    for format in TestReportFormat.allCases {
      let reports = try await [1, 2, 7].asyncMap { jobs in
        let outcomes = try await pack.run(text, jobs: jobs)
        return format.render(TestReport(packName: "a", outcomes: outcomes), .vi)
      }
      #expect(Set(reports).count == 1)
    }
  }
}

extension Array {
  func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
    var results: [T] = []
    for element in self { results.append(try await body(element)) }
    return results
  }
}
