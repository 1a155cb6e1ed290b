public import Diagnostics
internal import GRDB

/// Why a history could not be read or written.
public struct HistoryError: Error, Sendable, Hashable {
  /// What stands in the way.
  public enum Kind: Sendable, Hashable {
    /// There is no such file, and it was to be read.
    case missing
    /// The folder that the file should be made in does not exist.
    case folderMissing
    /// The path leads to a folder, a device or the like.
    case notAFile
    /// The file is no SQLite database.
    case notADatabase
    /// The file is an SQLite database that another program made.
    case otherApplication
    /// A newer version of the program wrote the file.
    case newer
    /// The file or its folder may not be written.
    case readOnly
    /// The file or its folder may not be read.
    case unreadable
    /// The disk is full, or a limit on the size of files is reached.
    case full
    /// Another process kept the file to itself for too long.
    case busy
    /// The file is damaged.
    case damaged
    /// A write was cut off, and what remains of it can only be taken back where the folder may be
    /// written.
    case interrupted
    /// Anything else that SQLite says.
    case other(code: Int32, message: String)
  }

  /// The file, as the user gave it.
  public let path: String
  /// What stands in the way.
  public let kind: Kind

  /// Makes an error.
  public init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// What is wrong with which file, and the cure.
  public var message: Phrase { Messages.error(kind, path) }

  /// Runs an operation on a history, and says by which file it failed.
  static func wrapping<T>(_ path: String, _ operation: () throws -> T) throws -> T {
    do {
      return try operation()
    } catch let error as DatabaseError {
      throw HistoryError(Kind(error), path: path)
    }
  }
}

extension HistoryError.Kind {
  /// Makes sense of an error of SQLite.
  init(_ error: DatabaseError) {
    switch error.extendedResultCode {
    case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY: self = .interrupted
    default:
      switch error.resultCode {
      case .SQLITE_FULL: self = .full
      // A write fails for want of space or by a limit on the size of files (EFBIG, EDQUOT).
      case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE: self = .full
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: self = .readOnly
      case .SQLITE_NOTADB: self = .notADatabase
      case .SQLITE_CORRUPT: self = .damaged
      default:
        self = .other(
          code: error.extendedResultCode.rawValue,
          message: error.message ?? error.extendedResultCode.description
        )
      }
    }
  }
}
