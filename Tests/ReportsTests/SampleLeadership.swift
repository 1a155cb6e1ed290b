import CivilTime
import Diagnostics
import Findings
import Reports
import Rules
import Scores
import Testing

/// The sample run with scores and history, and runs of any size.
enum SampleLeadership {
  /// The whole sample run, with what a scoring table and earlier runs say.
  static func content() throws -> ReportContent {
    let run = try SamplePack.fullRun()
    return ReportContent(run: run, scorecard: scorecard, chronicle: try chronicle(of: run))
  }

  static let table = Scoring(
    base: number(100),
    floor: number(0),
    deductions: [
      .init(
        rule: RuleID("bao-cao-thang"),
        verdict: "met_late",
        severity: nil,
        tag: nil,
        points: number(1),
        perDay: Decimal(mantissa: 2, scale: 1),
        atMost: number(3)
      ),
      .init(
        rule: nil,
        verdict: nil,
        severity: .critical,
        tag: nil,
        points: number(5),
        perDay: nil,
        atMost: nil
      ),
      .init(
        rule: nil,
        verdict: nil,
        severity: .major,
        tag: nil,
        points: number(2),
        perDay: nil,
        atMost: nil
      ),
    ],
    gates: [
      .init(
        id: "khen-thuong",
        title: "Đề nghị chưa xem xét khen thưởng",
        clause: ClauseReference(document: "kh", clause: "IV.1"),
        tags: ["cham"],
        atLeast: 1
      )
    ],
    bands: [
      .init(atLeast: number(90), name: "Xuất sắc"), .init(atLeast: number(70), name: "Tốt"),
      .init(atLeast: number(0), name: "Chưa đạt"),
    ]
  )

  static func number(_ value: Int128) -> Decimal { Decimal(mantissa: value) }

  private static func id(_ rule: String, _ unit: String, _ period: String? = nil) -> ObligationID {
    ObligationID(
      rule: RuleID(rule),
      unit: UnitID(unit),
      period: period.flatMap(Period.init(text:))
    )
  }

  static var scorecard: Scorecard {
    let late = id("bao-cao-thang", "vp", "2026-07")
    let overdue = id("bao-cao-thang", "vhxh", "2026-09")
    var office = UnitScore(unit: UnitID("vp"))
    office.range = ScoreRange(worst: Decimal(mantissa: 866, scale: 1), best: number(98))
    (office.worstBand, office.bestBand) = ("Tốt", "Xuất sắc")
    office.deductions = [
      Deduction(
        obligation: late,
        verdict: .metLate,
        row: 0,
        points: Decimal(mantissa: 14, scale: 1)
      )
    ]
    office.possible = [
      Deduction(obligation: id("chu-ky-so", "vp"), verdict: .failed, row: 2, points: number(2))
    ]
    office.gates = [
      GateState(
        gate: "khen-thuong",
        kind: .perhaps,
        violations: [],
        undecided: [id("chu-ky-so", "vp")]
      )
    ]
    (office.judged, office.undecided, office.daysLate) = (3, 6, 2)
    var culture = UnitScore(unit: UnitID("vhxh"))
    culture.range = ScoreRange(worst: number(95), best: number(95))
    (culture.worstBand, culture.bestBand) = ("Xuất sắc", "Xuất sắc")
    culture.deductions = [
      Deduction(obligation: overdue, verdict: .overdue, row: 1, points: number(5)),
      Deduction(
        obligation: id("chu-ky-so", "vhxh"),
        verdict: .failed,
        row: 2,
        points: number(2),
        sameFactAs: overdue
      ),
    ]
    culture.gates = [
      GateState(gate: "khen-thuong", kind: .open, violations: [overdue], undecided: [])
    ]
    culture.repeated = [
      Repetition(
        rule: RuleID("bao-cao-thang"),
        periods: ["2026-08", "2026-09"].compactMap { Period(text: $0) }
      )
    ]
    (culture.judged, culture.undecided, culture.daysLate) = (2, 5, 56)
    var economy = UnitScore(unit: UnitID("kt"))
    economy.waived = [id("chu-ky-so", "kt")]
    return Scorecard(table: table, units: [office, culture, economy])
  }

