import Findings
import History
import TestSupport
import Testing

/// Holds the outbox against lists in memory that are searched from end to end; every call opens the
/// file anew, as after a restart.
@Suite("the outbox against an oracle")
struct OutboxOracleTests {
  /// A recipient with all answers, in the order in which they came.
  private struct Recipient {
    let address: String
    var answers: [(word: String, at: Int64)] = []

    var state: String {
      let ends = answers.map(\.word).filter { $0 != "deferred" }
      return ends.contains("accepted") ? "accepted" : ends.first ?? "queued"
    }

    var nextAt: Int64? {
      guard state == "queued" else { return nil }
      guard let last = answers.last else { return nil }
      let minutes: [Int64] = [10, 20, 40, 80, 160, 320]
      return last.at + 60 * (answers.count > 6 ? 360 : minutes[answers.count - 1])
    }

    func isDue(_ now: Int64) -> Bool {
      guard state == "queued" else { return false }
      guard let last = answers.last, let nextAt else { return true }
      return now < last.at || now >= nextAt
    }
  }

  private struct Mail {
    let mail: OutgoingMail
    let pack: String
    let queuedAt: Int64
    let giveUpAt: Int64
    var recipients: [Recipient]

    var counts: Bool {
      !mail.isRehearsal && recipients.contains { ["queued", "accepted"].contains($0.state) }
    }
  }

  private static let packs = [Scene.pack, Scene.otherPack]

  @Test("random messages, answers and clocks", arguments: 1...10)
  func random(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let scene = try Scene.withRuns()
    var all: [Mail] = []
    var now: Int64 = 1_790_000_000
    for _ in 0..<30 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<3: try Self.queue(&all, scene, now, &random)
      case 3..<8: try Self.answer(&all, scene, now, &random)
      case 8: now += Int64.random(in: 0...50_000, using: &random)
      default: now -= Int64.random(in: 0...20_000, using: &random)
      }
      now += Int64.random(in: 0...3000, using: &random)
      try Self.compare(all, scene, now)
    }
    for (index, mail) in all.enumerated() {
      let hasEnded = !mail.recipients.map(\.state).contains("queued")
      let body = try Outbox.body(of: index + 1, in: scene.file)
      #expect(body == (hasEnded ? nil : mail.mail.bytes))
    }
    let words = Set(all.flatMap(\.recipients).map(\.state))
    #expect(words.count > 1, "something happened")
  }

  private static func queue(
    _ all: inout [Mail],
    _ scene: Scene,
    _ now: Int64,
    _ random: inout SeededGenerator
  ) throws {
    let pack = Int.random(in: 0..<2, using: &random)
    let patience = Int64.random(in: 0...20_000, using: &random)
    var mails: [OutgoingMail] = []
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      mails.append(try mail(&random))
    }
    let numbers = try Outbox.queue(
      mails,
      in: scene.file,
      run: pack + 1,
      at: now,
      policy: RetryPolicy(giveUpAfterSeconds: patience)
    )
    var expected: [Int] = []
    for mail in mails {
      let isKnown = all.contains {
        $0.pack == packs[pack] && $0.mail.messageID == mail.messageID && $0.counts
      }
      if isKnown, !mail.isRehearsal { continue }
      let recipients = mail.recipients.map { Recipient(address: $0) }
      all.append(
        Mail(
          mail: mail,
          pack: packs[pack],
          queuedAt: now,
          giveUpAt: now + patience,
          recipients: recipients
        )
      )
      expected.append(all.count)
    }
    #expect(numbers == expected)
  }

  private static func mail(_ random: inout SeededGenerator) throws -> OutgoingMail {
    var notices: [Notice] = []
    for name in ["ky-so vp", "ky-so kt", "bao-cao vp 2026-09"] {
      for topic in Notice.Topic.allCases where Bool.random(using: &random) {
        let standing = Standing.allCases.randomElement(using: &random) ?? .open
        let state = String(UInt16.random(in: 0...UInt16.max, using: &random))
        notices.append(try Scene.notice(name, standing, state: state, topic: topic))
      }
    }
    return Scene.mail(
      "<\(Int.random(in: 1...6, using: &random))@x>",
      to: Array(["a@x", "b@x", "c@x"].shuffled(using: &random).prefix(notices.count % 3 + 1)),
      audience: ["unit:vp", "unit:kt", "digest"].randomElement(using: &random) ?? "digest",
      bytes: (0...notices.count).map { _ in UInt8.random(in: 0...255, using: &random) },
      notices: notices,
      isRehearsal: Int.random(in: 0..<6, using: &random) == 0
    )
  }

  /// Answers for some recipients of a message, mostly of one whose turn it is.
  private static func answer(
    _ all: inout [Mail],
    _ scene: Scene,
    _ now: Int64,
    _ random: inout SeededGenerator
  ) throws {
    let due = try Outbox.due(in: scene.file, at: now).map { $0.number - 1 }
    let others = Array(all.indices)
    let choice = Int.random(in: 0..<5, using: &random) > 0 ? due : others
    guard let index = choice.randomElement(using: &random) else { return }
    var attempts: [Attempt] = []
    for position in all[index].recipients.indices where Bool.random(using: &random) {
      let outcome = Attempt.Outcome.allCases.randomElement(using: &random) ?? .deferred
      let address = all[index].recipients[position].address
      attempts.append(Attempt(recipient: address, outcome: outcome, reply: "\(now)"))
      let isLast = outcome == .deferred && now >= all[index].giveUpAt
      all[index].recipients[position].answers.append((isLast ? "expired" : outcome.rawValue, now))
    }
    let record = try Outbox.record(attempts, of: index + 1, in: scene.file, at: now)
    #expect(record.recipients.map(\.state.rawValue) == all[index].recipients.map(\.state))
  }

  private static func compare(_ all: [Mail], _ scene: Scene, _ now: Int64) throws {
    let due = try Outbox.due(in: scene.file, at: now).map { "\($0.number) \($0.recipients)" }
    let expected = all.indices.compactMap { index -> String? in
      let addresses = all[index].recipients.filter { $0.isDue(now) }.map(\.address)
      return addresses.isEmpty ? nil : "\(index + 1) \(addresses)"
    }
    #expect(due == expected)
    for pack in packs {
      var told: [String: Told] = [:]
      for mail in all where mail.pack == pack && mail.counts {
        for notice in mail.mail.notices {
          let topic: WritableKeyPath<Told, [ObligationID: Notice]> =
            notice.topic == .finding ? \.findings : \.reminders
          told[mail.mail.audience, default: Told()][keyPath: topic][notice.obligation] = notice
        }
      }
      #expect(try Outbox.told(in: scene.file, pack: pack) == told)
    }
    let status = try Outbox.status(in: scene.file)
    #expect(status.map(\.messageID) == all.map(\.mail.messageID))
    for (record, mail) in zip(status, all) {
      #expect(record.recipients.map(\.state.rawValue) == mail.recipients.map(\.state))
      #expect(record.recipients.map(\.attempts) == mail.recipients.map(\.answers.count))
      #expect(record.recipients.map(\.lastAt) == mail.recipients.map { $0.answers.last?.at })
      for (recipient, own) in zip(record.recipients, mail.recipients) where own.state == "queued" {
        #expect(recipient.nextAt == own.nextAt ?? mail.queuedAt)
      }
    }
  }
}
