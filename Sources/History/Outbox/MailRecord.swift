/// What the outbox knows of a message, for ever.
///
/// Times are whole seconds since 1970-01-01 00:00 UTC.
public struct MailRecord: Sendable, Hashable {
  /// A recipient, and what became of the message there.
  public struct Recipient: Sendable, Hashable {
    /// How far the message got.
    public enum State: String, Sendable, Hashable, CaseIterable {
      /// It waits to be sent, for the first time or again.
      case queued
      /// A server took it.
      case accepted
      /// A server refused it for good.
      case refused
      /// It was given up after too long a time.
      case expired
    }

    /// The address.
    public let address: String
    /// How far the message got.
    public internal(set) var state: State
    /// How often it was tried.
    public internal(set) var attempts: Int
    /// What was said last; nil before the first attempt.
    public internal(set) var lastReply: String?
    /// When it was tried last; nil before the first attempt.
    public internal(set) var lastAt: Int64?
    /// When it is to be tried next; nil if it is not.
    public internal(set) var nextAt: Int64?
  }

  /// Its number in the outbox, from 1.
  public let number: Int
  /// Its Message-ID.
  public let messageID: String
  /// The name of the pack it tells of.
  public let pack: String
  /// The number of the run it was made from.
  public let run: Int
  /// Whom it was for.
  public let audience: String
  /// Its subject.
  public let subject: String
  /// The address it comes from.
  public let sender: String
  /// When it was queued.
  public let queuedAt: Int64
  /// From when on a failed attempt is the last one.
  public let giveUpAt: Int64
  /// Whether it only shows what would be told.
  public let isRehearsal: Bool
  /// The number of its bytes, which are deleted once it has ended.
  public let size: Int
  /// Its recipients, in the order in which they were given.
  public internal(set) var recipients: [Recipient]

  /// Whether nothing remains to be done for any recipient.
  public var hasEnded: Bool { recipients.allSatisfy { $0.state != .queued } }
  /// Whether it reached nobody and never will; then nobody was told.
  public var hasFailed: Bool {
    recipients.allSatisfy { $0.state == .refused || $0.state == .expired }
  }
}

extension MailRecord.Recipient {
  /// Makes a recipient that was not tried yet: its turn is at once.
  init(address: String, queuedAt: Int64) {
    self.address = address
    state = .queued
    attempts = 0
    nextAt = queuedAt
  }

  /// Takes the next attempt into account.
  ///
  /// - Parameters:
  ///   - result: What it came to; nil if the server said to try again.
  ///   - reply: What was said.
  ///   - seconds: When.
  mutating func add(_ result: State?, _ reply: String, at seconds: Int64) {
    attempts += 1
    lastReply = reply
    lastAt = seconds
    // Two senders at once are kept apart by a lock; should it not work, a message that was taken
    // stays taken, and one that was given up is not taken up again.
    if state == .queued || result == .accepted { state = result ?? state }
    nextAt = state == .queued ? RetryPolicy.nextAttempt(afterDeferrals: attempts, at: seconds) : nil
  }

  /// Whether it is its turn.
  ///
  /// A clock that was put back since the last attempt would make a message wait for as long as the
  /// clock was ahead; then it is tried at once.
  func isDue(at seconds: Int64) -> Bool {
    guard let nextAt else { return false }
    guard let lastAt else { return true }
    return seconds >= nextAt || seconds < lastAt
  }
}
