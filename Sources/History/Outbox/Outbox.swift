internal import GRDB

/// The messages that are to be sent, in the file of a history.
///
/// A message is first queued, then sent, then what became of it is recorded; each of the three is
/// whole or not at all on the disk. Whatever happens in between, a message that was queued is sent,
/// at worst once more than needed and then with the same Message-ID. Its bytes are deleted and
/// overwritten once it has ended: when every recipient has accepted or refused it or was given up.
/// Who was sent what and when stays for ever.
///
/// Nothing here sends, writes messages, or reads the clock: times are whole seconds since
/// 1970-01-01 00:00 UTC. Senders are kept apart by `SendingLock`, not here.
public enum Outbox {
  /// Returns what each audience was last told.
  ///
  /// Queued messages count: they will be sent. Rehearsals do not, nor does what reached nobody and
  /// was given up, so that it is told again.
  ///
  /// - Parameters:
  ///   - path: The file of a history.
  ///   - pack: The name of the pack, as its runs were recorded.
  /// - Returns: The last notices of each obligation and topic, by audience.
  /// - Throws: `HistoryError` if the file cannot be read.
  public static func told(in path: String, pack: String) throws -> [String: Told] {
    try read(path) { try $0.told(pack: pack) }
  }

  /// An audience was told something after a message for it was composed; compose anew.
  public struct Overtaken: Error, Sendable, Hashable {}

  /// Returns the number of the message that each audience was told by last.
  ///
  /// Read it before `told`: a message that was queued in between is then noticed when others are.
  ///
  /// - Parameters:
  ///   - path: The file of a history.
  ///   - pack: The name of the pack, as its runs were recorded.
  /// - Returns: The numbers, by audience.
  /// - Throws: `HistoryError` if the file cannot be read.
  public static func latest(in path: String, pack: String) throws -> [String: Int] {
    try read(path) { try $0.latest(pack: pack) }
  }

  /// Makes sure that what becomes of a message can be recorded, before it is sent.
  ///
  /// As much as that needs is written and taken away again. On a full disk a message would else be
  /// sent, forgotten and sent again, at every attempt.
  ///
  /// - Parameter path: The file of a history.
  /// - Throws: `HistoryError` if nothing can be written.
  public static func checkRoom(in path: String) throws {
    try write(path) { recorder in
      try recorder.db.execute(sql: "CREATE TABLE room (bytes BLOB)")
      try recorder.db.execute(sql: "INSERT INTO room VALUES (zeroblob(65536))")
      try recorder.db.execute(sql: "DROP TABLE room")
    }
  }

  /// Queues messages: all of them, or none if that fails.
  ///
  /// A message whose Message-ID is queued or was delivered for the same pack is left out; rehearsals
  /// neither are nor keep out another. A message that reached nobody is queued again.
  ///
  /// - Parameters:
  ///   - mails: The messages.
  ///   - path: The file of a history.
  ///   - run: The number of the run that they were made from; it says of which pack they tell.
  ///   - seconds: The time now.
  ///   - policy: For how long they are tried again.
  /// - Returns: The numbers of the messages that were queued, in the order in which they were given.
  /// - Throws: `HistoryError` if nothing was queued; `Overtaken` if what a message follows is not the
  ///   last that its audience was told by.
  public static func queue(
    _ mails: [OutgoingMail],
    in path: String,
    run: Int,
    at seconds: Int64,
    policy: RetryPolicy = RetryPolicy()
  ) throws -> [Int] {
    guard !mails.isEmpty else { return [] }
    return try write(path) { recorder in
      try recorder.queue(mails, run: run, at: seconds, policy: policy)
    }
  }

