public import Diagnostics
public import History
internal import Reports

/// What became of messages, a line each recipient: what waits first, then what failed, then the rest.
public struct OutboxPage: HistoryPage {
  /// How many delivered messages are shown unless all are asked for.
  private static let limit = 30

  private let mails: [MailRecord]
  /// How many delivered ones are left out.
  private let leftOut: Int
  private let utcOffsetSeconds: Int

  /// Makes the page.
  ///
  /// - Parameters:
  ///   - mails: The messages, in order of number.
  ///   - isWhole: Whether delivered messages of all days are shown, and not only the last ones.
  ///   - utcOffsetSeconds: How far the reader's clock is ahead of UTC.
  public init(_ mails: [MailRecord], isWhole: Bool, utcOffsetSeconds: Int) {
    let delivered = mails.filter(\.isDelivered)
    leftOut = isWhole ? 0 : max(0, delivered.count - Self.limit)
    let hidden = Set(delivered.prefix(leftOut).map(\.number))
    self.mails = mails.filter { !hidden.contains($0.number) }
    self.utcOffsetSeconds = utcOffsetSeconds
  }

  /// Writes the page for people.
  public func text(_ style: HistoryStyle) -> String {
    var page = style.page
    guard !mails.isEmpty else {
      page.line(style.text(Messages.emptyOutbox))
      return page.text
    }
    let waiting = mails.filter { !$0.hasEnded }
    let failed = mails.filter { $0.hasEnded && !$0.isDelivered }
    section(Messages.waitingMail(waiting.count), waiting, style, &page)
    section(Messages.failedMail(failed.count), failed, style, &page)
    section(
      Messages.deliveredMail(mails.count(where: \.isDelivered)),
      mails.filter(\.isDelivered),
      style,
      &page
    )
    if leftOut > 0 { page.line(style.text(Messages.moreMail(leftOut))) }
    return page.text
  }

  private func section(
    _ title: Phrase,
    _ mails: [MailRecord],
    _ style: HistoryStyle,
    _ page: inout Page
  ) {
    guard !mails.isEmpty else { return }
    page.line([Page.Span(style.text(title), .strong)])
    for mail in mails {
      let rehearsal = mail.isRehearsal ? " " + style.text(Messages.rehearsal) : ""
      page.line(
        "\(mail.number)  \(moment(mail.queuedAt, style))  \(mail.subject)\(rehearsal)",
        indent: 2
      )
      for recipient in mail.recipients {
        page.line(line(of: recipient, style), indent: 4)
      }
    }
    page.blank()
  }

  private func line(of recipient: MailRecord.Recipient, _ style: HistoryStyle) -> String {
    var parts = ["\(recipient.address): \(style.text(Messages.state(recipient.state)))"]
    if let last = recipient.lastAt { parts[0] += " \(moment(last, style))" }
    if recipient.attempts > 1 || recipient.state != .accepted {
      parts.append(style.text(Messages.attempts(recipient.attempts)))
      if let reply = recipient.lastReply, !reply.isEmpty { parts.append(reply) }
    }
    if let next = recipient.nextAt {
      parts.append(style.text(Messages.nextAttempt(moment(next, style))))
    }
    return parts.joined(separator: "; ")
  }

  private func moment(_ seconds: Int64, _ style: HistoryStyle) -> String {
    style.text(MomentText.phrase(seconds, utcOffsetSeconds: utcOffsetSeconds))
  }

  /// Writes the page for programs: one JSON object; times are seconds since 1970, UTC.
  public func json(_ language: Language) -> [UInt8] {
    JSONValue.object([
      ("schema", .string("check-mail-status/1")),
      ("left_out", .int(leftOut)),
      ("mails", .array(mails.map(\.json))),
    ]).rendered
  }
}

extension MailRecord {
  /// Whether every recipient has it.
  fileprivate var isDelivered: Bool { recipients.allSatisfy { $0.state == .accepted } }

  fileprivate var json: JSONValue {
    .object([
      ("number", .int(number)),
      ("message_id", .string(messageID)),
      ("pack", .string(pack)),
      ("run", .int(run)),
      ("audience", .string(audience)),
      ("subject", .string(subject)),
      ("sender", .string(sender)),
      ("queued_at", .int(Int(queuedAt))),
      ("give_up_at", .int(Int(giveUpAt))),
      ("rehearsal", .bool(isRehearsal)),
      ("size", .int(size)),
      ("recipients", .array(recipients.map(\.json))),
    ])
  }
}

extension MailRecord.Recipient {
  fileprivate var json: JSONValue {
    .object([
      ("address", .string(address)),
      ("state", .string(state.rawValue)),
      ("attempts", .int(attempts)),
      ("last_reply", .text(lastReply)),
      ("last_at", lastAt.map { .int(Int($0)) } ?? .null),
      ("next_at", nextAt.map { .int(Int($0)) } ?? .null),
    ])
  }
}
