import Foundation
import GRDB
import TestSupport
import Testing

/// Kills `check mail` at random moments, as a power cut would, and counts what arrives.
@Suite("check mail, killed", .serialized)
struct KilledMailTests {
  /// A hundred kills; a build server asks for fewer by `CHECK_KILLS`.
  private static var kills: Int {
    ProcessInfo.processInfo.environment["CHECK_KILLS"].flatMap { Int($0) } ?? 100
  }

  @Test("killed at random: nothing is lost, nothing comes twice but under the same Message-ID")
  func killed() throws {
    let mail = MailPack.mail.replacing("continuing: 5 working days", with: "days_off: yes")
    let (pack, server) = (try MailPack(mail: mail), try MailServer())
    var random = SystemRandomNumberGenerator()
    var day = 2
    var cutOff = 0
    var span = try Self.timeOfRun(pack, server)
    for round in 0..<Self.kills {
      // Every round there is something to tell: the violation comes and goes, or changes.
      if round % 2 == 0 { try pack.pack.breakRule() } else { try pack.repair() }
      let today = "2026-11-\(day < 10 ? "0" : "")\(day)"
      day = day % 27 + 1
      let process = try Self.start(pack, server, today)
      usleep(UInt32.random(in: 0...span, using: &random))
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        cutOff += 1
        span += span / 16
      } else {
        // The machine is less busy than when the run was timed.
        span -= span / 8
      }
      process.waitUntilExit()
      if round % 3 == 2 {
        let sending = try pack.send("--now", to: server)
        #expect(sending.status == 0, "\(sending.messages)")
      }
    }
    #expect(cutOff > Self.kills / 4, "kills fell into runs")
    // The last words, in peace.
    for change in [pack.pack.breakRule, pack.repair] {
      try change()
      #expect([0, 1, 74].contains(try pack.mail([], to: server, today: "2026-11-30").status))
      let last = try pack.send("--now", to: server)
      #expect(last.status == 0, "\(last.messages)")
    }
    try Self.check(pack, server)
  }

  private static func start(_ pack: MailPack, _ server: MailServer, _ today: String) throws
    -> Process
  {
    let words = pack.words(["--quiet"], to: server, today: today)
    let process = try Binary.process([try Binary.path()] + words, in: pack.folder)
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// How long a run takes here, in microseconds: one that sends nothing, and a half more.
  private static func timeOfRun(_ pack: MailPack, _ server: MailServer) throws -> UInt32 {
    let start = ContinuousClock.now
    _ = try Binary.run(
      pack.words(["--dry-run", "dry"], to: server, today: "2026-11-20"),
      in: pack.folder
    )
    let taken = (ContinuousClock.now - start).components
    return UInt32(clamping: taken.seconds * 1_500_000)
      + UInt32(clamping: taken.attoseconds / 1_000_000_000_000 * 3 / 2)
  }

  /// Holds what the outbox says it sent against what arrived, and what was told against itself.
  private static func check(_ pack: MailPack, _ server: MailServer) throws {
    struct Told: Hashable {
      let audience: String
      let obligation: Int
      let state: String
    }
    let letters = try server.letters
    let queue = try DatabaseQueue(path: pack.folder.path(pack.history))
    let sent = try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT message_id FROM mail").map {
        "<\($0["message_id"] as String)>"
      }
    }
    let arrived = Set(letters.map(\.id))
    #expect(arrived == Set(sent), "each that was queued, and no other")
    // A repeat is the same message, byte for byte but for what servers add.
    for (_, copies) in Dictionary(grouping: letters, by: \.id) {
      #expect(Set(copies.map(\.text)).count == 1 && Set(copies.map(\.to)).count == 1)
    }
    #expect(letters.count - arrived.count <= kills, "at most one repeat a kill")
    // Nobody is told the same state of one obligation twice in a row.
    let notices = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT audience, obligation, state FROM mail_notice JOIN mail ON mail.number = mail
          WHERE topic = 'finding' ORDER BY mail.number
          """
      ).map { Told(audience: $0["audience"], obligation: $0["obligation"], state: $0["state"]) }
    }
    var last: [String: String] = [:]
    for notice in notices {
      let key = "\(notice.audience) \(notice.obligation)"
      #expect(last[key] != notice.state, "\(key) was told \(notice.state) again")
      last[key] = notice.state
    }
    let ends = letters.suffix(2).map(\.subject)
    #expect(ends.allSatisfy { $0.contains("1 đã khắc phục") }, "\(ends)")
  }
}
