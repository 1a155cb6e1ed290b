internal import Findings
internal import GRDB

/// Reads messages out of the tables.
struct OutboxQueries {
  let db: Database
  private var runs: RunQueries { RunQueries(db: db) }

  init(db: Database) {
    self.db = db
  }

  /// Whether the file has the tables; an older version that is only looked at has none.
  var exists: Bool {
    get throws { try runs.has("mail") }
  }

  /// Which messages to read.
  struct Scope {
    /// The only number; nil for all.
    var number: Int?
    /// The pack's name; nil for any.
    var pack: String?
    /// Whether only messages that have not ended count.
    var isWaiting = false

    /// The condition on the tables `mail` and `run`.
    var condition: String {
      var parts = ["TRUE"]
      if number != nil { parts.append("mail.number = :number") }
      if pack != nil { parts.append("run.pack = :pack") }
      if isWaiting { parts.append("mail.number IN (SELECT mail FROM mail_body)") }
      return parts.joined(separator: " AND ")
    }

    /// The values of the condition.
    var arguments: StatementArguments {
      var arguments: StatementArguments = [:]
      if let number { arguments += ["number": number] }
      if let pack { arguments += ["pack": pack] }
      return arguments
    }
  }

  /// The condition on the table `mail` that somebody was told, or is still to be.
  ///
  /// A rehearsal tells nobody, nor does a message that failed for every recipient. One that was
  /// accepted after it had failed, by a second sender, counts as accepted.
  static let counts = """
    mail.is_rehearsal = 0 AND EXISTS (
      SELECT 1 FROM mail_recipient
        LEFT JOIN mail_attempt ON mail_attempt.mail = mail_recipient.mail
          AND recipient = position AND result <> 'deferred'
      WHERE mail_recipient.mail = mail.number AND (result IS NULL OR result = 'accepted')
    )
    """

  /// Reads messages with their recipients, in the order in which they were queued.
  func records(_ scope: Scope) throws -> [MailRecord] {
    guard try exists else { return [] }
    let recipients = try recipients(scope)
    let sql = """
      SELECT mail.*, run.pack FROM mail JOIN run ON run.number = mail.run
      WHERE \(scope.condition) ORDER BY mail.number
      """
    return try Row.fetchAll(db, sql: sql, arguments: scope.arguments).map { row in
      let number: Int = row["number"]
      return MailRecord(
        number: number,
        messageID: row["message_id"],
        pack: row["pack"],
        run: row["run"],
        audience: row["audience"],
        subject: row["subject"],
        sender: row["sender"],
        queuedAt: row["queued_at"],
        giveUpAt: row["give_up_at"],
        isRehearsal: row["is_rehearsal"],
        size: row["size"],
        recipients: recipients[number] ?? []
      )
    }
  }

  private func recipients(_ scope: Scope) throws -> [Int: [MailRecord.Recipient]] {
    let sql = """
      SELECT mail_recipient.mail, position, address, queued_at, at, result, reply
      FROM mail JOIN run ON run.number = mail.run
        JOIN mail_recipient ON mail_recipient.mail = mail.number
        LEFT JOIN mail_attempt
          ON mail_attempt.mail = mail_recipient.mail AND recipient = position
      WHERE \(scope.condition) ORDER BY mail_recipient.mail, position, mail_attempt.number
      """
    var recipients: [Int: [MailRecord.Recipient]] = [:]
    for row in try Row.fetchAll(db, sql: sql, arguments: scope.arguments) {
      let position: Int = row["position"]
      var all = recipients[row["mail"]] ?? []
      if all.count == position {
        all.append(MailRecord.Recipient(address: row["address"], queuedAt: row["queued_at"]))
      }
      guard position == all.count - 1 else { throw RunQueries.damaged("mail_recipient") }
      if let result = row["result"] as String? {
        all[position].add(try state(result), row["reply"], at: row["at"])
      }
      recipients[row["mail"]] = all
    }
    return recipients
  }

