import CivilTime
import TestSupport
import Testing

@Suite("Counting working days")
struct WorkingDayCountTests {
  let calendar = Calendar2026.calendar

  @Test(
    "the first day is not counted, the last one is",
    arguments: [
      ("2026-10-19", "2026-10-19", 0), ("2026-10-19", "2026-10-20", 1),
      ("2026-10-16", "2026-10-19", 1), ("2026-10-16", "2026-10-18", 0),
      ("2026-10-17", "2026-10-18", 0), ("2026-02-13", "2026-02-23", 1),
      ("2026-04-29", "2026-05-04", 1), ("2026-01-09", "2026-01-10", 1),
      ("2026-11-23", "2026-11-25", 1), ("2025-12-31", "2026-01-05", 1),
    ]
  )
  func counted(from: String, to: String, count: Int) throws {
    #expect(try calendar.workingDays(after: day(from), through: day(to)) == count)
    #expect(try calendar.workingDays(after: day(to), through: day(from)) == -count)
  }

  @Test("a day to count in a year that is not held is an error")
  func missing() {
    #expect(throws: CalendarYearMissing(year: 2027)) {
      try calendar.workingDays(after: day("2026-12-31"), through: day("2027-01-01"))
    }
    #expect(throws: CalendarYearMissing(year: 2027)) {
      try calendar.workingDays(after: day("2026-06-01"), through: .max)
    }
    #expect(throws: CalendarYearMissing(year: 2025)) {
      try calendar.workingDays(after: day("2025-12-30"), through: day("2026-01-05"))
    }
    #expect(throws: CalendarYearMissing(year: 2025)) {
      try calendar.workingDays(after: day("2026-01-05"), through: day("2025-12-30"))
    }
  }

  @Test("a year missing between two held ones is found")
  func gap() {
    let years = [2024, 2026].map {
      WorkingCalendar.Year(year: $0, source: "", holidays: [], working: [])
    }
    let gapped = WorkingCalendar(weekend: [.sunday], years: years)
    #expect(gapped.years == [2024, 2026])
    #expect(throws: CalendarYearMissing(year: 2025)) {
      try gapped.workingDays(after: day("2024-12-01"), through: day("2026-02-01"))
    }
    #expect(throws: CalendarYearMissing(year: 2025)) {
      try gapped.stepBack(workingDays: 10, from: day("2026-01-05"))
    }
  }

  @Test(
    "going back counts working days before the day, not the day itself",
    arguments: [
      ("2026-10-19", 0, "2026-10-19"), ("2026-10-18", 0, "2026-10-18"),
      ("2026-10-19", 1, "2026-10-16"), ("2026-10-19", 3, "2026-10-14"),
      ("2026-10-18", 1, "2026-10-16"), ("2026-02-23", 1, "2026-02-13"),
      ("2026-08-24", 1, "2026-08-22"), ("2027-01-01", 1, "2026-12-31"),
      ("2026-10-19", -5, "2026-10-19"),
    ]
  )
  func stepsBack(from: String, count: Int, to: String) throws {
    #expect(try calendar.stepBack(workingDays: count, from: day(from)) == day(to))
  }

  @Test("going back out of the years held is an error")
  func stepsBackTooFar() {
    for count in [1, 2, 1_000, .max] {
      #expect(throws: CalendarYearMissing(year: 2025)) {
        try calendar.stepBack(workingDays: count, from: day("2026-01-05"))
      }
    }
    #expect(throws: CalendarYearMissing(year: 2027)) {
      try calendar.stepBack(workingDays: 1, from: day("2027-01-02"))
    }
  }

  @Test("counts, rolls and steps agree with a plain walk over the days", arguments: 1...20)
  func property(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let calendar = randomCalendar(&random)
    var faults: [String] = []
    for _ in 0..<50 {
      let start = day("2025-01-01").adding(days: Int(random.next() % 1_095))
      let end = day("2025-01-01").adding(days: Int(random.next() % 1_095))
      let naive = try walk(calendar, start, end)
      if try calendar.workingDays(after: start, through: end) != naive {
        faults.append("\(start) \(end)")
      }
      if start > end, -naive > 0 {
        let back = try calendar.stepBack(workingDays: -naive, from: start.adding(days: 1))
        if try walk(calendar, start, back.adding(days: -1)) != naive { faults.append("\(start)") }
        if try !calendar.isWorkingDay(back) { faults.append("\(back) is not worked") }
      }
      if naive > 0 {
        let next = try calendar.roll(start.adding(days: 1), .following)
        if try walk(calendar, start, next) != 1 { faults.append("roll \(start)") }
      }
    }
    #expect(faults == [])
  }

  private func walk(_ calendar: WorkingCalendar, _ a: CivilDate, _ b: CivilDate) throws -> Int {
    var count = 0
    var date = min(a, b)
    while date < max(a, b) {
      date = date.adding(days: 1)
      if try calendar.isWorkingDay(date) { count += 1 }
    }
    return b < a ? -count : count
  }

  private func randomCalendar(_ random: inout SeededGenerator) -> WorkingCalendar {
    let years = [2025, 2026, 2027].map { year in
      let first = CivilDate(year: year, month: 1, day: 1) ?? .min
      return WorkingCalendar.Year(
        year: year,
        source: "seeded",
        holidays: (0..<8).map { _ in
          let from = first.adding(days: Int(random.next() % 365))
          return WorkingCalendar.Holiday(
            from: from,
            to: from.adding(days: Int(random.next() % 6)),
            name: "nghỉ"
          )
        },
        working: (0..<5).map { _ in first.adding(days: Int(random.next() % 365)) }
      )
    }
    return WorkingCalendar(weekend: [.saturday, .sunday], years: years)
  }
}
