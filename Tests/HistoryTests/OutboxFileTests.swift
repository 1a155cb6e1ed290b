import Findings
import Foundation
import GRDB
import Testing

@testable import History

@Suite("what the file keeps of messages, and what not")
struct OutboxFileTests {
  /// Every byte there is, with NUL, 8 bit and what is no UTF-8.
  private static let everyByte = (0..<1024).map { UInt8(truncatingIfNeeded: $0) }

  @Test("bytes come back as they were given, and are kept until the message has ended")
  func bodies() throws {
    let scene = try Scene.withRuns()
    try scene.queue(
      Scene.mail("<1@x>", to: ["a@x", "b@x"], bytes: Self.everyByte),
      Scene.mail("<2@x>", bytes: [0]),
      Scene.mail("<3@x>", bytes: [UInt8](repeating: 0xFF, count: 1_000_000))
    )
    #expect(try Outbox.body(of: 1, in: scene.file) == Self.everyByte)
    #expect(try Outbox.body(of: 2, in: scene.file) == [0])
    #expect(try Outbox.body(of: 3, in: scene.file)?.count == 1_000_000)
    try scene.answer(1, .accepted, at: 1000, "a@x")
    try scene.answer(1, .deferred, at: 1000, "b@x")
    #expect(try Outbox.body(of: 1, in: scene.file) == Self.everyByte)
    try scene.answer(1, .accepted, at: 1600, "b@x")
    #expect(try Outbox.body(of: 1, in: scene.file) == nil)
    #expect(try Outbox.body(of: 2, in: scene.file) == [0])
    #expect(try Outbox.status(in: scene.file).map(\.size) == [1024, 1, 1_000_000])
  }

  @Test("what is deleted is gone from the file too, and the rest stays")
  func overwritten() throws {
    let scene = try Scene.withRuns()
    let secret = "Hộ ông Nguyễn Văn A chưa được chi trả"
    let text = Array(repeating: secret, count: 500).joined(separator: "\r\n")
    let notice = try Scene.notice("ky-so vp")
    try scene.queue(Scene.mail("<1@x>", bytes: Array(text.utf8), notices: [notice]))
    #expect(try scene.bytes.firstRange(of: Data(secret.utf8)) != nil)
    let before = try scene.dump()
    try scene.answer(1, .accepted, at: 1000)
    #expect(try scene.bytes.firstRange(of: Data(secret.utf8)) == nil)
    var after = try scene.dump()
    #expect(after["mail_attempt"]?.count == 1 && after["mail_body"] == [])
    after["mail_attempt"] = before["mail_attempt"]
    after["mail_body"] = before["mail_body"]
    #expect(after == before)
    #expect(try Outbox.notices(of: 1, in: scene.file) == [notice])
  }

  @Test("tables refuse to be changed or emptied, and bodies to be deleted too early")
  func kept() throws {
    let scene = try Scene.withRuns()
    let notice = try Scene.notice("ky-so vp")
    try scene.queue(
      Scene.mail("<1@x>", to: ["a@x", "b@x", "c@x"], notices: [notice]),
      Scene.mail("<2@x>", notices: [notice])
    )
    try scene.answer(1, .accepted, at: 1000, "a@x")
    try scene.answer(1, .deferred, at: 1000, "b@x")
    try scene.answer(2, .refused, at: 1000)
    let dump = try scene.dump()
    for table in ["mail", "mail_recipient", "mail_notice", "mail_attempt", "mail_body"] {
      #expect(throws: DatabaseError.self, "\(table)") { try scene.execute("DELETE FROM \(table)") }
    }
    for change in [
      "mail SET give_up_at = 9000000", "mail_recipient SET address = 'x'",
      "mail_notice SET state = ''", "mail_attempt SET result = 'accepted'",
      "mail_body SET bytes = x'00'",
    ] {
      #expect(throws: DatabaseError.self, "\(change)") { try scene.execute("UPDATE \(change)") }
    }
    #expect(try scene.dump() == dump)
    // Who was only put off comes last.
    for recipient in [2, 1] {
      #expect(throws: DatabaseError.self) { try scene.execute("DELETE FROM mail_body") }
      try scene.execute(
        "INSERT INTO mail_attempt VALUES (1, \(recipient), 9, 1600, 'expired', '')"
      )
    }
    try scene.execute("DELETE FROM mail_body")
  }

