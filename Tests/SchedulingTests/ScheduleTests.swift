import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Scheduling
import Testing

@Suite("schedule")
struct ScheduleTests {
  static let pack = """
    documents:
      - {id: kh, title: Kế hoạch, effective: {from: 2026-04-20, to: 2026-12-31}, roll: following,
         clauses: [{id: A, summary: Báo cáo}]}
    units:
      - {id: vp, name: Văn phòng}
      - {id: kt, name: "Phòng Kinh tế; xã, số 1", active: {to: 2026-08-31}}
    calendar:
      years: [{year: 2026, source: thử, holidays: [{from: 2026-09-21, name: Ngày thử}]}]
    datasets:
      - {id: so, file: so.csv, unit: don_vi,
         columns: {don_vi: {type: unit}, ky: {type: month}, ngay: {type: date}}}
    rules:
      - id: bao-cao
        title: Gửi báo cáo
        clause: kh/A
        responsible: {each: [vp, kt]}
        every: month
        due: {before: 20}
        remind: 3 working days
        guidance: Gửi ngay
        evidence: {of: so, period: ky, done_at: ngay}
      - {id: mot-lan, title: Làm một lần, clause: kh/A, responsible: vp, due: {by: 2026-09-30},
         evidence: {of: so, done_at: ngay}}
      - {id: chua-ro, title: Chưa rõ hạn, clause: kh/A, responsible: vp, due: unknown,
         evidence: {of: so, done_at: ngay}}
    waivers:
      - {id: w1, rule: bao-cao, units: [vp], periods: [2026-10], effect: extend,
         until: 2026-10-29, reason: Bão, document: 1/UBND, approved_by: Chủ tịch,
         approved_on: 2026-10-19, valid: {from: 2026-10-01, to: 2026-10-31}}
    """

  private func rules(_ text: String = pack) throws -> RuleSet {
    var sink = DiagnosticSink()
    let pack = PackLoader.load(
      files: [PackFile(path: "a.yaml", text: text)],
      folder: "p",
      into: &sink
    )
    try #require(sink.diagnostics.isEmpty, "\(sink.diagnostics.map(\.message.en))")
    return pack.ruleSet
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  private func schedule(_ from: String, _ to: String) throws -> Schedule {
    let rules = try rules()
    return Schedule(
      rules: rules,
      asOf: try day("2026-08-10"),
      from: try day(from),
      through: try day(to),
      obligations: Evaluator.schedule(rules: rules, from: try day(from), through: try day(to))
    )
  }

  private func lines(_ schedule: Schedule) -> [String] {
    schedule.obligations.map {
      "\($0.deadline.effective) \($0.id.rule) \($0.id.unit) \($0.id.period.map(\.description) ?? "-")"
    }
  }

  struct Window: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let expected: [String]
    var testDescription: String { "\(from)…\(to)" }
  }

  static let windows: [Window] = [
    // 19/9 is a Saturday, 21/9 a holiday of the test's calendar: Tuesday 22/9.
    Window(from: "2026-09-22", to: "2026-09-22", expected: ["2026-09-22 bao-cao vp 2026-09"]),
    Window(from: "2026-09-19", to: "2026-09-21", expected: []),
    Window(from: "2026-09-23", to: "2026-09-29", expected: []),
    Window(from: "2026-09-30", to: "2026-09-30", expected: ["2026-09-30 mot-lan vp -"]),
    // A unit that has ended owes nothing after its end, and everything before.
    Window(
      from: "2026-08-19",
      to: "2026-09-01",
      expected: ["2026-08-19 bao-cao vp 2026-08", "2026-08-19 bao-cao kt 2026-08"]
    ),
    // A waiver moves October's deadline from the 19th to the 29th.
    Window(from: "2026-10-01", to: "2026-10-28", expected: []),
    Window(from: "2026-10-29", to: "2026-10-29", expected: ["2026-10-29 bao-cao vp 2026-10"]),
    // Before and after the document is in force nothing is owed.
    Window(from: "2026-03-01", to: "2026-05-18", expected: []),
    Window(from: "2026-12-22", to: "2027-03-01", expected: []),
  ]

  @Test("holds what falls due within its days", arguments: windows)
  func window(_ window: Window) throws {
    #expect(lines(try schedule(window.from, window.to)) == window.expected)
  }

