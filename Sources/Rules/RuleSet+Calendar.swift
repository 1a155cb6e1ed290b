public import CivilTime
public import Diagnostics

extension RuleSet {
  /// Reports periodic deadlines up to a day that fall in years which the calendar does not hold.
  ///
  /// Single dates were looked at when the pack was loaded; recurring ones depend on the as-of date.
  /// Each rule is reported once for each missing year.
  ///
  /// - Parameters:
  ///   - asOf: The day the run judges at.
  ///   - sink: Receives one error for each rule and missing year.
  /// - Complexity: O(rules × periods up to the day).
  public func checkCalendar(asOf: CivilDate, into sink: inout DiagnosticSink) {
    for rule in rules where rule.rolling.canMove {
      guard let every = rule.every, let due = rule.due, due.isPeriodic,
        let first = firstPeriod(of: rule, every, due)
      else { continue }
      var reported: Set<Int> = []
      var period = first
      while period.first <= asOf, let nominal = due.nominal(in: period), nominal <= asOf,
        rule.effective.to.map({ nominal <= $0 }) ?? true, period.next.first > period.first
      {
        period = period.next
        guard rule.effective.contains(nominal),
          let year = missingYear(nominal, rule.rolling.roll(on: nominal)),
          reported.insert(year).inserted
        else { continue }
        sink.error(
          .calendarYearMissing,
          DueMessages.yearMissing(year, nominal),
          at: rule.dueRange ?? rule.range,
          help: DueMessages.addYear
        )
      }
    }
  }

  /// The first period whose deadline may lie within the rule's effective dates.
  private func firstPeriod(of rule: Rule, _ every: PeriodKind, _ due: Due) -> Period? {
    guard let from = rule.effective.from else { return nil }
    return Period(kind: every, containing: from.adding(months: -due.monthsAfter)).previous
  }

  private func missingYear(_ date: CivilDate, _ roll: Roll) -> Int? {
    do throws(CalendarYearMissing) {
      _ = try calendar.roll(date, roll)
      return nil
    } catch {
      return error.year
    }
  }
}
