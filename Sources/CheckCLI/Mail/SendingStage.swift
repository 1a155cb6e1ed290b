internal import CivilTime
internal import Diagnostics
internal import Glibc
internal import History
internal import Mail
internal import MailTransport
internal import Rules

/// Sends what waits in the outbox of a history.
struct SendingStage {
  let policy: MailPolicy
  let history: String
  let language: Language
  let isQuiet: Bool
  /// The day that counts as today.
  let today: CivilDate
  private let pack: String
  private let utcOffsetSeconds: Int
  private let calendar: WorkingCalendar
  private let server: MailServer?
  private let credentials: Credentials?
  private let certificates: String?

  /// Checks everything that sending needs; nothing is sent yet.
  ///
  /// - Throws: `Failure` if the pack says nothing about mail, or an option is wrong.
  init(_ options: SendingOptions, pack: ReadyPack, history: String, isQuiet: Bool) throws {
    language = pack.language
    guard let policy = pack.rules.mail else {
      let message = Phrase(
        vi: "bộ quy tắc không có mục 'mail'",
        en: "the pack says nothing about mail"
      )
      let help = Phrase(
        vi: "thêm 'mail' với from, fallback, digest; xem check explain --help và tham chiếu",
        en: "add 'mail' with from, fallback and digest; the reference shows how"
      )
      throw Failure.usage(message, language, help: help)
    }
    self.policy = policy
    self.history = history
    self.isQuiet = isQuiet
    self.pack = pack.rules.pack.name
    utcOffsetSeconds = pack.clock.utcOffsetSeconds
    calendar = pack.rules.calendar
    today =
      try options.today.map { [language] in
        try AsOfOption.date($0, language, option: "--today")
      } ?? pack.clock.today
    do {
      server = try (options.server ?? policy.server).map(MailServer.init)
    } catch let error as TransportError {
      throw Failure.usage(error.message, language)
    }
    credentials = try CredentialsSource.read(options.credentials, language)
    certificates = options.caFile
  }

  /// Whether the policy keeps mail back today.
  ///
  /// In a year that the calendar does not hold only weekends are days off.
  var isDayOff: Bool {
    guard !policy.sendsOnDaysOff else { return false }
    do {
      return try !calendar.isWorkingDay(today)
    } catch {
      return calendar.weekend.contains(today.weekday)
    }
  }

  /// Runs something while no other process sends from the same history.
  ///
  /// - Throws: `Failure` (74) if another one does.
  func withLock<T>(_ work: () throws -> T) throws -> T {
    do {
      return try SendingLock.hold(for: history, while: work)
    } catch let error as SendingLockError {
      throw Failure.output(error.message, language)
    } catch let error as HistoryError {
      throw Failure.output(error.message, language)
    }
  }

  /// Makes the way by which messages leave.
  ///
  /// - Throws: `Failure` if no server is named, or it cannot be used so.
  func transport() throws -> any Transport {
    guard let server else {
      let message = Phrase(vi: "chưa biết máy chủ thư", en: "no mail server is named")
      let help = Phrase(
        vi: "ghi 'server' trong mục mail của bộ quy tắc, hoặc thêm --server smtp://…",
        en: "write 'server' in the pack's mail, or add --server smtp://…"
      )
      throw Failure.usage(message, language, help: help)
    }
    do {
      return try server.transport(
        credentials: credentials,
        certificateAuthorities: certificates,
        language: language
      )
    } catch let error as TransportError {
      throw Failure.usage(error.message, language)
    }
  }

  /// Sends what is due.
  ///
  /// - Parameters:
  ///   - numbers: The only messages that may be sent; nil for all of the pack's.
  ///   - isUrgent: Whether those that wait for their next attempt are sent too.
  /// - Returns: 74 if a message did not get to everyone it is for, else 0.
  /// - Throws: `HistoryError`, or `Failure` if there is no way to send.
  func sendDue(only numbers: Set<Int>? = nil, isUrgent: Bool = false) throws -> Int32 {
    let due = try Outbox.due(in: history, at: isUrgent ? .max : Self.now, pack: pack).filter {
      numbers?.contains($0.number) ?? true
    }
    guard !due.isEmpty else { return 0 }
    let transport = try transport()
    var isWell = true
    for mail in due.prefix(policy.maximumMessages) {
      isWell = try send(mail, by: transport) && isWell
    }
    let rest = due.count - policy.maximumMessages
    if rest > 0 { say(MailMessages.heldBack(rest, limit: policy.maximumMessages)) }
    return isWell && rest <= 0 ? 0 : ExitStatus.outputFailed.rawValue
  }

  /// Sends one message, and records at once what became of it.
  ///
  /// - Returns: Whether everyone whose turn it was has it.
  private func send(_ mail: QueuedMail, by transport: any Transport) throws -> Bool {
    // Another process may have ended it since the list was read; the lock lets none do so.
    guard let bytes = try Outbox.body(of: mail.number, in: history) else { return true }
    let outcomes = transport.deliver(bytes, sender: mail.sender, recipients: mail.recipients)
    let record = try Outbox.record(
      outcomes.map(Attempt.init),
      of: mail.number,
      in: history,
      at: Self.now
    )
    let tried = record.recipients.filter { mail.recipients.contains($0.address) }
    for recipient in tried {
      if recipient.state == .accepted {
        if !isQuiet { say(MailMessages.sent(mail, to: recipient.address)) }
      } else {
        let next = recipient.nextAt.map { MailDate.text($0, utcOffsetSeconds: utcOffsetSeconds) }
        say(MailMessages.undelivered(mail, recipient, next: next))
      }
    }
    return tried.allSatisfy { $0.state == .accepted }
  }

  /// Prints one line for a journal.
  func say(_ message: Phrase) {
    StandardStreams.writeMessage(message.text(language) + "\n")
  }

  /// The seconds since 1970.
  static var now: Int64 { Int64(time(nil)) }
}

extension Attempt {
  /// What a transport says, as the outbox keeps it.
  fileprivate init(_ outcome: DeliveryOutcome) {
    let kept: Outcome =
      switch outcome.result {
      case .accepted: .accepted
      case .deferred: .deferred
      case .refused: .refused
      }
    self.init(recipient: outcome.recipient, outcome: kept, reply: outcome.reply)
  }
}
