import MailTransport
import Testing

/// A server of aiosmtpd takes messages, and Python's parser reads them.
@Suite("delivery by SMTP")
struct DeliveryTests {
  struct Way: CustomTestStringConvertible {
    let place: String
    let tls: FakeServer.TLS?
    let credentials: Credentials?

    var testDescription: String { place + (credentials == nil ? "" : " with a login") }

    static let cases: [Way] = [
      .init(place: "smtp://127.0.0.1:PORT", tls: nil, credentials: nil),
      .init(place: "smtp://localhost:PORT?tls=required", tls: .starttls, credentials: nil),
      .init(place: "smtp://127.0.0.1:PORT?tls=required", tls: .starttls, credentials: .right),
      .init(place: "smtps://127.0.0.1:PORT", tls: .smtps, credentials: .right),
    ]
  }

  @Test("a message arrives byte for byte, dots included", arguments: Way.cases)
  func arrives(_ way: Way) throws {
    let server = try FakeServer(tls: way.tls, needsLogin: way.credentials != nil)
    let transport = try server.transport(way.place, credentials: way.credentials)
    let outcomes = transport.deliver(
      Sample.message,
      sender: Sample.sender,
      recipients: ["a@xa.example.org"]
    )
    #expect(
      outcomes == [
        DeliveryOutcome(
          recipient: "a@xa.example.org",
          result: .accepted,
          reply: "250 2.0.0 Taken as number 1"
        )
      ]
    )
    #expect(server.bytes() == Sample.message)
    let letter = try server.letter()
    #expect(letter.from == Sample.sender)
    #expect(letter.to == ["a@xa.example.org"])
    #expect(letter.author == "Kiểm tra")
    #expect(letter.subject == "Báo cáo vi phạm")
    #expect(letter.text == Sample.text.replacing("\n", with: "\r\n"))
    #expect(letter.attachments == [.init(name: "báo cáo.xlsx", size: 300)])
    #expect(letter.defects == [])
    #expect(server.commands.contains("encrypted") == (way.tls == .starttls))
    #expect(server.commands.contains("AUTH") == (way.credentials != nil))
  }

  @Test("megabytes of lines that begin with dots arrive byte for byte")
  func large() throws {
    let server = try FakeServer()
    let dots = (0..<40_000).flatMap { Array("\(String(repeating: ".", count: $0 % 5))\r\n".utf8) }
    let message = Sample.message(attached: 2_000_000) + dots
    let outcomes = try server.transport("smtp://127.0.0.1:PORT").deliver(
      message,
      sender: Sample.sender,
      recipients: ["a@xa.example.org"]
    )
    #expect(outcomes.map(\.result) == [.accepted])
    #expect(server.bytes() == message)
    #expect(try server.letter().attachments.map(\.size) == [2_000_000])
  }

  @Test("one refused recipient of three does not stop the others")
  func oneRefused() throws {
    let server = try FakeServer()
    let outcomes = try server.transport("smtp://127.0.0.1:PORT").deliver(
      Sample.message,
      sender: Sample.sender,
      recipients: Sample.recipients
    )
    #expect(outcomes.map(\.recipient) == Sample.recipients)
    #expect(outcomes.map(\.result) == [.accepted, .refused, .accepted])
    #expect(outcomes[1].reply == "550 5.1.1 <nobody@xa.example.org>: no such [31muser here")
    #expect(try server.letter().to == ["a@xa.example.org", "c@xa.example.org"])
  }

  @Test("a greylisted recipient is worth another attempt, which arrives")
  func greylisted() throws {
    let server = try FakeServer("greylist")
    let transport = try server.transport("smtp://127.0.0.1:PORT")
    let outcomes = (0..<2).map { _ in
      transport.deliver(Sample.message, sender: Sample.sender, recipients: Sample.recipients)
    }
    #expect(outcomes[0].map(\.result) == [.deferred, .refused, .deferred])
    #expect(outcomes[0][0].reply == "451 4.7.1 Greylisted, try again later")
    #expect(outcomes[1].map(\.result) == [.accepted, .refused, .accepted])
    #expect(server.bytes(1) == Sample.message)
    #expect(server.bytes(2) == nil)
  }

  struct Answer: CustomTestStringConvertible {
    let mode: String
    let result: DeliveryOutcome.Result
    let reply: String

    var testDescription: String { mode }

    static let cases: [Answer] = [
      .init(mode: "data-refused", result: .refused, reply: "554 5.7.1 Message refused"),
      .init(mode: "data-deferred", result: .deferred, reply: "452 4.3.1 Disk is full"),
      .init(
        mode: "disk-full",
        result: .deferred,
        reply: "452 4.3.1 Insufficient system storage"
      ),
      .init(mode: "sender-refused", result: .refused, reply: "550 5.7.1 Sender not welcome"),
    ]
  }

  @Test("an answer to the sender or the message holds for all recipients", arguments: Answer.cases)
  func answers(_ answer: Answer) throws {
    let server = try FakeServer(answer.mode)
    let recipients = ["a@xa.example.org", "c@xa.example.org"]
    let outcomes = try server.transport("smtp://127.0.0.1:PORT").deliver(
      Sample.message,
      sender: Sample.sender,
      recipients: recipients
    )
    #expect(
      outcomes
        == recipients.map { .init(recipient: $0, result: answer.result, reply: answer.reply) }
    )
    #expect(server.bytes() == nil)
  }

  @Test("one connection and one login serve several messages")
  func reused() throws {
    let server = try FakeServer(tls: .starttls, needsLogin: true)
    let transport = try server.transport(
      "smtp://127.0.0.1:PORT?tls=required",
      credentials: .right
    )
    for number in 1...3 {
      let message = Sample.message + Array("\(number)\r\n".utf8)
      let outcomes = transport.deliver(
        message,
        sender: Sample.sender,
        recipients: Sample.recipients
      )
      #expect(outcomes.map(\.result) == [.accepted, .refused, .accepted])
      #expect(server.bytes(number) == message)
    }
    #expect(server.commands.filter { $0 == "connection" }.count == 1)
    #expect(server.commands.filter { $0 == "AUTH" }.count == 1)
  }

  @Test(
    "a connection that the server closed meanwhile is made anew",
    arguments: ["close-after-message", "timeout-421"],
    [FakeServer.TLS?.none, .starttls]
  )
  func reconnects(_ mode: String, _ tls: FakeServer.TLS?) throws {
    let server = try FakeServer(mode, tls: tls)
    let query = tls == nil ? "" : "?tls=required"
    let transport = try server.transport("smtp://127.0.0.1:PORT\(query)")
    for _ in 1...2 {
      let outcomes = transport.deliver(
        Sample.message,
        sender: Sample.sender,
        recipients: ["a@xa.example.org"]
      )
      #expect(outcomes.map(\.result) == [.accepted])
    }
    #expect(server.commands.filter { $0 == "connection" }.count == 2)
  }

  @Test("an address that could smuggle in a command is refused without asking the server")
  func addresses() throws {
    let server = try FakeServer()
    let transport = try server.transport("smtp://127.0.0.1:PORT")
    let bad = [
      "", "a@x.org\r\nRCPT TO:<b@x.org>", "a@x.org\n", "a\0@x.org", "a b@x.org", "<a@x.org>",
      "a@x.org>", "vũ@x.org", "a@x.org,b@x.org", "-oQ/tmp", "\"a b\"@x.org", "a@x.org SIZE=1",
      String(repeating: "a", count: 255),
    ]
    let refused = transport.deliver(Sample.message, sender: Sample.sender, recipients: bad)
    #expect(refused.map(\.recipient) == bad)
    #expect(refused.allSatisfy { $0.result == .refused })
    #expect(refused.allSatisfy { $0.reply.contains("no usable recipient address") })
    for sender in bad {
      let outcomes = transport.deliver(
        Sample.message,
        sender: sender,
        recipients: ["a@xa.example.org"]
      )
      #expect(outcomes.map(\.result) == [.refused])
      #expect(outcomes.first?.reply.contains("sender's address") == true)
    }
    #expect(transport.deliver(Sample.message, sender: Sample.sender, recipients: []) == [])
    #expect(server.events == [])
    let mixed = transport.deliver(
      Sample.message,
      sender: Sample.sender,
      recipients: ["a b@x.org", "o'hara+x=y@[192.0.2.1]", "<c@x.org>", "c@x.org"]
    )
    #expect(mixed.map(\.result) == [.refused, .accepted, .refused, .accepted])
    #expect(try server.letter().to == ["o'hara+x=y@[192.0.2.1]", "c@x.org"])
  }
}
