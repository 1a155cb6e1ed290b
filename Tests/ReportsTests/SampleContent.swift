import CivilTime
import Findings
import Reports
import Rules
import Scores
import Testing

extension SamplePack {
  /// The sample run with a scorecard and a chronicle made by hand.
  static func fullContent() throws -> ReportContent {
    let run = try fullRun()
    return ReportContent(run: run, scorecard: try scorecard(), chronicle: try chronicle())
  }

  static func id(_ rule: String, _ unit: String, _ period: String? = nil) -> ObligationID {
    ObligationID(
      rule: RuleID(rule),
      unit: UnitID(unit),
      period: period.flatMap(Period.init(text:))
    )
  }

  private static func decimal(_ text: String) throws -> Decimal { try #require(Decimal(text)) }

  private static func table() throws -> Scoring {
    Scoring(
      base: try decimal("100"),
      floor: try decimal("0"),
      deductions: [
        Scoring.Deduction(
          rule: RuleID("bao-cao-thang"),
          verdict: "met_late",
          severity: nil,
          tag: nil,
          points: try decimal("1"),
          perDay: try decimal("0.2"),
          atMost: try decimal("3")
        ),
        Scoring.Deduction(
          rule: nil,
          verdict: nil,
          severity: .major,
          tag: nil,
          points: try decimal("2"),
          perDay: nil,
          atMost: nil
        ),
      ],
      gates: [
        Scoring.Gate(
          id: "khen-thuong",
          title: "Đề nghị chưa xem xét khen thưởng",
          clause: ClauseReference(document: "kh", clause: "IV.1"),
          tags: ["cham"],
          atLeast: 1
        )
      ],
      bands: [
        Scoring.Band(atLeast: try decimal("90"), name: "Hoàn thành xuất sắc"),
        Scoring.Band(atLeast: try decimal("0"), name: "Hoàn thành"),
      ]
    )
  }

  private static func scorecard() throws -> Scorecard {
    var vp = UnitScore(unit: UnitID("vp"))
    vp.range = ScoreRange(worst: try decimal("96.6"), best: try decimal("98.6"))
    vp.worstBand = "Hoàn thành xuất sắc"
    vp.bestBand = "Hoàn thành xuất sắc"
    vp.deductions = [
      Deduction(
        obligation: id("bao-cao-thang", "vp", "2026-07"),
        verdict: .metLate,
        row: 0,
        points: try decimal("1.4")
      )
    ]
    vp.possible = [
      Deduction(
        obligation: id("chu-ky-so", "vp"),
        verdict: .failed,
        row: 1,
        points: try decimal("2")
      )
    ]
    let late = id("bao-cao-thang", "vp", "2026-07")
    vp.gates = [GateState(gate: "khen-thuong", kind: .open, violations: [late], undecided: [])]
    vp.judged = 2
    vp.undecided = 6
    vp.daysLate = 2
    var vhxh = UnitScore(unit: UnitID("vhxh"))
    vhxh.range = ScoreRange(worst: try decimal("88"), best: try decimal("98"))
    vhxh.worstBand = "Hoàn thành"
    vhxh.bestBand = "Hoàn thành xuất sắc"
    vhxh.deductions = [
      Deduction(
        obligation: id("chu-ky-so", "vhxh"),
        verdict: .failed,
        row: 1,
        points: try decimal("2")
      ),
      Deduction(
        obligation: id("bao-cao-thang", "vhxh", "2026-09"),
        verdict: .overdue,
        row: 1,
        points: try decimal("2"),
        sameFactAs: id("chu-ky-so", "vhxh")
      ),
    ]
    vhxh.repeated = [
      Repetition(
        rule: RuleID("bao-cao-thang"),
        periods: ["2026-08", "2026-09"].compactMap(Period.init(text:))
      )
    ]
    vhxh.judged = 2
    vhxh.undecided = 5
    vhxh.daysLate = 56
    var kt = UnitScore(unit: UnitID("kt"))
    kt.waived = [id("chu-ky-so", "kt")]
    return Scorecard(table: try table(), units: [vp, vhxh, kt])
  }

  private static func chronicle() throws -> Chronicle {
    let baseline = Chronicle.Entry(
      number: 3,
      asOf: try date("2026-10-20"),
      rulesDigest: "aa",
      dataDigest: "bb",
      counts: [.failed: 2],
      scores: [:]
    )
    func change(
      _ id: ObligationID,
      _ kind: Chronicle.Change.Kind,
      _ before: Verdict?,
      _ after: Verdict?
    ) -> Chronicle.Change {
      Chronicle.Change(obligation: id, kind: kind, before: before, after: after)
    }
    let sighting = Chronicle.Sighting(
      firstSeen: try date("2026-06-20"),
      lastSeen: try date("2026-11-20"),
      since: try date("2026-09-20"),
      periods: 3
    )
    return Chronicle(
      baseline: baseline,
      changes: [
        change(id("bao-cao-thang", "vp", "2026-07"), .new, nil, .metLate),
        change(id("chu-ky-so", "vhxh"), .continuing, .failed, .failed),
        change(id("bao-cao-thang", "vp", "2026-06"), .resolved, .overdue, .met),
        change(id("chu-ky-so", "vp"), .undecided, .failed, .noData),
        change(id("chu-ky-so", "kt"), .excused, .failed, .waived),
        change(id("ho-so-moi", "kt"), .gone, .failed, nil),
      ],
      sightings: [id("chu-ky-so", "vhxh"): sighting],
      trend: [baseline]
    )
  }
}