  @Test("an extension of every period moves those before its day, and no other")
  func extensions() throws {
    let all = Self.pack.replacing("periods: [2026-10], ", with: "")
      .replacing("from: 2026-10-01, to: 2026-10-31", with: "from: 2026-09-01, to: 2026-12-31")
    let rules = try rules(all)
    let items = Evaluator.schedule(
      rules: rules,
      from: try day("2026-09-01"),
      through: try day("2026-11-30")
    ).filter { $0.id.rule.text == "bao-cao" }
    #expect(
      items.map { "\($0.deadline.effective) \($0.waiver ?? "-")" }
        == ["2026-10-29 w1", "2026-10-29 w1", "2026-11-19 -"]
    )
    #expect(items.allSatisfy { $0.deadline.rolled <= $0.deadline.effective })
  }

  @Test("text shows the arithmetic, the reminder and who owes")
  func text() throws {
    let text = String(
      decoding: try schedule("2026-09-01", "2026-09-30").render(.text, .vi),
      as: UTF8.self
    )
    #expect(
      text == """
        2 nghĩa vụ đến hạn từ 01/9/2026 đến 30/9/2026

        22/9/2026, thứ Ba (còn 43 ngày)
          Gửi báo cáo – tháng 9/2026
            bao-cao · kh/A · hạn 19/9/2026 là thứ Bảy → 22/9/2026 · nhắc từ 16/9/2026
            Văn phòng

        30/9/2026, thứ Tư (còn 51 ngày)
          Làm một lần
            mot-lan · kh/A · hạn 30/9/2026
            Văn phòng

        """
    )
  }

  @Test("an empty schedule says so")
  func empty() throws {
    let text = String(
      decoding: try schedule("2026-09-23", "2026-09-29").render(.text, .vi),
      as: UTF8.self
    )
    #expect(text.contains("Không có gì đến hạn."))
  }

  @Test("the calendar file keeps to RFC 5545")
  func calendar() throws {
    let bytes = try schedule("2026-08-01", "2026-10-31").render(.ics, .vi)
    let raw = String(decoding: bytes, as: UTF8.self)
    let physical = raw.unicodeScalars.split(separator: "\n").map { String($0) }
    #expect(physical.allSatisfy { $0.hasSuffix("\r") })
    #expect(physical.allSatisfy { $0.utf8.count - 1 <= 75 })
    // Unfold as a reader does: CRLF and one space are nothing.
    let content = raw.utf8.split(separator: UInt8(ascii: "\r")).reduce(into: [String]()) {
      let line = String(decoding: $1.drop { $0 == UInt8(ascii: "\n") }, as: UTF8.self)
      if line.hasPrefix(" ") { $0[$0.count - 1] += line.dropFirst() } else { $0.append(line) }
    }
    let uids = content.filter { $0.hasPrefix("UID:") }
    #expect(uids.count == 5 && Set(uids).count == 5)
    #expect(content.contains("DTSTART;VALUE=DATE:20260922"))
    #expect(content.contains("DTEND;VALUE=DATE:20260923"))
    #expect(content.contains("TRIGGER:-P6D"))
    #expect(content.contains("SEQUENCE:10"))
    #expect(content.contains("CATEGORIES:Phòng Kinh tế\\; xã\\, số 1"))
    #expect(content.first == "BEGIN:VCALENDAR")
    #expect(content.last { !$0.isEmpty } == "END:VCALENDAR")
  }

  @Test("an event keeps its UID whatever is scheduled around it")
  func stable() throws {
    let alone = try schedule("2026-09-22", "2026-09-22").obligations
    let among = try schedule("2026-08-01", "2026-12-31").obligations
    let fingerprint = try #require(alone.first).id.fingerprint
    #expect(among.contains { $0.id.fingerprint == fingerprint })
  }

  @Test("a schedule and a run agree about deadlines")
  func agreement() async throws {
    let rules = try rules()
    var options = RunOptions(dataFolder: "", today: try day("2026-12-31"))
    options.source = .memory([])
    let run = try await Evaluator.run(rules: rules, sources: [], options: options)
    let judged = run.obligations.compactMap { item in
      item.deadline.map { "\(item.id.fingerprint) \($0.nominal) \($0.effective)" }
    }
    let scheduled = Evaluator.schedule(
      rules: rules,
      from: try day("2026-01-01"),
      through: try day("2026-12-31")
    ).map { "\($0.id.fingerprint) \($0.deadline.nominal) \($0.deadline.effective)" }
    #expect(Set(judged) == Set(scheduled))
    #expect(judged.count == scheduled.count)
  }
}
