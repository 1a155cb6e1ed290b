public import Diagnostics
public import Rules

/// One cell that a verdict rests on, found again in the dump.
public struct Evidence: Sendable, Hashable {
  /// The dataset.
  public var dataset: DatasetID
  /// The file, relative to the data folder.
  public var file: String
  /// The sheet of a workbook.
  public var sheet: String?
  /// The record's first line in the file, or the row of the sheet, from 1; nil for a whole file.
  public var row: Int?
  /// The cell's name in a workbook, such as `F6`.
  public var cell: String?
  /// The row's key as text, if the dataset has one.
  public var key: String?
  /// The column's id.
  public var column: String?
  /// The cell's text as the file has it; empty if it is absent.
  public var value: String
  /// What the cell shows.
  public var note: Phrase?
  /// Whether `value` or `key` may hold personal data and is masked on request.
  public var isPersonal: Bool
  /// The texts of the cells that say which unit the row belongs to; nil if nothing of its dataset
  /// could say it.
  public var unitNames: [String]?

  /// Makes evidence.
  public init(
    dataset: DatasetID,
    file: String,
    sheet: String? = nil,
    row: Int?,
    cell: String? = nil,
    key: String? = nil,
    column: String?,
    value: String,
    note: Phrase? = nil,
    isPersonal: Bool = false,
    unitNames: [String]? = nil
  ) {
    self.dataset = dataset
    self.file = file
    self.sheet = sheet
    self.row = row
    self.cell = cell
    self.key = key
    self.column = column
    self.value = value
    self.note = note
    self.isPersonal = isPersonal
    self.unitNames = unitNames
  }
}

/// A mistake in the data: a cell, a row or a whole file that could not be read.
public struct DataError: Sendable, Hashable {
  /// The dataset.
  public var dataset: DatasetID
  /// The file, relative to the data folder; empty if no file was found.
  public var file: String
  /// The sheet of a workbook.
  public var sheet: String?
  /// The line or row, from 1; nil for a whole file.
  public var row: Int?
  /// The cell's name in a workbook.
  public var cell: String?
  /// The column's id, or the header's label.
  public var column: String?
  /// The text as the file has it.
  public var value: String
  /// The stable code, such as `bad-date`.
  public var code: String
  /// What is wrong, and the cure.
  public var message: Phrase
  /// Whether `value` may hold personal data and is masked on request.
  public var isPersonal: Bool

  /// Makes a data error.
  public init(
    dataset: DatasetID,
    file: String,
    sheet: String? = nil,
    row: Int?,
    cell: String? = nil,
    column: String?,
    value: String,
    code: String,
    message: Phrase,
    isPersonal: Bool = false
  ) {
    self.dataset = dataset
    self.file = file
    self.sheet = sheet
    self.row = row
    self.cell = cell
    self.column = column
    self.value = value
    self.code = code
    self.message = message
    self.isPersonal = isPersonal
  }
}
