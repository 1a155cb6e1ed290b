import Diagnostics
import MailTransport
import Testing

@Suite("the place of a mail server")
struct MailServerTests {
  struct Sound: CustomTestStringConvertible {
    let text: String
    let route: MailServer.Route
    let description: String

    init(_ text: String, _ route: MailServer.Route, as description: String) {
      (self.text, self.route, self.description) = (text, route, description)
    }

    var testDescription: String { text }

    static let cases: [Sound] = [
      .init(
        "smtp://mail.xa.gov.vn",
        .smtp(host: "mail.xa.gov.vn", port: 587, .startTLS),
        as: "smtp://mail.xa.gov.vn:587"
      ),
      .init(
        "SMTP://Mail.xa.gov.vn:25/?tls=required",
        .smtp(host: "mail.xa.gov.vn", port: 25, .startTLS),
        as: "smtp://mail.xa.gov.vn:25"
      ),
      .init(
        "smtps://192.0.2.7",
        .smtp(host: "192.0.2.7", port: 465, .tls),
        as: "smtps://192.0.2.7:465"
      ),
      .init(
        "smtp://[2001:db8::7]:2525",
        .smtp(host: "2001:db8::7", port: 2525, .startTLS),
        as: "smtp://[2001:db8::7]:2525"
      ),
      .init(
        "smtp://127.0.0.1:2525",
        .smtp(host: "127.0.0.1", port: 2525, .none),
        as: "smtp://127.0.0.1:2525"
      ),
      .init(
        "smtp://localhost",
        .smtp(host: "localhost", port: 25, .none),
        as: "smtp://localhost:25"
      ),
      .init("smtp://[::1]", .smtp(host: "::1", port: 25, .none), as: "smtp://[::1]:25"),
      .init(
        "smtp://localhost?tls=required",
        .smtp(host: "localhost", port: 587, .startTLS),
        as: "smtp://localhost:587?tls=required"
      ),
      .init(
        "smtp://127.0.0.1.example.org",
        .smtp(host: "127.0.0.1.example.org", port: 587, .startTLS),
        as: "smtp://127.0.0.1.example.org:587"
      ),
      .init("sendmail", .program(path: "/usr/sbin/sendmail"), as: "sendmail:/usr/sbin/sendmail"),
      .init(
        "sendmail:/opt/thư/gửi@",
        .program(path: "/opt/thư/gửi@"),
        as: "sendmail:/opt/thư/gửi@"
      ),
    ]
  }

  @Test("every form is read, and its description reads the same", arguments: Sound.cases)
  func sound(_ sample: Sound) throws {
    let server = try MailServer(sample.text)
    #expect(server.route == sample.route)
    #expect(server.description == sample.description)
    #expect(try MailServer(server.description) == server)
  }

  struct Faulty: CustomTestStringConvertible {
    let text: String
    /// What the message must say.
    let words: String

    init(_ text: String, _ words: String) {
      (self.text, self.words) = (text, words)
    }

    var testDescription: String { text }

    static let cases: [Faulty] = [
      .init("", "no mail server is named; write smtp://HOST"),
      .init("mail.xa.gov.vn", "'mail.xa.gov.vn' names no mail server; write smtp://HOST"),
      .init("http://mail.xa.gov.vn", "names no mail server"),
      .init("smtp:mail.xa.gov.vn", "names no mail server"),
      .init("smtp://mail.xa.gov.vn/path", "names no mail server"),
      .init("smtp://mail.xa.gov.vn?tls=never", "names no mail server"),
      .init("smtp://mail.xa.gov.vn?", "names no mail server"),
      .init("smtp://", "'' is no host name"),
      .init("smtp://máy-chủ", "'máy-chủ' is no host name"),
      .init("smtp://a..b", "'a..b' is no host name"),
      .init("smtp://-a", "'-a' is no host name"),
      .init("smtp://a b", "'a b' is no host name"),
      .init("smtp://a\r\nb", "'a b' is no host name"),
      .init("smtp://::1", "'::1' is no host name"),
      .init("smtp://[::1", "'[::1' is no host name"),
      .init("smtp://[::1]x", "'[::1]x' is no host name"),
      .init("smtp://a:", "'' is no port"),
      .init("smtp://a:0", "'0' is no port"),
      .init("smtp://a:65536", "'65536' is no port"),
      .init("smtp://a:+25", "'+25' is no port"),
      .init("sendmail:", "'' is no absolute path"),
      .init("sendmail:bin/mail", "'bin/mail' is no absolute path"),
      .init("smtp://vanthu:S3cret@mail.xa.gov.vn", "leave out what stands before the '@'"),
      .init("vanthu:S3cret@mail.xa.gov.vn", "leave out what stands before the '@'"),
    ]
  }

  @Test("what is no place of a mail server is refused with a cure", arguments: Faulty.cases)
  func faulty(_ sample: Faulty) {
    let error = #expect(throws: TransportError.self) { try MailServer(sample.text) }
    let message = error?.message ?? Phrase(verbatim: "")
    #expect(message.en.contains(sample.words))
    #expect(message.vi.contains("hãy"))
    #expect(!(message.en + message.vi).contains("S3cret"))
  }

  @Test("a password goes only over encrypted connections, and to no program")
  func protectedLogin() throws {
    let secret = Credentials(user: "vanthu", password: "S3cret")
    for (place, words) in [
      ("smtp://127.0.0.1", "add ?tls=required"), ("sendmail", "takes no login"),
    ] {
      let error = #expect(throws: TransportError.self) {
        _ = try MailServer(place).transport(credentials: secret)
      }
      #expect(error?.message.en.contains(words) == true)
    }
    for empty in [Credentials(user: "", password: "x"), Credentials(user: "a", password: "x\0y")] {
      let error = #expect(throws: TransportError.self) {
        _ = try MailServer("smtps://mail.example.org").transport(credentials: empty)
      }
      #expect(error?.message.en.contains("unusable character") == true)
    }
  }

  @Test("a transport says at its start what is wrong with its settings")
  func settings() throws {
    let server = try MailServer("smtps://mail.example.org")
    for seconds in [0, -1, .nan, .infinity] {
      let error = #expect(throws: TransportError.self) {
        try SMTPTransport(server: server, timeouts: Timeouts(totalSeconds: seconds))
      }
      #expect(error?.message.en.contains("must be more than 0") == true)
    }
    let missing = #expect(throws: TransportError.self) {
      try SMTPTransport(server: server, certificateAuthorities: "/missing/ca.pem")
    }
    #expect(
      missing?.message.en
        == "cannot read the certificate file '/missing/ca.pem': No such file or directory"
    )
    let program = #expect(throws: TransportError.self) {
      try SMTPTransport(server: MailServer("sendmail"))
    }
    #expect(program?.message.en.contains("is no mail server") == true)
  }
}
