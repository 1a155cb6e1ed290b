public import CivilTime

/// One field of a row in a table, with its type.
public enum FieldValue: Sendable {
  /// Nothing is known, or it does not apply.
  case none
  /// A text.
  case text(String)
  /// A whole number.
  case count(Int)
  /// An exact number.
  case number(Decimal)
  /// An exact share, 1 for the whole.
  case share(Decimal)
  /// A day.
  case date(CivilDate)

  /// Makes a text, or nothing for nil.
  static func text(_ text: String?) -> FieldValue { text.map(FieldValue.text) ?? .none }
  /// Makes a whole number, or nothing for nil.
  static func count(_ count: Int?) -> FieldValue { count.map(FieldValue.count) ?? .none }
  /// Makes a number, or nothing for nil.
  static func number(_ number: Decimal?) -> FieldValue { number.map(FieldValue.number) ?? .none }
  /// Makes a day, or nothing for nil.
  static func date(_ date: CivilDate?) -> FieldValue { date.map(FieldValue.date) ?? .none }

  /// The field for programs: ISO dates, a point before fractions, nothing for nothing.
  public var plain: String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let number), .share(let number): number.description
    case .date(let date): date.description
    }
  }
}
