internal import CivilTime
internal import Findings
internal import Rules

/// What violations cost by the rows of a scoring table.
struct PriceList {
  /// A violation's price and the row it comes from.
  struct Price {
    let verdict: Verdict
    let row: Int?
    let points: Decimal
  }

  private let rows: [Scoring.Deduction]
  private let rules: [RuleID: Rule]
  private let asOf: CivilDate

  init(_ table: Scoring, of run: Run) {
    rows = table.deductions
    rules = Dictionary(run.rules.rules.map { ($0.id, $0) }) { first, _ in first }
    asOf = run.asOf
  }

  /// The price of a violation.
  func price(of violation: Obligation) -> Price {
    price(violation.id.rule, violation.verdict, daysLate: violation.daysLate ?? 0)
  }

  /// The dearest price that an undecided obligation could still come to.
  ///
  /// What was to be done on a day may turn out late or not done; anything else may fail. Days late
  /// are counted up to the as-of date.
  func dearestPrice(of undecided: Obligation) -> Price {
    let isDeed = rules[undecided.id.rule]?.checkKind == "evidence"
    let daysLate = undecided.deadline.map { max(0, asOf - $0.effective) } ?? 0
    let verdicts: [Verdict] = isDeed ? [.overdue, .metLate] : [.failed]
    let prices = verdicts.map { price(undecided.id.rule, $0, daysLate: daysLate) }
    return prices.dropFirst().reduce(prices[0]) { $1.points > $0.points ? $1 : $0 }
  }

  private func price(_ rule: RuleID, _ verdict: Verdict, daysLate: Int) -> Price {
    guard let index = rows.firstIndex(where: { fits($0, rule, verdict) }) else {
      return Price(verdict: verdict, row: nil, points: Decimal(mantissa: 0))
    }
    return Price(verdict: verdict, row: index, points: points(of: rows[index], daysLate: daysLate))
  }

  private func fits(_ row: Scoring.Deduction, _ id: RuleID, _ verdict: Verdict) -> Bool {
    let rule = rules[id]
    return (row.rule.map { $0 == id } ?? true)
      && (row.verdict.map { $0 == verdict.rawValue } ?? true)
      && (row.severity.map { $0 == rule?.severity } ?? true)
      && (row.tag.map { rule?.tags.contains($0) == true } ?? true)
  }

  private func points(of row: Scoring.Deduction, daysLate: Int) -> Decimal {
    // More digits than fit are more points than anything: the row's own limit, or its start, stays.
    let perDay = row.perDay?.times(daysLate) ?? Decimal(mantissa: 0)
    let points = row.points.adding(perDay) ?? row.points
    return row.atMost.map { min($0, points) } ?? points
  }
}
