import CivilTime
import Diagnostics
import Rules
import Testing

@testable import RuleTesting

@Suite("required tests")
struct RequirementTests {
  private func missing(_ pack: TestPack, _ text: String) async throws -> [String] {
    let outcomes = try await pack.run(text)
    let shortfalls = Requirement(runner: pack.runner)
      .shortfalls(of: pack.rules.rules, outcomes: outcomes)
    return shortfalls.flatMap { $0.missing.map(\.rawValue) }
  }

  @Test("a rule without tests lacks everything")
  func nothing() async throws {
    #expect(
      try await missing(TestPack(), "tests: []\n")
        == ["met", "violation", "no_data", "day_before", "last_day", "day_after"]
    )
  }

  @Test("days count by the day on which it was done, else by the as-of date")
  func days() async throws {
    let text = """
      tests:
        - name: theo ngày gửi
          rules: bao-cao-thang
          as_of: 2026-11-25
          periods: [2026-11]
          data:
            bao_cao:
              - {don_vi: vp, ky: 2026-11, ngay_gui: 2026-11-18}
              - {don_vi: kt, ky: 2026-11, ngay_gui: 2026-11-19}
              - {don_vi: vhxh, ky: 2026-11, ngay_gui: 2026-11-20}
          expect:
            - {unit: vhxh, period: 2026-11, verdict: met_late}
            - {unit: "*", period: 2026-11, verdict: met}
        - name: không có tệp
          rules: bao-cao-thang
          as_of: 2026-11-25
          periods: [2026-11]
          expect: [{unit: "*", period: 2026-11, verdict: no_data}]

      """
    #expect(try await missing(TestPack(), text) == [])
    let later = text.replacing("2026-11-18", with: "2026-11-17")
    #expect(try await missing(TestPack(), later) == ["day_before"])
  }

  @Test("only passing tests count, and only the periods that they compare")
  func onlyWhatIsCompared() async throws {
    let text = """
      tests:
        - name: trượt
          rules: bao-cao-thang
          as_of: 2026-11-20
          data: {bao_cao: [{don_vi: vp, ky: 2026-11, ngay_gui: 2026-11-19}]}
          expect: [{unit: vp, period: 2026-11, verdict: met}]
        - name: chỉ tháng 10
          rules: bao-cao-thang
          as_of: 2026-11-20
          periods: [2026-10]
          data: {bao_cao: [{don_vi: vp, ky: 2026-11, ngay_gui: 2026-11-19}]}
          expect: [{unit: "*", period: 2026-10, verdict: overdue}]

      """
    #expect(
      try await missing(TestPack(), text) == [
        "met", "no_data", "day_before", "last_day", "day_after",
      ]
    )
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let due: String
    let missing: [String]
  }

  static let cases: [Case] = [
    .init(
      testDescription: "a standing duty",
      due: "tags: [a]",
      missing: ["met", "violation", "no_data"]
    ),
    .init(testDescription: "an unknown date", due: "due: unknown", missing: ["pending"]),
    .init(
      testDescription: "a fixed date",
      due: "due: {by: 2026-06-30}",
      missing: ["met", "violation", "no_data", "day_before", "last_day", "day_after"]
    ),
    .init(
      testDescription: "a date on the rule's first day",
      due: "due: {by: 2026-01-01}",
      missing: ["met", "violation", "no_data", "last_day", "day_after"]
    ),
    .init(
      testDescription: "the current period, due at its end",
      due: "every: quarter\n    due: {by: end}",
      missing: ["met", "no_data", "pending", "day_before", "last_day"]
    ),
    .init(
      testDescription: "the current period, due within it",
      due: "every: month\n    due: {by: 15}",
      missing: ["met", "violation", "no_data", "day_before", "last_day", "day_after"]
    ),
  ]

  @Test("what a rule needs hangs on its deadline", arguments: cases)
  func needs(_ c: Case) async throws {
    let rule = """
        - id: r
          title: Dòng
          clause: kh/I
          responsible: vp
          \(c.due)
          ratio: {of: ho_so, that: xong, at_least: 100%}

      """
    #expect(try await missing(TestPack(rules: rule), "tests: []\n") == c.missing)
  }
}
