import Foundation
import MailTransport
import TestSupport
import Testing

/// Postfix, as it runs at people's offices, takes messages and delivers them into mailboxes.
@Suite(
  "delivery to Postfix",
  .enabled(if: geteuid() == 0, "Postfix runs only as root"),
  .timeLimit(.minutes(1))
)
struct PostfixTests {
  private let folder: TemporaryFolder
  private let certificates: Certificates
  private let script: RunningScript
  private let port: Int

  init() throws {
    try Foreign.requirePostfix()
    folder = try TemporaryFolder()
    certificates = try Certificates(in: folder)
    let arguments = [folder.path, certificates.certificate, certificates.key]
    script = try RunningScript("postfix.py", arguments, endedBy: SIGTERM)
    port = try script.nextNumber()
  }

  @Test("a message goes encrypted to those who have a mailbox, and is refused to the other")
  func smtp() throws {
    let transport = try SMTPTransport(
      server: MailServer("smtp://127.0.0.1:\(port)?tls=required"),
      certificateAuthorities: certificates.authorities
    )
    let outcomes = transport.deliver(
      Sample.message,
      sender: Sample.sender,
      recipients: Sample.recipients
    )
    #expect(outcomes.map(\.result) == [.accepted, .refused, .accepted])
    #expect(outcomes[0].reply.hasPrefix("250 2.0.0 Ok: queued as "))
    #expect(outcomes[1].reply.hasPrefix("550 5.1.1 <nobody@xa.example.org>: Recipient address"))
    let letters = [try nextLetter(), try nextLetter()]
    #expect(Set(letters.flatMap(\.to)) == ["a@xa.example.org", "c@xa.example.org"])
  }

  @Test("a message that its sendmail takes is the same one")
  func sendmail() throws {
    let outcomes = SendmailTransport(path: folder.path("sendmail")).deliver(
      Sample.message,
      sender: Sample.sender,
      recipients: ["a@xa.example.org"]
    )
    #expect(outcomes.map(\.result) == [.accepted])
    #expect(try nextLetter().to == ["a@xa.example.org"])
  }

  /// Waits for the next message in a mailbox, and compares it with what was sent.
  private func nextLetter() throws -> Letter {
    let number = try script.nextNumber()
    let bytes = try #require(folder.bytes("\(number).eml"))
    let sent = String(decoding: Sample.message, as: UTF8.self).replacing("\r\n", with: "\n")
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("\n" + sent))
    let letter = try Letter(try #require(folder.bytes("\(number).json")))
    #expect(letter.from == Sample.sender)
    #expect(letter.author == "Kiểm tra")
    #expect(letter.subject == "Báo cáo vi phạm")
    #expect(letter.text == Sample.text)
    #expect(letter.attachments == [.init(name: "báo cáo.xlsx", size: 300)])
    #expect(letter.defects == [])
    return letter
  }
}