  @Test(
    "tables refuse what makes no sense",
    arguments: [
      "mail_attempt VALUES (1, 0, 1, 0, 'lost', '')",
      "mail_attempt VALUES (1, 5, 1, 0, 'refused', '')",
      "mail_recipient VALUES (7, 0, 'a@x')", "mail_recipient VALUES (1, 1, 'vp@xa.example')",
      "mail_notice VALUES (1, 99, 'finding', 'open', NULL, 'no_data', '', '2026-09-25')",
      "mail_notice VALUES (1, 1, 'finding', 'open', 'open', 'no_data', '', '2026-09-25')",
      "mail_notice VALUES (1, 1, 'rumour', 'open', NULL, 'no_data', '', '2026-09-25')",
      "mail VALUES (2, 99, '', '', '', '', 0, 0, 0, 0)",
      "mail VALUES (2, 1, '', '', '', '', 1, 0, 0, 0)",
      "mail_body VALUES (2, x'00')", "mail_body VALUES (1, 'text')",
    ]
  )
  func nonsense(row: String) throws {
    let scene = try Scene.withRuns()
    try scene.queue(Scene.mail("<1@x>"))
    #expect(throws: DatabaseError.self) { try scene.execute("INSERT INTO \(row)") }
  }

  @Test("a word that no version knows is damage, not a guess")
  func unknownWord() throws {
    let scene = try Scene.withRuns()
    try scene.queue(Scene.mail("<1@x>", notices: [try Scene.notice("ky-so vp")]))
    try scene.execute("DROP TRIGGER mail_notice_no_update")
    for change in ["verdict = 'fine'", "day = 'today'"] {
      try scene.execute("UPDATE mail_notice SET verdict = 'met', day = '2026-09-25', \(change)")
      let error = #expect(throws: HistoryError.self) { try scene.told() }
      #expect(error?.kind == .damaged)
    }
  }

  @Test("where there is no history there is no outbox, and none is made")
  func missing() throws {
    let scene = try Scene()
    let mail = Scene.mail("<1@x>")
    let operations: [() throws -> Void] = [
      { _ = try scene.queue(mail) }, { _ = try scene.due(0) }, { _ = try scene.told() },
      { _ = try Outbox.status(in: scene.file) }, { _ = try Outbox.body(of: 1, in: scene.file) },
      { _ = try scene.answer(1, .accepted, at: 0) },
    ]
    for operation in operations {
      let error = #expect(throws: HistoryError.self, performing: operation)
      #expect(error?.kind == .missing)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scene.folder.path).isEmpty)
  }

  @Test("a history of an older version is looked at as it is", arguments: ["1 runs", "2 scores"])
  func older(version: String) throws {
    let scene = try Scene()
    try scene.recordTwo(version: version)
    let bytes = try scene.bytes
    #expect(try Outbox.status(in: scene.file).isEmpty)
    #expect(try Outbox.told(in: scene.file, pack: Scene.pack).isEmpty)
    #expect(try Outbox.due(in: scene.file, at: 1000).isEmpty)
    #expect(try Outbox.body(of: 1, in: scene.file) == nil)
    #expect(try Outbox.notices(of: 1, in: scene.file).isEmpty)
    #expect(try scene.bytes == bytes, "looking at it migrates nothing")
  }

  @Test(
    "queueing brings an older version up to date and keeps everything",
    arguments: ["1 runs", "2 scores"]
  )
  func migration(version: String) throws {
    let scene = try Scene()
    try scene.recordTwo(version: version)
    let dump = try scene.dump()
    let notice = try Scene.notice("ky-so vp")
    #expect(try scene.queue(Scene.mail("<1@x>", notices: [notice]), run: 2) == [1])
    let now = try scene.dump()
    for (table, rows) in dump where table != "grdb_migrations" {
      #expect(now[table] == rows, "\(table)")
    }
    #expect(now["grdb_migrations"]?.count == 3)
    #expect(try scene.told()?.findings == [notice.obligation: notice])
    #expect(try HistoryFile.open(scene.file).runs().count == 2)
    let later = try scene.record("2026-10-25", ["ky-so vp": .failed])
    #expect(later.number == 3 && later.kind("ky-so vp") == .continuing)
    #expect(try scene.due(1000) == [1])
  }
}
