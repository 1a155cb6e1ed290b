public import CivilTime

/// One value: what a literal means, what a scope holds fixed, what one row's answer is.
public enum Constant: Sendable, Hashable {
  /// A whole number.
  case int(Int64)
  /// An IEEE 754 number.
  case double(Double)
  /// The exact decimal `mantissa / 10^scale`; the scale is 0 to 38.
  case decimal(Int128, scale: Int)
  /// The exact quotient of two numbers; the second is positive.
  case ratio(Int128, over: Int128)
  /// Text in NFC.
  case string(String)
  /// True or false.
  case bool(Bool)
  /// A civil date.
  case date(CivilDate)
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  case timestamp(Int128)
  /// Nanoseconds.
  case duration(Int128)
  /// The index of a unit in the register.
  case unit(Int32)
  /// A period.
  case period(Period)
  /// A list of values of one type.
  case list([Constant])

  /// The value's type; a list has the type of its first element.
  public var type: ExpressionType {
    switch self {
    case .int: .int
    case .double: .double
    case .decimal: .decimal
    case .ratio: .ratio
    case .string: .string
    case .bool: .bool
    case .date: .date
    case .timestamp: .timestamp
    case .duration: .duration
    case .unit: .unit
    case .period(let period): .period(period.kind)
    case .list(let elements): .list(elements.first?.type ?? .nothing)
    }
  }
}
