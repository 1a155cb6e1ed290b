/// Some consecutive rows of one dataset, as typed columns.
///
/// Only the columns somebody asked for are there; the others are nil. Batches are the unit of all
/// work over data: columns cross the borders between rooms, cells never do.
public struct Batch: Sendable {
  /// How many rows the batch has.
  public var rowCount: Int
  /// The columns by their index in the dataset's schema; nil for a column nobody asked for.
  public var columns: [Column?]
  /// Where each row came from.
  public var rows: [RowReference]

  /// Makes a batch.
  public init(rowCount: Int, columns: [Column?], rows: [RowReference]) {
    self.rowCount = rowCount
    self.columns = columns
    self.rows = rows
  }
}

/// Where a row came from: enough to read it again and to name its line.
public struct RowReference: Sendable, Hashable, Comparable {
  /// The index of the file among the dataset's files, in name order.
  public let file: Int32
  /// The row's place in the file: for text files the byte at which its record begins.
  public let position: Int64

  /// Makes a reference.
  public init(file: Int32, position: Int64) {
    self.file = file
    self.position = position
  }

  /// Orders rows by file, then by place.
  @inlinable
  public static func < (a: RowReference, b: RowReference) -> Bool {
    a.file == b.file ? a.position < b.position : a.file < b.file
  }
}
