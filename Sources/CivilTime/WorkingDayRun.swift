/// Consecutive years of a working calendar with a running count of their working days.
struct WorkingDayRun: Sendable {
  /// The years, all of them held.
  let years: ClosedRange<Int>
  /// 1 January of the first year.
  let first: CivilDate
  /// How many of the run's first i days are worked, for every i up to their number.
  private let workedAmongFirst: [Int32]

  /// Groups the years of the entries into runs, ascending, and marks their days.
  static func runs(
    weekend: Set<Weekday>,
    entries: [WorkingCalendar.Year]
  ) -> [WorkingDayRun] {
    let held = Set(entries.map(\.year)).filter { (1...9999).contains($0) }.sorted()
    var spans: [ClosedRange<Int>] = []
    for year in held {
      if let last = spans.last, last.upperBound == year - 1 {
        spans[spans.count - 1] = last.lowerBound...year
      } else {
        spans.append(year...year)
      }
    }
    return spans.map { WorkingDayRun(years: $0, weekend: weekend, entries: entries) }
  }

  private init(
    years: ClosedRange<Int>,
    weekend: Set<Weekday>,
    entries: [WorkingCalendar.Year]
  ) {
    let first = CivilDate(existingYear: years.lowerBound, month: 1, day: 1)
    let last = CivilDate(existingYear: years.upperBound, month: 12, day: 31)
    var isWorked = (0...(last - first)).map {
      !weekend.contains(first.adding(days: $0).weekday)
    }
    for holiday in entries.lazy.flatMap(\.holidays) {
      let from = max(holiday.from, first)
      let to = min(holiday.to, last)
      guard from <= to else { continue }
      for index in (from - first)...(to - first) { isWorked[index] = false }
    }
    for date in entries.lazy.flatMap(\.working) where first <= date && date <= last {
      isWorked[date - first] = true
    }
    var counts: [Int32] = [0]
    counts.reserveCapacity(isWorked.count + 1)
    var count: Int32 = 0
    for worked in isWorked {
      if worked { count += 1 }
      counts.append(count)
    }
    self.years = years
    self.first = first
    self.workedAmongFirst = counts
  }

  /// Returns whether a day lies in the run.
  func holds(_ date: CivilDate) -> Bool {
    let index = date - first
    return index >= 0 && index < workedAmongFirst.count - 1
  }

  /// Returns whether a day of the run is worked.
  func isWorking(_ date: CivilDate) -> Bool {
    let index = date - first
    return workedAmongFirst[index + 1] > workedAmongFirst[index]
  }

  /// Counts the working days from one day of the run through a later one.
  func workingDays(from start: CivilDate, through end: CivilDate) -> Int {
    Int(workedAmongFirst[end - first + 1] - workedAmongFirst[start - first])
  }

  /// Returns a day of the run if it is worked, else the next working day.
  func workingDay(onOrAfter date: CivilDate) throws(CalendarYearMissing) -> CivilDate {
    if isWorking(date) { return date }
    let worked = workedAmongFirst[date - first]
    let index = firstIndex(countingOver: worked)
    guard index < workedAmongFirst.count else {
      throw CalendarYearMissing(year: years.upperBound + 1)
    }
    return first.adding(days: index - 1)
  }

  /// Returns a day of the run if it is worked, else the working day before.
  func workingDay(onOrBefore date: CivilDate) throws(CalendarYearMissing) -> CivilDate {
    try workingDay(number: 1, backFrom: date)
  }

  /// Returns the n-th working day counted backward from a day of the run, that day included.
  func workingDay(
    number: Int,
    backFrom date: CivilDate
  ) throws(CalendarYearMissing) -> CivilDate {
    let worked = Int(workedAmongFirst[date - first + 1])
    guard number <= worked else { throw CalendarYearMissing(year: years.lowerBound - 1) }
    let index = firstIndex(countingOver: Int32(worked - number))
    return first.adding(days: index - 1)
  }

  /// Returns the first index whose running count is over a bound, or the end.
  private func firstIndex(countingOver bound: Int32) -> Int {
    var low = 0
    var high = workedAmongFirst.count
    while low < high {
      let middle = (low + high) / 2
      if workedAmongFirst[middle] > bound { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
