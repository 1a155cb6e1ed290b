internal import GRDB
internal import Glibc

/// Opens the SQLite file of a history, after making sure that it is one.
///
/// The journal is a rollback journal (mode DELETE), so that between runs a history is one file, to be
/// copied and mailed, and every commit waits for the disk (synchronous FULL). Because a recording
/// connection is exclusive, a commit ends by overwriting and syncing the head of the journal; the
/// file of the journal, which a power cut may bring back, says nothing from then on.
enum Connection {
  /// How long to wait for another process.
  private static let patienceSeconds = 30.0

  /// Opens a history to add to it, alone until it is closed.
  ///
  /// The file is made if there is none. Whatever is not a history of this version or an older one is
  /// refused before a byte of it is changed.
  ///
  /// - Parameter path: The file.
  /// - Returns: A connection that no other process can read or write beside, with all tables.
  /// - Throws: `HistoryError` or `DatabaseError`.
  static func forRecording(_ path: String) throws -> DatabaseQueue {
    if try inspect(path) == .absent { try inspectFolder(path) }
    let database = try DatabaseQueue(path: shown(path), configuration: configuration())
    try database.writeWithoutTransaction { db in
      // Taken before anything is looked at, so that two processes cannot both make the tables; kept
      // after the transaction, because each version of the tables is one of its own.
      try db.inTransaction(.exclusive) {
        if try isUnclaimed(db, path) {
          try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        }
        try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        return .commit
      }
    }
    try Schema.migrator.migrate(database)
    return database
  }

  /// Opens a history to add to it, as `forRecording` does, but makes none.
  static func forAdding(_ path: String) throws -> DatabaseQueue {
    if try inspect(path) == .absent { throw HistoryError(.missing, path: path) }
    return try forRecording(path)
  }

  /// Opens a history to look at it.
  ///
  /// - Parameter path: The file; it must exist.
  /// - Returns: A connection that cannot write.
  /// - Throws: `HistoryError` or `DatabaseError`.
  static func forReading(_ path: String) throws -> DatabaseQueue {
    if try inspect(path) == .absent { throw HistoryError(.missing, path: path) }
    do {
      return try open(path)
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
      || error.resultCode == .SQLITE_CANTOPEN
    {
      // A write was cut off: what remains of it must be taken back, which needs the right to write.
      try takeBack(path)
      return try open(path)
    }
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = configuration()
    configuration.readonly = true
    let database = try DatabaseQueue(path: shown(path), configuration: configuration)
    _ = try database.read { try isUnclaimed($0, path) }
    return database
  }

  private static func takeBack(_ path: String) throws {
    guard unsafe access(path, R_OK) == 0 else { throw HistoryError(.unreadable, path: path) }
    guard unsafe access(path, W_OK) == 0 else { throw HistoryError(.interrupted, path: path) }
    // Reading is enough: SQLite rolls an interrupted transaction back before anything else.
    try DatabaseQueue(path: shown(path), configuration: configuration()).close()
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.label = "history"
    configuration.busyMode = .timeout(patienceSeconds)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF")
      // What is deleted, the bodies of messages, is overwritten too; a library's default may differ.
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// The path as SQLite takes it for a file whatever it is called: `:memory:` and `file:x` too.
  private static func shown(_ path: String) -> String {
    path.hasPrefix("/") ? path : "./" + path
  }
}

extension Connection {
  private enum Presence {
    case absent
    case empty
    case database
  }

  /// Looks at a file without SQLite, which would take a lock or write a journal.
  private static func inspect(_ path: String) throws -> Presence {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      if path.isEmpty { throw HistoryError(.notAFile, path: path) }
      if errno == EACCES { throw HistoryError(.unreadable, path: path) }
      return .absent
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw HistoryError(.notAFile, path: path) }
    guard status.st_size > 0 else { return .empty }
    let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw HistoryError(.unreadable, path: path) }
    defer { close(file) }
    // https://www.sqlite.org/fileformat.html#magic_header_string
    let magic = Array("SQLite format 3\0".utf8)
    var bytes = [UInt8](repeating: 0, count: magic.count)
    let count = unsafe Glibc.read(file, &bytes, bytes.count)
    guard count == magic.count, bytes == magic else {
      throw HistoryError(.notADatabase, path: path)
    }
    return .database
  }

  private static func inspectFolder(_ path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    var status = stat()
    guard unsafe stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw HistoryError(.folderMissing, path: path)
    }
  }

  /// Refuses a database that another program or a newer version made.
  ///
  /// - Returns: Whether the database is empty and nobody's yet; false for a history.
  private static func isUnclaimed(_ db: Database, _ path: String) throws -> Bool {
    let owner = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let hasTables = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master)")
    let isNew = owner == 0 && hasTables == false
    guard owner == Schema.applicationID || isNew else {
      throw HistoryError(.otherApplication, path: path)
    }
    guard try !Schema.migrator.hasBeenSuperseded(db) else {
      throw HistoryError(.newer, path: path)
    }
    return isNew
  }
}
