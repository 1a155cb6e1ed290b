/// What client and server said to each other about one message, put together from single lines.
///
/// libcurl reports success when one recipient of three was refused, and an empty text when a login
/// was; only the lines say what happened. Lines of a login are looked at for their reply's digits and
/// never kept.
struct Exchange {
  /// What the next reply answers.
  enum Stage: Hashable {
    case greeting
    case hello
    case encryption
    case login
    case sender
    case recipient
    case data
    case content
    case farewell
    case other
  }

  /// What the next reply answers.
  private(set) var stage = Stage.greeting
  /// Whether the connection was made for this message, not left over from the one before.
  private(set) var isNewConnection = false
  /// Whether the server has accepted the login on this connection.
  private(set) var isLoggedIn = false
  /// Whether the message itself has begun to leave.
  private(set) var hasBegunContent = false
  /// Whether a sender was named; without a login none may have been.
  private(set) var hasNamedSender = false
  /// The answer to each recipient that was named, in their order.
  private(set) var recipients: [ServerReply?] = []
  /// The answer to the sender.
  private(set) var sender: ServerReply?
  /// The answer to the announcement of the message.
  private(set) var data: ServerReply?
  /// The answer to the whole message, which alone says that it was taken.
  private(set) var content: ServerReply?
  /// The last answer of all before the farewell.
  private(set) var last: ServerReply?

  private var lines = ReplyLines()
  private var awaitsSecret = false

  /// Begins the next message on a connection that may still be there.
  mutating func beginMessage() {
    let isLoggedIn = isLoggedIn
    self = Exchange()
    self.isLoggedIn = isLoggedIn
  }

  /// Takes note that the message begins to leave.
  mutating func beginContent() {
    hasBegunContent = true
    stage = .content
  }

  /// Takes note of a line of the client.
  mutating func note(command: some Collection<UInt8>) {
    // The lines of a login after its first are secrets, and may look like anything.
    if awaitsSecret { return }
    stage = Self.stage(command)
    switch stage {
    case .hello: (isNewConnection, isLoggedIn) = (true, false)
    case .sender: hasNamedSender = true
    case .recipient: recipients.append(nil)
    default: break
    }
  }

  /// Takes note of a line of the server.
  mutating func note(answer: some Collection<UInt8>) {
    guard let reply = lines.add(answer) else { return }
    awaitsSecret = stage == .login && reply.code == 334
    if awaitsSecret { return }
    if stage != .farewell { last = reply }
    switch stage {
    case .login: isLoggedIn = reply.code == 235
    case .sender: sender = reply
    case .recipient: recipients[recipients.count - 1] = reply
    case .data:
      data = reply
      if reply.code == 354 { stage = .content }
    case .content: content = reply
    case .greeting, .hello, .encryption, .farewell, .other: break
    }
  }

  private static func stage(_ command: some Collection<UInt8>) -> Stage {
    let word = command.prefix { $0 != 0x20 && $0 != 0x0D && $0 != 0x0A }
    switch String(decoding: word, as: UTF8.self).uppercased() {
    case "EHLO", "HELO": return .hello
    case "STARTTLS": return .encryption
    case "AUTH": return .login
    case "MAIL": return .sender
    case "RCPT": return .recipient
    case "DATA": return .data
    case "QUIT": return .farewell
    default: return .other
    }
  }
}
