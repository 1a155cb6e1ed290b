import CivilTime
import Diagnostics
import Foundation
import Linting
import Testing

@Suite("what is suspicious, and what is not")
struct SuspicionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let yaml: String
    var asOf = "2026-06-15"
    let open: [DiagnosticID]

    init(
      _ description: String,
      _ yaml: String,
      asOf: String = "2026-06-15",
      _ open: DiagnosticID...
    ) {
      testDescription = description
      self.yaml = yaml
      self.asOf = asOf
      self.open = open
    }
  }

  /// A rule with some lines of its own.
  static func rule(_ lines: String..., id: String = "moi", title: String = "Mới") -> String {
    "rules:\n  - id: \(id)\n    title: \(title)\n    clause: kh57/II.2\n"
      + lines.map { "    \($0)\n" }.joined()
  }

  static func waiver(_ lines: String..., rule: String = "bao-cao", effect: String = "exempt")
    -> String
  {
    """
    waivers:
      - id: mt
        rule: \(rule)
        effect: \(effect)
        reason: Mất điện
        document: 1/UBND
        approved_by: Chủ tịch
        approved_on: 2026-05-01

    """ + lines.map { "    \($0)\n" }.joined()
  }

  static let facts: [Case] = [
    Case(
      "the same conditions in another order and layout, as a map and as an expression",
      rule(
        "responsible: vp",
        "records: {of: ds, where: {ma: A, dv: vp}, complete: [ngay]}"
      )
        + rule(
          "responsible: vp",
          #"records: {of: ds, where: 'dv=="vp"   && ma == "A"', complete: [ngay]}"#,
          id: "nua"
        ).replacing("rules:\n", with: ""),
      .sameFact
    ),
    Case(
      "a requirement that two lists share",
      rule("responsible: vp", "records: {of: ds, complete: [ngay, dv]}")
        + rule("responsible: vp", "records: {of: ds, complete: [ngay]}", id: "nua")
        .replacing("rules:\n", with: ""),
      .sameFact
    ),
    Case(
      "a requirement that two lists share, and the pack says so",
      rule("responsible: vp", "records: {of: ds, complete: [ngay, dv]}")
        + rule(
          "responsible: vp",
          "same_fact_as: moi",
          "records: {of: ds, complete: [ngay]}",
          id: "nua"
        )
        .replacing("rules:\n", with: "")
    ),
    Case(
      "other rows",
      rule("responsible: vp", #"records: {of: ds, where: 'ma == "A B"', complete: [ngay]}"#)
        + rule(
          "responsible: vp",
          #"records: {of: ds, where: 'ma == "AB"', complete: [ngay]}"#,
          id: "nua"
        )
        .replacing("rules:\n", with: "")
    ),
    Case(
      "other units",
      rule("responsible: vp", "records: {of: ds, complete: [ngay]}")
        + rule("responsible: kt", "records: {of: ds, complete: [ngay]}", id: "nua")
        .replacing("rules:\n", with: "")
    ),
    Case(
      "other times",
      rule("responsible: vp", "effective: {to: 2026-05-31}", "records: {of: ds, complete: [ngay]}")
        + rule(
          "responsible: vp",
          "effective: {from: 2026-06-01}",
          "records: {of: ds, complete: [ngay]}",
          id: "nua"
        ).replacing("rules:\n", with: "")
    ),
    Case(
      "another target of the same share",
      rule(
        "responsible: kt",
        "ratio: {of: ds, unit: dv, that: ' has( ngay ) ', at_least: 50%}"
      ),
      .sameFact
    ),
  ]

  static let deadlines: [Case] = [
    Case(
      "the unit that is informed has its deadline on the same Monday",
      rule(
        "responsible: kt",
        "supporting: [vp]",
        "every: month",
        "due: {by: 19}",
        #"evidence: {of: ds, where: 'ma == "A"', done_at: ngay}"#
      ),
      .chainedDeadlines
    ),
    Case(
      "nobody is informed and no unit owes both",
      rule(
        "responsible: kt",
        "every: month",
        "due: {by: 19}",
        #"evidence: {of: ds, where: 'ma == "A"', done_at: ngay}"#
      )
    ),
    Case(
      "the same nominal day",
      rule(
        "responsible: vp",
        "every: month",
        "due: {before: 21}",
        #"evidence: {of: ds, where: 'ma == "A"', done_at: ngay}"#
      )
    ),
    Case(
      "no weekend between them while both are in force",
      rule(
        "responsible: vp",
        "effective: {to: 2026-06-15}",
        "every: month",
        "due: {by: 21}",
        #"evidence: {of: ds, where: 'ma == "A"', done_at: ngay}"#
      )
    ),
    Case(
      "a standing duty of words only about a month's report",
      rule("responsible: vp", "records: {of: ds, complete: [dv]}", title: "Báo cáo tháng đủ cột")
    ),
    Case(
      "a word within a word is none",
      rule("responsible: vp", "records: {of: ds, complete: [dv]}", title: "Nhà hàng nămchục")
    ),
    Case(
      "in the capital letters of a title, decomposed",
      rule(
        "responsible: vp",
        "records: {of: ds, complete: [dv]}",
        title: "RÀ SOÁT HẰNG QUÝ".decomposedStringWithCanonicalMapping
      ),
      .standingDutyWithoutPeriod
    ),
    Case(
      "a period column that nobody reads",
      """
      datasets: [{id: bc, file: bc.csv, columns: {ma: {}, ky: {type: month}}, key: ma}]
      rules:
        - {id: a, title: A, clause: kh57/I.1, responsible: vp, records: {of: bc, complete: [ma]}}
        - id: b
          title: B
          clause: kh57/I.1
          responsible: vp
          records: {of: bc, where: 'month(date("2026-05-01")) == 5', complete: [ky]}

      """,
      .standingDutyWithoutPeriod
    ),
    Case(
      "a year that the calendar lacks, more than three months ahead",
      openDocument,
      asOf: "2026-10-19"
    ),
    Case(
      "a year that the calendar lacks, within three months",
      openDocument,
      asOf: "2026-10-20",
      .calendarYearMissing
    ),
  ]

  @Test("a deadline that has passed in a year without calendar is an error")
  func calendarError() throws {
    let report = try SmallPack.lint(Self.openDocument, asOf: "2027-01-20")
    #expect(Set(report.openIDs) == [.calendarYearMissing], "\(report.text())")
    #expect(report.errorCount == 1)
    #expect(report.exitCode(isStrict: false) == 3)
  }

  @Test("far days end the search as well")
  func farDays() throws {
    let report = try SmallPack.lint(
      """
      documents:
        - {id: kh, title: Kế hoạch, effective: {from: 2026-05-01, to: 9999-12-31}, clauses: [{id: A}]}
      rules:
        - id: tuan
          title: Tuần
          clause: kh/A
          responsible: kt
          every: week
          due: {by: end}
          evidence: {of: ds, where: 'ma == "A"', done_at: ngay}

      """,
      asOf: "9999-12-31"
    )
    #expect(!report.openIDs.contains(.ruleNeverOwed))
  }

  @Test("units that are gone owe nothing, and waivers for them match nothing")
  func inactiveUnits() throws {
    let report = try SmallPack.lint(
      """
      units: [{id: cu, name: Phòng cũ, active: {to: 2025-06-30}}]
      rules: [{id: r, title: R, clause: kh57/I.1, responsible: cu, unique: {of: ds, key: ngay}}]

      """
        + Self.waiver("units: [cu]", "valid: {from: 2026-05-01, to: 2026-12-31}", rule: "r")
    )
    #expect(report.openIDs == [.ruleNeverOwed, .idleWaiver], "\(report.text())")
  }

  @Test("an alias that two units share is an error of the pack")
  func sharedAlias() throws {
    let report = try SmallPack.lint("units: [{id: x, name: X, aliases: [VP HĐND]}]\n")
    #expect(report.openIDs == [.ambiguousName])
    #expect(report.exitCode(isStrict: false) == 3)
  }

  /// A document without an end, whose deadlines run into a year that the calendar lacks.
  static let openDocument = """
    documents:
      - {id: kh, title: Kế hoạch, effective: {from: 2026-05-01}, roll: following, clauses: [{id: A}]}
    rules:
      - id: thang
        title: Tháng
        clause: kh/A
        responsible: kt
        every: month
        due: {by: 20}
        evidence: {of: ds, where: 'ma == "A"', done_at: ngay}

    """

  static let waivers: [Case] = [
    Case(
      "the deadline on the last day",
      waiver("units: [vp]", "valid: {from: 2026-05-01, to: 2026-05-20}")
    ),
    Case(
      "the deadline on the day after",
      waiver("units: [vp]", "valid: {from: 2026-05-01, to: 2026-05-19}"),
      .idleWaiver
    ),
    Case(
      "a rolled deadline counts by its working day: Saturday 20 June is Monday 22 June",
      waiver("units: [vp]", "valid: {from: 2026-06-21, to: 2026-06-22}")
    ),
    Case(
      "the nominal day alone is not enough",
      waiver("units: [vp]", "valid: {from: 2026-06-20, to: 2026-06-21}"),
      .idleWaiver
    ),
    Case(
      "another period",
      waiver("units: [vp]", "periods: [2026-07]", "valid: {from: 2026-05-01, to: 2026-06-30}"),
      .idleWaiver
    ),
    Case(
      "a standing duty on the last day of the waiver",
      waiver("units: [kt]", "valid: {from: 2026-05-01, to: 2026-06-15}", rule: "du-ngay")
    ),
    Case(
      "a standing duty on the day after",
      waiver("units: [kt]", "valid: {from: 2026-05-01, to: 2026-06-14}", rule: "du-ngay"),
      .lapsedWaiver
    ),
    Case(
      "an obligation with a deadline stays waived when the waiver's dates are over",
      waiver("units: [vp]", "valid: {from: 2026-05-01, to: 2026-05-31}")
    ),
  ]

  static let names: [Case] = [
    Case(
      "only the tones differ",
      "units: [{id: a, name: Thôn Bản Cáo}, {id: b, name: Thôn Bản Cạo}]\n",
      .similarUnitNames
    ),
    Case(
      "spaces and hyphens, and one name decomposed",
      "units: [{id: a, name: Phòng VH-XH}, {id: b, name: \("Phong VHXH".decomposedStringWithCanonicalMapping)}]\n",
      .similarUnitNames
    ),
    Case(
      "đ and d",
      "units: [{id: a, name: Nà Đon}, {id: b, name: Nà Don}]\n",
      .similarUnitNames
    ),
    Case("other numbers", "units: [{id: a, name: Thôn 1}, {id: b, name: Thôn 2}]\n"),
    Case("two names of one unit", "units: [{id: a, name: Trạm Y tế, aliases: [Trạm Y-tế]}]\n"),
  ]

  @Test("suspicions", arguments: facts + deadlines + waivers + names)
  func suspicion(_ suspicion: Case) throws {
    let report = try SmallPack.lint(suspicion.yaml, asOf: suspicion.asOf)
    #expect(report.openIDs == suspicion.open, "\(report.text())")
  }

  @Test("a clause that a gate rests on is covered, and one of a replaced document is over")
  func coveredElsewhere() throws {
    let report = try SmallPack.lint(
      """
      documents:
        - {id: cu, title: Cũ, effective: {from: 2026-01-01}, clauses: [{id: A}]}
        - id: moi
          title: Mới
          effective: {from: 2026-05-01}
          replaces: [cu]
          clauses: [{id: A}]
      scoring:
        deductions: [{points: 1}]
        gates: [{id: g, title: G, clause: moi/A, when: {tags: [x], at_least: 1}}]
      rules:
        - {id: r, title: R, clause: kh57/I.1, responsible: kt, tags: [x], unique: {of: ds, key: ngay}}

      """
    )
    #expect(report.openIDs == [], "\(report.text())")
  }
}
