public import Tables

/// Reads the typed columns of chosen rows again, in the order given, in one or more batches.
public typealias RowFetcher = @Sendable ([RowReference]) -> [Batch]

/// The running state of one side of a check over batches; one a worker, joined at the end.
///
/// Joining is associative and does not depend on which worker saw which block, so that any number
/// of workers gives the same findings.
public protocol Accumulator: Sendable {
  /// How many rows were left out because they are dated after the as-of date.
  var futureRows: Int { get }
  /// Adds the rows of one batch.
  mutating func add(_ view: BatchView)
  /// Joins the state of another worker, which is of the same type.
  mutating func merge(_ other: any Accumulator)
  /// Does what needs all rows, once all workers' states are joined.
  mutating func finish(_ fetch: RowFetcher)
}

extension Accumulator {
  /// No row is left out for its date.
  public var futureRows: Int { 0 }

  /// Needs nothing more.
  public mutating func finish(_ fetch: RowFetcher) {}

  /// Returns another worker's state as this type.
  ///
  /// States are made by one check for all workers, so another type is a mistake of the program.
  func sameKind(_ other: any Accumulator) -> Self {
    guard let other = other as? Self else { preconditionFailure("states of different checks") }
    return other
  }
}
