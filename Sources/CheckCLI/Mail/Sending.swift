internal import Diagnostics
internal import History
internal import HistoryPages
internal import MailTransport
internal import Rules

/// One round of sending: message by message, each result on the disk before the next one leaves.
struct Sending {
  private let stage: SendingStage
  private var transport: (any Transport)?
  /// Whether everyone whose turn it was has theirs.
  private(set) var isWell = true

  /// Begins a round; no server is asked before there is something for it.
  init(stage: SendingStage) {
    self.stage = stage
  }

  /// Sends one message, and records what became of it.
  ///
  /// An address that the pack has no longer gets nothing: it counts as refused, so that the news is
  /// told anew where the pack says now.
  ///
  /// - Parameter mail: The message.
  /// - Returns: Whether to go on; false if there is no talking to the server.
  /// - Throws: `HistoryError` before anything is sent if nothing can be recorded, or `Failure` if there
  ///   is no way to send.
  mutating func send(_ mail: QueuedMail) throws -> Bool {
    // The lock lets no other process end it meanwhile.
    guard let bytes = try Outbox.body(of: mail.number, in: stage.history) else { return true }
    try Outbox.checkRoom(in: stage.history)
    let isAllowed = { [stage] address in
      stage.policy.allows(address) && (mail.isRehearsal || stage.addresses.contains(address))
    }
    let allowed = mail.recipients.filter(isAllowed)
    var attempts = mail.recipients.filter { !isAllowed($0) }.map { address in
      Attempt(
        recipient: address,
        outcome: .refused,
        reply: MailMessages.noLongerInPack.text(stage.language)
      )
    }
    if !allowed.isEmpty {
      let transport = try transport ?? stage.transport()
      self.transport = transport
      let outcomes = transport.deliver(bytes, sender: mail.sender, recipients: allowed)
      attempts += outcomes.map(Attempt.init)
    }
    let record = try Outbox.record(
      attempts,
      of: mail.number,
      in: stage.history,
      at: SendingStage.now
    )
    for recipient in record.recipients where mail.recipients.contains(recipient.address) {
      report(mail, recipient)
    }
    return !attempts.contains(where: \.isSilence)
  }

  private mutating func report(_ mail: QueuedMail, _ recipient: MailRecord.Recipient) {
    guard recipient.state != .accepted else {
      if !stage.isQuiet { stage.say(MailMessages.sent(mail, to: recipient.address)) }
      return
    }
    isWell = false
    let next = recipient.nextAt.map {
      MomentText.phrase($0, utcOffsetSeconds: stage.utcOffsetSeconds).text(stage.language)
    }
    stage.say(MailMessages.undelivered(mail, recipient, next: next))
  }
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

  /// Whether no server answered: its answers begin with three digits (RFC 5321 §4.2).
  ///
  /// Then the next message would wait for nothing as well.
  fileprivate var isSilence: Bool {
    let code = reply.utf8.prefix(3)
    let isAnswer = code.count == 3 && code.allSatisfy { (48...57).contains($0) }
    return outcome == .deferred && !isAnswer
  }
}
