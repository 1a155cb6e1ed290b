public import Findings
internal import GRDB

/// A history that is looked at: runs, verdicts, and what lies between two runs.
///
/// Everything is read in one state of the file, whoever records meanwhile: runs are only added.
public struct HistoryReader: Sendable {
  private let path: String
  private let database: DatabaseQueue

  init(path: String, database: DatabaseQueue) {
    self.path = path
    self.database = database
  }

  /// Returns all runs, in order of number.
  ///
  /// - Throws: `HistoryError` if the file cannot be read.
  public func runs() throws -> [RecordedRun] {
    try read { try RunQueries(db: $0).runs(RunQueries.Scope()) }
  }

  /// Returns the verdicts of a run, in the order of its report; none if there is no such run.
  ///
  /// - Throws: `HistoryError` if the file cannot be read.
  public func verdicts(of number: Int) throws -> [RecordedVerdict] {
    try read { try RunQueries(db: $0).verdicts(of: number) }
  }

  /// Returns what a run knows of the past: the same as when it was recorded.
  ///
  /// - Parameter number: The number of a run.
  /// - Returns: Its chronicle; empty if there is no such run.
  /// - Throws: `HistoryError` if the file cannot be read.
  public func chronicle(of number: Int) throws -> Chronicle {
    try read { db in
      guard try RunQueries(db: db).has("run") else {
        return Chronicle(baseline: nil, changes: [], sightings: [:], trend: [])
      }
      return try ChronicleReader(db: db).chronicle(of: number)
    }
  }

  private func read<T>(_ value: (Database) throws -> T) throws -> T {
    try HistoryError.wrapping(path) { try database.read(value) }
  }
}