  static func chronicle(of run: Run) throws -> Chronicle {
    func entry(_ number: Int, _ date: String, _ failed: Int, _ worst: Int128) throws
      -> Chronicle.Entry
    {
      Chronicle.Entry(
        number: number,
        asOf: try SamplePack.date(date),
        rulesDigest: "01",
        dataDigest: "02",
        counts: [.failed: failed, .overdue: 1, .metLate: 1, .noData: 2, .met: 9],
        scores: [UnitID("vp"): ScoreRange(worst: self.number(worst), best: self.number(worst + 9))]
      )
    }
    let before = try entry(1, "2026-09-20", 4, 70)
    let baseline = try entry(2, "2026-10-20", 3, 80)
    let now = try entry(3, "2026-11-20", 1, 86)
    return Chronicle(
      baseline: baseline,
      changes: [
        .init(
          obligation: id("chu-ky-so", "vhxh"),
          kind: .continuing,
          before: .failed,
          after: .failed
        ),
        .init(
          obligation: id("bao-cao-thang", "vhxh", "2026-09"),
          kind: .new,
          before: nil,
          after: .overdue
        ),
        .init(
          obligation: id("bao-cao-thang", "kt", "2026-08"),
          kind: .resolved,
          before: .overdue,
          after: .met
        ),
        .init(
          obligation: id("chu-ky-so", "vp"),
          kind: .undecided,
          before: .failed,
          after: .noData
        ),
      ],
      sightings: [
        id("chu-ky-so", "vhxh"): .init(
          firstSeen: try SamplePack.date("2026-06-20"),
          lastSeen: try SamplePack.date("2026-11-20"),
          since: try SamplePack.date("2026-09-20"),
          periods: 3
        ),
        id("bao-cao-thang", "vhxh", "2026-09"): .init(
          firstSeen: try SamplePack.date("2026-11-20"),
          lastSeen: try SamplePack.date("2026-11-20"),
          since: try SamplePack.date("2026-11-20"),
          periods: 1
        ),
      ],
      trend: [before, baseline, now]
    )
  }

  /// A run in which every one of some units, whose ids are `u0`, `u1`, …, broke every one of some
  /// rules, with as many cells of evidence each.
  static func crowd(units names: [String], rules count: Int, cells: Int = 2) throws -> Run {
    var run = try SamplePack.emptyRun()
    run.rules.units = names.enumerated().map { index, name in
      Unit(
        id: UnitID("u\(index)"),
        name: name,
        aliases: [],
        head: nil,
        email: nil,
        parent: nil,
        active: EffectiveDates(from: nil, to: nil)
      )
    }
    let model = try #require(run.rules.rules.first { $0.id == RuleID("chu-ky-so") })
    run.rules.rules = (0..<count).map { index in
      var rule = model
      rule.id = RuleID("quy-tac-\(index)")
      rule.title = "Quy tắc số \(index) về hồ sơ điện tử và chữ ký số"
      rule.severity = Severity.allCases[index % 3]
      rule.guidance = "Rà soát và bổ sung hồ sơ còn thiếu"
      return rule
    }
    let evidence = Evidence(
      dataset: DatasetID("can_bo"),
      file: "can-bo.csv",
      row: 17,
      key: "CB-017",
      column: "het_han",
      value: "",
      note: Phrase(vi: "chưa có chứng thư", en: "no certificate")
    )
    run.obligations = run.rules.rules.flatMap { rule in
      run.rules.units.map { unit in
        var obligation = Obligation(
          id: ObligationID(rule: rule.id, unit: unit.id, period: nil),
          verdict: .failed
        )
        obligation.measured = Measured(kind: .ratio)
        obligation.measured?.trueCount = 7
        obligation.measured?.falseCount = 1
        obligation.measured?.target = "100%"
        obligation.measured?.targetNumber = Decimal("100%")
        obligation.measured?.relation = .atLeast
        obligation.evidence = Array(repeating: evidence, count: cells)
        obligation.evidenceTotal = cells
        return obligation
      }
    }
    return run
  }

  /// Writes a run as a page.
  static func html(_ content: ReportContent, _ language: Language = .vi, masks: Bool = false)
    -> String
  {
    let options = ReportOptions(language: language, masksPersonal: masks)
    return String(decoding: HTMLReport.render(content, options), as: UTF8.self)
  }
}
