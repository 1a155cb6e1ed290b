import Findings
import History
import Testing

@Suite("messages that are queued, sent and recorded")
struct OutboxTests {
  @Test("a message is queued, its turn comes at once, and it is told from then on")
  func queued() throws {
    let scene = try Scene.withRuns()
    let notice = try Scene.notice("ky-so vp")
    let reminder = try Scene.notice("bao-cao vp 2026-10", .clear, topic: .reminder)
    let mail = Scene.mail("<1@x>", to: ["a@x", "b@x", "a@x"], notices: [notice, reminder])
    #expect(try scene.queue(mail) == [1])
    let due = try #require(try Outbox.due(in: scene.file, at: 1000).first)
    #expect(due.number == 1 && due.messageID == "<1@x>" && due.audience == "unit:vp")
    #expect(due.subject == "Văn phòng HĐND và UBND: 1 việc chưa đạt")
    #expect(due.sender == "kiem-tra@xa.example" && due.size == mail.bytes.count)
    #expect(due.recipients == ["a@x", "b@x"], "an address that is repeated counts once")
    #expect(try Outbox.body(of: 1, in: scene.file) == mail.bytes)
    let told = try #require(try scene.told())
    #expect(told.findings == [notice.obligation: notice])
    #expect(told.reminders == [reminder.obligation: reminder])
    #expect(try Outbox.notices(of: 1, in: scene.file) == [reminder, notice])
  }

  @Test("no message, and a hundred of them, in the order in which they were queued")
  func counts() throws {
    let scene = try Scene.withRuns()
    #expect(try Outbox.queue([], in: scene.file, run: 1, at: 1000).isEmpty)
    #expect(try scene.due(1000).isEmpty)
    #expect(try Outbox.told(in: scene.file, pack: Scene.pack).isEmpty)
    #expect(try Outbox.status(in: scene.file).isEmpty)
    let mails = (0..<100).map { Scene.mail("<\($0)@x>", audience: "unit:\($0 % 7)") }
    #expect(try Outbox.queue(mails, in: scene.file, run: 1, at: 1000) == Array(1...100))
    #expect(try scene.due(1000) == Array(1...100))
    #expect(try Outbox.status(in: scene.file).map(\.messageID) == mails.map(\.messageID))
  }

