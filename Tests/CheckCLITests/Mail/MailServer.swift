import Foundation
import TestSupport
import Testing

/// A mail server of one test's own on the loopback interface: Python's aiosmtpd.
final class MailServer {
  /// A message as it arrived, read by Python's `email`.
  struct Letter: Decodable, Equatable {
    let to: [String]
    let subject: String
    let text: String
    let id: String
  }

  let folder: TemporaryFolder
  let port: Int
  private let process = Process()
  private let input = Pipe()

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - mode: What goes wrong; see `smtp_server.py` of the transport's tests.
  ///   - options: Options of that script.
  /// - Throws: Anything that keeps it from listening.
  init(_ mode: String = "plain", options: [String] = []) throws {
    folder = try TemporaryFolder()
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let tests = here.deletingLastPathComponent().deletingLastPathComponent()
    let python = tests.deletingLastPathComponent()
      .appendingPathComponent(".build/interop/bin/python").path
    try #require(
      FileManager.default.isExecutableFile(atPath: python),
      "no python in .build/interop; run the second command of README.md"
    )
    process.executableURL = URL(fileURLWithPath: python)
    let script = tests.appendingPathComponent("MailTransportTests/Fixtures/smtp_server.py").path
    process.arguments = [script, mode, folder.path] + options
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var line: [UInt8] = []
    while line.last != 0x0A {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "the server ended before it listened")
      line += more
    }
    self.port = try #require(Int(String(decoding: line.dropLast(), as: UTF8.self)))
  }

  deinit {
    // A polite signal may be held back by the thread that started it.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  var url: String { "smtp://127.0.0.1:\(port)" }

  /// The messages that arrived, in order.
  var letters: [Letter] {
    get throws {
      let names = try folder.names.filter { $0.hasSuffix(".json") }
      return try names.compactMap { Int($0.dropLast(5)) }.sorted().map { number in
        struct Found: Decodable {
          let to: [String]
          let subject: String
          let text: String
        }
        let data = Data(try folder.read("\(number).json").utf8)
        let found = try JSONDecoder().decode(Found.self, from: data)
        let raw = try folder.read("\(number).eml")
        let id = raw.split(separator: "\r\n").first { $0.hasPrefix("Message-ID: ") }
        return Letter(
          to: found.to,
          subject: found.subject,
          text: found.text,
          id: String(try #require(id).dropFirst(12))
        )
      }
    }
  }

  /// The commands that came, in order.
  var events: [String] {
    get throws {
      guard try folder.names.contains("events") else { return [] }
      return try folder.read("events").split(separator: "\n").map(String.init)
    }
  }
}

/// The small pack with addresses, and mail.
struct MailPack {
  let pack: SmallPack
  let history = "h.sqlite"

  static let mail = """
    mail:
      from: kiemtra@xa.example.vn
      fallback: dauthu@xa.example.vn
      digest: [vp]
      continuing: 5 working days

    """

  init(mail: String = MailPack.mail) throws {
    pack = try SmallPack()
    let rules = SmallPack.rules
      .replacing("name: Văn phòng}", with: "name: Văn phòng, email: vp@xa.example.vn}")
      .replacing("name: Phòng Kinh tế}", with: "name: Phòng Kinh tế, email: kt@xa.example.vn}")
    try pack.folder.write(rules + mail, to: "rules/pack.yaml")
  }

  var folder: TemporaryFolder { pack.folder }

  /// Makes the data satisfy the rules again.
  func repair() throws { try folder.write(SmallPack.staff, to: "data/can-bo.csv") }

  /// Runs `check mail` on a working day.
  func mail(
    _ arguments: [String],
    to server: MailServer? = nil,
    today: String = "2026-11-20",
    under wrapper: [String] = []
  ) throws -> Binary.Result {
    try Binary.run(
      words(arguments, to: server, today: today),
      in: folder,
      under: wrapper
    )
  }

  func words(_ arguments: [String], to server: MailServer?, today: String) -> [String] {
    ["mail", "--rules", "rules", "--history", history, "--today", today, "--jobs", "1"]
      + (server.map { ["--server", $0.url] } ?? []) + arguments
  }

  func send(_ arguments: String..., to server: MailServer) throws -> Binary.Result {
    try Binary.run(
      [
        "mail", "send", "--rules", "rules", "--history", history, "--today", "2026-11-20",
        "--server", server.url,
      ] + arguments,
      in: folder
    )
  }

  func status() throws -> String {
    try Binary.run(["mail", "status", "--history", history], in: folder).output
  }
}
