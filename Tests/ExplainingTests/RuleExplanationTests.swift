import Diagnostics
import Explaining
import Foundation
import Testing

@Suite("explanations of rules")
struct RuleExplanationTests {
  static let monthly = """
    rules:
      - id: bao-cao
        title: Báo cáo tháng
        clause: kh57/I.1
        responsible: {each: phong}
        supporting: [kt]
        guidance: Gửi ngay báo cáo còn thiếu
        every: month
        due: {before: 20}
        remind: 3 working days
        evidence: {of: ds, where: {dv: vp}, done_at: ngay}

    """

  @Test("a rule says who owes what by when, month by month, and what proves it")
  func monthlyRule() async throws {
    let text = try await Small(Self.monthly, dumps: [:]).explain("bao-cao")
    for line in [
      "bao-cao: Báo cáo tháng",
      "  kh57/I.1: Báo cáo trước ngày 20",
      "    Văn phòng (vp)",
      "  Phối hợp, được báo tin và không bị tính lỗi: Phòng Kinh tế (kt)",
      "  Hằng tháng, trước ngày 20.",
      "  Hạn rơi vào ngày nghỉ thì dời đến ngày làm việc kế tiếp.",
      "  tháng 4/2026: hạn 19/4/2026, không phải nghĩa vụ: hạn ở trước ngày có hiệu lực 20/4/2026",
      "  tháng 7/2026: hạn 19/7/2026 → 20/7/2026, nhắc từ 15/7/2026",
      "      19/7/2026 là Chủ nhật, ngày nghỉ hằng tuần",
      "      20/7/2026 là thứ Hai, ngày làm việc → hạn là 20/7/2026",
      "    dv == \"vp\"",
      "  Gửi ngay báo cáo còn thiếu",
    ] {
      #expect(text.contains(line + "\n"), "\(line)")
    }
    #expect(text.split(separator: "\n").count { $0.contains("hạn") && $0.contains("tháng ") } == 12)
  }

  @Test("the same in English, without a word of Vietnamese from the program")
  func english() async throws {
    let text = try await Small(Self.monthly, dumps: [:]).explain("bao-cao", language: .en)
    #expect(text.contains("  Every month, before day 20.\n"))
    #expect(text.contains("  2026-07: due 2026-07-19 → 2026-07-20, reminder from 2026-07-15\n"))
    #expect(text.contains("What counts as proof\n"))
    for word in ["Hạn", "quy tắc", "đơn vị", "ngày làm việc"] { #expect(!text.contains(word)) }
  }

  @Test("a waiver says for which original deadlines it works, an extension only before its end")
  func waivers() async throws {
    let waivers = """
      waivers:
        - {id: w, rule: bao-cao, units: [vp], effect: extend, until: 2026-07-30, reason: Mất mạng,
           document: 45/UBND, approved_by: Chủ tịch, approved_on: 2026-07-18,
           valid: {from: 2026-07-01, to: 2026-12-31}}

      """
    let text = try await Small(Self.monthly + waivers, dumps: [:]).explain("bao-cao", language: .en)
    #expect(text.contains("w: extends to 2026-07-30 for"))
    #expect(text.contains("to 2026-12-31 and before 2026-07-30"))
  }

  @Test("a deadline in a year that the calendar lacks says so instead of guessing")
  func missingYear() async throws {
    let small = try Small(
      """
      documents: [{id: kh, title: Kế hoạch, effective: {from: 2026-01-01}, roll: following, clauses: [{id: A}]}]
      rules:
        - {id: q, title: Quý, clause: kh/A, responsible: vp, every: quarter, due: {by: 15, months_after: 1}, ratio: {of: ds, that: has(ngay), at_least: 1%}}

      """,
      dumps: [:],
      asOf: "2026-12-31"
    )
    let text = try await small.explain("q", language: .en)
    #expect(text.contains("2025-Q4: due 2026-01-15 (a Thursday)\n"))
    #expect(text.contains("By day 15 of the month after the period".lowercased()))
    #expect(text.contains("Only the current period is judged"))
  }

  /// A check of each kind and a line that explains it.
  struct Kind: Sendable, CustomTestStringConvertible {
    let check: String
    let line: String
    var testDescription: String { String(check.prefix { $0 != ":" }) }
  }

  static let kinds: [Kind] = [
    Kind(
      check:
        "ratio: {of: ds, where: dv == \"vp\", exclude: [{where: has(ten), reason: Mật}], that: has(ngay), at_most: 5%}",
      line: "rows judged; must be at most 5%"
    ),
    Kind(
      check: "measure: {of: ds, count: rows, at_least: 3}",
      line: "number of rows must be at least 3"
    ),
    Kind(check: "records: {of: ds, require: has(ngay), complete: [ten]}", line: "filled: 'ten'"),
    Kind(check: "unique: {of: ds, key: [ma]}", line: "No two rows have the same 'ma'"),
    Kind(
      check: "reference: {of: ds, column: ten, in: ds.ma}",
      line: "Every value of column 'ten' must be in column 'ma' of “Sổ theo dõi” (ds)"
    ),
    Kind(
      check: "cover: {expected: {of: ds, key: ma}, actual: {of: ds, key: ten}, both: true}",
      line: "The same holds the other way round"
    ),
    Kind(
      check: "compare: {left: {of: ds, count: rows}, right: {of: ds, count: ma}, tolerance: 0.5%}",
      line:
        "Reported: the number of rows must be equal to the records: the distinct values of 'ma', to within 0.5%"
    ),
    Kind(
      check: "fresh: {of: ds, updated: ngay, within: 2 working days}",
      line: "at most 2 working days before"
    ),
    Kind(
      check: "due: {by: 2026-06-30}\n    evidence: {of: ds, done_at: ngay, at_least: 2}",
      line: "once there are 2 such rows"
    ),
  ]

  @Test("every kind of check is put into a sentence, and into JSON", arguments: kinds)
  func kind(_ kind: Kind) async throws {
    let small = try Small(
      "rules:\n  - id: x\n    title: X\n    clause: kh57/II.2\n    responsible: vp\n    \(kind.check)\n",
      dumps: [:]
    )
    let text = try await small.explain("x", language: .en)
    #expect(text.contains(kind.line), "\(text)")
    #expect(try await small.explain("x") != text)
    let json = try await small.explain("x", format: .json)
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["schema"] as? String == "check-explain/1")
    #expect((object?["rows"] as? [Any])?.isEmpty == false)
  }
}
