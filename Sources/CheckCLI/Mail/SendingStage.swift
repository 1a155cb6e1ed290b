internal import CivilTime
internal import Diagnostics
internal import Glibc
internal import History
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
  /// The addresses that the pack has now.
  let addresses: Set<String>
  let utcOffsetSeconds: Int
  private let pack: String
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
        vi: "thêm 'mail' với from, fallback, digest; xem rules/thu.yaml và tài liệu tham chiếu",
        en: "add 'mail' with from, fallback and digest; see rules/thu.yaml and the reference"
      )
      throw Failure.usage(message, language, help: help)
    }
    self.policy = policy
    self.history = history
    self.isQuiet = isQuiet
    self.pack = pack.rules.pack.name
    addresses = Set(pack.rules.units.compactMap(\.email) + [policy.fallback])
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
  var isDayOff: Bool { !policy.sendsOnDaysOff && isDayOff(today) }

  private func isDayOff(_ day: CivilDate) -> Bool {
    do {
      return try !calendar.isWorkingDay(day)
    } catch {
      return calendar.weekend.contains(day.weekday)
    }
  }

  /// Runs something while no other process sends from the same history.
  ///
  /// - Returns: What it returns; nil if another process sends, who then is named by `busy`.
  /// - Throws: `Failure` (74) if the history or its lock cannot be used.
  func withLock<T>(
    busy: (SendingLockError) -> Void,
    _ work: () throws -> T
  ) throws -> T? {
    do {
      return try SendingLock.hold(for: history, while: work)
    } catch let error as SendingLockError {
      guard case .held = error.kind else { throw Failure.output(error.message, language) }
      busy(error)
      return nil
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

  /// Sends what is due, and what becomes due meanwhile, each message once.
  ///
  /// - Parameters:
  ///   - numbers: The only messages that may be sent; nil for all of the pack's.
  ///   - isUrgent: Whether those that wait for their next attempt are sent too.
  /// - Returns: 74 if a message did not get to everyone it is for, else 0.
  /// - Throws: `HistoryError`, or `Failure` if there is no way to send.
  func sendDue(only numbers: Set<Int>? = nil, isUrgent: Bool = false) throws -> Int32 {
    var sending = Sending(stage: self)
    var tried: Set<Int> = []
    while true {
      let due = try Outbox.due(in: history, at: isUrgent ? .max : Self.now, pack: pack).filter {
        (numbers?.contains($0.number) ?? true) && !tried.contains($0.number)
      }
      guard !due.isEmpty else { break }
      for (index, mail) in due.enumerated() {
        guard tried.count < policy.maximumMessages else {
          say(MailMessages.heldBack(due.count - index, limit: policy.maximumMessages))
          return ExitStatus.outputFailed.rawValue
        }
        tried.insert(mail.number)
        guard try sending.send(mail) else {
          if due.count > index + 1 { say(MailMessages.stopped(due.count - index - 1)) }
          return ExitStatus.outputFailed.rawValue
        }
      }
    }
    return sending.isWell ? 0 : ExitStatus.outputFailed.rawValue
  }

  /// Says how many messages wait, for whoever might think that all is well.
  ///
  /// - Parameter ownToo: Whether the messages of this pack are counted.
  /// - Returns: Whether messages of another pack wait, which nobody sends: a pack that was renamed.
  /// - Throws: `HistoryError` if the history cannot be read.
  func sayWhatWaits(ownToo: Bool = true) throws -> Bool {
    let waiting = try Outbox.status(in: history).filter { !$0.hasEnded }
    let own = waiting.count { $0.pack == pack && !$0.isRehearsal }
    if own > 0, ownToo { say(MailMessages.waiting(own)) }
    let others = Dictionary(grouping: waiting.filter { $0.pack != pack }, by: \.pack)
    for (other, mails) in others.sorted(by: { $0.key < $1.key }) {
      say(MailMessages.stranded(mails.count, pack: other))
    }
    return !others.isEmpty
  }

  /// For how long a message that is queued today is tried: the pack's days, days off not counted.
  var patience: RetryPolicy {
    var (day, left) = (today, policy.giveUpDays)
    while left > 0 {
      day = day.adding(days: 1)
      if policy.sendsOnDaysOff || !isDayOff(day) { left -= 1 }
    }
    return RetryPolicy(giveUpAfterSeconds: Int64(day - today) * 86_400)
  }

  /// Prints one line for a journal.
  func say(_ message: Phrase) {
    StandardStreams.writeMessage(message.text(language) + "\n")
  }

  /// The seconds since 1970.
  static var now: Int64 { Int64(time(nil)) }
}
