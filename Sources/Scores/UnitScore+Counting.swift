internal import CivilTime
internal import Findings
internal import Rules

extension UnitScore {
  /// Counts what stands against one unit.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - obligations: Its obligations, in the order of the run.
  ///   - table: The scoring table.
  ///   - prices: What violations cost.
  ///   - facts: Which obligations rest on one fact.
  init(
    _ unit: UnitID,
    _ obligations: [Obligation],
    _ table: Scoring,
    _ prices: PriceList,
    _ facts: Facts
  ) {
    self.init(unit: unit)
    let violations = obligations.filter(\.verdict.isViolation)
    let open = obligations.filter(\.verdict.isUndecided)
    waived = obligations.filter { $0.verdict == .waived }.map(\.id)
    undecided = open.count
    judged = obligations.count { Self.isJudged($0.verdict) }
    daysLate = violations.reduce(0) { $0 + ($1.daysLate ?? 0) }
    repeated = Self.repetitions(among: violations)
    var carried: [Facts.Key: Carried] = [:]
    deductions = Self.charges(violations.map { ($0.id, prices.price(of: $0)) }, facts, &carried)
    possible = Self.charges(open.map { ($0.id, prices.dearestPrice(of: $0)) }, facts, &carried)
    setRange(table)
  }

  /// Whether a verdict says that somebody looked and found an answer.
  ///
  /// What is pending was not looked at yet: a unit that owes nothing but that has no score.
  private static func isJudged(_ verdict: Verdict) -> Bool {
    switch verdict {
    case .met, .metLate, .overdue, .failed, .waived: true
    case .error, .noData, .pending, .notApplicable: false
    }
  }

  // MARK: Deductions

  /// The obligation that carries a fact, and what the fact costs so far.
  private struct Carried {
    let obligation: ObligationID
    var points: Decimal
  }

  /// Charges obligations, the dearest first, each fact once.
  ///
  /// A fact that is carried already costs only what is dearer than before.
  private static func charges(
    _ prices: [(ObligationID, PriceList.Price)],
    _ facts: Facts,
    _ carried: inout [Facts.Key: Carried]
  ) -> [Deduction] {
    let ordered = prices.enumerated().sorted { a, b in
      let (x, y) = (a.element.1.points, b.element.1.points)
      return x == y ? a.offset < b.offset : x > y
    }
    return ordered.map { _, entry in
      let (obligation, price) = entry
      let key = facts.key(of: obligation)
      var deduction = Deduction(
        obligation: obligation,
        verdict: price.verdict,
        row: price.row,
        points: price.points
      )
      guard let first = carried[key] else {
        carried[key] = Carried(obligation: obligation, points: price.points)
        return deduction
      }
      deduction.sameFactAs = first.obligation
      deduction.counted = Decimal(mantissa: 0)
      if price.points > first.points, let more = price.points.subtracting(first.points) {
        deduction.counted = more
        carried[key]?.points = price.points
      }
      return deduction
    }
  }

  // MARK: The interval

  /// Takes back what a look at only a part of the obligations cannot say: a number, and that a gate
  /// is closed.
  mutating func withdraw() {
    range = nil
    worstBand = nil
    bestBand = nil
    for index in gates.indices where gates[index].kind == .closed { gates[index].kind = .perhaps }
  }

  private mutating func setRange(_ table: Scoring) {
    guard judged > 0 else { return }
    let certain = deductions.total
    let all = certain.flatMap { sum in possible.total.flatMap(sum.adding) }
    let range = ScoreRange(worst: table.score(less: all), best: table.score(less: certain))
    self.range = range
    worstBand = table.band(of: range.worst)
    bestBand = table.band(of: range.best)
  }

  // MARK: Repeated offences

  private static func repetitions(among violations: [Obligation]) -> [Repetition] {
    var order: [RuleID] = []
    var periods: [RuleID: [Period]] = [:]
    for violation in violations {
      guard let period = violation.id.period else { continue }
      if periods[violation.id.rule] == nil { order.append(violation.id.rule) }
      periods[violation.id.rule, default: []].append(period)
    }
    return order.compactMap { rule in
      guard let periods = periods[rule], periods.count > 1 else { return nil }
      return Repetition(rule: rule, periods: periods.sorted { $0.first < $1.first })
    }
  }
}

extension Scoring {
  /// The base less points, never below the floor; nil stands for more points than any.
  fileprivate func score(less points: Decimal?) -> Decimal {
    max(floor, points.flatMap(base.subtracting) ?? floor)
  }

  /// The name of the highest band that a score reaches.
  fileprivate func band(of score: Decimal) -> String? {
    bands.first { $0.atLeast <= score }?.name
  }
}
