/// One answer of a mail server: three digits and a text, perhaps on several lines.
struct ServerReply: Sendable, Hashable {
  /// The three digits, RFC 5321 §4.2.
  let code: Int
  /// The digits and all lines of text, as one printable line.
  let text: String

  /// What a reply makes of a message or a recipient.
  var result: DeliveryOutcome.Result {
    switch code {
    case 200...299: .accepted
    // RFC 4954 §6: a login is missing or was not good enough. People can mend that.
    case 530, 534, 535, 538: .deferred
    case 500...599: .refused
    default: .deferred
    }
  }
}

/// Puts the lines of a reply together.
struct ReplyLines {
  /// The most lines and bytes of a line that are kept; a server may say anything.
  private static let limits = (lines: 20, bytes: 500)

  private var texts: [String] = []

  /// Adds a line.
  ///
  /// - Parameter line: The line with its end.
  /// - Returns: The whole reply once its last line is there.
  mutating func add(_ line: some Collection<UInt8>) -> ServerReply? {
    guard let code = Self.code(line) else { return nil }
    let rest = line.dropFirst(3)
    if texts.count < Self.limits.lines {
      texts.append(PlainText.line(rest.dropFirst().prefix(Self.limits.bytes)))
    }
    if rest.first == UInt8(ascii: "-") { return nil }
    defer { texts = [] }
    let text = texts.filter { !$0.isEmpty }.joined(separator: " ")
    return ServerReply(code: code, text: PlainText.line("\(code) \(text)"))
  }

  private static func code(_ line: some Collection<UInt8>) -> Int? {
    let digits = line.prefix(3)
    guard digits.count == 3, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}
