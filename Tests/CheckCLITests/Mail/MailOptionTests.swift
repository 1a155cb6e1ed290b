import Foundation
import TestSupport
import Testing

/// What `check mail` refuses, and how passwords reach it.
@Suite("options of check mail")
struct MailOptionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let message: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases: [Case] = [
    Case(arguments: ["--select", "unit:kt"], message: "không đi cùng --select"),
    Case(arguments: ["--no-waivers"], message: "không đi cùng --no-waivers"),
    Case(arguments: ["--to", "toi"], message: "'toi' không phải địa chỉ thư"),
    Case(arguments: ["--to", "a@b.vn\r\nBcc: c@d.vn"], message: "không phải địa chỉ thư"),
    Case(arguments: ["--to", "toi@gmail.com"], message: "không thuộc tên miền nào"),
    Case(arguments: ["--today", "20/11/2026"], message: "--today '20/11/2026'"),
    Case(arguments: [], message: "chưa biết máy chủ thư"),
    Case(arguments: ["--server", "mail.xa.vn"], message: "mail.xa.vn"),
    Case(arguments: ["--server", "smtp://u:secret@mail.xa.vn"], message: "bỏ phần trước '@'"),
    Case(arguments: ["--server", "smtp://127.0.0.1:1", "--credentials", "none"], message: "none"),
    Case(
      arguments: ["--server", "smtp://127.0.0.1:1", "--credentials", "open"],
      message: "chmod 600"
    ),
    Case(
      arguments: ["--server", "smtp://127.0.0.1:1", "--credentials", "short"],
      message: "đúng hai dòng"
    ),
  ]

  @Test("a wrong command line ends with 64 and says what to do", arguments: cases)
  func refused(_ example: Case) throws {
    let pack = try MailPack(mail: MailPack.mail + "  domains: [xa.example.vn]\n")
    for (name, mode, text) in [("open", 0o644, "u\nsecret\n"), ("short", 0o600, "secret\n")] {
      try pack.folder.write(text, to: name)
      try FileManager.default.setAttributes(
        [.posixPermissions: mode],
        ofItemAtPath: pack.folder.path(name)
      )
    }
    let result = try pack.mail(example.arguments)
    #expect(result.status == 64)
    #expect(result.messages.contains(example.message), "\(result.messages)")
    #expect(!result.messages.contains("secret"))
    #expect(try pack.folder.names == ["data", "open", "rules", "short"], "nothing was begun")
  }

  @Test("no history, no mail in the pack: 64")
  func incomplete() throws {
    let pack = try MailPack()
    let words = ["mail", "--rules", "rules"]
    let bare = try Binary.run(words, in: pack.folder)
    #expect(bare.status == 64 && bare.messages.contains("thiếu --history"))
    let silent = try MailPack(mail: "")
    let result = try silent.mail(["--server", "smtp://127.0.0.1:1"])
    #expect(result.status == 64 && result.messages.contains("không có mục 'mail'"))
    #expect(try Binary.run(["mail", "status", "--history", "none"], in: pack.folder).status == 64)
  }

  @Test(
    "user and password from a file or the environment, over TLS only, and never printed",
    arguments: ["file", "environment", "wrong"]
  )
  func login(_ source: String) throws {
    let pack = try MailPack()
    try pack.pack.breakRule()
    // As Notepad would write it.
    try pack.folder.write("\u{FEFF}vanthu\r\nmật khẩu: số 1\r\n", to: "smtp")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600],
      ofItemAtPath: pack.folder.path("smtp")
    )
    let subject = "/CN=localhost"
    let made = try Binary.tool(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem",
        "-days", "2", "-subj", subject, "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
      ],
      in: pack.folder
    )
    try #require(made == 0)
    let server = try MailServer(
      options: [
        "--tls", "starttls", "--auth", "--certificate", pack.folder.path("cert.pem"),
        pack.folder.path("key.pem"),
      ]
    )
    let url = "smtp://localhost:\(server.port)?tls=required"
    let words = ["--server", url, "--ca-file", "cert.pem"]
    let result: Binary.Result
    switch source {
    case "file": result = try pack.mail(words + ["--credentials", "smtp"])
    case "environment":
      result = try pack.mail(
        words,
        under: [
          "/usr/bin/env", "CHECK_SMTP_USER=vanthu", "CHECK_SMTP_PASSWORD=mật khẩu: số 1",
        ]
      )
    default:
      result = try pack.mail(
        words,
        under: ["/usr/bin/env", "CHECK_SMTP_USER=vanthu", "CHECK_SMTP_PASSWORD=sai-mat-khau"]
      )
    }
    #expect(result.status == (source == "wrong" ? 74 : 1), "\(result.messages)")
    #expect(try server.letters.count == (source == "wrong" ? 0 : 2))
    for secret in ["mật khẩu: số 1", "sai-mat-khau"] {
      #expect(!result.messages.contains(secret) && !result.output.contains(secret))
      #expect(try !pack.status().contains(secret))
    }
    // Without the right authority nothing is believed, and nothing leaves.
    let doubted = try pack.mail(["--server", url, "--credentials", "smtp"], today: "2026-11-30")
    #expect(doubted.status == 74 && doubted.messages.lowercased().contains("chứng thư"))
  }

  @Test("the local sendmail is a way as well")
  func sendmail() throws {
    let pack = try MailPack()
    try pack.pack.breakRule()
    try pack.folder.write("#!/bin/sh\necho \"$@\" >> args\ncat >> sent\n", to: "sendmail")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: pack.folder.path("sendmail")
    )
    let result = try pack.mail(["--server", "sendmail:\(pack.folder.path("sendmail"))"])
    #expect(result.status == 1, "\(result.messages)")
    let sent = try pack.folder.read("sent")
    #expect(sent.split(separator: "\n").count { $0.hasPrefix("Message-ID: <") } == 2)
    #expect(try pack.folder.read("args").contains("-f kiemtra@xa.example.vn -- kt@xa.example.vn"))
  }
}
