public import CivilTime
public import Diagnostics

/// A kind of dump that units send: where it lies and what its columns mean.
public struct Dataset: Sendable {
  /// The dataset's id.
  public var id: DatasetID
  /// Its title, or its id.
  public var title: String
  /// The glob of its files below the data folder.
  public var file: String
  /// The sheet of a workbook.
  public var sheet: String?
  /// The table of a database.
  public var table: String?
  /// Whether numbers are written the English way.
  public var usesEnglishNumbers: Bool
  /// The declared columns, in pack order.
  public var columns: [DatasetColumn]
  /// The indices of the key's columns; empty if the dataset has no key.
  public var key: [Int]
  /// The index of the column that says which unit a row belongs to.
  public var unitColumn: Int?
  /// Up to which day the dump is complete, unless `dump.yaml` says otherwise.
  public var coversUntil: CivilDate?
  /// Texts that mean an empty cell, trimmed and in NFC.
  public var missing: [String]
  /// Whether a dump without rows means "none".
  public var mayBeEmpty: Bool
  /// Where the pack declares it.
  public var range: SourceRange?

  /// Makes a dataset.
  public init(
    id: DatasetID,
    title: String,
    file: String,
    sheet: String?,
    table: String?,
    usesEnglishNumbers: Bool,
    columns: [DatasetColumn],
    key: [Int],
    unitColumn: Int?,
    coversUntil: CivilDate?,
    missing: [String],
    mayBeEmpty: Bool,
    range: SourceRange?
  ) {
    self.id = id
    self.title = title
    self.file = file
    self.sheet = sheet
    self.table = table
    self.usesEnglishNumbers = usesEnglishNumbers
    self.columns = columns
    self.key = key
    self.unitColumn = unitColumn
    self.coversUntil = coversUntil
    self.missing = missing
    self.mayBeEmpty = mayBeEmpty
    self.range = range
  }

  /// The columns that say which unit a row belongs to: the dataset's own, else every column of units.
  ///
  /// Empty if only a reference to another dataset could say it; nil if nothing could.
  public var ownerColumns: [Int]? {
    if let unitColumn { return [unitColumn] }
    let units = columns.indices.filter { columns[$0].kind == .unit }
    if !units.isEmpty { return units }
    let refers = columns.contains { column in
      if case .reference = column.kind { true } else { false }
    }
    return refers ? [] : nil
  }

  /// Returns the index of a column, or nil if the dataset has no such column.
  public func columnIndex(_ id: String) -> Int? { columns.firstIndex { $0.id == id } }
}

/// One declared column of a dataset.
public struct DatasetColumn: Sendable, Hashable {
  /// How its cells are read.
  public enum Kind: Sendable, Hashable {
    /// Text.
    case text
    /// A whole number.
    case integer
    /// An exact decimal.
    case decimal
    /// A percentage.
    case percent
    /// Yes or no.
    case boolean
    /// A civil date.
    case date
    /// A civil date and time of day.
    case datetime
    /// A month, quarter or year.
    case period(PeriodKind)
    /// A unit of the register.
    case unit
    /// The key of a row of another dataset, by its index in the pack.
    case reference(datasetIndex: Int)
  }

  /// The column's id.
  public var id: String
  /// The labels a header may have for it, as the pack writes them; its id by default.
  public var headers: [String]
  /// How its cells are read.
  public var kind: Kind
  /// Whether the pack gives it a type that does not exist, which was reported there: it counts as
  /// text, and nobody is told again that it is of the wrong type.
  public var isTypeUnknown = false
  /// Whether the column must be there and every cell filled.
  public var isRequired: Bool
  /// Whether it holds personal data, masked in mail and with `--mask`: the pack says so, or it refers
  /// to rows by a personal key.
  public var isPersonal: Bool
  /// The only texts allowed, trimmed and in NFC; empty allows any.
  public var values: [String]
  /// For a Boolean column: what an empty cell means.
  public var blank: Bool?

  /// Makes a column.
  public init(
    id: String,
    headers: [String],
    kind: Kind,
    isRequired: Bool,
    isPersonal: Bool,
    values: [String],
    blank: Bool?
  ) {
    self.id = id
    self.headers = headers
    self.kind = kind
    self.isRequired = isRequired
    self.isPersonal = isPersonal
    self.values = values
    self.blank = blank
  }
}
