import MailTransport
import Testing

/// Whatever goes wrong between here and a server, a message is neither lost nor sent unprotected.
@Suite("faults of servers and networks")
struct FaultTests {
  private static let patience = Timeouts(
    connectSeconds: 20,
    responseSeconds: 20,
    totalSeconds: 30
  )
  private static let impatience = Timeouts(
    connectSeconds: 0.3,
    responseSeconds: 1,
    totalSeconds: 0.6
  )

  /// Delivers to two recipients, neither of whom may be lost, and returns the common reply.
  private func reply(
    of server: FakeServer,
    _ place: String,
    _ credentials: Credentials? = nil,
    timeouts: Timeouts = patience
  ) throws -> String {
    let transport = try server.transport(place, credentials: credentials, timeouts: timeouts)
    let outcomes = transport.deliver(
      Sample.message,
      sender: Sample.sender,
      recipients: ["a@xa.example.org", "nobody@xa.example.org"]
    )
    #expect(outcomes.first?.result == .deferred)
    #expect(server.bytes() == nil)
    return outcomes.first?.reply ?? ""
  }

  @Test("a wrong password is something that people mend")
  func wrongPassword() throws {
    let server = try FakeServer(tls: .starttls, needsLogin: true)
    let reply = try reply(
      of: server,
      "smtp://127.0.0.1:PORT?tls=required",
      Credentials(user: "vanthu", password: "S3cret")
    )
    #expect(reply.contains("denied the login; check the user name and the password"))
    #expect(reply.contains("535 5.7.8 Authentication credentials invalid"))
    #expect(!server.commands.contains("MAIL"))
  }

  @Test("a server that repeats the password is not quoted")
  func echoedPassword() throws {
    let server = try FakeServer("echo-password", tls: .smtps, needsLogin: true)
    let reply = try reply(
      of: server,
      "smtps://127.0.0.1:PORT",
      Credentials(user: "vanthu", password: "S3cret")
    )
    #expect(reply == "the mail server's reply is not shown because it repeats the password")
  }

  @Test("nothing is sent without a login where a login was asked for")
  func noLoginOffered() throws {
    let server = try FakeServer(tls: .starttls)
    let transport = try server.transport(
      "smtp://127.0.0.1:PORT?tls=required",
      credentials: .right
    )
    let outcomes = transport.deliver(
      Sample.message,
      sender: Sample.sender,
      recipients: Sample.recipients
    )
    // The second is deferred too: a stranger was told that it does not exist.
    #expect(outcomes.map(\.result) == [.deferred, .deferred, .deferred])
    for outcome in outcomes {
      #expect(outcome.reply.contains("offers no login, so nothing was sent"))
    }
    #expect(server.bytes() == nil)
  }

  @Test("a server that wants a login says so to whoever brings none")
  func loginMissing() throws {
    let server = try FakeServer(tls: .starttls, needsLogin: true)
    let reply = try reply(of: server, "smtp://127.0.0.1:PORT?tls=required")
    #expect(reply == "530 5.7.0 Authentication required")
  }

  @Test(
    "a certificate that cannot be trusted ends the connection before anything is said",
    arguments: [
      (Certificates.Flaw.otherHost, "it was made for another host name"),
      (.unknownAuthority, "whoever made it is not on the list of those trusted"),
      (.expired, "it has expired"),
    ]
  )
  func certificate(_ flaw: Certificates.Flaw, _ words: String) throws {
    for (tls, place) in [
      (FakeServer.TLS.starttls, "smtp://127.0.0.1:PORT?tls=required"),
      (.smtps, "smtps://127.0.0.1:PORT"),
    ] {
      let server = try FakeServer(tls: tls, flaw: flaw, needsLogin: true)
      let reply = try reply(of: server, place, .right)
      #expect(reply.contains("certificate of \(place.prefix(place.count / 2))"))
      #expect(reply.contains(words))
      #expect(!server.commands.contains("AUTH"))
    }
  }

  @Test("a server that knows only old forms of TLS is not spoken to")
  func oldTLS() throws {
    let server = try FakeServer("old-tls", tls: .smtps, needsLogin: true)
    let reply = try reply(of: server, "smtps://127.0.0.1:PORT", .right)
    #expect(reply.contains("cannot encrypt the connection"))
  }

  @Test("a server without STARTTLS gets nothing")
  func noEncryptionOffered() throws {
    let server = try FakeServer()
    let reply = try reply(of: server, "smtp://127.0.0.1:PORT?tls=required")
    #expect(reply.contains("offers no encryption (STARTTLS), so nothing was sent"))
    #expect(!server.commands.contains("MAIL"))
  }

  struct Silence: CustomTestStringConvertible {
    let mode: String
    let words: String

    var testDescription: String { mode }

    static let cases: [Silence] = [
      .init(mode: "hang-after-data", words: "did not answer in time"),
      .init(mode: "silent", words: "did not answer in time"),
      .init(mode: "drip", words: "did not answer in time"),
      .init(mode: "die-in-data", words: "broke off"),
    ]
  }

  @Test("after a server's silence or death the message is sent again", arguments: Silence.cases)
  func silence(_ silence: Silence) throws {
    let server = try FakeServer(silence.mode)
    let isQuick = silence.mode == "die-in-data"
    let reply = try reply(
      of: server,
      "smtp://127.0.0.1:PORT",
      timeouts: isQuick ? Self.patience : Self.impatience
    )
    #expect(reply.contains(silence.words))
  }

  @Test("a server that is not there is named, and the next message may find it")
  func noServer() throws {
    let transport = try SMTPTransport(server: MailServer("smtp://127.0.0.1:1"))
    for _ in 1...2 {
      let outcome = transport.deliver(
        Sample.message,
        sender: Sample.sender,
        recipients: ["a@xa.example.org"]
      )
      #expect(outcome.map(\.result) == [.deferred])
      #expect(outcome.first?.reply.hasPrefix("không kết nối được với smtp://127.0.0.1:1 (") == true)
    }
  }

  @Test("a server that does not answer the farewell is not waited for", .timeLimit(.minutes(1)))
  func muteFarewell() throws {
    let server = try FakeServer("mute-at-quit", tls: .starttls)
    var transport: SMTPTransport? = try server.transport("smtp://127.0.0.1:PORT?tls=required")
    let outcomes = transport?.deliver(
      Sample.message,
      sender: Sample.sender,
      recipients: ["a@xa.example.org"]
    )
    #expect(outcomes?.map(\.result) == [.accepted])
    transport = nil
  }
}
