import CivilTime
import Testing

@Suite("Periods")
struct PeriodTests {
  struct Known: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: PeriodKind
    let first: String
    let last: String
    var testDescription: String { text }
    init(_ text: String, _ kind: PeriodKind, _ first: String, _ last: String) {
      self.text = text
      self.kind = kind
      self.first = first
      self.last = last
    }

    static let all: [Known] = [
      Known("2026", .year, "2026-01-01", "2026-12-31"),
      Known("2026-H1", .halfYear, "2026-01-01", "2026-06-30"),
      Known("2026-H2", .halfYear, "2026-07-01", "2026-12-31"),
      Known("2026-Q1", .quarter, "2026-01-01", "2026-03-31"),
      Known("2026-Q2", .quarter, "2026-04-01", "2026-06-30"),
      Known("2026-Q4", .quarter, "2026-10-01", "2026-12-31"),
      Known("2026-02", .month, "2026-02-01", "2026-02-28"),
      Known("2024-02", .month, "2024-02-01", "2024-02-29"),
      Known("2026-10", .month, "2026-10-01", "2026-10-31"),
      // ISO weeks around New Year: a week belongs to the year of its Thursday.
      Known("2026-W01", .week, "2025-12-29", "2026-01-04"),
      Known("2026-W07", .week, "2026-02-09", "2026-02-15"),
      Known("2026-W53", .week, "2026-12-28", "2027-01-03"),
      Known("2027-W01", .week, "2027-01-04", "2027-01-10"),
      Known("2020-W53", .week, "2020-12-28", "2021-01-03"),
      Known("2024-W52", .week, "2024-12-23", "2024-12-29"),
      Known("2025-W01", .week, "2024-12-30", "2025-01-05"),
      Known("0001-01", .month, "0001-01-01", "0001-01-31"),
      Known("0001-W01", .week, "0001-01-01", "0001-01-07"),
      Known("9999-Q4", .quarter, "9999-10-01", "9999-12-31"),
      // The last week of all is cut short by the end of the calendar.
      Known("9999-W52", .week, "9999-12-27", "9999-12-31"),
    ]
  }

  @Test("periods are read, bounded and printed", arguments: Known.all)
  func known(_ known: Known) throws {
    let period = try #require(Period(text: known.text))
    #expect(period.kind == known.kind)
    #expect(period.first == day(known.first))
    #expect(period.last == day(known.last))
    #expect(period.description == known.text)
    #expect(Period(kind: known.kind, containing: period.first) == period)
    #expect(Period(kind: known.kind, containing: period.last) == period)
    #expect(period.contains(period.first) && period.contains(period.last))
  }

  @Test(
    "text that is no period is refused",
    arguments: [
      "", "026", "20260", "0000", "10000", "2026-", "2026-00", "2026-13", "2026-1", "2026-Q0",
      "2026-Q5", "2026-q2", "2026-H0", "2026-H3", "2026-W00", "2026-W54", "2025-W53", "2027-W53",
      "2026-W7", "2026-W007", "2026-10-01", " 2026", "2026 ", "10/2026", "2026–10", "2026-Q",
      "2026-Qx", "2026-W-1",
    ]
  )
  func refused(text: String) {
    #expect(Period(text: text) == nil)
  }

  @Test("consecutive periods touch and print back", arguments: PeriodKind.allCases)
  func consecutive(kind: PeriodKind) {
    var period = Period(kind: kind, containing: day("1999-11-15"))
    var faults: [String] = []
    while period.first < day("2030-01-01") {
      let next = period.next
      if next.first - period.last != 1 || next.ordinal != period.ordinal + 1
        || next.previous != period || !(period < next) || period.contains(next.first)
        || Period(text: period.description) != period
      {
        faults.append(period.description)
      }
      period = next
    }
    #expect(faults == [])
  }

  @Test("the first and last periods are their own neighbours", arguments: PeriodKind.allCases)
  func ends(kind: PeriodKind) {
    let first = Period(kind: kind, containing: .min)
    let last = Period(kind: kind, containing: .max)
    #expect(first.previous == first)
    #expect(last.next == last)
    #expect(first.first == .min)
    #expect(last.last == .max)
    #expect(Period(kind: kind, ordinal: .min) == first)
    #expect(Period(kind: kind, ordinal: .max) == last)
    #expect(Period(text: last.description) == last)
  }

  @Test("periods of different kinds order by first day, then by last")
  func order() throws {
    let texts = ["2026-W01", "2026-01", "2026-Q1", "2026-H1", "2026", "2026-02", "2026-Q2"]
    let periods = try texts.map { try #require(Period(text: $0)) }
    #expect(periods.reversed().sorted() == periods)
  }
}
