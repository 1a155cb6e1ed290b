public import Tables

/// The first rows of some kind in file order, and how many there are in all.
///
/// Memory does not grow with violations: only `limit` rows are kept, to be found again later.
public struct RowSample: Sendable {
  /// One kept row.
  public struct Row: Sendable, Hashable {
    /// Where it is.
    public let reference: RowReference
    /// What the check wants to remember of it, such as which requirement it breaks.
    public let tag: Int32
  }

  /// The first rows, in file order.
  public private(set) var rows: [Row] = []
  /// How many rows there are in all.
  public private(set) var total = 0

  /// Makes an empty sample.
  public init() {}

  /// Adds a row; rows come in file order within one worker.
  @inline(__always)
  mutating func add(_ reference: RowReference, tag: Int32 = 0, limit: Int) {
    total += 1
    if rows.count < limit { rows.append(Row(reference: reference, tag: tag)) }
  }

  /// Counts a row that is not kept because there are enough.
  @inline(__always)
  mutating func addUnkept() { total += 1 }

  /// Joins another sample, keeping the first rows of both.
  mutating func merge(_ other: RowSample, limit: Int) {
    total += other.total
    guard !other.rows.isEmpty else { return }
    rows = Array((rows + other.rows).sorted { $0.reference < $1.reference }.prefix(limit))
  }
}