  /// Returns the messages whose turn it is, in the order in which they were queued.
  ///
  /// - Parameters:
  ///   - path: The file of a history.
  ///   - seconds: The time now. If the clock was put back since the last attempt, it is their turn.
  ///   - pack: The name of the only pack to look at; nil for all.
  /// - Returns: The messages, each with the recipients to be tried now.
  /// - Throws: `HistoryError` if the file cannot be read.
  public static func due(
    in path: String,
    at seconds: Int64,
    pack: String? = nil
  ) throws -> [QueuedMail] {
    var scope = OutboxQueries.Scope()
    scope.pack = pack
    scope.isWaiting = true
    return try read(path) { try $0.records(scope) }.compactMap { record in
      let recipients = record.recipients.filter { $0.isDue(at: seconds) }.map(\.address)
      guard !recipients.isEmpty else { return nil }
      return QueuedMail(
        number: record.number,
        messageID: record.messageID,
        audience: record.audience,
        subject: record.subject,
        sender: record.sender,
        recipients: recipients,
        size: record.size,
        isRehearsal: record.isRehearsal
      )
    }
  }

  /// Returns the bytes of a message.
  ///
  /// - Parameters:
  ///   - number: The number of the message.
  ///   - path: The file of a history.
  /// - Returns: The bytes as they were queued; nil if there is no such message or it has ended.
  /// - Throws: `HistoryError` if the file cannot be read.
  public static func body(of number: Int, in path: String) throws -> [UInt8]? {
    try read(path) { try $0.body(of: number) }
  }

  /// Records what became of a message that was sent, or could not be.
  ///
  /// A recipient who is deferred at or after the time to give up is given up: that attempt was the
  /// last one. If the message has ended, its bytes are deleted.
  ///
  /// - Parameters:
  ///   - attempts: What was said for each recipient that was tried.
  ///   - number: The number of the message.
  ///   - path: The file of a history.
  ///   - seconds: The time now.
  /// - Returns: The message with all its recipients, and when each is to be tried again.
  /// - Throws: `HistoryError` if nothing was recorded: the message may be sent once more then.
  @discardableResult
  public static func record(
    _ attempts: [Attempt],
    of number: Int,
    in path: String,
    at seconds: Int64
  ) throws -> MailRecord {
    try write(path) { recorder in
      guard let record = try recorder.record(attempts, of: number, at: seconds) else {
        throw DatabaseError(
          resultCode: .SQLITE_CONSTRAINT_FOREIGNKEY,
          message: "no message \(number)"
        )
      }
      return record
    }
  }

  /// Returns what is known of every message, in the order in which they were queued.
  ///
  /// - Parameters:
  ///   - path: The file of a history.
  ///   - pack: The name of the only pack to look at; nil for all.
  /// - Returns: The messages, rehearsals too.
  /// - Throws: `HistoryError` if the file cannot be read.
  public static func status(in path: String, pack: String? = nil) throws -> [MailRecord] {
    var scope = OutboxQueries.Scope()
    scope.pack = pack
    return try read(path) { try $0.records(scope) }
  }

  /// Returns what a message told.
  ///
  /// - Parameters:
  ///   - number: The number of the message.
  ///   - path: The file of a history.
  /// - Returns: The notices, by rule, unit and period; none if there is no such message.
  /// - Throws: `HistoryError` if the file cannot be read.
  public static func notices(of number: Int, in path: String) throws -> [Notice] {
    try read(path) { try $0.notices(of: number) }
  }
}

extension Outbox {
  private static func read<T>(
    _ path: String,
    _ value: (OutboxQueries) throws -> T
  ) throws -> T {
    try HistoryError.wrapping(path) {
      let database = try Connection.forReading(path)
      let value = try database.read { try value(OutboxQueries(db: $0)) }
      try database.close()
      return value
    }
  }

  private static func write<T>(
    _ path: String,
    _ change: (OutboxRecorder) throws -> T
  ) throws -> T {
    try HistoryError.wrapping(path) {
      let database = try Connection.forAdding(path)
      // One transaction; the connection keeps every other process out from its opening on.
      let value = try database.write { try change(OutboxRecorder(db: $0)) }
      try database.close()
      return value
    }
  }
}
