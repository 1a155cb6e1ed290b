/// Reads the text of a mail server's place.
enum MailServerText {
  private static let program = "/usr/sbin/sendmail"

  /// Finds out how messages get to the place that a text names.
  ///
  /// - Parameter text: What the user wrote.
  /// - Returns: A server or a program.
  /// - Throws: `TransportError`.
  static func route(_ text: String) throws -> MailServer.Route {
    guard !text.isEmpty else { throw TransportError(.noServer) }
    if text == "sendmail" { return .program(path: program) }
    if text.hasPrefix("sendmail:") { return try program(String(text.dropFirst(9))) }
    // Before anything that would repeat the text in a message.
    guard !text.contains("@") else { throw TransportError(.userInfo) }
    if let rest = rest(of: text, after: "smtp://") { return try smtp(rest, text, isTLS: false) }
    if let rest = rest(of: text, after: "smtps://") { return try smtp(rest, text, isTLS: true) }
    throw TransportError(.unknownForm(PlainText.line(text)))
  }

  /// Whether a host is this machine, reached without a network.
  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  private static func program(_ path: String) throws -> MailServer.Route {
    guard path.hasPrefix("/"), !path.utf8.contains(0) else {
      throw TransportError(.badPath(PlainText.line(path)))
    }
    return .program(path: path)
  }

  private static func rest(of text: String, after scheme: String) -> Substring? {
    text.prefix(scheme.count).lowercased() == scheme ? text.dropFirst(scheme.count) : nil
  }

  private static func smtp(
    _ rest: Substring,
    _ text: String,
    isTLS: Bool
  ) throws -> MailServer.Route {
    let halves = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let asksForTLS = halves.count == 2
    var place = halves[0]
    if place.last == "/" { place = place.dropLast() }
    guard !asksForTLS || halves[1] == "tls=required", !place.contains("/") else {
      throw TransportError(.unknownForm(PlainText.line(text)))
    }
    let (host, digits) = try hostAndPort(place)
    let security: MailServer.Security =
      isTLS ? .tls : asksForTLS || !isLoopback(host) ? .startTLS : .none
    return .smtp(host: host, port: try digits.map(port) ?? usualPort(security), security)
  }

  /// RFC 8314 §7.3 and RFC 6409 §3.1; a server for this machine alone listens on the old port.
  private static func usualPort(_ security: MailServer.Security) -> UInt16 {
    switch security {
    case .none: 25
    case .startTLS: 587
    case .tls: 465
    }
  }

  private static func hostAndPort(_ place: Substring) throws -> (String, Substring?) {
    if place.first == "[" {
      guard let end = place.firstIndex(of: "]") else { throw badHost(place) }
      let host = place[place.index(after: place.startIndex)..<end].lowercased()
      let rest = place[place.index(after: end)...]
      let isAddress = host.contains(":") && host.utf8.allSatisfy { isHexadecimal($0) }
      guard isAddress, rest.isEmpty || rest.first == ":" else { throw badHost(place) }
      return (host, rest.isEmpty ? nil : rest.dropFirst())
    }
    let parts = place.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let host = parts[0].lowercased()
    guard isName(host) else { throw badHost(place) }
    return (host, parts.count == 2 ? parts[1] : nil)
  }

  private static func port(_ digits: Substring) throws -> UInt16 {
    let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
    guard isNumber, let port = UInt16(digits), port > 0 else {
      throw TransportError(.badPort(PlainText.line(String(digits))))
    }
    return port
  }

  private static func isName(_ host: String) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return host.utf8.count <= 253
      && labels.allSatisfy { label in
        !label.isEmpty && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { isInName($0) }
      }
  }

  /// Small letters, digits, hyphens, and the underscores of hosts within a network.
  private static func isInName(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 95
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (97...102).contains(byte) || (48...57).contains(byte) || byte == 46 || byte == 58
  }

  private static func badHost(_ place: Substring) -> TransportError {
    TransportError(.badHost(PlainText.line(String(place))))
  }
}