  @Test("all messages are queued, or none")
  func whole() throws {
    let scene = try Scene.withRuns()
    let twice = [try Scene.notice("ky-so vp"), try Scene.notice("ky-so vp", .clear)]
    #expect(throws: HistoryError.self) {
      try scene.queue(Scene.mail("<1@x>"), Scene.mail("<2@x>", notices: twice))
    }
    #expect(throws: HistoryError.self) { try scene.queue(Scene.mail("<1@x>"), run: 9) }
    #expect(try Outbox.status(in: scene.file).isEmpty)
    #expect(try scene.queue(Scene.mail("<1@x>")) == [1])
  }

  @Test("a status says everything that is known, before and after")
  func status() throws {
    let scene = try Scene.withRuns()
    try scene.queue(Scene.mail("<1@x>", to: ["a@x", "b@x"]))
    let before = try #require(try Outbox.status(in: scene.file).first)
    #expect(before.pack == Scene.pack && before.run == 1 && !before.isRehearsal)
    #expect(before.queuedAt == 1000 && before.giveUpAt == 1000 + 3 * 86_400)
    #expect(before.recipients.map(\.nextAt) == [1000, 1000])
    #expect(before.recipients.map(\.lastAt) == [nil, nil])
    let attempts = [
      Attempt(recipient: "b@x", outcome: .deferred, reply: "451 4.7.1 thử lại sau"),
      Attempt(recipient: "a@x", outcome: .accepted, reply: "250 ok"),
    ]
    let after = try Outbox.record(attempts, of: 1, in: scene.file, at: 2000)
    #expect(try Outbox.status(in: scene.file) == [after])
    #expect(after.recipients.map(\.address) == ["a@x", "b@x"])
    #expect(after.recipients.map(\.state) == [.accepted, .queued])
    #expect(after.recipients.map(\.attempts) == [1, 1])
    #expect(after.recipients.map(\.lastReply) == ["250 ok", "451 4.7.1 thử lại sau"])
    #expect(after.recipients.map(\.lastAt) == [2000, 2000])
    #expect(after.recipients.map(\.nextAt) == [nil, 2600])
    #expect(!after.hasEnded && !after.hasFailed)
    let due = try Outbox.due(in: scene.file, at: 2600)
    #expect(due.map(\.recipients) == [["b@x"]], "whoever has it gets it no second time")
    #expect(try scene.due(2599).isEmpty)
    #expect(try scene.answer(1, .accepted, at: 2600, "b@x").hasEnded)
    #expect(try scene.due(9_000_000).isEmpty)
  }

  @Test("the last notice counts, for each audience, obligation and topic")
  func last() throws {
    let scene = try Scene.withRuns()
    let first = try Scene.notice("ky-so vp", state: "s1")
    let second = try Scene.notice("ky-so vp", .open, state: "s2")
    let other = try Scene.notice("ky-so kt", .clear, state: "s3")
    let reminder = try Scene.notice("ky-so vp", .clear, state: "r", topic: .reminder)
    try scene.queue(
      Scene.mail("<1@x>", notices: [first, other, reminder]),
      Scene.mail("<2@x>", audience: "digest", notices: [first])
    )
    try scene.queue(Scene.mail("<3@x>", notices: [second]))
    let told = try Outbox.told(in: scene.file, pack: Scene.pack)
    #expect(
      told["unit:vp"]
        == Told(
          findings: [second.obligation: second, other.obligation: other],
          reminders: [reminder.obligation: reminder]
        )
    )
    #expect(told["digest"] == Told(findings: [first.obligation: first]))
    #expect(told.count == 2)
    // If the newer one never arrives, the older one is the last again.
    try scene.answer(3, .refused, at: 1001)
    #expect(try scene.told()?.findings[first.obligation] == first)
  }

  @Test("an obligation that no run has judged can be told of")
  func unknownObligation() throws {
    let scene = try Scene.withRuns()
    let notice = try Scene.notice("bao-cao vh 2027-01", .clear, topic: .reminder)
    try scene.queue(Scene.mail("<1@x>", notices: [notice]))
    #expect(try scene.told()?.reminders == [notice.obligation: notice])
    let recording = try scene.record("2027-01-25", ["bao-cao vh 2027-01": .overdue])
    #expect(recording.sighting("bao-cao vh 2027-01") == "2027-01-25 2027-01-25 2027-01-25 1")
  }

  @Test("a message that reached nobody was not told; one that reached somebody was")
  func failed() throws {
    let scene = try Scene.withRuns()
    let notice = try Scene.notice("ky-so vp")
    try scene.queue(Scene.mail("<1@x>", to: ["a@x", "b@x"], notices: [notice]))
    try scene.answer(1, .refused, at: 1000, "a@x")
    #expect(try scene.told() != nil, "the other one may still get it")
    let record = try scene.answer(1, .deferred, at: 1000 + 3 * 86_400, "b@x")
    #expect(record.recipients.map(\.state) == [.refused, .expired])
    #expect(record.hasEnded && record.hasFailed)
    #expect(try scene.told() == nil)
    try scene.queue(Scene.mail("<2@x>", to: ["a@x", "b@x"], notices: [notice]))
    try scene.answer(2, .accepted, at: 1000, "a@x")
    let partly = try scene.answer(2, .refused, at: 1000, "b@x")
    #expect(partly.hasEnded && !partly.hasFailed)
    #expect(try scene.told()?.findings == [notice.obligation: notice])
  }

  @Test("the same Message-ID is queued once, unless it reached nobody")
  func sameMessage() throws {
    let scene = try Scene.withRuns()
    let mail = Scene.mail("<1@x>", to: ["a@x", "b@x"])
    #expect(try scene.queue(mail, Scene.mail("<2@x>"), mail) == [1, 2], "within one call")
    #expect(try scene.queue(mail).isEmpty, "queued")
    try scene.answer(1, .deferred, at: 1000, "a@x", "b@x")
    #expect(try scene.queue(mail).isEmpty, "put off")
    try scene.answer(1, .refused, at: 1600, "a@x")
    #expect(try scene.queue(mail).isEmpty, "refused by one")
    try scene.answer(1, .refused, at: 1600, "b@x")
    #expect(try scene.queue(mail, at: 1700) == [3], "refused by all")
    try scene.answer(3, .accepted, at: 1700, "a@x")
    #expect(try scene.queue(mail).isEmpty, "accepted by one")
    try scene.answer(3, .refused, at: 1700, "b@x")
    #expect(try scene.queue(mail).isEmpty, "ended, and accepted by one")
    #expect(try Outbox.status(in: scene.file).map(\.messageID) == ["<1@x>", "<2@x>", "<1@x>"])
  }

  @Test("a rehearsal tells nothing, keeps nothing out, and is sent like any other")
  func rehearsal() throws {
    let scene = try Scene.withRuns()
    let notices = [try Scene.notice("ky-so vp")]
    let rehearsal = Scene.mail("<1@x>", notices: notices, isRehearsal: true)
    #expect(try scene.queue(rehearsal, rehearsal) == [1, 2])
    #expect(try scene.due(1000) == [1, 2])
    #expect(try scene.told() == nil)
    try scene.answer(1, .accepted, at: 1000)
    #expect(try scene.told() == nil)
    #expect(try scene.queue(Scene.mail("<1@x>", notices: notices)) == [3])
    #expect(try scene.told() != nil)
    #expect(try scene.queue(rehearsal) == [4])
    #expect(try Outbox.status(in: scene.file).map(\.isRehearsal) == [true, true, false, true])
  }

  @Test("two packs in one file are kept apart")
  func packs() throws {
    let scene = try Scene.withRuns()
    let (one, two) = (try Scene.notice("ky-so vp"), try Scene.notice("ky-so vp", .clear))
    #expect(try scene.queue(Scene.mail("<1@x>", notices: [one]), run: 1) == [1])
    #expect(try scene.queue(Scene.mail("<1@x>", notices: [two]), run: 2) == [2])
    #expect(try scene.queue(Scene.mail("<1@x>", notices: [two]), run: 2).isEmpty)
    #expect(try scene.told()?.findings.values.map(\.standing) == [.violation])
    let other = try scene.told(pack: Scene.otherPack)
    #expect(other?.findings.values.map(\.standing) == [.clear])
    #expect(try Outbox.told(in: scene.file, pack: "không có").isEmpty)
    #expect(try scene.due(1000) == [1, 2])
    #expect(try scene.due(1000, pack: Scene.otherPack) == [2])
    #expect(try Outbox.status(in: scene.file, pack: Scene.pack).map(\.number) == [1])
  }

  @Test("what two senders say at once: taken stays taken, given up is not taken up again")
  func twoSenders() throws {
    let scene = try Scene.withRuns()
    try scene.queue(Scene.mail("<1@x>", notices: [try Scene.notice("ky-so vp")]))
    try scene.answer(1, .refused, at: 1000)
    #expect(try scene.answer(1, .deferred, at: 1001).recipients.map(\.state) == [.refused])
    #expect(try scene.told() == nil)
    #expect(try scene.answer(1, .accepted, at: 1002).recipients.map(\.state) == [.accepted])
    #expect(try scene.told() != nil)
    let last = try scene.answer(1, .refused, at: 1003)
    #expect(last.recipients.map(\.state) == [.accepted])
    #expect(last.recipients.map(\.attempts) == [4])
    #expect(try scene.told() != nil)
    #expect(try scene.due(9_000_000).isEmpty)
  }

  @Test("an attempt for another address or message is refused, and nothing of it recorded")
  func unknown() throws {
    let scene = try Scene.withRuns()
    try scene.queue(Scene.mail("<1@x>"))
    #expect(throws: HistoryError.self) {
      try scene.answer(1, .accepted, at: 1000, "vp@xa.example", "khac@xa.example")
    }
    #expect(throws: HistoryError.self) { try scene.answer(2, .accepted, at: 1000) }
    #expect(throws: HistoryError.self) { try Outbox.record([], of: 2, in: scene.file, at: 1000) }
    let record = try Outbox.record([], of: 1, in: scene.file, at: 1000)
    #expect(record.recipients.map(\.attempts) == [0])
    #expect(try Outbox.body(of: 2, in: scene.file) == nil)
    #expect(try Outbox.notices(of: 2, in: scene.file).isEmpty)
  }
}
