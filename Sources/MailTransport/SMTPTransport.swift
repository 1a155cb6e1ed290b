public import Diagnostics

internal import CCurl
internal import Glibc

/// Hands messages to a mail server by SMTP, over one connection as long as the server keeps it.
///
/// The server is believed only with a certificate for its name from somebody who is trusted, and
/// TLS 1.2 or newer. Proxies and `.netrc` files are not looked at.
public final class SMTPTransport: Transport {
  private let place: String
  private let credentials: Credentials?
  private let totalSeconds: Double
  private let language: Language
  private let session: Session
  private let handle: CurlHandle
  /// Whether a connection may be left over from the message before.
  private var keepsConnection = false

  /// Makes a transport that has not yet contacted the server.
  ///
  /// - Parameters:
  ///   - server: A server of `smtp://` or `smtps://`.
  ///   - credentials: Whom to log in as; the connection must then be encrypted.
  ///   - certificateAuthorities: A PEM file of whom to believe, instead of the system's.
  ///   - timeouts: How long the server may take.
  ///   - language: The language of replies that the server did not write.
  /// - Throws: `TransportError` if something is wrong that no server is needed to see.
  public init(
    server: MailServer,
    credentials: Credentials? = nil,
    certificateAuthorities: String? = nil,
    timeouts: Timeouts = Timeouts(),
    language: Language = .vi
  ) throws {
    guard case .smtp(_, _, let security) = server.route else {
      throw TransportError(.notSMTP(server.description))
    }
    if let credentials {
      guard security != .none else { throw TransportError(.loginWithoutTLS(server.description)) }
      guard credentials.isUsable else { throw TransportError(.unusableCredentials) }
    }
    if let path = certificateAuthorities, unsafe access(path, R_OK) != 0 {
      throw TransportError(.unreadableAuthorities(path: path, code: errno))
    }
    place = server.description
    self.credentials = credentials
    totalSeconds = timeouts.totalSeconds
    self.language = language
    session = Session(needsLogin: credentials != nil)
    handle = try CurlHandle(CurlLibrary())
    try handle.connect(session)
    try handle.configure(server)
    try handle.configure(timeouts)
    try handle.configure(credentials, certificateAuthorities: certificateAuthorities)
  }

  /// Hands one message to the server; addresses that cannot be sent are refused without asking it.
  ///
  /// - Parameters:
  ///   - message: The message, lines ended by CR LF; it arrives byte for byte.
  ///   - sender: The address that failures are reported to.
  ///   - recipients: The addresses that it goes to.
  /// - Returns: One outcome for each recipient, in their order.
  public func deliver(
    _ message: [UInt8],
    sender: String,
    recipients: [String]
  ) -> [DeliveryOutcome] {
    Addressing(sender: sender, recipients: recipients, language: language).outcomes { safe in
      transfer(message, sender: sender, recipients: safe)
    }
  }

  /// Hands the message over, once more if the kept connection turns out to be gone.
  private func transfer(
    _ message: [UInt8],
    sender: String,
    recipients: [String]
  ) -> [Addressing.Answer] {
    let wasKept = keepsConnection
    var (code, detail) = perform(message, sender: sender, recipients: recipients)
    if wasKept, isStale(code) {
      (code, detail) = perform(message, sender: sender, recipients: recipients)
    }
    keepsConnection = code == CURLE_OK
    defer { session.finish() }
    let reading = ExchangeReading(
      exchange: session.exchange,
      fault: TransferFault(code, detail, session, handle.library),
      needsLogin: credentials != nil,
      place: place
    )
    return recipients.indices.map { index in
      let (result, reply) = reading.answer(index)
      return (result, concealed(reply.text(language)))
    }
  }

  private func perform(
    _ message: [UInt8],
    sender: String,
    recipients: [String]
  ) -> (code: CURLcode, detail: String) {
    session.begin(message, totalSeconds: totalSeconds)
    do {
      try handle.set(CURLOPT_MAIL_FROM, sender)
      try handle.setSize(message.count)
      return try handle.with(CURLOPT_MAIL_RCPT, recipients) { handle.perform() }
    } catch {
      // Only memory can be lacking here; the options themselves were accepted at the start.
      return (CURLE_OUT_OF_MEMORY, "")
    }
  }

  /// Whether a kept connection was closed by the server meanwhile, before it took anything.
  private func isStale(_ code: CURLcode) -> Bool {
    let exchange = session.exchange
    guard !exchange.isNewConnection, !exchange.hasBegunContent else { return false }
    switch code {
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_WEIRD_SERVER_REPLY:
      // RFC 5321 §3.8: a server says 421 before it closes.
      return exchange.sender.map { $0.code == 421 } ?? true
    default: return false
    }
  }

  /// Keeps a reply from showing the password, should a server repeat it.
  private func concealed(_ reply: String) -> String {
    guard let credentials, credentials.isBetrayed(by: reply) else { return reply }
    return Messages.concealed.text(language)
  }
}
