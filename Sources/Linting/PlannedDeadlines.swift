internal import CivilTime
internal import Rules

/// One deadline of a rule, whoever owes it.
struct PlannedDeadline {
  /// The period; nil for a rule without periods.
  let period: Period?
  /// The last good day as written.
  let nominal: CivilDate
  /// The last good day on a working day; nil in a year that the calendar does not hold.
  let rolled: CivilDate?
  /// The year that the calendar would need.
  let missingYear: Int?
}

extension LintedPack {
  /// Returns every deadline of a rule whose nominal day lies within some days.
  ///
  /// - Parameters:
  ///   - rule: The rule; standing duties and dates not yet set have no deadlines.
  ///   - days: The days; both ends must be closed.
  /// - Returns: The deadlines in order.
  /// - Complexity: O(periods within the days).
  func deadlines(of rule: Rule, within days: ClosedRange<CivilDate>) -> [PlannedDeadline] {
    guard let due = rule.due, due != .unknown else { return [] }
    guard let every = rule.every else {
      let fixed = due.nominal(in: nil).map { deadline(rule, nil, $0) }
      return [fixed].compactMap(\.self).filter { days.contains($0.nominal) }
    }
    var period = Period(
      kind: every,
      containing: days.lowerBound.adding(months: -due.monthsAfter).adding(days: -1)
    )
    var found: [PlannedDeadline] = []
    while let nominal = due.nominal(in: period), nominal <= days.upperBound {
      if days.contains(nominal) { found.append(deadline(rule, period, nominal)) }
      let next = period.next
      guard next.first > period.first else { break }
      period = next
    }
    return found
  }

  /// Returns the days on which a rule can have deadlines, up to a last one; nil if there are none.
  func days(of rule: Rule, through last: CivilDate) -> ClosedRange<CivilDate>? {
    guard let from = rule.effective.from else { return nil }
    let to = min(rule.effective.to ?? .max, last)
    return from <= to ? from...to : nil
  }

  private func deadline(_ rule: Rule, _ period: Period?, _ nominal: CivilDate) -> PlannedDeadline {
    do throws(CalendarYearMissing) {
      let rolled = try rules.calendar.roll(nominal, rule.rolling.roll(on: nominal))
      return PlannedDeadline(period: period, nominal: nominal, rolled: rolled, missingYear: nil)
    } catch {
      return PlannedDeadline(
        period: period,
        nominal: nominal,
        rolled: nil,
        missingYear: error.year
      )
    }
  }
}
