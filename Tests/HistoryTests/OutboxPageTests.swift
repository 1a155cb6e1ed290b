import Diagnostics
import Foundation
import History
import HistoryPages
import Testing

@Suite("the page of messages")
struct OutboxPageTests {
  /// 2026-11-20 07:00 in Vietnam.
  private static let morning: Int64 = 1_795_132_800

  private static func page(_ scene: Scene, isWhole: Bool = false) throws -> OutboxPage {
    OutboxPage(
      try Outbox.status(in: scene.file),
      isWhole: isWhole,
      utcOffsetSeconds: 7 * 3600
    )
  }

  private static func text(_ page: OutboxPage, _ language: Language = .vi) -> String {
    String(decoding: page.render(.text, HistoryStyle(language: language)), as: UTF8.self)
  }

  @Test("what waits comes first, then what failed, then what arrived; each with its last word")
  func sections() throws {
    let scene = try Scene.withRuns()
    #expect(try Self.text(Self.page(scene)) == "Chưa có thư nào trong hộp thư đi.\n")
    _ = try Outbox.queue(
      [
        Scene.mail("a@x"), Scene.mail("b@x", to: ["kt@xa.example", "vh@xa.example"]),
        Scene.mail("c@x", isRehearsal: true),
      ],
      in: scene.file,
      run: 1,
      at: Self.morning
    )
    let later = Self.morning + 60
    try Outbox.record(
      [Attempt(recipient: "vp@xa.example", outcome: .accepted, reply: "250 ok")],
      of: 1,
      in: scene.file,
      at: later
    )
    try Outbox.record(
      [
        Attempt(recipient: "kt@xa.example", outcome: .refused, reply: "550 no such user"),
        Attempt(recipient: "vh@xa.example", outcome: .accepted, reply: "250 ok"),
      ],
      of: 2,
      in: scene.file,
      at: later
    )
    try Outbox.record(
      [Attempt(recipient: "vp@xa.example", outcome: .deferred, reply: "451 later")],
      of: 3,
      in: scene.file,
      at: later
    )
    let subject = "Văn phòng HĐND và UBND: 1 việc chưa đạt"
    #expect(
      try Self.text(Self.page(scene)) == """
        Đang chờ gửi: 1 thư
          3  20/11/2026 07:00  \(subject) (diễn tập)
            vp@xa.example: đang chờ 20/11/2026 07:01; 1 lần thử; 451 later; gửi lại từ 20/11/2026 07:11

        Không đến đủ người nhận: 1 thư
          2  20/11/2026 07:00  \(subject)
            kt@xa.example: bị từ chối 20/11/2026 07:01; 1 lần thử; 550 no such user
            vh@xa.example: máy chủ đã nhận 20/11/2026 07:01

        Đã gửi: 1 thư
          1  20/11/2026 07:00  \(subject)
            vp@xa.example: máy chủ đã nhận 20/11/2026 07:01


        """
    )
    #expect(try Self.text(Self.page(scene), .en).contains("next try from 2026-11-20 07:11"))
    let bytes = try Self.page(scene).render(.json, HistoryStyle(language: .vi))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(object["schema"] as? String == "check-mail-status/1")
    let mails = try #require(object["mails"] as? [[String: Any]])
    #expect(mails.map { $0["message_id"] as? String } == ["a@x", "b@x", "c@x"])
    let recipients = try #require(mails[2]["recipients"] as? [[String: Any]])
    #expect(recipients[0]["next_at"] as? Int == Int(later) + 600)
    #expect(recipients[0]["state"] as? String == "queued")
  }

  @Test("only the last delivered messages are shown, unless all are asked for")
  func many() throws {
    let scene = try Scene.withRuns()
    let mails = (1...33).map { Scene.mail("m\($0)@x") }
    let numbers = try Outbox.queue(mails, in: scene.file, run: 1, at: Self.morning)
    for number in numbers {
      try Outbox.record(
        [Attempt(recipient: "vp@xa.example", outcome: .accepted, reply: "250 ok")],
        of: number,
        in: scene.file,
        at: Self.morning
      )
    }
    let short = try Self.text(Self.page(scene))
    #expect(short.contains("… và 3 thư đã gửi trước đó") && !short.contains("\n  3  "))
    let whole = try Self.text(Self.page(scene, isWhole: true))
    #expect(whole.contains("Đã gửi: 33 thư") && whole.contains("\n  1  "))
  }

  @Test("a copy of a history is the same history, and leaves it as it was")
  func copy() throws {
    let scene = try Scene.withRuns()
    _ = try Outbox.queue([Scene.mail("a@x")], in: scene.file, run: 1, at: 0)
    let before = try scene.bytes
    let copy = scene.folder.appendingPathComponent("bản sao.sqlite").path
    try HistoryFile.copy(scene.file, to: copy)
    #expect(try Outbox.status(in: copy) == Outbox.status(in: scene.file))
    #expect(try HistoryFile.open(copy).runs() == HistoryFile.open(scene.file).runs())
    #expect(try scene.bytes == before)
    #expect(throws: HistoryError.self) {
      try HistoryFile.copy(scene.folder.appendingPathComponent("none").path, to: copy + "2")
    }
  }
}
