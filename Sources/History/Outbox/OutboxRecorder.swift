internal import CivilTime
internal import Findings
internal import GRDB

/// Inserts messages and attempts; the caller gives the transaction.
struct OutboxRecorder {
  /// A history with all tables.
  let db: Database

  init(db: Database) {
    self.db = db
  }

  /// Queues messages that were made from a run, except those that are queued or delivered already.
  ///
  /// - Returns: The numbers of the messages that were queued now.
  /// - Throws: `Outbox.Overtaken` if an audience was told something since a message was composed.
  func queue(
    _ mails: [OutgoingMail],
    run: Int,
    at seconds: Int64,
    policy: RetryPolicy
  ) throws -> [Int] {
    let latest = try OutboxQueries(db: db).latest(ofPackOf: run)
    for mail in mails where !mail.isRehearsal {
      if let follows = mail.follows, follows != latest[mail.audience] ?? 0 {
        throw Outbox.Overtaken()
      }
    }
    var numbers: [Int] = []
    for mail in mails where try mail.isRehearsal || !isKnown(mail.messageID, run: run) {
      let last = try Int.fetchOne(db, sql: "SELECT MAX(number) FROM mail") ?? 0
      try db.cachedStatement(sql: "INSERT INTO mail VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(
        arguments: [
          last + 1, run, mail.messageID, mail.audience, mail.subject, mail.sender, seconds,
          policy.givingUp(queuedAt: seconds), mail.isRehearsal, mail.bytes.count,
        ]
      )
      try insertParts(of: mail, last + 1)
      numbers.append(last + 1)
    }
    return numbers
  }

  /// Whether the pack of a run has a message with this id that counts.
  private func isKnown(_ messageID: String, run: Int) throws -> Bool {
    let sql = """
      SELECT EXISTS (
        SELECT 1 FROM mail JOIN run ON run.number = mail.run
        WHERE message_id = ? AND pack = (SELECT pack FROM run WHERE number = ?)
          AND \(OutboxQueries.counts)
      )
      """
    return try Bool.fetchOne(db, sql: sql, arguments: [messageID, run]) ?? false
  }

  private func insertParts(of mail: OutgoingMail, _ number: Int) throws {
    precondition(!mail.recipients.isEmpty, "a message goes to somebody")
    precondition(!mail.bytes.isEmpty, "a message has bytes")
    var addresses: Set<String> = []
    for address in mail.recipients where addresses.insert(address).inserted {
      try db.cachedStatement(sql: "INSERT INTO mail_recipient VALUES (?, ?, ?)")
        .execute(arguments: [number, addresses.count - 1, address])
    }
    let obligations = ObligationTable(db: db)
    for notice in mail.notices {
      try db.cachedStatement(sql: "INSERT INTO mail_notice VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .execute(
          arguments: [
            number, try obligations.key(of: notice.obligation), notice.topic.rawValue,
            notice.standing.rawValue, notice.decided?.rawValue, notice.verdict.rawValue,
            notice.state, notice.day.description,
          ]
        )
    }
    try db.cachedStatement(sql: "INSERT INTO mail_body VALUES (?, ?)")
      .execute(arguments: [number, DatabaseValue.Storage.blob(Self.blob(mail.bytes)).value])
  }

  /// Makes bytes into what the database library stores, whatever the type: it is one of Foundation,
  /// which is not named below the command line.
  private static func blob<Blob: RangeReplaceableCollection<UInt8>>(_ bytes: [UInt8]) -> Blob {
    Blob(bytes)
  }
}

extension OutboxRecorder {
  /// Records what became of a message, and deletes its bytes if it has ended.
  ///
  /// An attempt for an address that the message does not go to is refused by the table.
  ///
  /// - Returns: The message as it stands now; nil if there is none with the number.
  func record(_ attempts: [Attempt], of number: Int, at seconds: Int64) throws -> MailRecord? {
    var scope = OutboxQueries.Scope()
    scope.number = number
    let giveUpAt = try Int64.fetchOne(
      db,
      sql: "SELECT give_up_at FROM mail WHERE number = ?",
      arguments: [number]
    )
    guard let giveUpAt else { return nil }
    for attempt in attempts {
      let isLast = attempt.outcome == .deferred && seconds >= giveUpAt
      let result = isLast ? MailRecord.Recipient.State.expired.rawValue : attempt.outcome.rawValue
      try insert(attempt, result, of: number, at: seconds)
    }
    let record = try OutboxQueries(db: db).records(scope).first
    if let record, record.hasEnded {
      try db.execute(sql: "DELETE FROM mail_body WHERE mail = ?", arguments: [number])
    }
    return record
  }

  private func insert(
    _ attempt: Attempt,
    _ result: String,
    of number: Int,
    at seconds: Int64
  ) throws {
    let position = try Int.fetchOne(
      db,
      sql: "SELECT position FROM mail_recipient WHERE mail = ? AND address = ?",
      arguments: [number, attempt.recipient]
    )
    let count = try Int.fetchOne(
      db,
      sql: "SELECT COUNT(*) FROM mail_attempt WHERE mail = ? AND recipient = ?",
      arguments: [number, position]
    )
    try db.execute(
      sql: "INSERT INTO mail_attempt VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [number, position, (count ?? 0) + 1, seconds, result, attempt.reply]
    )
  }
}
