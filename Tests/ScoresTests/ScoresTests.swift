import CivilTime
import Diagnostics
import Findings
import Rules
import Testing

@testable import Scores

/// A pack with rules of every kind that scoring tells apart, and runs with chosen verdicts.
enum ScorePack {
  static let head = """
    pack: {schema: 1, name: Thử, language: vi}
    documents:
      - {id: kh, title: Kế hoạch, effective: {from: 2026-01-01, to: 2026-12-31}, clauses: [{id: I.1, summary: Một}]}
    units:
      - {id: vp, name: Văn phòng}
      - {id: kt, name: Phòng Kinh tế}
    calendar: {weekend: [saturday, sunday], years: [{year: 2026, source: Thử, holidays: []}]}
    datasets:
      - {id: ds, title: Sổ, file: so.csv, columns: {dv: {type: unit}, ngay: {type: date}}, unit: dv}
    rules:
      - {id: bao-cao, title: Báo cáo, clause: kh/I.1, responsible: {each: all}, every: month, due: {by: end},
         tags: [cham], evidence: {of: ds, done_at: ngay}}
      - {id: du, title: Đủ, clause: kh/I.1, responsible: {each: all}, severity: critical, tags: [sai],
         records: {of: ds, complete: [ngay]}}
      - {id: du-nua, title: Đủ nữa, clause: kh/I.1, responsible: {each: all}, severity: major, tags: [sai],
         same_fact_as: du, records: {of: ds, complete: [dv]}}
      - {id: nho, title: Nhỏ, clause: kh/I.1, responsible: {each: all}, severity: minor,
         records: {of: ds, complete: [ngay, dv]}}

    """

  static let table = """
    scoring:
      base: 100
      floor: 0
      deductions:
        - {rule: bao-cao, verdict: met_late, points: 1, per_day: 0.2, at_most: 3}
        - {tag: cham, points: 2.5}
        - {severity: critical, points: 5}
        - {severity: major, points: 2}
      gates:
        - {id: cong, title: Cổng, clause: kh/I.1, when: {tags: [sai, cham], at_least: 2}}
      bands:
        - {at_least: 90, name: Xuất sắc}
        - {at_least: 50, name: Được}

    """

  static func rules(_ table: String = table) throws -> RuleSet {
    var sink = DiagnosticSink()
    let file = PackFile(path: "pack.yaml", text: head + table)
    let pack = PackLoader.load(files: [file], folder: "rules", into: &sink)
    let renderer = DiagnosticRenderer(language: .en, sources: pack.sources)
    try #require(!sink.hasErrors, Comment(rawValue: renderer.render(sink.sorted())))
    return pack.ruleSet
  }

  static func obligation(
    _ rule: String,
    _ verdict: Verdict,
    unit: String = "vp",
    period: String? = nil,
    daysLate: Int? = nil
  ) -> Obligation {
    let period = period.flatMap(Period.init(text:))
    let id = ObligationID(rule: RuleID(rule), unit: UnitID(unit), period: period)
    var obligation = Obligation(id: id, verdict: verdict)
    obligation.daysLate = daysLate
    if let last = period?.last {
      obligation.deadline = Deadline(nominal: last, rolled: last, effective: last, holiday: nil)
    }
    return obligation
  }

  static func run(
    _ obligations: [Obligation],
    table: String = table,
    selectors: [String] = []
  ) throws -> Run {
    Run(
      rules: try rules(table),
      asOf: try #require(CivilDate(iso: "2026-11-20")),
      asOfSource: .option,
      dataDigest: "d",
      inputs: [],
      obligations: obligations,
      dataErrors: [],
      dataErrorTotal: 0,
      warnings: [],
      selectors: selectors
    )
  }

  static func score(_ obligations: [Obligation], table: String = table) throws -> UnitScore {
    let card = try #require(Scorecard(try run(obligations, table: table)))
    return try #require(card.units.first)
  }
}

func number(_ text: String) -> Decimal { Decimal(text) ?? Decimal(mantissa: -1) }
