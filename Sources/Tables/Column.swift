/// The values of one column over the rows of a batch, and which of them are there.
///
/// A cell is present, absent (empty), or erroneous (there, but unreadable): the two planes never
/// share a bit. The value at a row that is not present is arbitrary.
public struct Column: Sendable {
  /// The values, one a row.
  public var values: ColumnValues
  /// The rows whose cell is there and was read.
  public var present: BitPlane
  /// The rows whose cell could not be read.
  public var erroneous: BitPlane

  /// Makes a column; the planes and the values have the same number of rows.
  public init(values: ColumnValues, present: BitPlane, erroneous: BitPlane) {
    self.values = values
    self.present = present
    self.erroneous = erroneous
  }

  /// Makes a column of a type without a single present cell.
  public static func absent(_ values: ColumnValues, rowCount: Int) -> Column {
    Column(
      values: values,
      present: BitPlane(repeating: false, count: rowCount),
      erroneous: BitPlane(repeating: false, count: rowCount)
    )
  }
}

/// The typed storage of a column, one element a row.
public enum ColumnValues: Sendable {
  /// UTF-8 text in NFC.
  case text(TextColumn)
  /// Whole numbers.
  case integer([Int64])
  /// Exact decimals: the value is `mantissas[row] / 10^scale`, with one scale for the column.
  case decimal(mantissas: [Int128], scale: Int)
  /// Bits.
  case boolean(BitPlane)
  /// Days since 1970-01-01, as `CivilDate.dayNumber` counts them.
  case date([Int32])
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  case timestamp([Int128])
  /// Nanoseconds.
  case duration([Int128])
  /// `Period.ordinal` of periods of the column's kind.
  case period([Int32])
  /// Indices into the register of units.
  case unit([Int32])
  /// IEEE 754 numbers; only expressions make them, no dataset holds them.
  case double([Double])
}

/// Texts of many rows in one buffer, as Apache Arrow lays them out.
///
/// The text of row `i` is `bytes[ends[i - 1]..<ends[i]]`, with 0 before the first row.
public struct TextColumn: Sendable {
  /// The UTF-8 bytes of all rows, one after the other.
  public var bytes: [UInt8]
  /// The end of each row's text in `bytes`.
  public var ends: [Int32]

  /// Makes an empty column.
  public init() {
    bytes = []
    ends = []
  }

  /// Makes a column of strings.
  public init(_ texts: [String]) {
    self.init()
    for text in texts { append(text.utf8) }
  }

  /// How many rows the column has.
  public var count: Int { ends.count }

  /// Adds a row.
  public mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(Int32(truncatingIfNeeded: bytes.count))
  }

  /// Returns the range of one row's text in `bytes`.
  @inlinable
  public func range(_ row: Int) -> Range<Int> {
    Int(row == 0 ? 0 : ends[row &- 1])..<Int(ends[row])
  }

  /// Returns the text of one row.
  public subscript(row: Int) -> String {
    String(decoding: bytes[range(row)], as: UTF8.self)
  }
}
