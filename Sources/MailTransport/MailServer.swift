public import Diagnostics

/// Where messages are handed over: a mail server, or a mail program of this machine.
///
/// | text | meaning |
/// | --- | --- |
/// | `smtp://HOST[:PORT]` | encryption by STARTTLS is required; port 587 |
/// | `smtps://HOST[:PORT]` | encrypted from the first byte; port 465 |
/// | `smtp://localhost`, `127.0.0.1`, `[::1]` | this machine, not encrypted; port 25 |
/// | the same with `?tls=required` | this machine, with STARTTLS; port 587 |
/// | `sendmail`, `sendmail:/PATH` | a program; `/usr/sbin/sendmail` |
public struct MailServer: Sendable, Hashable {
  /// How messages get there.
  public enum Route: Sendable, Hashable {
    /// By SMTP, to a host without brackets and a port.
    case smtp(host: String, port: UInt16, Security)
    /// Through a program at an absolute path that reads a message as sendmail does.
    case program(path: String)
  }

  /// What protects a connection.
  public enum Security: Sendable, Hashable {
    /// Nothing; only on the loopback interface.
    case none
    /// TLS that begins after a plain greeting, or no delivery.
    case startTLS
    /// TLS from the first byte.
    case tls
  }

  /// How messages get there.
  public let route: Route

  /// Reads the place of a mail server.
  ///
  /// - Parameter text: One of the forms above.
  /// - Throws: `TransportError` with a cure; its text never repeats what may be a password.
  public init(_ text: String) throws {
    route = try MailServerText.route(text)
  }

  /// Makes what hands messages to this server.
  ///
  /// - Parameters:
  ///   - credentials: Whom to log in as, if at all.
  ///   - certificateAuthorities: A PEM file of whom to believe, instead of the system's.
  ///   - timeouts: How long a server may take; a program has the whole time of a message.
  ///   - language: The language of replies that the server did not write.
  /// - Returns: A transport that has not yet contacted anyone.
  /// - Throws: `TransportError`.
  public func transport(
    credentials: Credentials? = nil,
    certificateAuthorities: String? = nil,
    timeouts: Timeouts = Timeouts(),
    language: Language = .vi
  ) throws -> any Transport {
    switch route {
    case .smtp:
      return try SMTPTransport(
        server: self,
        credentials: credentials,
        certificateAuthorities: certificateAuthorities,
        timeouts: timeouts,
        language: language
      )
    case .program(let path):
      guard credentials == nil else { throw TransportError(.loginForProgram) }
      return SendmailTransport(
        path: path,
        timeoutSeconds: timeouts.totalSeconds,
        language: language
      )
    }
  }
}

extension MailServer: CustomStringConvertible {
  /// The text that it is read from, with the port.
  public var description: String {
    switch route {
    case .program(let path): "sendmail:\(path)"
    case .smtp(let host, let port, let security):
      (security == .tls ? "smtps://" : "smtp://")
        + (host.contains(":") ? "[\(host)]" : host) + ":\(port)"
        + (security == .startTLS && MailServerText.isLoopback(host) ? "?tls=required" : "")
    }
  }
}
