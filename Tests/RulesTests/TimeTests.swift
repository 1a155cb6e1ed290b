import CivilTime
import Diagnostics
import Rules
import Testing

@Suite("deadlines and the calendar")
struct TimeTests {
  struct DueCase: Sendable, CustomTestStringConvertible {
    var yaml: String
    var due: String
    var testDescription: String { yaml }
  }

  static let dues: [DueCase] = [
    .init(yaml: "due: unknown", due: "unknown"),
    .init(yaml: "due: 'unknown'", due: "unknown"),
    .init(yaml: "due: {before: 2026-05-30}", due: "2026-05-29"),
    .init(yaml: "due: {by: 2026-06-30}", due: "2026-06-30"),
    .init(yaml: "due: {by: 2026-06}", due: "2026-06-30"),
    .init(yaml: "due: {by: 2026-Q2}", due: "2026-06-30"),
    .init(yaml: "due: {by: 2026-H1}", due: "2026-06-30"),
    .init(yaml: "due: {by: 2026-W25}", due: "2026-06-21"),
    .init(yaml: "due: {by: 2026}", due: "2026-12-31"),
    .init(yaml: "every: month, due: {before: 20}", due: "2026-06-19"),
    .init(yaml: "every: month, due: {before: '08'}", due: "2026-06-07"),
    .init(yaml: "every: month, due: {by: end}", due: "2026-06-30"),
    .init(yaml: "every: month, due: {by: 31}", due: "2026-06-30"),
    .init(yaml: "every: quarter, due: {by: 15, months_after: 1}", due: "2026-07-15"),
    .init(yaml: "every: half_year, due: {by: end}", due: "2026-06-30"),
    .init(yaml: "every: year, due: {before: 1, months_after: 1}", due: "2026-12-31"),
    .init(yaml: "every: week, due: {by: end}", due: "2026-06-07"),
  ]

  @Test("each form of a deadline", arguments: dues)
  func due(_ c: DueCase) throws {
    let yaml =
      FaultyPack.base + "  - {id: x, title: X, clause: kh57/I.1, responsible: vp, \(c.yaml),"
      + " records: {of: ds}}\n"
    let read = readPack(yaml)
    #expect(read.report().isEmpty)
    let rule = try #require(read.pack.ruleSet.rules.last)
    let june = try #require(day("2026-06-01"))
    let period = rule.every.map { Period(kind: $0, containing: june) }
    let nominal = rule.due?.nominal(in: period)
    #expect((nominal.map { "\($0)" } ?? "unknown") == c.due)
  }

  @Test("a fixed date on the first and the last effective day is good, one beyond is not")
  func boundaries() {
    let report = { (date: String) in
      readPack(
        FaultyPack.base + "  - {id: x, title: X, clause: kh57/I.1, responsible: vp,"
          + " due: {by: \(date)}, records: {of: ds}}\n"
      ).ids
    }
    #expect(report("2026-04-19") == [.dateOutsideEffective])
    #expect(report("2026-04-20").isEmpty)
    #expect(report("2026-12-31").isEmpty)
    #expect(report("2027-01-01") == [.dateOutsideEffective])
  }

  /// A pack with one monthly rule from November 2026 on and a calendar of 2026 alone.
  private func monthly(_ due: String, roll: String) -> String {
    FaultyPack.base.replacing("to: 2026-12-31", with: "to: 2027-12-31")
      + "  - {id: x, title: X, clause: kh57/I.1, responsible: vp, every: month, roll: \(roll),"
      + " effective: {from: 2026-11-01}, due: \(due), records: {of: ds}}\n"
  }

  @Test("a recurring deadline needs the calendar's year once it has come")
  func recurring() throws {
    let pack = monthly("{by: 15}", roll: "following")
    #expect(readPack(pack, asOf: day("2027-01-14")).ids.isEmpty)
    let read = readPack(pack, asOf: day("2027-01-15"))
    #expect(read.ids == [.calendarYearMissing])
    #expect(read.report().contains("has no year 2027, so nobody knows whether 2027-01-15"))
    #expect(readPack(pack, asOf: day("2027-12-15")).ids.count == 1)
    #expect(readPack(monthly("{by: 15}", roll: "none"), asOf: day("2027-12-15")).ids.isEmpty)
  }

  @Test("a deadline at the year's end may roll into a year that is missing")
  func yearEnd() throws {
    // 31 January 2027 is a Sunday: its own year is missing. 31 December 2026 is a Thursday.
    let pack = monthly("{by: end}", roll: "following")
    #expect(readPack(pack, asOf: day("2026-12-31")).ids.isEmpty)
    #expect(readPack(pack, asOf: day("2027-01-31")).ids == [.calendarYearMissing])
  }

  @Test("a rule without end is reported once for each year that is missing")
  func longRun() throws {
    let pack =
      FaultyPack.base.replacing(", to: 2026-12-31", with: "")
      + "  - {id: x, title: X, clause: kh57/I.1, responsible: vp, every: week, roll: following,"
      + " due: {by: end}, records: {of: ds}}\n"
    #expect(readPack(pack, asOf: day("2126-01-01")).ids.count == 99)
  }

  @Test("parts of the calendar may stand in several files, the weekend in one")
  func severalCalendars() {
    let read = readPack([
      ("a.yaml", "calendar: {weekend: [sunday], years: [{year: 2025}]}\n"),
      ("b.yaml", "calendar: {years: [{year: 2026}]}\n"),
    ])
    #expect(read.ids.isEmpty && read.pack.ruleSet.calendar.years == [2025, 2026])
    #expect(read.pack.ruleSet.calendar.weekend == [.sunday])
    let twice = readPack([
      ("a.yaml", "calendar: {weekend: [sunday]}\n"), ("b.yaml", "calendar: {weekend: [friday]}\n"),
    ])
    #expect(twice.ids == [.duplicateSection])
  }
}
