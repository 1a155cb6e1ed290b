/// How one dataset's tables look: what to find in a dump and how to read its cells.
public struct TableSchema: Sendable {
  /// How numbers are written in a dump.
  public enum NumberStyle: String, Sendable, Hashable {
    /// 1.234,5 is a thousand and something.
    case vi
    /// 1,234.5 is a thousand and something.
    case en
  }

  /// One declared column.
  public struct ColumnSchema: Sendable {
    /// The column's id in the pack.
    public let id: String
    /// The labels a header may have for it, folded as names are.
    public let headers: [String]
    /// The labels as the pack writes them, for messages.
    public let labels: [String]
    /// How its cells are read.
    public let type: ColumnType
    /// Whether the column must be there and every cell filled.
    public let isRequired: Bool
    /// The only texts allowed, in NFC; empty allows any.
    public let values: [String]
    /// For a Boolean column: what an empty cell means, or nil if it means absent.
    public let blank: Bool?

    /// Makes a column.
    public init(
      id: String,
      headers: [String],
      labels: [String],
      type: ColumnType,
      isRequired: Bool = false,
      values: [String] = [],
      blank: Bool? = nil
    ) {
      self.id = id
      self.headers = headers
      self.labels = labels
      self.type = type
      self.isRequired = isRequired
      self.values = values
      self.blank = blank
    }
  }

  /// The dataset's id.
  public let dataset: String
  /// The declared columns; their indices are those of `Batch.columns`.
  public let columns: [ColumnSchema]
  /// How numbers are written.
  public let numberStyle: NumberStyle
  /// Cell texts that mean "absent" besides the empty one, trimmed and in NFC.
  public let missing: [String]
  /// The register's names: a folded id, name or alias to the unit's index.
  public let unitsByName: [String: Int32]

  /// Makes a schema.
  public init(
    dataset: String,
    columns: [ColumnSchema],
    numberStyle: NumberStyle = .vi,
    missing: [String] = [],
    unitsByName: [String: Int32] = [:]
  ) {
    self.dataset = dataset
    self.columns = columns
    self.numberStyle = numberStyle
    self.missing = missing
    self.unitsByName = unitsByName
  }
}
