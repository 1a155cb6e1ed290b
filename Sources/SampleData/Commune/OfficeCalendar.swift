import CivilTime

/// The year that the samples tell of: its working days, and the day the dumps were made.
enum OfficeCalendar {
  /// Friday 20 November 2026, the day of the dumps.
  static let asOf = CivilDate(dayNumber: 20777)

  /// The commune's working-day calendar, as `rules/lich.yaml` has it.
  ///
  /// - SeeAlso: Thông báo 9441/TB-BNV (days off of 2026 and the Saturdays worked for them);
  ///   Nghị quyết 28/2026/QH16 (24 November, a holiday from 2026).
  static let calendar = WorkingCalendar(
    weekend: [.saturday, .sunday],
    years: [
      WorkingCalendar.Year(
        year: 2026,
        source: "Thông báo lịch nghỉ 2026",
        holidays: [
          holiday(1, 1, 2, 1, "Tết Dương lịch"),
          holiday(16, 2, 20, 2, "Tết Nguyên đán"),
          holiday(27, 4, 27, 4, "Giỗ Tổ (nghỉ bù)"),
          holiday(30, 4, 1, 5, "Chiến thắng, Quốc tế Lao động"),
          holiday(31, 8, 2, 9, "Quốc khánh"),
          holiday(24, 11, 24, 11, "Ngày Văn hoá Việt Nam"),
        ],
        working: [date(10, 1), date(22, 8)]
      )
    ]
  )

  /// A day of 2026; the first of January where there is no such day.
  static func date(_ day: Int, _ month: Int) -> CivilDate {
    CivilDate(year: 2026, month: month, day: day) ?? CivilDate(dayNumber: 20454)
  }

  /// Whether offices are open; no day outside 2026 is asked for.
  static func isWorkingDay(_ day: CivilDate) -> Bool {
    do throws(CalendarYearMissing) {
      return try calendar.isWorkingDay(day)
    } catch {
      return day.weekday != .saturday && day.weekday != .sunday
    }
  }

  /// The day so many working days after another; 0 is the same day.
  static func adding(workingDays count: Int, to day: CivilDate) -> CivilDate {
    var day = day
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The day itself, or the next on which offices are open.
  static func open(_ day: CivilDate) -> CivilDate {
    var day = day
    while !isWorkingDay(day) { day = day.adding(days: 1) }
    return day
  }

  /// The day itself, or the last before it on which offices were open.
  static func openBefore(_ day: CivilDate) -> CivilDate {
    var day = day
    while !isWorkingDay(day) { day = day.adding(days: -1) }
    return day
  }

  private static func holiday(
    _ day: Int,
    _ month: Int,
    _ lastDay: Int,
    _ lastMonth: Int,
    _ name: String
  ) -> WorkingCalendar.Holiday {
    WorkingCalendar.Holiday(from: date(day, month), to: date(lastDay, lastMonth), name: name)
  }
}
