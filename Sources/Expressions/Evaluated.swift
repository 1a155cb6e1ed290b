public import Tables

/// The values of an expression over the rows of a batch.
public struct Evaluated: Sendable {
  /// The type of the values.
  public let type: ExpressionType
  /// The rows that have a value.
  public let valid: BitPlane
  /// The rows whose evaluation went wrong; the rest is unknown.
  public let isError: BitPlane
  /// Why the first of those went wrong, if there are any.
  public let fault: EvaluationFault?

  private let values: Values

  init(_ vector: Vector, type: ExpressionType, fault: EvaluationFault?) {
    self.type = type
    valid = vector.known
    isError = vector.faulty
    self.fault = vector.faulty.isEmpty ? nil : fault
    values = vector.values
  }

  /// Returns the value of one row, or nil if it has none.
  public func constant(at row: Int) -> Constant? {
    guard row >= 0, row < valid.count, valid[row] else { return nil }
    return values.constant(at: row, type: type)
  }

  /// The values as a column, whose erroneous cells are the errors; nil for ratios and lists.
  public var column: Column? {
    guard let values = columnValues else { return nil }
    return Column(values: values, present: valid, erroneous: isError)
  }

  private var columnValues: ColumnValues? {
    switch (spread, type) {
    case (.int(let values), _): .integer(values)
    case (.double(let values), _): .double(values)
    case (.decimal(let values, let scale), _): .decimal(mantissas: values, scale: scale)
    case (.bool(let bits), .bool): .boolean(bits)
    case (.text(let texts), _): .text(texts)
    case (.time(let values), .timestamp): .timestamp(values)
    case (.time(let values), _): .duration(values)
    case (.days(let values), .date): .date(values)
    case (.days(let values), .period): .period(values)
    case (.days(let values), _): .unit(values)
    default: nil
    }
  }

  /// The values written out; where no row has one, in the layout of the type.
  private var spread: Values? {
    if let spread = values.spread(over: valid.count, type: type) {
      switch (spread, type) {
      case (.bool, .bool): return spread
      case (.bool, _): break
      default: return spread
      }
    }
    let count = valid.count
    let days = Values.days(Array(repeating: 0, count: count))
    switch type {
    case .int: return .int(Array(repeating: 0, count: count))
    case .double: return .double(Array(repeating: 0, count: count))
    case .decimal: return .decimal(Array(repeating: 0, count: count), scale: 0)
    case .string: return .text(TextColumn(Array(repeating: "", count: count)))
    case .timestamp, .duration: return .time(Array(repeating: 0, count: count))
    case .date, .period, .unit: return days
    case .ratio, .bool, .list, .nothing: return nil
    }
  }
}
