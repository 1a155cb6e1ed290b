import CivilTime
import Diagnostics
import Rules
import Testing

@testable import RuleTesting

@Suite("mutants")
struct MutationTests {
  /// The words of all mutants of the only rule of a pack.
  private func mutants(_ text: String) throws -> (words: [String], equivalent: Int) {
    let pack = try TestPack(rules: text)
    let maker = MutantMaker(rules: pack.rules, utcOffsetSeconds: 0)
    let rule = try #require(pack.rules.rules.first)
    var equivalent = 0
    return (maker.mutants(of: rule, equivalent: &equivalent).map(\.description.en), equivalent)
  }

  @Test("evidence under periods: deadline, rolling, units, period, number and columns")
  func evidence() throws {
    let (words, equivalent) = try mutants(TestPack.reportRule)
    #expect(
      words == [
        "responsible: unit 'vp' left out", "responsible: unit 'kt' left out",
        "responsible: unit 'vhxh' left out",
        "due: {before: 20} → {by: 20}", "due: {before: 20} → {before: 19}",
        "roll: following → none", "roll: following → preceding", "every: month → quarter",
        "'period' left out", "at_least: 1 → 2",
        "data of the tests: column 'bao_cao.don_vi' left empty",
        "data of the tests: column 'bao_cao.ky' left empty",
        "data of the tests: column 'bao_cao.ngay_gui' left empty",
      ]
    )
    #expect(equivalent == 0)
  }

  @Test("ratio: target, conditions, exclusions")
  func ratio() throws {
    let rule = """
        - id: ty-le
          title: Tỷ lệ
          clause: kh/I
          responsible: vp
          ratio:
            of: ho_so
            where: {loai: [a, b], ghi_chu: x}
            exclude:
              - {where: 'ma == "1" && diem < 3', reason: mật}
            that: "!has(diem) || diem >= 5"
            at_least: 90%

      """
    #expect(
      try mutants(rule).words == [
        "responsible: vp → kt",
        "'loai' left out", "'ghi_chu' left out", "'where' left out",
        "== → !=", "&& → ||", "< → <=",
        #"ma == "1" && diem < 3 → !(ma == "1" && diem < 3)"#,
        "'exclude[1]' left out",
        "|| → &&", ">= → >", "!has(diem) || diem >= 5 → !(!has(diem) || diem >= 5)",
        "at_least: 90% → at_most 90%", "at_least: 90% → 72%", "at_least: 90% → 95%",
        "data of the tests: column 'ho_so.ma' left empty",
        "data of the tests: column 'ho_so.diem' left empty",
        "data of the tests: column 'ho_so.loai' left empty",
        "data of the tests: column 'ho_so.ghi_chu' left empty",
      ]
    )
  }

  @Test("records, compare and fresh: requirements, relation, tolerance, span")
  func otherChecks() throws {
    let records = """
        - id: r
          title: Dòng
          clause: kh/I
          responsible: vp
          records: {of: ho_so, require: [diem > 0, {that: diem < 9, message: m}], complete: [ma, loai]}

      """
    #expect(
      try mutants(records).words.filter { !$0.contains("column") }.dropFirst() == [
        "> → >=", "diem > 0 → !(diem > 0)", "'require[1]' left out",
        "< → <=", "diem < 9 → !(diem < 9)", "'require[2]' left out",
        "'complete: ma' left out", "'complete: loai' left out",
      ]
    )
    let compare = """
        - id: c
          title: So
          clause: kh/I
          responsible: vp
          compare:
            left: {of: bao_cao, count: rows, where: has(ky)}
            right: {of: ho_so, count: rows}
            by: [don_vi]
            relation: equal
            tolerance: 0.5%

      """
    #expect(
      try mutants(compare).words.filter { !$0.contains("column") }.dropFirst() == [
        "has(ky) → !(has(ky))", "'where' left out",
        "relation: equal → at_least", "relation: equal → at_most",
        "tolerance: 0.5% → 0.4%", "tolerance: 0.5% → 0.62%",
      ]
    )
    let none = """
        - id: m
          title: Không
          clause: kh/I
          responsible: vp
          measure: {of: ho_so, count: rows, equals: 0}

      """
    #expect(
      try mutants(none).words.dropFirst() == ["equals: 0 → at_least 0", "equals: 0 → 1"]
    )
    let fresh = """
        - id: f
          title: Mới
          clause: kh/I
          responsible: {each: [vp]}
          fresh: {of: bao_cao, updated: ngay_gui, within: 2 working days, if_empty: failed}

      """
    #expect(
      try mutants(fresh).words.filter { !$0.contains("column") }.dropFirst() == [
        "within: 2 working days → 1 working day", "within: 2 working days → 3 working days",
        "within: 2 working days → 2 days",
        "if_empty: failed → no_data", "if_empty: failed → not_applicable",
      ]
    )
  }

  @Test("a 'unit' is left out only where that changes whose rows they are")
  func unit() throws {
    func rule(_ responsible: String) -> String {
      """
        - id: u
          title: Đơn vị
          clause: kh/I
          responsible: \(responsible)
          fresh: {of: bao_cao, updated: ngay_gui, within: 1 month, unit: don_vi}

      """
    }
    let single = try mutants(rule("vp"))
    #expect(single.words.contains("'unit' left out"))
    #expect(single.equivalent == 0)
    let each = try mutants(rule("{each: phong}"))
    #expect(!each.words.contains("'unit' left out"))
    #expect(each.equivalent == 1)
  }

  @Test("the share of a cover of each unit by its own name is nothing or the whole")
  func coverOfUnits() throws {
    func rule(_ key: String) -> String {
      """
        - id: c
          title: Có báo cáo
          clause: kh/I
          responsible: {each: phong}
          cover:
            expected: {of: ho_so, key: \(key)}
            actual: {of: bao_cao, key: \(key)}
            at_least: 100%

      """
    }
    let (words, equivalent) = try mutants(rule("don_vi"))
    #expect(!words.contains("at_least: 100% → 80%"))
    #expect(equivalent == 1)
    let byKind = try mutants(rule("loai").replacing("of: bao_cao", with: "of: ho_so"))
    #expect(byKind.words.contains("at_least: 100% → 80%"))
  }

  struct Time: CustomTestStringConvertible {
    let due: String
    let words: [String]
    let equivalent: Int
    var testDescription: String { due }
  }

  static let times: [Time] = [
    .init(
      due: "due: {by: 2026-06-30}",
      words: [
        "due: {by: 2026-06-30} → {before: 2026-06-30}", "due: {by: 2026-06-30} → {by: 2026-07-01}",
      ],
      // A Tuesday: rolling does nothing.
      equivalent: 2
    ),
    .init(
      // 5 July 2026 is a Sunday: so is rolled Saturday the 4th, and Monday the 6th is the same day.
      due: "due: {by: 2026-07-05}",
      words: ["roll: following → none", "roll: following → preceding"],
      equivalent: 2
    ),
    .init(
      // 31 December is the last day of the document: a pack may not say more.
      due: "due: {before: 2027-01-01}",
      words: ["due: {before: 2027-01-01} → {before: 2026-12-31}"],
      equivalent: 2
    ),
    .init(
      // The check's own mutants are of no consequence: its target's, its condition's, its column's.
      due: "due: unknown",
      words: ["due: unknown → {by: 2026-01-01}"],
      equivalent: 5
    ),
    .init(
      // No quarter of 2026 ends on a day off.
      due: "every: quarter\n    due: {by: end}",
      words: ["due: {by: end} → {before: 31}", "every: quarter → month"],
      equivalent: 2
    ),
  ]

  @Test("a deadline that nobody could tell from the rule's own is left out", arguments: times)
  func time(_ c: Time) throws {
    let rule = """
        - id: r
          title: Dòng
          clause: kh/I
          responsible: vp
          \(c.due)
          ratio: {of: ho_so, that: xong, at_least: 0%}

      """
    let (words, equivalent) = try mutants(rule)
    #expect(
      words.filter { $0.hasPrefix("due") || $0.hasPrefix("roll") || $0.hasPrefix("every") }
        == c.words
    )
    #expect(equivalent == c.equivalent)
  }

  @Test("no mutant survives good tests; each weaker test lets its own survive")
  func survivors() async throws {
    let good = """
      tests:
        - name: tháng 10
          rules: bao-cao-thang
          as_of: 2026-10-25
          periods: [2026-10]
          data:
            bao_cao:
              - {don_vi: vp, ky: 2026-10, ngay_gui: 2026-09-30}
              - {don_vi: vhxh, ky: 2026-10, ngay_gui: 2026-10-19}
              - {don_vi: kt, ky: 2026-10, ngay_gui: 2026-10-20}
          expect:
            - {unit: vp, period: 2026-10, verdict: met}
            - {unit: vhxh, period: 2026-10, verdict: met}
            - {unit: kt, period: 2026-10, verdict: met_late, days_late: 1}
        - name: tháng 9, hạn ngày thứ Bảy 19/9 dời sang thứ Hai 21/9
          rules: bao-cao-thang
          as_of: 2026-09-30
          periods: [2026-09]
          data:
            bao_cao: [{don_vi: vp, ky: 2026-09, ngay_gui: 2026-09-21}]
          expect:
            - {unit: vp, period: 2026-09, verdict: met}
            - {unit: "*", period: 2026-09, verdict: overdue}
        - name: tháng 11, hạn thứ Năm 19/11
          rules: bao-cao-thang
          as_of: 2026-11-20
          periods: [2026-11]
          data:
            bao_cao: [{don_vi: vp, ky: 2026-11, ngay_gui: 2026-11-19}]
          expect:
            - {unit: vp, period: 2026-11, verdict: met}
            - {unit: "*", period: 2026-11, verdict: overdue, days_late: 1}

      """
    #expect(try await survivors(of: good) == [])
    let unnamed = good.replacing("- {unit: vhxh, period: 2026-10, verdict: met}", with: "")
      .replacing("      - \n", with: "").replacing(
        "- {unit: vp, period: 2026-10",
        with: "- {unit: \"*\", period: 2026-10"
      )
    #expect(try await survivors(of: unnamed) == ["responsible: unit 'vhxh' left out"])
  }

  private func survivors(of text: String) async throws -> [String] {
    let pack = try TestPack()
    let outcomes = try await pack.run(text)
    try #require(outcomes.map(\.isPassed) == [true, true, true])
    let mutation = Mutation(runner: pack.runner)
    let results = await [1, 4].asyncMap {
      await mutation.run(pack.rules.rules, outcomes: outcomes, jobs: $0)
    }
    #expect(results[0].survivors.map(\.description) == results[1].survivors.map(\.description))
    #expect(results[0].untested.isEmpty)
    return results[0].survivors.map(\.description.en)
  }

  @Test("a rule without a passing test is named, and a survivor with its place")
  func report() async throws {
    let other = """
        - id: xong
          title: Xong
          clause: kh/I
          responsible: {each: [vp]}
          ratio: {of: ho_so, that: xong, at_least: 100%}

      """
    let pack = try TestPack(rules: TestPack.reportRule + other)
    let text = """
      tests:
        - name: đạt
          rules: xong
          as_of: 2026-10-25
          data: {ho_so: [{ma: 1, don_vi: vp, xong: true}]}
          expect: [{unit: vp, verdict: met}]

      """
    let outcomes = try await pack.run(text)
    var report = TestReport(packName: "a", outcomes: outcomes)
    report.mutation = await Mutation(runner: pack.runner)
      .run(pack.rules.rules, outcomes: outcomes, jobs: 2)
    #expect(!report.isPassed)
    let shown = String(decoding: TestReportFormat.text.render(report, .en), as: UTF8.self)
    #expect(
      shown == """
        ✓ rules/a.test.yaml  1/1

        Changes that no test notices
        ✗ bao-cao-thang: no passing test names this rule
        ✗ xong: 2
            rules/pack.yaml:45:36: at_least: 100% → at_most 100%
            rules/pack.yaml:45:46: at_least: 100% → 80%

        1 test: 1 passed, 0 failed
        6 mutants: 4 killed, 2 survived; left out 0 equivalent, 0 invalid

        """
    )
  }
}
