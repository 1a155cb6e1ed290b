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

  /// More points than any scale has.
  private static let beyondCounting = Decimal(mantissa: Decimal.power(30))

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
  /// What was to be done on a day may turn out late or not done, with the days late up to the as-of
  /// date; anything else may fail, and a failure has no days late (§13.8).
  func dearestPrice(of undecided: Obligation) -> Price {
    let isDeed = rules[undecided.id.rule]?.checkKind == "evidence"
    let sinceDue = undecided.deadline.map { max(0, asOf - $0.effective) } ?? 0
    let daysLate = isDeed ? sinceDue : 0
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
    let perDay = row.perDay ?? Decimal(mantissa: 0)
    // More digits than fit are more points than anything.
    let points = perDay.times(daysLate).flatMap(row.points.adding) ?? Self.beyondCounting
    return row.atMost.map { min($0, points) } ?? points
  }
}
