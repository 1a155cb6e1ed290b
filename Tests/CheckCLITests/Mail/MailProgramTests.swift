import Foundation
import TestSupport
import Testing

/// `check mail` end to end: the built program, a pack, a real SMTP conversation.
@Suite("check mail")
struct MailProgramTests {
  @Test("everyone is told once; the same again is silent; a repaired dump brings the resolution")
  func story() throws {
    let (pack, server) = (try MailPack(), try MailServer())
    try pack.pack.breakRule()
    let first = try pack.mail([], to: server)
    #expect(first.status == 1 && first.output.isEmpty)
    #expect(first.messages.contains("2 thư vào hộp chờ"))
    #expect(try server.letters.map(\.to) == [["kt@xa.example.vn"], ["vp@xa.example.vn"]])
    #expect(
      try server.letters.map(\.subject) == [
        "Phòng Kinh tế: 1 vi phạm mới (tính đến 20/11/2026)",
        "Bản tổng hợp: 1 vi phạm mới (tính đến 20/11/2026)",
      ]
    )
    #expect(try server.letters[0].text.contains("1/2 = 50 % (cần 100 %), còn thiếu 1"))
    #expect(try server.letters[0].text.contains("can-bo.csv:4"))
    #expect(try !server.letters[0].text.contains("Cường"), "names are masked")
    let second = try pack.mail([], to: server)
    #expect(second.status == 1 && second.messages.contains("không có gì mới để báo"))
    #expect(try server.letters.count == 2)
    try pack.repair()
    let third = try pack.mail(["--quiet"], to: server)
    #expect(third.status == 0 && third.output.isEmpty && third.messages.isEmpty)
    #expect(
      try server.letters.dropFirst(2).map(\.subject) == [
        "Phòng Kinh tế: 1 đã khắc phục (tính đến 20/11/2026)",
        "Bản tổng hợp: 1 đã khắc phục (tính đến 20/11/2026)",
      ]
    )
    #expect(try pack.mail(["--quiet"], to: server).messages.isEmpty)
    #expect(try server.letters.count == 4)
    #expect(try pack.status().contains("Đã gửi: 4 thư"))
  }

  @Test("what goes on is told again after as many working days as the pack says")
  func goingOn() throws {
    let (pack, server) = (try MailPack(), try MailServer())
    try pack.pack.breakRule()
    for day in ["2026-11-16", "2026-11-17", "2026-11-20", "2026-11-23"] {
      #expect(try pack.mail([], to: server, today: day).status == 1)
    }
    #expect(try server.letters.count == 4)
    #expect(try server.letters[2].subject.contains("1 vi phạm chưa khắc phục"))
  }

  @Test("a missing dump is told as undecided and ends with 2, never as resolved")
  func missing() throws {
    let (pack, server) = (try MailPack(), try MailServer())
    try pack.pack.breakRule()
    #expect(try pack.mail([], to: server).status == 1)
    try pack.folder.remove("data/can-bo.csv")
    #expect(try pack.mail([], to: server).status == 2)
    let subjects = try server.letters.dropFirst(2).map(\.subject)
    #expect(subjects.count == 3 && subjects.allSatisfy { $0.contains("chưa kết luận được") })
    #expect(subjects.allSatisfy { !$0.contains("khắc phục") })
  }

  @Test("no mail on a day off; the next working day tells it")
  func dayOff() throws {
    let (pack, server) = (try MailPack(), try MailServer())
    try pack.pack.breakRule()
    let saturday = try pack.mail([], to: server, today: "2026-11-21")
    #expect(saturday.status == 1 && saturday.messages.contains("21/11/2026 là ngày nghỉ"))
    #expect(try server.events.isEmpty)
    #expect(try pack.mail([], to: server, today: "2026-11-23").status == 1)
    #expect(try server.letters.count == 2)
    let always = try MailPack(mail: MailPack.mail + "  days_off: yes\n")
    try always.pack.breakRule()
    #expect(try always.mail([], to: server, today: "2026-11-21").status == 1)
    #expect(try server.letters.count == 4)
  }

  @Test("a server that is down loses nothing: 74, then the same messages when it is back")
  func serverDown() throws {
    let pack = try MailPack()
    try pack.pack.breakRule()
    let port: Int
    do { port = try MailServer().port }
    let down = try pack.mail(["--server", "smtp://127.0.0.1:\(port)", "--quiet"])
    #expect(down.status == 74)
    #expect(down.messages.contains("chưa gửi được thư 1 cho kt@xa.example.vn"))
    #expect(down.messages.contains("1 thư khác vẫn trong hộp chờ"))
    #expect(down.messages.split(separator: "\n").count == 2, "one cause, one line")
    #expect(try pack.status().contains("Đang chờ gửi: 2 thư"))
    let server = try MailServer()
    // The second was not tried, because nobody answered the first; the first has to wait.
    let early = try pack.send(to: server)
    #expect(early.status == 0)
    #expect(try server.letters.map(\.to) == [["vp@xa.example.vn"]])
    let silent = try pack.mail(["--quiet"], to: server)
    #expect(silent.status == 1 && silent.messages.contains("còn 1 thư trong hộp chờ"))
    #expect(try server.letters.count == 1)
    let late = try pack.send("--now", "--quiet", to: server)
    #expect(late.status == 0 && late.messages.isEmpty)
    #expect(try server.letters.count == 2)
    #expect(try pack.send("--now", to: server).status == 0)
    #expect(try server.letters.count == 2)
  }

  @Test(
    "a refused recipient is given up and named; the others get theirs; the next run tells again"
  )
  func refused() throws {
    let mail = MailPack.mail.replacing("digest: [vp]", with: "digest: [vp, kt]")
    let (pack, server) = (try MailPack(mail: mail), try MailServer())
    let rules = try pack.folder.read("rules/pack.yaml")
    try pack.folder.write(
      rules.replacing("kt@xa.example.vn", with: "nobody@xa.example.vn"),
      to: "rules/pack.yaml"
    )
    try pack.pack.breakRule()
    let first = try pack.mail(["--quiet"], to: server)
    #expect(first.status == 74)
    #expect(first.messages.contains("thôi gửi thư 1 cho nobody@xa.example.vn: 550"))
    #expect(try server.letters.map(\.to) == [["vp@xa.example.vn"]], "the digest reached the other")
    #expect(try pack.status().contains("Không đến đủ người nhận: 2 thư"))
    try pack.folder.write(rules, to: "rules/pack.yaml")
    #expect(try pack.mail([], to: server, today: "2026-11-23").status == 1)
    #expect(
      try server.letters.dropFirst().map(\.to) == [["kt@xa.example.vn"], ["kt@xa.example.vn"]]
    )
    #expect(try server.letters[1].subject.hasPrefix("Phòng Kinh tế"))
    #expect(try server.letters[2].subject.hasPrefix("Bản tổng hợp"))
  }

  @Test(
    "greylisting, a full server and one that dies in DATA: later, with the same Message-ID",
    arguments: ["greylist", "disk-full", "data-deferred", "die-in-data", "data-refused"]
  )
  func trouble(_ mode: String) throws {
    let (pack, server) = (try MailPack(), try MailServer(mode))
    try pack.pack.breakRule()
    #expect(try pack.mail(["--quiet"], to: server).status == 74)
    #expect(try server.letters.isEmpty)
    let healthy = mode == "greylist" ? server : try MailServer()
    if mode == "data-refused" {
      // Refused for good: told anew by the next run.
      #expect(try pack.send("--now", to: healthy).status == 0)
      #expect(try healthy.letters.isEmpty)
      #expect(try pack.mail([], to: healthy).status == 1)
    } else {
      #expect(try pack.send("--now", to: healthy).status == 0)
    }
    #expect(try healthy.letters.count == 2)
  }

  @Test("a second run while one is sending: 74 and a clear message; nothing is sent twice")
  func together() throws {
    let (pack, hanging) = (try MailPack(), try MailServer("hang-after-data"))
    try pack.pack.breakRule()
    let words = pack.words(["--quiet"], to: hanging, today: "2026-11-20")
    let process = try Binary.process([try Binary.path()] + words, in: pack.folder)
    process.standardError = FileHandle.nullDevice
    try process.run()
    while !(try hanging.events.contains("DATA")) { usleep(10_000) }
    let second = try pack.mail(["--quiet"], to: hanging)
    #expect(second.status == 74)
    #expect(second.messages.contains("\(process.processIdentifier)"))
    #expect(second.messages.contains("đang gửi"))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let server = try MailServer()
    #expect(try pack.mail([], to: server).status == 1)
    #expect(try server.letters.count == 2)
  }

  @Test("a rehearsal goes to one address only, and counts as told to nobody")
  func rehearsal() throws {
    let (pack, server) = (try MailPack(), try MailServer())
    try pack.pack.breakRule()
    let port: Int
    do { port = try MailServer().port }
    #expect(try pack.mail(["--server", "smtp://127.0.0.1:\(port)"]).status == 74)
    let rehearsal = try pack.mail(["--to", "toi@xa.example.vn"], to: server, today: "2026-11-21")
    #expect(rehearsal.status == 1)
    #expect(try server.letters.isEmpty, "everything was told already, though it still waits")
    let fresh = try MailPack()
    try fresh.pack.breakRule()
    // One that could not leave at once still goes to its own address, later.
    let failed = try fresh.mail([
      "--to", "toi@xa.example.vn", "--server", "smtp://127.0.0.1:\(port)",
    ])
    #expect(failed.status == 74)
    #expect(try fresh.send("--now", "--quiet", to: server).messages.isEmpty)
    #expect(try server.letters.map(\.to) == [["toi@xa.example.vn"], ["toi@xa.example.vn"]])
    for _ in 1...2 {
      #expect(try fresh.mail(["--to", "toi@xa.example.vn"], to: server).status == 1)
    }
    #expect(try server.letters.count == 6)
    #expect(try server.letters.allSatisfy { $0.to == ["toi@xa.example.vn"] })
    #expect(try server.letters.allSatisfy { $0.subject.hasPrefix("[DIỄN TẬP] ") })
    #expect(try fresh.mail([], to: server).messages.contains("2 thư vào hộp chờ"))
  }

  @Test("--dry-run writes messages to look at, and changes nothing")
  func dryRun() throws {
    let pack = try MailPack()
    try pack.pack.breakRule()
    let result = try pack.mail(["--dry-run", "thu"])
    #expect(result.status == 1)
    #expect(
      result.output == """
        thu/001-unit-kt.eml: kt@xa.example.vn: Phòng Kinh tế: 1 vi phạm mới (tính đến 20/11/2026)
        thu/002-digest-vp.eml: vp@xa.example.vn: Bản tổng hợp: 1 vi phạm mới (tính đến 20/11/2026)

        """
    )
    #expect(try pack.folder.names == ["data", "rules", "thu"], "no history, no lock")
    let again = try pack.mail(["--dry-run", "thu"])
    #expect(again.status == 64 && again.messages.contains("hãy chọn thư mục trống"))
    let server = try MailServer()
    #expect(try pack.mail([], to: server).status == 1)
    let before = try Data(contentsOf: URL(fileURLWithPath: pack.folder.path("h.sqlite")))
    #expect(try pack.mail(["--dry-run", "khac"]).output == "không có thư nào để gửi\n")
    #expect(try Data(contentsOf: URL(fileURLWithPath: pack.folder.path("h.sqlite"))) == before)
  }

  @Test("a message a run too many waits for the next")
  func cap() throws {
    let (pack, server) = (
      try MailPack(mail: MailPack.mail + "  max_messages: 1\n"), try MailServer()
    )
    try pack.pack.breakRule()
    let first = try pack.mail(["--quiet"], to: server)
    #expect(first.status == 74 && first.messages.contains("còn 1 thư chưa gửi"))
    #expect(try server.letters.count == 1)
    #expect(try pack.send(to: server).status == 0)
    #expect(try server.letters.count == 2)
  }

  @Test("a history that cannot be written: 74, and nothing is sent")
  func fullDisk() throws {
    let (pack, server) = (try MailPack(), try MailServer())
    try pack.pack.breakRule()
    let limited = ["bash", "-c", "ulimit -f 8; exec \"$@\"", "limited"]
    let shell = ["/bin/bash"] + limited.dropFirst()
    let result = try pack.mail([], to: server, under: shell)
    #expect(result.status == 74)
    #expect(try server.events.isEmpty)
    #expect(try pack.mail([], to: server).status == 1)
    #expect(try server.letters.count == 2)
  }

  @Test("news found while another process sends is queued, and goes with the next that sends")
  func lockedOut() throws {
    let (pack, hanging) = (try MailPack(), try MailServer("hang-after-data"))
    try pack.pack.breakRule()
    let words = pack.words(["--quiet"], to: hanging, today: "2026-11-20")
    let process = try Binary.process([try Binary.path()] + words, in: pack.folder)
    process.standardError = FileHandle.nullDevice
    try process.run()
    while !(try hanging.events.contains("DATA")) { usleep(10_000) }
    try pack.repair()
    let server = try MailServer()
    let second = try pack.mail(["--quiet"], to: server)
    #expect(second.status == 74 && second.messages.contains("đang gửi"))
    let sending = try pack.send("--quiet", to: server)
    #expect(sending.status == 0 && sending.messages.isEmpty, "the other one sends")
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try pack.send("--now", to: server).status == 0)
    #expect(try server.letters.count == 4, "the violation and its end, to both")
    #expect(try server.letters.last?.subject.contains("1 đã khắc phục") == true)
  }

  @Test("what waits for an address that the pack has no longer is told where it says now")
  func moved() throws {
    let pack = try MailPack()
    try pack.pack.breakRule()
    #expect(try pack.mail(["--server", "smtp://127.0.0.1:1", "--quiet"]).status == 74)
    let rules = try pack.folder.read("rules/pack.yaml")
    try pack.folder.write(
      rules.replacing("kt@xa.example.vn", with: "moi@xa.example.vn"),
      to: "rules/pack.yaml"
    )
    let server = try MailServer()
    let sending = try pack.send("--now", "--quiet", to: server)
    #expect(sending.status == 74 && sending.messages.contains("không còn trong bộ quy tắc"))
    #expect(try server.letters.map(\.to) == [["vp@xa.example.vn"]])
    #expect(try pack.mail(["--quiet"], to: server).status == 1)
    #expect(try server.letters.map(\.to) == [["vp@xa.example.vn"], ["moi@xa.example.vn"]])
  }

  @Test("messages of a pack that was renamed are not forgotten without a word")
  func renamed() throws {
    let pack = try MailPack()
    try pack.pack.breakRule()
    #expect(try pack.mail(["--server", "smtp://127.0.0.1:1", "--quiet"]).status == 74)
    let rules = try pack.folder.read("rules/pack.yaml")
    try pack.folder.write(
      rules.replacing("name: Kế hoạch nhỏ", with: "name: Kế hoạch mới"),
      to: "rules/pack.yaml"
    )
    let sending = try pack.send("--now", "--quiet", to: try MailServer())
    #expect(sending.status == 74)
    #expect(sending.messages.contains("2 thư của bộ quy tắc 'Kế hoạch nhỏ'"))
  }

  @Test("where nothing can be recorded nothing is sent, however often it is tried")
  func noRoom() throws {
    let (pack, server) = (try MailPack(), try MailServer())
    try pack.pack.breakRule()
    #expect(try pack.mail(["--server", "smtp://127.0.0.1:1", "--quiet"]).status == 74)
    for _ in 1...3 {
      let result = try Binary.run(
        [
          "mail", "send", "--now", "--rules", "rules", "--history", pack.history, "--today",
          "2026-11-20", "--server", server.url,
        ],
        in: pack.folder,
        under: ["/bin/bash", "-c", "ulimit -f 0; exec \"$@\" 2>/dev/null", "limited"]
      )
      #expect(result.status == 74)
    }
    #expect(try server.letters.isEmpty)
    #expect(try pack.send("--now", to: server).status == 0)
    #expect(try server.letters.count == 2)
  }

  @Test("cron hears of what could not be judged, though --quiet; a day off is said, if not quiet")
  func said() throws {
    let (pack, server) = (try MailPack(), try MailServer())
    try pack.folder.remove("data/can-bo.csv")
    let quiet = try pack.mail(["--quiet"], to: server)
    #expect(quiet.status == 2 && quiet.messages.hasPrefix("chưa đầy đủ: 2 nghĩa vụ chưa kết luận"))
    let words = [
      "mail", "send", "--rules", "rules", "--history", pack.history, "--today", "2026-11-22",
      "--server", server.url,
    ]
    let sunday = try Binary.run(words, in: pack.folder)
    #expect(sunday.status == 0 && sunday.messages.contains("22/11/2026 là ngày nghỉ"))
    #expect(try Binary.run(words + ["--quiet"], in: pack.folder).messages.isEmpty)
  }

  @Test("a history that mail makes is for its owner alone")
  func isPrivate() throws {
    let (pack, server) = (try MailPack(), try MailServer())
    try pack.pack.breakRule()
    #expect(try pack.mail([], to: server).status == 1)
    for name in [pack.history, pack.history + "-mail.lock"] {
      let facts = try FileManager.default.attributesOfItem(atPath: pack.folder.path(name))
      #expect(facts[.posixPermissions] as? Int == 0o600)
    }
  }
}
