internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Glibc
internal import History
internal import Mail
internal import MailTransport
internal import Reports
internal import Rules

/// One run of `check mail`: judge, record, compose, queue, send, in this order.
///
/// Until a message is in the outbox nothing of it has left; from then on the outbox sees to it.
struct MailJob {
  private var command: CheckOptions
  private let sending: SendingOptions
  private let dryRun: String?
  private let rehearsal: String?

  /// Makes a job; nothing is read yet.
  init(_ command: CheckOptions, _ sending: SendingOptions, dryRun: String?, to: String?) {
    self.command = command
    // A unit sees its own cells only, so that more than one unit's share is looked up.
    self.command.evidence = max(command.evidence, 200)
    self.sending = sending
    self.dryRun = dryRun
    rehearsal = to
  }

  /// Does the job.
  ///
  /// - Returns: 74 if a message was not delivered; else 0, 1 or 2, as the run says.
  /// - Throws: `Failure` for anything that ends the program in another way.
  func run() async throws -> Int32 {
    let stage = try JudgeStage(command, standard: nil)
    let history = try Self.history(command.history, stage.language)
    try refusePartialRuns(stage.language)
    let pack = try await stage.load()
    let sender = try SendingStage(
      sending,
      pack: pack,
      history: history,
      isQuiet: command.quiet
    )
    try checkRehearsal(sender)
    if dryRun == nil, !sender.isDayOff || rehearsal != nil { _ = try sender.transport() }
    let run = try await stage.judge(by: pack.with(today: sender.today))
    if let dryRun {
      try write(to: dryRun, run, stage, sender, pack)
      return Int32(run.exitCode)
    }
    let code = try send(run, stage, sender, pack)
    return code == 0 ? Int32(run.exitCode) : code
  }

  /// Records the run, queues its news, and sends.
  ///
  /// Queueing needs no lock: a message that another process overtakes is composed anew.
  private func send(
    _ run: Run,
    _ stage: JudgeStage,
    _ sender: SendingStage,
    _ pack: ReadyPack
  ) throws -> Int32 {
    try Self.makePrivate(sender.history)
    let recorded = try stage.record(
      run,
      in: sender.history,
      sender.language,
      isQuiet: command.quiet
    )
    // Cron keeps no exit codes: what is not well has to be said.
    if run.exitCode == 2 { sender.say(MailMessages.incomplete(run)) }
    let code = try deliver(recorded, sender, pack)
    try stage.write(recorded.content, sender.language)
    return code
  }

  private func deliver(
    _ recorded: (content: ReportContent, number: Int?),
    _ sender: SendingStage,
    _ pack: ReadyPack
  ) throws -> Int32 {
    if sender.isDayOff, rehearsal == nil {
      if !command.quiet { sender.say(MailMessages.dayOff(sender.today)) }
      return 0
    }
    do {
      let queued = try queue(recorded, sender, pack)
      if !command.quiet { sender.say(MailMessages.queued(queued.count)) }
      // A rehearsal must not let anything go to those whom messages are really for.
      let only = rehearsal == nil ? nil : Set(queued)
      let code = try sender.withLock { error in
        sender.say(error.message)
      } _: {
        try sender.sendDue(only: only)
      }
      guard let code else { return ExitStatus.outputFailed.rawValue }
      guard rehearsal == nil, code == 0 else { return code }
      return try sender.sayWhatWaits() ? ExitStatus.outputFailed.rawValue : 0
    } catch let error as HistoryError {
      throw Failure.output(error.message, sender.language)
    }
  }

  /// Composes what there is to tell and queues it; anew, if an audience was told something meanwhile.
  private func queue(
    _ recorded: (content: ReportContent, number: Int?),
    _ sender: SendingStage,
    _ pack: ReadyPack
  ) throws -> [Int] {
    while true {
      let mails = try compose(recorded.content, sender, pack, from: sender.history)
      do {
        return try Outbox.queue(
          mails,
          in: sender.history,
          run: recorded.number ?? 0,
          at: SendingStage.now,
          policy: sender.patience
        )
      } catch is Outbox.Overtaken {
        continue
      }
    }
  }

