/// A message that is ready to be sent.
public struct OutgoingMail: Sendable, Hashable {
  /// Its Message-ID: the same for the same message, so that a repeat is known as one.
  public var messageID: String
  /// Whom it is for, such as `unit:vhxh` or `digest`.
  public var audience: String
  /// Its subject, as people read it.
  public var subject: String
  /// The address it comes from.
  public var sender: String
  /// The addresses it goes to, at least one; an address that is repeated counts once.
  public var recipients: [String]
  /// The whole message, header and body, as it goes over the wire.
  public var bytes: [UInt8]
  /// What it tells, at most once for each obligation and topic.
  public var notices: [Notice]
  /// Whether it only shows what would be told: whoever gets it counts as not told.
  public var isRehearsal: Bool
  /// The number of the message that the audience was told by last, 0 for none: what it tells is news
  /// after that one; nil if it does not matter.
  public var follows: Int?

  /// Makes a message.
  public init(
    messageID: String,
    audience: String,
    subject: String,
    sender: String,
    recipients: [String],
    bytes: [UInt8],
    notices: [Notice],
    isRehearsal: Bool = false,
    follows: Int? = nil
  ) {
    self.messageID = messageID
    self.audience = audience
    self.subject = subject
    self.sender = sender
    self.recipients = recipients
    self.bytes = bytes
    self.notices = notices
    self.isRehearsal = isRehearsal
    self.follows = follows
  }
}

/// A message that waits to be sent, without its bytes.
public struct QueuedMail: Sendable, Hashable {
  /// Its number in the outbox.
  public let number: Int
  /// Its Message-ID.
  public let messageID: String
  /// Whom it is for.
  public let audience: String
  /// Its subject.
  public let subject: String
  /// The address it comes from.
  public let sender: String
  /// The addresses whose turn it is; not those that are done with, nor those to be tried later.
  public let recipients: [String]
  /// The number of its bytes.
  public let size: Int
  /// Whether it goes to an address of its own, and tells nobody.
  public let isRehearsal: Bool
}

/// What a mail server said to one recipient of a message.
public struct Attempt: Sendable, Hashable {
  /// What it comes to.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// The server took the message, and answers for it from then on.
    case accepted
    /// Not now: worth trying again.
    case deferred
    /// Never: trying again leads nowhere.
    case refused
  }

  /// The address, as it was queued.
  public var recipient: String
  /// What it comes to.
  public var outcome: Outcome
  /// What the server said, or why it was not reached.
  public var reply: String

  /// Makes an attempt.
  public init(recipient: String, outcome: Outcome, reply: String) {
    self.recipient = recipient
    self.outcome = outcome
    self.reply = reply
  }
}
