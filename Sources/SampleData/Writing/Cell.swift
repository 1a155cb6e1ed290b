import CivilTime

/// One value of a sample table, before a spelling writes it.
enum Cell: Sendable, Equatable {
  /// Nothing written: the field is absent.
  case empty
  case text(String)
  case date(CivilDate)
  /// A month of 2026, from 1.
  case month(Int)
  /// A quarter of 2026, from 1.
  case quarter(Int)
  case whole(Int)
  /// A number with one digit behind the comma, in tenths.
  case tenths(Int)
  /// A percentage, in tenths of a per cent: 985 is 98,5 %.
  case percent(Int)
  case flag(Bool)
  /// A unit by its id; the spelling chooses one of its names.
  case unit(String)

  /// A day of 2026, or no value at all where the calendar holds no such day.
  static func day(_ day: Int, _ month: Int, _ year: Int = 2026) -> Cell {
    CivilDate(year: year, month: month, day: day).map(Cell.date) ?? .empty
  }

  /// A date that may be missing.
  static func optional(_ date: CivilDate?) -> Cell { date.map(Cell.date) ?? .empty }

  /// The date in the cell, if it holds one.
  var date: CivilDate? {
    if case .date(let date) = self { date } else { nil }
  }

  /// The whole number in the cell; 0 where it holds none.
  var count: Int {
    if case .whole(let count) = self { count } else { 0 }
  }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .whole(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
}
