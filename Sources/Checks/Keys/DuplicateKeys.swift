public import Tables

/// Finds the rows of a dataset that repeat the declared key of an earlier one.
public struct DuplicateKeys: Accumulator {
  /// A row that repeats a key.
  public struct Repetition: Sendable {
    /// Where it is.
    public let row: RowReference
    /// The first row with the same key.
    public let first: RowReference
  }

  private let columns: [Int]
  private var keys = RepeatedKeys()

  /// The rows that repeat an earlier row's key, in file order, once finished.
  public private(set) var repeated: [Repetition] = []

  /// Makes an empty finder for a key of some columns.
  public init(columns: [Int]) {
    self.columns = columns
  }

  /// Adds the rows of one batch; rows without a whole key are left out.
  public mutating func add(_ view: BatchView) {
    var rowKeys = RowKeys(columns.map { view.columns[$0] })
    let hashes = rowKeys.hashes(rowCount: view.batch.rowCount)
    hashes.whole.forEachSetRow { row in
      keys.add(hash: hashes.values[row], view.batch.rows[row], slot: 0, isPerhaps: false)
    }
  }

  /// Joins another worker's rows.
  public mutating func merge(_ other: any Accumulator) { keys.merge(sameKind(other).keys) }

  /// Compares keys once all rows are there.
  public mutating func finish(_ fetch: RowFetcher) {
    var first: [Int: RowReference] = [:]
    for row in keys.finish(columns: columns, fetch) {
      if let first = first[row.key] {
        repeated.append(Repetition(row: row.reference, first: first))
      } else {
        first[row.key] = row.reference
      }
    }
  }
}
