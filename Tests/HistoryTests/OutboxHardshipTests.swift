import Foundation
import GRDB
import Testing

@testable import History

@Suite("the outbox in hardship", .serialized)
struct OutboxHardshipTests {
  private static let big = [UInt8](repeating: 0xA5, count: 60_000)

  @Test("killed at any moment: what was queued is there, whole, and goes on", arguments: 0..<12)
  func killed(moment: Int) async throws {
    let scene = try Scene.withRuns()
    let journal = scene.folder.appendingPathComponent("số ghi")
    try Data().write(to: journal)
    await #expect(processExitsWith: .signal(SIGALRM)) {
      [file = scene.file as String, journal = journal.path as String, moment = moment as Int] in
      let done = openForLines(journal)
      // Nobody handles this signal: it ends the process on the spot, as SIGKILL does.
      _ = ualarm(UInt32(2000 + 3700 * moment), 0)
      for round in 0... {
        let mails = (0..<3).map { Scene.mail("<\(round).\($0)@x>", bytes: Self.big) }
        let numbers = try Outbox.queue(mails, in: file, run: 1, at: Int64(round))
        writeLine(done, "queued \(numbers[2])")
        let attempt = Attempt(recipient: "vp@xa.example", outcome: .accepted, reply: "")
        try Outbox.record([attempt], of: numbers[0], in: file, at: Int64(round))
        writeLine(done, "sent \(numbers[0])")
      }
    }
    let said = try String(contentsOf: journal, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: " ") }
    let status = try Outbox.status(in: scene.file)
    #expect(status.count.isMultiple(of: 3), "all messages of a call, or none")
    let queued = said.filter { $0[0] == "queued" }.compactMap { Int($0[1]) }
    #expect(status.count >= queued.last ?? 0, "nothing that was queued is lost")
    #expect(status.count <= (queued.last ?? 0) + 3)
    let sent = Set(said.filter { $0[0] == "sent" }.compactMap { Int($0[1]) })
    let ended = Set(status.filter(\.hasEnded).map(\.number))
    #expect(ended.isSuperset(of: sent) && ended.count <= sent.count + 1)
    for record in status {
      let body = try Outbox.body(of: record.number, in: scene.file)
      #expect(body == (record.hasEnded ? nil : Self.big))
    }
    try Self.check(scene)
    #expect(try scene.queue(Scene.mail("<last@x>")) == [status.count + 1])
    #expect(try scene.due(1_000_000).last == status.count + 1)
  }

  @Test("a limit on the size of files: nothing is queued, and not a byte is changed")
  func limited() async throws {
    let scene = try Scene.withRuns()
    try scene.queue(Scene.mail("<1@x>"))
    let bytes = try scene.bytes
    // No journal at all, a part of it, the journal but not the file, a part of the file.
    for limit in [0, 600, 5000, bytes.count, bytes.count + 90_000] {
      await #expect(processExitsWith: .success) {
        [file = scene.file as String, limit = limit as Int] in
        limitFiles(to: limit)
        do {
          let mails = (2...5).map { Scene.mail("<\($0)@x>", bytes: Self.big) }
          _ = try Outbox.queue(mails, in: file, run: 1, at: 1000)
          exit(2)
        } catch let error as HistoryError {
          exit(error.kind == .full ? 0 : 3)
        }
      }
      #expect(try scene.due(1000) == [1])
      try Self.check(scene)
      #expect(try scene.bytes == bytes, "\(limit)")
    }
    #expect(try scene.queue(Scene.mail("<2@x>")) == [2])
  }

  @Test("what was sent and could not be recorded is sent again, with the same Message-ID")
  func unrecorded() async throws {
    let scene = try Scene.withRuns()
    try scene.queue(Scene.mail("<1@x>", bytes: Self.big))
    await #expect(processExitsWith: .success) { [file = scene.file as String] in
      limitFiles(to: 0)
      let attempt = Attempt(recipient: "vp@xa.example", outcome: .accepted, reply: "250 ok")
      do {
        try Outbox.record([attempt], of: 1, in: file, at: 1000)
        exit(2)
      } catch let error as HistoryError {
        exit(error.kind == .full ? 0 : 3)
      }
    }
    #expect(try Outbox.due(in: scene.file, at: 1000).map(\.messageID) == ["<1@x>"])
    #expect(try Outbox.body(of: 1, in: scene.file) == Self.big)
    #expect(try scene.answer(1, .accepted, at: 1600).hasEnded)
  }

  /// Insists that a history is sound.
  private static func check(_ scene: Scene) throws {
    let database = try DatabaseQueue(path: scene.file)
    let (integrity, orphan) = try database.read { db in
      (
        try String.fetchOne(db, sql: "PRAGMA integrity_check"),
        try Row.fetchOne(db, sql: "PRAGMA foreign_key_check")
      )
    }
    #expect(integrity == "ok" && orphan == nil)
    try database.close()
  }
}

private func openForLines(_ path: String) -> Int32 {
  unsafe open(path, O_WRONLY | O_APPEND)
}

/// Writes a line at once, so that it is there whenever the process ends.
private func writeLine(_ descriptor: Int32, _ text: String) {
  let line = Array((text + "\n").utf8)
  _ = unsafe write(descriptor, line, line.count)
}

/// Lets no file of this process grow beyond a size; who tries is told, and not ended.
private func limitFiles(to size: Int) {
  _ = signal(SIGXFSZ, SIG_IGN)
  var limit = rlimit(rlim_cur: rlim_t(size), rlim_max: rlim_t(size))
  let result = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  precondition(result == 0)
}
