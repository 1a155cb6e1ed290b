internal import GRDB

/// Runs recorded in an SQLite file, and what changed between them.
public enum HistoryFile {
  static let application = DatabaseMigrator()
}
