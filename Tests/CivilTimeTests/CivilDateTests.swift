import CivilTime
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  struct Known: Sendable, CustomTestStringConvertible {
    let iso: String
    let dayNumber: Int32
    let weekday: Weekday
    var testDescription: String { iso }
    init(_ iso: String, _ dayNumber: Int32, _ weekday: Weekday) {
      self.iso = iso
      self.dayNumber = dayNumber
      self.weekday = weekday
    }

    static let all: [Known] = [
      Known("1970-01-01", 0, .thursday),
      Known("1969-12-31", -1, .wednesday),
      Known("2000-02-29", 11_016, .tuesday),
      Known("2026-04-20", 20_563, .monday),
      Known("2026-11-24", 20_781, .tuesday),
      Known("0001-01-01", -719_162, .monday),
      Known("9999-12-31", 2_932_896, .friday),
      // The Gregorian calendar reaches back beyond its introduction: no gap in October 1582.
      Known("1582-10-04", -141_438, .monday),
      Known("1582-10-15", -141_427, .friday),
    ]
  }

  @Test("known days have their number, weekday and text", arguments: Known.all)
  func known(_ known: Known) throws {
    let date = try #require(CivilDate(iso: known.iso))
    #expect(date.dayNumber == known.dayNumber)
    #expect(date.weekday == known.weekday)
    #expect(date.description == known.iso)
    #expect(CivilDate(dayNumber: known.dayNumber) == date)
    #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
  }

  @Test("every day of a whole 400-year cycle follows the one before")
  func everyDay() {
    var previous = day("1699-12-31").components
    var weekday = day("1699-12-31").weekday.rawValue
    var faults = 0
    for number in day("1700-01-01").dayNumber...day("2100-01-01").dayNumber {
      let date = CivilDate(dayNumber: number)
      let now = date.components
      weekday = weekday % 7 + 1
      let isNextDay = now == (previous.year, previous.month, previous.day + 1)
      let isNextMonth = now == (previous.year, previous.month + 1, 1) && previous.day >= 28
      let isNextYear = now == (previous.year + 1, 1, 1) && previous.month == 12
      if !(isNextDay || isNextMonth || isNextYear) || date.weekday.rawValue != weekday {
        faults += 1
      }
      previous = now
    }
    #expect(faults == 0)
    #expect(previous == (2100, 1, 1))
  }

  @Test("numbers and parts of a date name each other in every year")
  func everyYear() {
    var faults = 0
    for number in stride(from: CivilDate.min.dayNumber, through: CivilDate.max.dayNumber, by: 61) {
      let date = CivilDate(dayNumber: number)
      let (year, month, day) = date.components
      if CivilDate(year: year, month: month, day: day) != date { faults += 1 }
    }
    #expect(faults == 0)
  }

  @Test(
    "leap years have a 29 February and others have not",
    arguments: [
      (2024, true), (2026, false), (2000, true), (1900, false), (2100, false), (4, true),
      (9996, true),
    ]
  )
  func leapYears(year: Int, isLeap: Bool) {
    #expect(CivilDate.isLeap(year: year) == isLeap)
    #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
    #expect(CivilDate(year: year, month: 2, day: 1)?.lastOfMonth.day == (isLeap ? 29 : 28))
  }

  @Test(
    "text that is no date is refused",
    arguments: [
      "", "2026", "2026-1-01", "2026-01-1", "2026-01-011", " 2026-01-01", "2026-01-01 ",
      "2026-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00",
      "0000-01-01", "20260101", "2026/01/01", "2026-01-0x", "-026-01-01", "+026-01-01",
      "２０２６-01-01", "2026–01–01", "01/02/2026",
    ]
  )
  func refused(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test(
    "parts that make no date are refused",
    arguments: [
      (0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32),
      (2026, 6, 31), (.min, .min, .min), (.max, .max, .max),
    ]
  )
  func refusedParts(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test("Vietnamese offices read the day first")
  func vietnamese() {
    #expect(day("2026-04-03").vietnamese == "03/04/2026")
    #expect(day("0009-12-31").vietnamese == "31/12/0009")
  }

  @Test(
    "adding months keeps the day or clamps it to the month's end",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2026-12-31", 2, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
      ("2026-11-20", 0, "2026-11-20"), ("2026-11-20", -11, "2025-12-20"),
      ("2026-11-30", 3, "2027-02-28"), ("9999-11-30", 2, "9999-12-31"),
      ("0001-01-31", -1, "0001-01-01"), ("2026-01-01", .max, "9999-12-31"),
      ("2026-01-01", .min, "0001-01-01"),
    ]
  )
  func addingMonths(from: String, months: Int, to: String) {
    #expect(day(from).adding(months: months) == day(to))
  }

  @Test(
    "adding days crosses months and years and stops at the ends of time",
    arguments: [
      ("2026-02-28", 1, "2026-03-01"), ("2024-02-28", 1, "2024-02-29"),
      ("2026-12-31", 1, "2027-01-01"), ("2026-01-01", -1, "2025-12-31"),
      ("9999-12-31", 1, "9999-12-31"), ("0001-01-01", -1, "0001-01-01"),
      ("2026-01-01", .max, "9999-12-31"), ("2026-01-01", .min, "0001-01-01"),
      ("2026-01-01", 0, "2026-01-01"),
    ]
  )
  func addingDays(from: String, days: Int, to: String) {
    #expect(day(from).adding(days: days) == day(to))
  }

  @Test("day numbers beyond the calendar saturate")
  func saturation() {
    #expect(CivilDate(dayNumber: .max) == .max)
    #expect(CivilDate(dayNumber: .min) == .min)
    #expect(CivilDate.max - .min == 3_652_058)
  }

  @Test("dates order by time and subtract to days")
  func order() {
    #expect(day("2026-09-30") < day("2026-10-01"))
    #expect(!(day("2026-10-01") < day("2026-10-01")))
    #expect(day("2026-10-20") - day("2026-10-19") == 1)
    #expect(day("2025-12-31") - day("2026-12-31") == -365)
  }

  @Test("weekdays are found by their English names only")
  func weekdayNames() {
    for weekday in Weekday.allCases { #expect(Weekday(name: weekday.name) == weekday) }
    #expect(Weekday(name: "Saturday") == nil)
    #expect(Weekday(name: "sat") == nil)
    #expect(Weekday(name: "") == nil)
  }
}
