import Foundation
import TestSupport
import Testing

/// Does what README.md says about mail, word for word, and lets a real cron do it.
@Suite("mail every morning", .serialized)
struct MorningTests {
  private static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The block of README.md below the marker of a name.
  private static func block(_ name: String) throws -> String {
    let text = try String(contentsOf: top.appendingPathComponent("README.md"), encoding: .utf8)
    let marked = try #require(text.firstRange(of: "<!-- command: \(name) -->\n```"))
    let rest = text[marked.upperBound...]
    let start = rest.index(after: try #require(rest.firstIndex(of: "\n")))
    let end = try #require(rest[start...].firstRange(of: "```"))
    return String(rest[start..<end.lowerBound])
  }

  /// A folder that looks like the top of the repository, with the program as built.
  private static func repository() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["rules", "samples"] {
      try FileManager.default.copyItem(
        atPath: top.appendingPathComponent(name).path,
        toPath: folder.path(name)
      )
    }
    try FileManager.default.createDirectory(
      atPath: folder.path(".build/release"),
      withIntermediateDirectories: true
    )
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(".build/release/check"),
      withDestinationPath: try Binary.path()
    )
    return folder
  }

  private static func shell(_ script: String, in folder: TemporaryFolder) throws -> String {
    try folder.write(script, to: "script")
    let process = try Binary.process(["/bin/bash", "script"], in: folder)
    process.standardInput = FileHandle.nullDevice
    for (name, isError) in [("out", false), ("err", true)] {
      try folder.write("", to: name)
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(name)))
      if isError { process.standardError = file } else { process.standardOutput = file }
    }
    try process.run()
    process.waitUntilExit()
    return try folder.read("out") + folder.read("err")
  }

  @Test("followed word for word: one message a unit, the digest; then silence; then the resolution")
  func readme() throws {
    let folder = try Self.repository()
    let mailbox = folder.path("thu-den")
    let start = try Self.block("mail-server").replacing("/tmp/thu-den", with: mailbox)
    // The packages are there already: the second command of README.md names them too. The server is
    // started beside the test and not behind a shell, so that it ends with it.
    let command = try #require(start.firstMatch(of: /\n\((.*aiosmtpd.*) &\)/)?.1)
    let server = try Binary.process(["/bin/bash", "-c", "exec \(command)"], in: folder)
    server.standardError = FileHandle.nullDevice
    try server.run()
    defer {
      kill(server.processIdentifier, SIGKILL)
      server.waitUntilExit()
    }
    let waiting = "for i in {1..200}; do \(Self.probe) && break; sleep 0.05; done"
    #expect(try Self.shell(waiting, in: folder).isEmpty)
    try #require(server.isRunning, "port 2525 is taken")
    let said = try Self.shell(
      try Self.block("mail-try").replacing("/tmp/thu-den", with: mailbox),
      in: folder
    )
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("thu-xem"))
    #expect(names.count == 13 && names.allSatisfy { $0.hasSuffix(".eml") })
    #expect(try Self.arrived(mailbox).count == 13)
    #expect(said.contains("13 thư vào hộp chờ") && said.contains("không có gì mới để báo"))
    #expect(said.contains("Đã gửi: 13 thư"))
    // A repaired dump.
    let edit = "sed -i '/NV-062/s#15/6/2026#15/12/2026#' samples/nhiem-vu.csv"
    #expect(try Self.shell(edit, in: folder).isEmpty)
    let line = try #require(try Self.block("mail-try").split(separator: "\n").dropFirst().first)
    _ = try Self.shell(String(line), in: folder)
    let resolved = try Self.arrived(mailbox).filter { $0.contains("tramyte@thientan.example.vn") }
    #expect(resolved.count == 2, "the violation, and its end")
    #expect(try Self.arrived(mailbox).count >= 16)
  }

  /// A look at the port that needs no other program.
  private static let probe = "(exec 3<>/dev/tcp/127.0.0.1/2525) 2>/dev/null"

  private static func arrived(_ mailbox: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: mailbox + "/new").map {
      try String(contentsOfFile: "\(mailbox)/new/\($0)", encoding: .utf8)
    }
  }

  @Test("the line of the crontab under Debian's cron: two ticks, one delivery, not a word")
  func cron() throws {
    let server = try MailServer()
    let pack = try MailPack(
      mail: MailPack.mail + "  days_off: yes\n  server: \(server.url)\n"
    )
    try pack.pack.breakRule()
    try pack.folder.write("", to: "crontab")
    try pack.folder.write("", to: "err")
    let folder = pack.folder.path
    let line = try #require(
      try Self.block("crontab").split(separator: "\n").first { $0.hasPrefix("0 7 * * * ") }
    )
    // Every minute instead of at seven, in this folder; the server of this machine knows no users.
    let entry = line.replacing("0 7 * * * ", with: "* * * * * ", maxReplacements: 1)
      .replacing("/srv/check", with: folder).replacing("lich-su.sqlite", with: pack.history)
      .replacing(" --credentials smtp", with: "")
      .replacing("--quiet", with: "--quiet; echo $? >> ticks")
    try #require(entry.contains("* * * * *") && entry.contains("mail --rules rules/"))
    try pack.folder.write("MAILTO=vp\n\(entry)\n", to: "spool/root")
    try pack.folder.write("#!/bin/sh\ncat >> \(folder)/cronmail\n", to: "sendmail")
    for name in ["bin", "cron.d", "run"] {
      try FileManager.default.createDirectory(
        atPath: pack.folder.path(name),
        withIntermediateDirectories: true
      )
    }
    try FileManager.default.createSymbolicLink(
      atPath: pack.folder.path("bin/check"),
      withDestinationPath: try Binary.path()
    )
    try FileManager.default.createSymbolicLink(
      atPath: pack.folder.path("so-lieu"),
      withDestinationPath: pack.folder.path("data")
    )
    // In mounts of its own, so that neither the machine's crontabs nor its cron are touched.
    let script = """
      set -e
      cd '\(folder)'
      chown root:crontab spool spool/root; chmod 1730 spool; chmod 600 spool/root; chmod 755 sendmail
      touch /usr/sbin/sendmail
      mount --bind spool /var/spool/cron/crontabs
      mount --bind cron.d /etc/cron.d
      mount --bind crontab /etc/crontab
      mount --bind sendmail /usr/sbin/sendmail
      mount --bind run /run
      exec /usr/sbin/cron -f
      """
    try pack.folder.write(script, to: "cron.sh")
    try #require(
      FileManager.default.isExecutableFile(atPath: "/usr/sbin/cron"),
      "no cron; run the second command of README.md"
    )
    let unshare = ["/usr/bin/unshare", "--mount", "--propagation", "private", "/bin/sh"]
    let isRoot = getuid() == 0
    let cron = try Binary.process(
      (isRoot ? [] : ["/usr/bin/sudo", "-n"]) + unshare + [pack.folder.path("cron.sh")],
      in: pack.folder
    )
    cron.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: pack.folder.path("err")))
    try cron.run()
    defer {
      if isRoot { kill(cron.processIdentifier, SIGKILL) }
      cron.waitUntilExit()
    }
    var waited = 0
    while try Self.ticks(pack).count < 2, waited < 190, cron.isRunning {
      sleep(1)
      waited += 1
    }
    #expect(try pack.folder.read("err").isEmpty)
    #expect(try Self.ticks(pack) == ["1", "1"])
    #expect(try server.letters.map(\.to) == [["kt@xa.example.vn"], ["vp@xa.example.vn"]])
    #expect(
      try !pack.folder.names.contains("cronmail"),
      "all was well, so cron has nothing to mail"
    )
  }

  private static func ticks(_ pack: MailPack) throws -> [String] {
    guard try pack.folder.names.contains("ticks") else { return [] }
    return try pack.folder.read("ticks").split(separator: "\n").map(String.init)
  }

  @Test("systemd takes the services and timers, and finds them hardened")
  func systemd() throws {
    let folder = try TemporaryFolder()
    let units = Self.top.appendingPathComponent("Sources/CheckCLI/Documentation/systemd")
    let names = try FileManager.default.contentsOfDirectory(atPath: units.path).sorted()
    #expect(
      names == [
        "check-mail-send.service", "check-mail-send.timer", "check-mail.service",
        "check-mail.timer",
      ]
    )
    for name in names {
      // The program need not be installed to look at the rest.
      let text = try String(contentsOf: units.appendingPathComponent(name), encoding: .utf8)
      try folder.write(text.replacing("/usr/local/bin/check", with: "/bin/true"), to: name)
    }
    let said = try Self.shell("systemd-analyze verify ./check-mail*.*", in: folder)
    #expect(said.isEmpty, "\(said)")
    for name in names where name.hasSuffix(".service") {
      let text = try folder.read(name)
      for setting in ["NoNewPrivileges=yes", "ProtectSystem=strict", "PrivateTmp=yes"] {
        #expect(text.contains("\n\(setting)\n"))
      }
      let exposure = try Self.shell(
        "systemd-analyze security --offline=yes --threshold=20 ./\(name) >/dev/null; echo $?",
        in: folder
      )
      #expect(exposure == "0\n", "\(exposure)")
    }
  }
}