  /// Reads how an attempt ended; nil if the message is to be tried again.
  private func state(_ result: String) throws -> MailRecord.Recipient.State? {
    if result == Attempt.Outcome.deferred.rawValue { return nil }
    return try word(result)
  }

  /// Reads the bytes of a message; nil if there is none with the number, or it has ended.
  func body(of number: Int) throws -> [UInt8]? {
    guard try exists else { return nil }
    let value = try DatabaseValue.fetchOne(
      db,
      sql: "SELECT bytes FROM mail_body WHERE mail = ?",
      arguments: [number]
    )
    switch value?.storage {
    case .blob(let bytes): return Array(bytes)
    case nil: return nil
    default: throw RunQueries.damaged("mail_body")
    }
  }
}

extension OutboxQueries {
  /// Reads what a message told, by obligation.
  func notices(of number: Int) throws -> [Notice] {
    guard try exists else { return [] }
    let sql = """
      SELECT mail_notice.*, obligation.rule, obligation.unit, obligation.period
      FROM mail_notice JOIN obligation ON obligation.id = mail_notice.obligation
      WHERE mail = ? ORDER BY rule, unit, period, topic
      """
    return try Row.fetchAll(db, sql: sql, arguments: [number]).map(notice)
  }

  /// Reads what each audience of a pack was last told, over the messages that count.
  func told(pack: String) throws -> [String: Told] {
    guard try exists else { return [:] }
    // The columns of a group are those of the row with the greatest number.
    let sql = """
      SELECT mail.audience, mail_notice.*, obligation.rule, obligation.unit, obligation.period,
        MAX(mail.number)
      FROM mail JOIN run ON run.number = mail.run
        JOIN mail_notice ON mail_notice.mail = mail.number
        JOIN obligation ON obligation.id = mail_notice.obligation
      WHERE run.pack = ? AND \(Self.counts)
      GROUP BY mail.audience, mail_notice.obligation, mail_notice.topic
      """
    return try Row.fetchAll(db, sql: sql, arguments: [pack]).reduce(into: [:]) { told, row in
      let notice = try notice(row)
      var own = told[row["audience"]] ?? Told()
      switch notice.topic {
      case .finding: own.findings[notice.obligation] = notice
      case .reminder: own.reminders[notice.obligation] = notice
      }
      told[row["audience"]] = own
    }
  }

  /// Reads the number of the last message that counts of every audience of a pack.
  func latest(pack: String) throws -> [String: Int] {
    guard try exists else { return [:] }
    let sql = """
      SELECT audience, MAX(mail.number) AS latest FROM mail JOIN run ON run.number = mail.run
      WHERE run.pack = ? AND \(Self.counts) GROUP BY audience
      """
    return try Row.fetchAll(db, sql: sql, arguments: [pack]).reduce(into: [:]) { latest, row in
      latest[row["audience"]] = row["latest"]
    }
  }

  /// Reads the same for the pack that a run judged by.
  func latest(ofPackOf run: Int) throws -> [String: Int] {
    let pack = try String.fetchOne(
      db,
      sql: "SELECT pack FROM run WHERE number = ?",
      arguments: [run]
    )
    return try pack.map(latest(pack:)) ?? [:]
  }

  private func notice(_ row: Row) throws -> Notice {
    guard let day = try runs.date(row["day"]) else { throw RunQueries.damaged("mail_notice") }
    return Notice(
      obligation: try runs.id(row),
      topic: try word(row["topic"]),
      standing: try word(row["standing"]),
      decided: try (row["decided"] as String?).map(word),
      verdict: try word(row["verdict"]),
      state: row["state"],
      day: day
    )
  }

  /// Reads a word of a closed set, or says that the file is damaged.
  private func word<Word: RawRepresentable<String>>(_ text: String) throws -> Word {
    guard let word = Word(rawValue: text) else { throw RunQueries.damaged("\(Word.self)") }
    return word
  }
}
