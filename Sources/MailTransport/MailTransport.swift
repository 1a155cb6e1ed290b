// Hands finished messages to a mail server or to a local mail program, and says for each recipient
// what came of it.
//
// Nothing here writes a message, keeps a queue, reads the environment or knows a pack. Delivery
// never throws: whatever happens to a message is an outcome. When in doubt an outcome is
// `deferred`, because a message that comes twice under one Message-ID does less harm than one that
// never comes. A message leaves without encryption only over the loopback interface, and nothing
// leaves without a login once a login was asked for.

/// A way for messages to leave this machine.
///
/// Used from one thread at a time; a transport may keep a connection between messages.
public protocol Transport {
  /// Hands one message to a server.
  ///
  /// - Parameters:
  ///   - message: The message with its headers, lines ended by CR LF.
  ///   - sender: The address that failures are reported to, without a name or brackets.
  ///   - recipients: The addresses that it goes to, without names or brackets.
  /// - Returns: One outcome for each recipient, in their order.
  func deliver(_ message: [UInt8], sender: String, recipients: [String]) -> [DeliveryOutcome]
}

/// What came of one message for one recipient.
public struct DeliveryOutcome: Sendable, Hashable {
  /// What to do about it.
  public enum Result: String, Sendable, Hashable, CaseIterable {
    /// The server has taken the message and answers for it from now on.
    case accepted
    /// Not delivered, or not known to be; another attempt is worth while.
    case deferred
    /// The server will not take it, however often it is asked.
    case refused
  }

  /// The recipient, as it was given.
  public let recipient: String
  /// What to do about it.
  public let result: Result
  /// What the server or the system said: one line of printable text without credentials.
  public let reply: String

  /// Makes an outcome.
  public init(recipient: String, result: Result, reply: String) {
    self.recipient = recipient
    self.result = result
    self.reply = reply
  }
}
