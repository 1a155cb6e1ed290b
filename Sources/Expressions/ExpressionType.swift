public import CivilTime
public import Tables

/// The type of an expression, known before any data are read.
public indirect enum ExpressionType: Sendable, Hashable {
  /// A whole number of 64 bits.
  case int
  /// An IEEE 754 number.
  case double
  /// An exact decimal number, as dataset columns hold.
  case decimal
  /// An exact quotient, made by `ratio(a, b)`, that can only be compared.
  case ratio
  /// Text.
  case string
  /// True or false.
  case bool
  /// An instant.
  case timestamp
  /// A span of time.
  case duration
  /// A civil date.
  case date
  /// A period of one kind.
  case period(PeriodKind)
  /// A unit of the register.
  case unit
  /// A list of values of one type.
  case list(ExpressionType)
  /// The type of the elements of an empty list, which goes with every other.
  case nothing

  /// The type that expressions read from a dataset's column.
  public init(_ column: ColumnType) {
    switch column {
    case .text, .reference: self = .string
    case .integer: self = .int
    case .decimal, .percent: self = .decimal
    case .boolean: self = .bool
    case .date: self = .date
    case .datetime: self = .timestamp
    case .period(let kind): self = .period(kind)
    case .unit: self = .unit
    }
  }

  /// The type's name in messages and in the output of `check expr`.
  public var name: String {
    switch self {
    case .int: "int"
    case .double: "double"
    case .decimal: "decimal"
    case .ratio: "ratio"
    case .string: "string"
    case .bool: "bool"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .date: "date"
    case .period(let kind): kind.rawValue
    case .unit: "unit"
    case .list(.nothing): "list"
    case .list(let element): "list(\(element.name))"
    case .nothing: "nothing"
    }
  }

  /// Whether values of the type are numbers.
  var isNumber: Bool {
    switch self {
    case .int, .double, .decimal, .ratio: true
    default: false
    }
  }

  /// Whether values of the type have an order.
  var isOrdered: Bool {
    switch self {
    case .int, .double, .decimal, .ratio, .string, .bool, .timestamp, .duration, .date, .period:
      true
    case .unit, .list, .nothing: false
    }
  }

  /// Returns the type that values of both types can be brought to without losing anything, or nil.
  ///
  /// Whether a value really can is for the checker: a text only if it is a constant that names a
  /// unit or a period, a double only if it is a literal.
  static func join(_ a: ExpressionType, _ b: ExpressionType) -> ExpressionType? {
    switch (a, b) {
    case _ where a == b: a
    case (.nothing, let other), (let other, .nothing): other
    case (.int, .decimal), (.decimal, .int), (.int, .double), (.double, .int), (.decimal, .double),
      (.double, .decimal):
      .decimal
    case (.unit, .string), (.string, .unit): .unit
    case (.period(let kind), .string), (.string, .period(let kind)): .period(kind)
    case (.period(.year), .int), (.int, .period(.year)): .period(.year)
    case (.list(let x), .list(let y)): join(x, y).map { .list($0) }
    default: nil
    }
  }
}
