import CivilTime
import Diagnostics
import Findings
import Foundation
import History
import Reports
import Rules
import Scores
import Testing

@testable import Mail

/// A small pack with mail, runs of it with any verdicts, and an outbox that forgets nothing.
struct Scene {
  static let head = """
    pack: {schema: 1, name: Kế hoạch thử – xã Mẫu, language: vi, timezone: Asia/Ho_Chi_Minh, data: data}
    documents:
      - id: kh
        title: Kế hoạch thử
        effective: {from: 2026-01-01, to: 2027-12-31}
        clauses: [{id: I.1, summary: Một}, {id: IV.1, summary: Bốn}]
    units:
      - {id: vp, name: Văn phòng HĐND và UBND, aliases: [VP], email: vanphong@xa.example.vn}
      - {id: kt, name: Phòng Kinh tế, head: Trưởng phòng, email: kinhte@xa.example.vn}
      - {id: vh, name: Phòng Văn hoá – Xã hội, aliases: [VHXH], email: vhxh@xa.example.vn}
      - {id: thon, name: Thôn Na Hoa}
    groups:
      - {id: phong, name: Các phòng, members: [vp, kt, vh]}
    calendar:
      weekend: [saturday, sunday]
      years: [{year: 2026, source: Thử, holidays: [{from: 2026-11-24, name: Nghỉ thử}]}]
    datasets:
      - id: can_bo
        file: can-bo.csv
        columns:
          ma: {type: text}
          don_vi: {type: unit}
          ho_ten: {type: text, personal: true}
          het_han: {type: date}
        key: [ma]
        unit: don_vi
      - {id: so_tay, file: so-tay.csv, columns: {muc: {type: text}}, key: [muc]}
    rules:
      - {id: ky-so, title: Có chữ ký số, clause: kh/I.1, responsible: {each: phong}, severity: critical,
         supporting: [vh], guidance: Đăng ký chữ ký số,
         ratio: {of: can_bo, that: has(het_han), at_least: 100%}}
      - {id: bao-cao, title: Báo cáo tháng, clause: kh/IV.1, responsible: {each: all}, every: month,
         due: {before: 20}, remind: 3 working days, records: {of: can_bo, complete: [ma]}}

    """

  static let mail = """
    mail:
      from: kiemtra@xa.example.vn
      from_name: Kiểm tra xã Mẫu
      reply_to: vanphong@xa.example.vn
      fallback: dauthu@xa.example.vn
      digest: [vp]
      domains: [xa.example.vn]
      continuing: 5 working days
      overdue: 2 days
      remind: 2 days

    """

  static func rules(_ mail: String = mail, head: String = head) throws -> RuleSet {
    var sink = DiagnosticSink()
    let pack = PackLoader.load(
      files: [PackFile(path: "pack.yaml", text: head + mail)],
      folder: "rules",
      into: &sink
    )
    let renderer = DiagnosticRenderer(language: .en, sources: pack.sources)
    try #require(!sink.hasErrors, Comment(rawValue: renderer.render(sink.sorted())))
    return pack.ruleSet
  }

  static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  /// Names an obligation: `ky-so vp` or `bao-cao vp 2026-10`.
  static func id(_ text: String) -> ObligationID {
    let words = text.split(separator: " ").map(String.init)
    return ObligationID(
      rule: RuleID(words[0]),
      unit: UnitID(words[1]),
      period: words.count > 2 ? Period(text: words[2]) : nil
    )
  }

  /// Makes an obligation with figures that `extent` decides.
  static func obligation(_ name: String, _ verdict: Verdict, extent: Int = 1) -> Obligation {
    var obligation = Obligation(id: id(name), verdict: verdict)
    obligation.datasets = [DatasetID("can_bo")]
    if verdict == .noData { obligation.reason = .unknownRows }
    if verdict.isViolation {
      var measured = Measured(kind: .ratio)
      measured.trueCount = 7
      measured.falseCount = extent
      measured.target = "100%"
      obligation.measured = measured
    }
    return obligation
  }

  static func run(_ obligations: [Obligation], rules: RuleSet) throws -> Run {
    Run(
      rules: rules,
      asOf: try date("2026-11-20"),
      asOfSource: .dump,
      dataDigest: "d1",
      inputs: [],
      obligations: obligations,
      dataErrors: [],
      dataErrorTotal: 0,
      warnings: []
    )
  }

  let rules: RuleSet
  /// What every audience was told last, as the outbox would have it.
  var told: [String: Told] = [:]
  /// The number of the last message to every audience.
  var latest: [String: Int] = [:]

  init(_ mail: String = mail, head: String = head) throws {
    rules = try Self.rules(mail, head: head)
  }

  /// Composes the messages of a day.
  func mails(
    _ obligations: [Obligation],
    day: String = "2026-11-20",
    rehearsal: String? = nil,
    language: Language = .vi
  ) throws -> [OutgoingMail] {
    let run = try Self.run(obligations, rules: rules)
    let composer = MailComposer(
      ReportContent(run: run, scorecard: Scorecard(run)),
      policy: try #require(rules.mail),
      occasion: MailOccasion(
        day: try Self.date(day),
        date: "Fri, 20 Nov 2026 07:00:00 +0700",
        rehearsal: rehearsal,
        language: language
      )
    )
    return try composer.mails(told: told, latest: latest)
  }

  /// Composes the messages of a day, and remembers what they told.
  mutating func send(_ obligations: [Obligation], day: String) throws -> [OutgoingMail] {
    let mails = try mails(obligations, day: day)
    for mail in mails {
      latest[mail.audience] = (latest.values.max() ?? 0) + 1
      for notice in mail.notices {
        switch notice.topic {
        case .finding: told[mail.audience, default: Told()].findings[notice.obligation] = notice
        case .reminder: told[mail.audience, default: Told()].reminders[notice.obligation] = notice
        }
      }
    }
    return mails
  }
}

extension [OutgoingMail] {
  /// The message for an audience.
  func to(_ audience: String) throws -> OutgoingMail {
    try #require(first { $0.audience == audience }, "no message for \(audience)")
  }
}
