/// Says which days are worked, from data alone.
///
/// The calendar knows only the years it was given; asking about another one is an error, never "no
/// holidays". A day is worked if it is listed as `working`, or else if it is neither a weekend day
/// nor a holiday. A listed day counts on its own date, whichever year's entry lists it.
public struct WorkingCalendar: Sendable {
  /// A stretch of days off.
  public struct Holiday: Sendable, Hashable {
    /// The first day off.
    public let from: CivilDate
    /// The last day off, that day included.
    public let to: CivilDate
    /// The name for explanations.
    public let name: String

    /// Makes a holiday; with `to` before `from` it has no days.
    public init(from: CivilDate, to: CivilDate, name: String) {
      self.from = from
      self.to = to
      self.name = name
    }
  }

  /// What an official notice says about one year.
  public struct Year: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// Where the data come from.
    public let source: String
    /// The days off.
    public let holidays: [Holiday]
    /// Weekend days made working days, and holidays that are worked.
    public let working: [CivilDate]

    /// Makes one year's entry.
    public init(year: Int, source: String, holidays: [Holiday], working: [CivilDate]) {
      self.year = year
      self.source = source
      self.holidays = holidays
      self.working = working
    }
  }

  /// The weekly days off.
  public let weekend: Set<Weekday>
  /// The entries, as given.
  public let entries: [Year]
  private let runs: [WorkingDayRun]

  /// Makes a calendar; entries of the same year are joined, years outside 1 to 9999 are dropped.
  ///
  /// - Complexity: O(days of the years held + holidays).
  public init(weekend: Set<Weekday>, years: [Year]) {
    self.weekend = weekend
    self.entries = years
    self.runs = WorkingDayRun.runs(weekend: weekend, entries: years)
  }

  /// The years held, ascending.
  public var years: [Int] { runs.flatMap(\.years) }

  /// Returns whether the calendar holds a year.
  public func covers(year: Int) -> Bool {
    runs.contains { $0.years.contains(year) }
  }

  /// Returns where the data of a year come from, or nil if the calendar does not hold it.
  public func source(year: Int) -> String? {
    entries.first { $0.year == year }?.source
  }

  /// Returns whether a day is worked.
  ///
  /// - Parameter date: The day.
  /// - Returns: True for a working day.
  /// - Throws: `CalendarYearMissing` if the calendar does not hold the day's year.
  public func isWorkingDay(_ date: CivilDate) throws(CalendarYearMissing) -> Bool {
    try run(holding: date).isWorking(date)
  }

  /// Returns the name of the holiday on a day, or nil if it is no holiday or is worked anyway.
  public func holidayName(_ date: CivilDate) -> String? {
    guard !entries.contains(where: { $0.working.contains(date) }) else { return nil }
    for entry in entries {
      for holiday in entry.holidays where holiday.from <= date && date <= holiday.to {
        return holiday.name
      }
    }
    return nil
  }

  /// Moves a day that is not worked to the next or previous working day.
  ///
  /// - Parameters:
  ///   - date: The day.
  ///   - roll: Which way to move; with `none` the calendar is not asked.
  /// - Returns: The day itself if it is worked, else its neighbour.
  /// - Throws: `CalendarYearMissing` if the day's year, or the one moved into, is not held.
  public func roll(_ date: CivilDate, _ roll: Roll) throws(CalendarYearMissing) -> CivilDate {
    switch roll {
    case .none: date
    case .following: try run(holding: date).workingDay(onOrAfter: date)
    case .preceding: try run(holding: date).workingDay(onOrBefore: date)
    }
  }

  /// Counts the working days after one day, up to and including another.
  ///
  /// - Parameters:
  ///   - start: The day before the first one counted.
  ///   - end: The last day counted.
  /// - Returns: The number of working days d with start < d <= end; if end lies before start, minus
  ///   the number of those with end < d <= start.
  /// - Throws: `CalendarYearMissing` if a day to count lies in a year that is not held.
  /// - Complexity: O(log of the number of gaps between held years).
  public func workingDays(
    after start: CivilDate,
    through end: CivilDate
  ) throws(CalendarYearMissing) -> Int {
    if end < start { return -(try workingDays(after: end, through: start)) }
    guard start < end else { return 0 }
    let first = start.adding(days: 1)
    let run = try run(holding: first)
    // A year that is missing between the two ends the run.
    guard run.holds(end) else { throw CalendarYearMissing(year: run.years.upperBound + 1) }
    return run.workingDays(from: first, through: end)
  }

  /// Returns the n-th working day before a day; the day itself if n is 0 or less.
  ///
  /// - Parameters:
  ///   - count: How many working days to go back.
  ///   - date: The day to start from; it need not be worked and is not counted.
  /// - Returns: A working day before `date`, or `date` itself.
  /// - Throws: `CalendarYearMissing` if the way back leaves the years held.
  public func stepBack(
    workingDays count: Int,
    from date: CivilDate
  ) throws(CalendarYearMissing) -> CivilDate {
    guard count > 0 else { return date }
    guard date > .min else { throw CalendarYearMissing(year: 0) }
    let eve = date.adding(days: -1)
    return try run(holding: eve).workingDay(number: count, backFrom: eve)
  }

  private func run(holding date: CivilDate) throws(CalendarYearMissing) -> WorkingDayRun {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].first <= date { low = middle + 1 } else { high = middle }
    }
    guard low > 0, runs[low - 1].holds(date) else { throw CalendarYearMissing(year: date.year) }
    return runs[low - 1]
  }
}

extension WorkingCalendar: Hashable {
  /// Returns whether two calendars were made of the same data.
  public static func == (a: WorkingCalendar, b: WorkingCalendar) -> Bool {
    a.weekend == b.weekend && a.entries == b.entries
  }

  /// Hashes the data that the calendar was made of.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(weekend)
    hasher.combine(entries)
  }
}

/// The calendar was asked about a year that it does not hold.
public struct CalendarYearMissing: Error, Sendable, Hashable {
  /// The year.
  public let year: Int

  /// Makes the error.
  public init(year: Int) {
    self.year = year
  }
}

/// Where a deadline goes that falls on a day that is not worked.
public enum Roll: String, Sendable, Hashable, CaseIterable {
  /// It stays.
  case none
  /// To the next working day.
  case following
  /// To the working day before.
  case preceding
}
