public import Tables

/// What to read of a dataset's dumps, and how.
public struct ReadPlan: Sendable {
  /// The dataset's columns.
  public let schema: TableSchema
  /// The indices of the columns to parse, ascending; the others are not looked at.
  public let wanted: [Int]
  /// The units' names as the pack writes them, for suggestions.
  public let unitNames: [String]
  /// What to suggest for a unit that is not in the register.
  let unitSuggestions: UnitSuggestions
  /// The offset of the pack's time zone from UTC, for `datetime` columns.
  public let utcOffsetSeconds: Int
  /// How many bytes of a file one worker takes at a time.
  public let blockBytes: Int
  /// How many rows a batch has at most.
  public let batchRows: Int
  /// The longest record that is read, in bytes; a longer one is a fault of the file.
  public let recordBytes: Int
  /// How many problems of each kind are kept a block; all are counted.
  public let problemLimit: Int

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - schema: The dataset's columns.
  ///   - wanted: Indices of the columns to parse; duplicates and unknown indices are dropped.
  ///   - unitNames: Names to suggest for a unit that is not in the register; without any, the
  ///     folded ones of the schema.
  ///   - utcOffsetSeconds: Seconds east of UTC; the default is Vietnam's UTC+7, without summer time.
  ///   - blockBytes: Bytes a block, at least 1; it never changes what is read, only how fast.
  ///   - batchRows: Rows a batch, at least 1.
  ///   - recordBytes: The longest record that is read.
  ///   - problemLimit: Problems kept a block.
  public init(
    schema: TableSchema,
    wanted: [Int],
    unitNames: [String] = [],
    utcOffsetSeconds: Int = 7 * 3600,
    blockBytes: Int = 256 << 10,
    batchRows: Int = 8192,
    recordBytes: Int = 16 << 20,
    problemLimit: Int = 100
  ) {
    self.schema = schema
    self.wanted = Set(wanted).filter(schema.columns.indices.contains).sorted()
    self.unitNames = unitNames.isEmpty ? schema.unitsByName.keys.sorted() : unitNames
    unitSuggestions = UnitSuggestions(self.unitNames, unitsByName: schema.unitsByName)
    self.utcOffsetSeconds = min(max(utcOffsetSeconds, -86_400), 86_400)
    self.blockBytes = min(max(blockBytes, 1), 64 << 20)
    self.batchRows = min(max(batchRows, 1), 1 << 20)
    self.recordBytes = min(max(recordBytes, 1), 256 << 20)
    self.problemLimit = max(problemLimit, 0)
  }
}
