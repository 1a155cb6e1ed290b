import CivilTime
import Testing

@Suite("Spans")
struct SpanTests {
  @Test(
    "spans are read in both languages",
    arguments: [
      ("7 days", 7, Span.Unit.days), ("1 day", 1, .days), ("0 days", 0, .days),
      ("3 working days", 3, .workingDays), ("1 working day", 1, .workingDays),
      ("1 month", 1, .months), ("2 months", 2, .months), ("7 ngày", 7, .days),
      ("3 ngày làm việc", 3, .workingDays), ("1 tháng", 1, .months),
      // Decomposed accents, and more white space than needed.
      ("3 nga\u{300}y la\u{300}m vie\u{323}\u{302}c", 3, .workingDays),
      ("  2\u{A0}working   days ", 2, .workingDays), ("007 days", 7, .days),
    ]
  )
  func read(text: String, count: Int, unit: Span.Unit) {
    #expect(Span(text: text) == Span(count: count, unit: unit))
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "7", "days", "7days", "-7 days", "+7 days", "7.5 days", "7 weeks", "7 Days",
      "7 working", "7 days working", "working days 7", "x days", "99999999999999999999 days",
      "1 ngày làm", "7 days 3",
    ]
  )
  func refused(text: String) {
    #expect(Span(text: text) == nil)
  }

  @Test("what is printed reads back", arguments: Span.Unit.allCases)
  func roundTrip(unit: Span.Unit) {
    for count in [0, 1, 2, 31] {
      let span = Span(count: count, unit: unit)
      #expect(Span(text: span.description) == span)
    }
    #expect(Span(count: -3, unit: unit).count == 0)
  }
}
