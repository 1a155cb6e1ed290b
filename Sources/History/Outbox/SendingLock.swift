public import Diagnostics
internal import Glibc

/// Keeps a second process from sending the messages of a history at the same time.
///
/// The lock lies on a file of its own beside the history, `FILE-mail.lock`. It must never lie on the
/// database: SQLite's locks are POSIX locks, which a process loses as soon as it closes any
/// descriptor of that file (https://www.sqlite.org/howtocorrupt.html, 2.2). The kernel releases the
/// lock however the process ends, so the file is never deleted: whoever had opened it before would
/// lock a file that nobody else sees.
public enum SendingLock {
  /// Does something while no other process sends, nor this one a second time.
  ///
  /// - Parameters:
  ///   - history: The file of the history, which exists.
  ///   - operation: What to do.
  /// - Returns: What the operation returns.
  /// - Throws: `SendingLockError` if another process sends, at once and without waiting;
  ///   `HistoryError` if there is no history; what the operation throws.
  public static func hold<T>(for history: String, while operation: () throws -> T) throws -> T {
    let lock = try take(history)
    defer { release(lock) }
    return try operation()
  }

  /// The path of the lock of a history; the same by whichever link the history is reached.
  private static func path(of history: String) throws -> String {
    guard let real = unsafe realpath(history, nil) else {
      throw HistoryError(errno == EACCES ? .unreadable : .missing, path: history)
    }
    defer { unsafe free(real) }
    return unsafe String(cString: real) + "-mail.lock"
  }

  /// Takes the lock, and returns what `release` wants back.
  static func take(_ history: String) throws -> Int32 {
    let path = try path(of: history)
    // Never through a link that somebody else may have put there.
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let lock = unsafe open(path, flags, 0o600)
    guard lock >= 0 else { throw SendingLockError(.unavailable(code: errno), path: path) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let holder = code == EWOULDBLOCK ? holder(lock) : nil
      close(lock)
      throw SendingLockError(
        code == EWOULDBLOCK ? .held(process: holder) : .unavailable(code: code),
        path: path
      )
    }
    sign(lock)
    return lock
  }

  /// Writes who holds the lock, for the message of the others; on a full disk they are told less.
  private static func sign(_ lock: Int32) {
    let text = Array("\(getpid())\n".utf8)
    guard ftruncate(lock, 0) == 0 else { return }
    _ = unsafe pwrite(lock, text, text.count, 0)
  }

  private static func holder(_ lock: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = unsafe pread(lock, &bytes, bytes.count, 0)
    guard count > 0, bytes[count - 1] == UInt8(ascii: "\n") else { return nil }
    return Int32(String(decoding: bytes[..<(count - 1)], as: UTF8.self))
  }

  /// Gives the lock up.
  static func release(_ lock: Int32) {
    _ = ftruncate(lock, 0)
    close(lock)
  }
}

/// Why messages cannot be sent now.
public struct SendingLockError: Error, Sendable, Hashable {
  /// What stands in the way.
  public enum Kind: Sendable, Hashable {
    /// A process is sending; nil if it has not said which.
    case held(process: Int32?)
    /// The lock's file cannot be made or locked; the `errno`.
    case unavailable(code: Int32)
  }

  /// The lock's file.
  public let path: String
  /// What stands in the way.
  public let kind: Kind

  /// Makes an error.
  public init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// What stands in the way, and what to do.
  public var message: Phrase { Messages.lock(kind, path) }
}
