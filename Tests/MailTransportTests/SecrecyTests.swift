import Testing

@testable import MailTransport

@Suite("passwords and other people's words")
struct SecrecyTests {
  private let secret = Credentials(user: "vanthu", password: "S3cret")

  @Test("no description of credentials shows the password")
  func descriptions() {
    var dumped = ""
    dump(secret, to: &dumped)
    let reflected = String(reflecting: secret)
    let inside = String(describing: ["x": Optional(secret)])
    for text in [dumped, reflected, inside, "\(secret)", secret.debugDescription] {
      #expect(text.contains("vanthu"))
      #expect(!text.contains("S3cret"))
    }
  }

  @Test("a reply that repeats the password is noticed in each form that a login sends")
  func betrayal() {
    // printf '\0vanthu\0S3cret' | base64; printf S3cret | base64
    for text in ["535 S3cret?", "535 AHZhbnRodQBTM2NyZXQ=", "334 UzNjcmV0"] {
      #expect(secret.isBetrayed(by: text))
    }
    #expect(!secret.isBetrayed(by: "535 5.7.8 Authentication credentials invalid"))
  }

  @Test("a secret that looks like a command is not taken for one")
  func secretsAreNoCommands() {
    var exchange = Exchange()
    exchange.note(answer: "220 mail.example.org\r\n".utf8)
    exchange.note(command: "EHLO xa\r\n".utf8)
    exchange.note(answer: "250-mail.example.org\r\n".utf8)
    exchange.note(answer: "250 AUTH LOGIN\r\n".utf8)
    exchange.note(command: "AUTH LOGIN\r\n".utf8)
    for secret in ["MAIL\r\n", "DATA\r\n"] {
      exchange.note(answer: "334 VXNlcm5hbWU6\r\n".utf8)
      exchange.note(command: secret.utf8)
      #expect(exchange.stage == .login)
    }
    #expect(!exchange.isLoggedIn && !exchange.hasNamedSender)
    exchange.note(answer: "235 Welcome\r\n".utf8)
    #expect(exchange.isLoggedIn)
    #expect(exchange.last?.text == "235 Welcome")
  }

  @Test("a reply becomes one printable line")
  func printable() {
    var lines = ReplyLines()
    #expect(lines.add("550-5.1.1 \u{1B}[31mkhông có\r\n".utf8) == nil)
    #expect(lines.add("550-\r\n".utf8) == nil)
    let reply = lines.add("550 người\u{202E} này\u{7}\r\n".utf8)
    #expect(reply?.text == "550 5.1.1 [31mkhông có người này")
    #expect(reply?.result == .refused)
    #expect(lines.add([UInt8(ascii: "4"), 0x35, 0x31, 0x20, 0xFF])?.text == "451 \u{FFFD}")
    #expect(lines.add("no reply\r\n".utf8) == nil)
    #expect(PlainText.line(String(repeating: "x", count: 5000)).count == 400)
  }

  @Test("a reply says whether another attempt is worth while")
  func results() {
    let expected: [(Int, DeliveryOutcome.Result)] = [
      (250, .accepted), (354, .deferred), (421, .deferred), (451, .deferred), (550, .refused),
      (554, .refused), (530, .deferred), (535, .deferred), (999, .deferred),
    ]
    for (code, result) in expected {
      #expect(ServerReply(code: code, text: "").result == result)
    }
  }
}
