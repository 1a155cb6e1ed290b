import CivilTime
import Testing

@Suite("The working calendar")
struct WorkingCalendarTests {
  let calendar = Calendar2026.calendar

  @Test(
    "a day is worked or not as the data say",
    arguments: [
      ("2026-01-01", false), ("2026-01-02", false), ("2026-01-05", true),
      // A Saturday and a Sunday, and two Saturdays made working days.
      ("2026-01-03", false), ("2026-01-04", false), ("2026-01-10", true), ("2026-08-22", true),
      ("2026-02-13", true), ("2026-02-16", false), ("2026-02-20", false), ("2026-02-23", true),
      ("2026-11-23", true), ("2026-11-24", false), ("2026-11-25", true), ("2026-12-31", true),
    ]
  )
  func isWorkingDay(iso: String, expected: Bool) throws {
    #expect(try calendar.isWorkingDay(day(iso)) == expected)
  }

  @Test("a year that is not held is an error, never a year without holidays")
  func missingYear() {
    #expect(throws: CalendarYearMissing(year: 2025)) {
      try calendar.isWorkingDay(day("2025-12-31"))
    }
    #expect(throws: CalendarYearMissing(year: 2027)) {
      try calendar.isWorkingDay(day("2027-01-01"))
    }
    #expect(throws: CalendarYearMissing(year: 2026)) {
      try WorkingCalendar(weekend: [], years: []).isWorkingDay(day("2026-01-05"))
    }
    #expect(calendar.covers(year: 2026) && !calendar.covers(year: 2027))
    #expect(calendar.years == [2026])
    #expect(calendar.source(year: 2026) == "TB 9441/TB-BNV")
    #expect(calendar.source(year: 2027) == nil)
  }

  @Test("holidays have names unless they are worked")
  func holidayNames() {
    #expect(calendar.holidayName(day("2026-02-18")) == "Tết Nguyên đán")
    #expect(calendar.holidayName(day("2026-04-30")) == "Ngày Chiến thắng")
    #expect(calendar.holidayName(day("2026-05-02")) == nil)
    let worked = WorkingCalendar(
      weekend: [],
      years: [
        WorkingCalendar.Year(
          year: 2026,
          source: "",
          holidays: [Calendar2026.holiday("2026-03-02", "2026-03-03", "Nghỉ bù")],
          working: [day("2026-03-03")]
        )
      ]
    )
    #expect(worked.holidayName(day("2026-03-02")) == "Nghỉ bù")
    #expect(worked.holidayName(day("2026-03-03")) == nil)
  }

  @Test(
    "a day that is not worked rolls to its neighbour",
    arguments: [
      ("2026-09-19", Roll.none, "2026-09-19"), ("2026-09-19", .following, "2026-09-21"),
      ("2026-09-19", .preceding, "2026-09-18"), ("2026-10-19", .following, "2026-10-19"),
      ("2026-10-19", .preceding, "2026-10-19"), ("2026-04-30", .following, "2026-05-04"),
      ("2026-04-30", .preceding, "2026-04-29"), ("2026-08-23", .preceding, "2026-08-22"),
      ("2026-08-29", .following, "2026-09-03"), ("2026-12-31", .following, "2026-12-31"),
    ]
  )
  func rolls(from: String, roll: Roll, to: String) throws {
    #expect(try calendar.roll(day(from), roll) == day(to))
  }

  @Test("rolling out of the years held is an error that names the year needed")
  func rollAcrossYears() throws {
    #expect(throws: CalendarYearMissing(year: 2025)) {
      try calendar.roll(day("2026-01-01"), .preceding)
    }
    #expect(throws: CalendarYearMissing(year: 2027)) {
      try calendar.roll(day("2027-01-02"), .following)
    }
    let year2028 = WorkingCalendar.Year(year: 2028, source: "", holidays: [], working: [])
    let only2028 = WorkingCalendar(weekend: [.saturday, .sunday], years: [year2028])
    // 31 December 2028 is a Sunday.
    #expect(throws: CalendarYearMissing(year: 2029)) {
      try only2028.roll(day("2028-12-31"), .following)
    }
    let year2029 = WorkingCalendar.Year(
      year: 2029,
      source: "",
      holidays: [Calendar2026.holiday("2029-01-01", "2029-01-01", "Tết Dương lịch")],
      working: []
    )
    let both = WorkingCalendar(weekend: [.saturday, .sunday], years: [year2029, year2028])
    #expect(try both.roll(day("2028-12-31"), .following) == day("2029-01-02"))
    #expect(try both.roll(day("2029-01-01"), .preceding) == day("2028-12-29"))
    #expect(try only2028.roll(day("2031-01-01"), .none) == day("2031-01-01"))
  }

  @Test("a calendar that never works gives an error, not an endless search")
  func neverWorked() {
    let year = WorkingCalendar.Year(year: 9999, source: "", holidays: [], working: [])
    let idle = WorkingCalendar(weekend: Set(Weekday.allCases), years: [year])
    #expect(throws: CalendarYearMissing(year: 10_000)) { try idle.roll(.max, .following) }
    #expect(throws: CalendarYearMissing(year: 9998)) { try idle.roll(.max, .preceding) }
    #expect(throws: CalendarYearMissing(year: 9998)) {
      try idle.stepBack(workingDays: 1, from: .max)
    }
    #expect(throws: CalendarYearMissing(year: 0)) { try idle.stepBack(workingDays: 1, from: .min) }
  }
}
