import History
import Testing

@Suite("when a message is tried again, and when given up")
struct RetryTests {
  private static let minutes: [Int64] = [10, 20, 40, 80, 160, 320, 360, 360, 360]

  @Test("the time between attempts doubles, up to six hours")
  func delays() {
    for (index, minutes) in Self.minutes.enumerated() {
      #expect(RetryPolicy.delaySeconds(afterDeferrals: index + 1) == minutes * 60)
    }
    #expect(RetryPolicy.delaySeconds(afterDeferrals: Int.max) == 6 * 3600)
  }

  @Test("no time is too late to be reckoned with")
  func overflow() {
    #expect(RetryPolicy.nextAttempt(afterDeferrals: 1, at: .max - 1) == .max)
    #expect(RetryPolicy(giveUpAfterSeconds: .max).givingUp(queuedAt: 1000) == .max)
    #expect(RetryPolicy().givingUp(queuedAt: 1000) == 260_200)
  }

  @Test("its turn comes at that second, and not one before")
  func turns() throws {
    let scene = try Scene.withRuns()
    try scene.queue(Scene.mail("<1@x>"), at: 0)
    var now: Int64 = 0
    for minutes in Self.minutes {
      try scene.answer(1, .deferred, at: now)
      now += minutes * 60
      #expect(try scene.due(now - 1).isEmpty)
      #expect(try scene.due(now) == [1])
      #expect(try Outbox.status(in: scene.file).first?.recipients.first?.nextAt == now)
    }
  }

  @Test("each recipient has a time of its own")
  func recipients() throws {
    let scene = try Scene.withRuns()
    try scene.queue(Scene.mail("<1@x>", to: ["a@x", "b@x"]), at: 0)
    try scene.answer(1, .deferred, at: 0, "a@x", "b@x")
    try scene.answer(1, .deferred, at: 600, "a@x")
    #expect(try Outbox.due(in: scene.file, at: 700).map(\.recipients) == [["b@x"]])
    #expect(try Outbox.due(in: scene.file, at: 1800).map(\.recipients) == [["a@x", "b@x"]])
  }

  @Test(
    "given up at that second, and not one before; the first attempt is made however late",
    arguments: [(-1, MailRecord.Recipient.State.queued), (0, .expired), (1, .expired)]
      as [(
        Int64, MailRecord.Recipient.State
      )]
  )
  func givingUp(difference: Int64, state: MailRecord.Recipient.State) throws {
    let scene = try Scene.withRuns()
    let mails = [Scene.mail("<1@x>"), Scene.mail("<2@x>"), Scene.mail("<3@x>")]
    let policy = RetryPolicy(giveUpAfterSeconds: 5000)
    _ = try Outbox.queue(mails, in: scene.file, run: 1, at: 1000, policy: policy)
    let now = 6000 + difference
    #expect(try scene.due(now) == [1, 2, 3])
    let record = try scene.answer(1, .deferred, at: now)
    #expect(record.giveUpAt == 6000)
    #expect(record.recipients.map(\.state) == [state])
    #expect(record.recipients.map(\.nextAt) == [state == .queued ? now + 600 : nil])
    #expect((try Outbox.body(of: 1, in: scene.file) == nil) == (state == .expired))
    #expect(try scene.answer(2, .accepted, at: now).recipients.map(\.state) == [.accepted])
    #expect(try scene.answer(3, .refused, at: now).recipients.map(\.state) == [.refused])
  }

  @Test("nothing is given up by waiting alone")
  func waiting() throws {
    let scene = try Scene.withRuns()
    try scene.queue(Scene.mail("<1@x>"), at: 0)
    #expect(try scene.due(365 * 86_400) == [1])
  }

  @Test("a clock that was put back holds nothing up")
  func clock() throws {
    let scene = try Scene.withRuns()
    let (wrong, right): (Int64, Int64) = (2_000_000_000, 1_790_000_000)
    try scene.queue(Scene.mail("<1@x>"), at: wrong)
    #expect(try scene.due(right) == [1])
    try scene.answer(1, .deferred, at: wrong)
    #expect(try scene.due(wrong + 599).isEmpty)
    #expect(try scene.due(right) == [1])
    try scene.answer(1, .deferred, at: right)
    #expect(try scene.due(right + 1199).isEmpty)
    #expect(try scene.due(right + 1200) == [1])
  }
}
