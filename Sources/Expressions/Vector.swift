internal import CivilTime
internal import Tables

/// What an expression is over the rows of a batch: a value, unknown, or an error, row by row.
struct Vector: Sendable {
  /// The values; those of rows that are not known are arbitrary.
  var values: Values
  /// The rows that have a value.
  var known: BitPlane
  /// The rows whose evaluation went wrong, never one that is known; the rest is unknown.
  var faulty: BitPlane

  init(_ values: Values, known: BitPlane, faulty: BitPlane) {
    self.values = values
    self.known = known
    self.faulty = faulty
  }

  /// How many rows there are.
  var rowCount: Int { known.count }

  /// The rows without a value, whose evaluation did not go wrong.
  var unknown: BitPlane { ~(known | faulty) }

  /// Makes a vector that is unknown in every row.
  static func unknown(rowCount: Int) -> Vector {
    let none = BitPlane(repeating: false, count: rowCount)
    return Vector(.bool(none), known: none, faulty: none)
  }

  /// Makes a vector that is an error in every row.
  static func faulty(rowCount: Int) -> Vector {
    let none = BitPlane(repeating: false, count: rowCount)
    return Vector(.bool(none), known: none, faulty: ~none)
  }

  /// Makes a vector of one value in every row.
  static func constant(_ value: Constant, rowCount: Int) -> Vector {
    Vector(
      .constant(value),
      known: BitPlane(repeating: true, count: rowCount),
      faulty: BitPlane(repeating: false, count: rowCount)
    )
  }

  /// Moves known rows to the faulty ones.
  mutating func fail(_ rows: BitPlane) {
    faulty = faulty | (known & rows)
    known = known - rows
  }

  /// Returns the value of a known row.
  func constant(at row: Int, type: ExpressionType) -> Constant? {
    known[row] ? values.constant(at: row, type: type) : nil
  }
}

/// The values of a vector in the layout of their type.
indirect enum Values: Sendable {
  /// One value for all rows.
  case constant(Constant)
  case int([Int64])
  case double([Double])
  /// `mantissas[row] / 10^scale`.
  case decimal([Int128], scale: Int)
  /// `numerators[row] / denominators[row]`; the latter are positive.
  case ratio([Int128], over: [Int128])
  case bool(BitPlane)
  case text(TextColumn)
  /// Timestamps or durations.
  case time([Int128])
  /// Dates, periods or units.
  case days([Int32])
  /// The elements of row `i` are those from `ends[i - 1]`, or 0, up to `ends[i]`.
  case list(ends: [Int], Values)

  /// Returns the value of a row, or nil if the row or the type does not fit.
  func constant(at row: Int, type: ExpressionType) -> Constant? {
    switch (self, type) {
    case (.constant(let value), _): value
    case (.int(let values), .int): .int(values[row])
    case (.double(let values), .double): .double(values[row])
    case (.decimal(let values, let scale), .decimal): Self.decimal(values[row], scale: scale)
    case (.ratio(let a, let b), .ratio): .ratio(a[row], over: b[row])
    case (.bool(let bits), .bool): .bool(bits[row])
    case (.text(let texts), .string): .string(texts[row])
    case (.time(let values), .timestamp): .timestamp(values[row])
    case (.time(let values), .duration): .duration(values[row])
    case (.days(let values), .date): .date(CivilDate(dayNumber: values[row]))
    case (.days(let values), .period(let kind)): .period(Period(kind: kind, ordinal: values[row]))
    case (.days(let values), .unit): .unit(values[row])
    case (.list(let ends, let elements), .list(let element)):
      .list(
        ((row == 0 ? 0 : ends[row - 1])..<ends[row]).compactMap {
          elements.constant(at: $0, type: element)
        }
      )
    default: nil
    }
  }

  private static func decimal(_ mantissa: Int128, scale: Int) -> Constant {
    let exact = DecimalNotation.trimmed(mantissa, scale: scale)
    return .decimal(exact.mantissa, scale: exact.scale)
  }
}
