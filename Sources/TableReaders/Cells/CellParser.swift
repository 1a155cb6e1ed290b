internal import Tables

/// What a cell's text was read as.
enum CellValue<Value> {
  case value(Value)
  case fault(CellProblem.Code)
}

/// Knows how a cell's text becomes a value of one type.
protocol CellParser {
  associatedtype Value: BitwiseCopyable

  /// What stands at a row without a value.
  static var zero: Value { get }

  /// Whether texts repeat often enough to be worth remembering.
  static var remembers: Bool { get }

  /// Reads a cell in one of its plainest spellings, or returns nil for everything else.
  ///
  /// - Parameters:
  ///   - text: The cell's first byte; it is neither unquoted nor trimmed, and 64 bytes before and
  ///     after it may be read.
  ///   - count: The cell's bytes, at least one.
  /// - Returns: The value, or nil, which says nothing.
  func readPlain(_ text: UnsafePointer<UInt8>, _ count: Int) -> Value?

  /// Reads a cell's text, unquoted, trimmed, in NFC and not empty.
  func read(_ text: CellBytes) -> CellValue<Value>

  /// Returns the storage of a column.
  mutating func values(_ values: [Value], present: [UInt64]) -> ColumnValues
}
