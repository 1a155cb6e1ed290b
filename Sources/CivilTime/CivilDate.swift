/// A day of the proleptic Gregorian calendar, without time or time zone.
///
/// Years run from 1 to 9999. Every calculation saturates at that range's ends instead of trapping.
///
/// - SeeAlso: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
///   https://howardhinnant.github.io/date_algorithms.html (`days_from_civil`, `civil_from_days`).
public struct CivilDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before.
  public let dayNumber: Int32

  /// 0001-01-01, the first day there is.
  public static let min = CivilDate(unchecked: -719_162)
  /// 9999-12-31, the last day there is.
  public static let max = CivilDate(unchecked: 2_932_896)

  private init(unchecked dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// Makes the date that lies so many days after 1970-01-01, saturating at `min` and `max`.
  public init(dayNumber: Int32) {
    self.dayNumber = Swift.min(Swift.max(dayNumber, -719_162), 2_932_896)
  }

  /// Makes the date of a year, month and day, or nil if there is no such date.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.dayCount(year: year, month: month)
    else { return nil }
    self.init(existingYear: year, month: month, day: day)
  }

  /// Makes a date that is known to exist.
  init(existingYear year: Int, month: Int, day: Int) {
    // Years begin in March, so that the leap day is the last of its year.
    let marchYear = month > 2 ? year : year - 1
    let era = marchYear / 400
    let yearOfEra = marchYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(unchecked: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// Year, month and day at once, cheaper than asking three times.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year, 1 to 9999.
  public var year: Int { components.year }
  /// The month, 1 to 12.
  public var month: Int { components.month }
  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday {
    // 0001-01-01 was a Monday and is 719 162 days before day 0.
    switch (Int(dayNumber) + 719_162) % 7 {
    case 0: .monday
    case 1: .tuesday
    case 2: .wednesday
    case 3: .thursday
    case 4: .friday
    case 5: .saturday
    default: .sunday
    }
  }

  /// The last day of the date's month.
  public var lastOfMonth: CivilDate {
    let (year, month, _) = components
    return CivilDate(
      existingYear: year,
      month: month,
      day: Self.dayCount(year: year, month: month)
    )
  }

  /// Returns the date so many days later, or earlier if negative, saturating at `min` and `max`.
  public func adding(days: Int) -> CivilDate {
    let (sum, isOverflow) = Int(dayNumber).addingReportingOverflow(days)
    if isOverflow { return days < 0 ? .min : .max }
    return CivilDate(dayNumber: Int32(clamping: sum))
  }

  /// Returns the same day so many months later, clamped to that month's last day.
  ///
  /// 31 January plus one month is 28 or 29 February. The result saturates at `min` and `max`.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    let (index, isOverflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if isOverflow { return months < 0 ? .min : .max }
    guard index >= 12 else { return .min }
    guard index < 120_000 else { return .max }
    let newYear = index / 12
    let newMonth = index % 12 + 1
    return CivilDate(
      existingYear: newYear,
      month: newMonth,
      day: Swift.min(day, Self.dayCount(year: newYear, month: newMonth))
    )
  }

  /// Returns how many days the first date lies after the second; negative if before.
  public static func - (a: CivilDate, b: CivilDate) -> Int {
    Int(a.dayNumber) - Int(b.dayNumber)
  }

  /// Orders dates by time.
  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    a.dayNumber < b.dayNumber
  }

  /// Returns whether a year has a 29 February.
  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Returns how many days a month from 1 to 12 has.
  static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
