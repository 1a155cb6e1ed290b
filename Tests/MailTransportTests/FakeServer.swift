import Diagnostics
import Foundation
import MailTransport
import TestSupport
import Testing

/// A mail server of one test's own, ended with the test.
final class FakeServer {
  enum TLS: String {
    case starttls
    case smtps
  }

  let folder: TemporaryFolder
  let port: Int
  private let certificates: Certificates?
  private let script: RunningScript

  init(
    _ mode: String = "plain",
    tls: TLS? = nil,
    flaw: Certificates.Flaw = .none,
    needsLogin: Bool = false
  ) throws {
    folder = try TemporaryFolder()
    var arguments = [mode, folder.path]
    certificates = tls == nil ? nil : try Certificates(flaw, in: folder)
    if let tls, let certificates {
      arguments += ["--tls", tls.rawValue]
      arguments += ["--certificate", certificates.certificate, certificates.key]
    }
    if needsLogin { arguments.append("--auth") }
    // Threads of tests hold signals back, and their children inherit that; this one comes through.
    script = try RunningScript("smtp_server.py", arguments, endedBy: SIGKILL)
    port = try script.nextNumber()
  }

  /// A transport to this server.
  func transport(
    _ place: String,
    credentials: Credentials? = nil,
    timeouts: Timeouts = Timeouts(connectSeconds: 20, responseSeconds: 20, totalSeconds: 30)
  ) throws -> SMTPTransport {
    try SMTPTransport(
      server: MailServer(place.replacing("PORT", with: "\(port)")),
      credentials: credentials,
      certificateAuthorities: certificates?.authorities,
      timeouts: timeouts,
      language: .en
    )
  }

  /// The lines about connections and commands, in order.
  var events: [String] { folder.text("events").split(separator: "\n").map(String.init) }

  /// The commands, without what follows them.
  var commands: [String] { events.map { String($0.prefix { $0 != " " }) } }

  /// A message as it arrived, byte for byte.
  func bytes(_ number: Int = 1) -> [UInt8]? { folder.bytes("\(number).eml") }

  func letter(_ number: Int = 1) throws -> Letter {
    let bytes = try #require(folder.bytes("\(number).json"), "message \(number) did not arrive")
    return try Letter(bytes)
  }
}

extension Credentials {
  /// What the server of the tests knows.
  static let right = Credentials(user: "vanthu", password: "mật khẩu: số 1")
}