  /// Makes the file of a history that does not exist yet, for its owner alone: bodies of messages will
  /// be in it.
  private static func makePrivate(_ history: String) throws {
    let file = unsafe open(history, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 { close(file) }
  }

  /// Writes the messages as files, over a copy of the history that is thrown away.
  private func write(
    to folder: String,
    _ run: Run,
    _ stage: JudgeStage,
    _ sender: SendingStage,
    _ pack: ReadyPack
  ) throws {
    let output = try DryRunFolder(folder, sender.language)
    let copy = try HistoryCopy(of: sender.history, in: Terminal.temporaryFolder, sender.language)
    defer { copy.remove() }
    let recorded = try stage.record(run, in: copy.path, sender.language, isQuiet: true)
    try stage.write(recorded.content, sender.language)
    let mails = try compose(recorded.content, sender, pack, from: copy.path)
    let names = try output.write(mails)
    if sender.isDayOff { sender.say(MailMessages.dayOff(sender.today)) }
    let lines = zip(names, mails).map { MailMessages.written($0, $1).text(sender.language) }
    let text = lines.isEmpty ? [MailMessages.nothing.text(sender.language)] : lines
    do {
      try StandardStreams.writeOutput(Array((text.joined(separator: "\n") + "\n").utf8))
    } catch let error as SystemError {
      throw Failure.output(error.message, sender.language)
    }
  }

  private func compose(
    _ content: ReportContent,
    _ sender: SendingStage,
    _ pack: ReadyPack,
    from history: String
  ) throws -> [OutgoingMail] {
    let name = content.run.rules.pack.name
    let latest = try Outbox.latest(in: history, pack: name)
    let told = try Outbox.told(in: history, pack: name)
    let composer = MailComposer(
      content,
      policy: sender.policy,
      occasion: MailOccasion(
        day: sender.today,
        date: MailDate.text(SendingStage.now, utcOffsetSeconds: pack.clock.utcOffsetSeconds),
        rehearsal: rehearsal,
        language: sender.language,
        temporaryFolder: Terminal.temporaryFolder
      )
    )
    do {
      return try composer.mails(told: told, latest: latest)
    } catch let error as ReportFileError {
      throw Failure.output(error.message, sender.language)
    }
  }

  // MARK: Options

  /// Returns the history's file, which mail cannot do without.
  ///
  /// - Throws: `Failure` if it is not named.
  static func history(_ file: String?, _ language: Language) throws -> String {
    if let file, !file.isEmpty { return file }
    let message = Phrase(
      vi: "thiếu --history TỆP: tệp lịch sử giữ thư chờ gửi và những gì đã báo",
      en: "--history FILE is missing: it keeps what waits and what was told"
    )
    throw Failure.usage(message, language)
  }

  /// Refuses options that would make a part of the plan, or the plan without waivers, pass for all.
  private func refusePartialRuns(_ language: Language) throws {
    let option = !command.select.isEmpty ? "--select" : command.noWaivers ? "--no-waivers" : nil
    guard let option else { return }
    let message = Phrase(
      vi: "check mail xét cả kế hoạch, không đi cùng \(option)",
      en: "check mail judges the whole plan and does not go with \(option)"
    )
    throw Failure.usage(message, language)
  }

  private func checkRehearsal(_ sender: SendingStage) throws {
    guard let rehearsal else { return }
    guard MailAddress.isValid(rehearsal) else {
      let message = Phrase(
        vi: "--to: '\(rehearsal)' không phải địa chỉ thư",
        en: "--to: '\(rehearsal)' is not a mail address"
      )
      throw Failure.usage(message, sender.language)
    }
    guard sender.policy.allows(rehearsal) else {
      let message = Phrase(
        vi: "--to: '\(rehearsal)' không thuộc tên miền nào trong 'domains' của bộ quy tắc",
        en: "--to: '\(rehearsal)' is in none of the pack's 'domains'"
      )
      throw Failure.usage(message, sender.language)
    }
  }
}
