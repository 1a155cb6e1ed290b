extension WorkingCalendar {
  /// Returns the first day of a reminder: a span before a deadline, that first day included.
  ///
  /// Beyond the years that the calendar holds nobody can count working days; twice as many calendar
  /// days remind early enough.
  public func reminderStart(_ span: Span, before due: CivilDate) -> CivilDate {
    switch span.unit {
    case .days: return due.adding(days: -span.count)
    case .months: return due.adding(months: -span.count)
    case .workingDays:
      do {
        return try stepBack(workingDays: span.count, from: due)
      } catch {
        return due.adding(days: -2 * span.count)
      }
    }
  }
}
