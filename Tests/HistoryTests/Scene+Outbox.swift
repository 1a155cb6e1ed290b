import CivilTime
import Findings
import History
import Rules

extension Scene {
  /// The name of the pack of `yaml`.
  static let pack = "Kế hoạch thử – xã Mẫu"
  /// The name of the other pack.
  static let otherPack = "Kế hoạch khác"

  /// Makes a history of a run of each of two packs, numbers 1 and 2.
  static func withRuns() throws -> Scene {
    let scene = try Scene()
    try scene.record("2026-09-25", ["ky-so vp": .failed, "ky-so kt": .noData, "ky-so vh": .met])
    let other = try rules(yaml.replacing(pack, with: otherPack))
    try scene.record("2026-09-25", ["ky-so vp": .failed], rules: other)
    return scene
  }

  /// Makes a notice of a finding, or of a reminder.
  static func notice(
    _ name: String,
    _ standing: Standing = .violation,
    state: String = "s1",
    topic: Notice.Topic = .finding
  ) throws -> Notice {
    Notice(
      obligation: id(name),
      topic: topic,
      standing: standing,
      decided: standing == .open ? .violation : standing,
      verdict: standing == .open ? .noData : standing == .clear ? .met : .failed,
      state: state,
      day: try date("2026-09-25")
    )
  }

  /// Makes a message.
  static func mail(
    _ messageID: String,
    to recipients: [String] = ["vp@xa.example"],
    audience: String = "unit:vp",
    bytes: [UInt8] = Array("Subject: x\r\n\r\nNội dung\r\n".utf8),
    notices: [Notice] = [],
    isRehearsal: Bool = false
  ) -> OutgoingMail {
    OutgoingMail(
      messageID: messageID,
      audience: audience,
      subject: "Văn phòng HĐND và UBND: 1 việc chưa đạt",
      sender: "kiem-tra@xa.example",
      recipients: recipients,
      bytes: bytes,
      notices: notices,
      isRehearsal: isRehearsal
    )
  }

  /// Queues messages that were made from run 1, unless another one is named.
  @discardableResult
  func queue(_ mails: OutgoingMail..., run: Int = 1, at seconds: Int64 = 1000) throws -> [Int] {
    try Outbox.queue(mails, in: file, run: run, at: seconds)
  }

  /// Records that all recipients of a message answered alike.
  @discardableResult
  func answer(
    _ number: Int,
    _ outcome: Attempt.Outcome,
    at seconds: Int64,
    _ recipients: String...
  ) throws -> MailRecord {
    let all = recipients.isEmpty ? ["vp@xa.example"] : recipients
    let attempts = all.map { Attempt(recipient: $0, outcome: outcome, reply: "\(outcome)") }
    return try Outbox.record(attempts, of: number, in: file, at: seconds)
  }

  /// The numbers of the messages whose turn it is.
  func due(_ seconds: Int64, pack: String? = nil) throws -> [Int] {
    try Outbox.due(in: file, at: seconds, pack: pack).map(\.number)
  }

  /// What an audience of the first pack was last told.
  func told(_ audience: String = "unit:vp", pack: String = Scene.pack) throws -> Told? {
    try Outbox.told(in: file, pack: pack)[audience]
  }
}
