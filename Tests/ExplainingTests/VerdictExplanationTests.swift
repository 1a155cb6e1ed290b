import CivilTime
import Diagnostics
import Engine
import Explaining
import Findings
import Foundation
import Rules
import Testing

@Suite("explanations of verdicts")
struct VerdictExplanationTests {
  static let monthly = """
    rules:
      - id: bao-cao
        title: Báo cáo tháng
        clause: kh57/I.1
        responsible: {each: phong}
        every: month
        due: {before: 20}
        evidence: {of: ds, done_at: ngay}
    waivers:
      - {id: w1, rule: bao-cao, units: [kt], periods: [2026-07], effect: exempt, reason: Mưa lũ, document: 1/UBND,
         approved_by: Chủ tịch, approved_on: 2026-07-17, valid: {from: 2026-07-01, to: 2026-07-31}}

    """
  static let reports = """
    ma,dv,Ngày gửi,ten
    1,Văn phòng,20/7/2026,Nguyễn Văn An
    2,Phòng Kinh tế,24/7/2026,Trần Thị Bích
    3,Văn phòng,19/8/2026,Nguyễn Văn An

    """

  @Test("a deadline is rolled day by day, and the row that proves it is shown")
  func rolled() async throws {
    let small = try Small(Self.monthly, dumps: ["ds": Self.reports])
    let text = try await small.explain("bao-cao", "vp", "2026-07")
    for line in [
      "  Đạt: hoàn thành 20/7/2026",
      "  Trước ngày 20, tháng 7/2026 → ngày cuối còn đúng hạn là 19/7/2026, đến 24:00",
      "  19/7/2026 là Chủ nhật, ngày nghỉ hằng tuần",
      "  20/7/2026 là thứ Hai, ngày làm việc → hạn là 20/7/2026",
      "    − 2 dòng của đơn vị khác hoặc kỳ khác",
      "    = 1 dòng: 1 được tính",
      "  ngày được tính 20/7/2026; hạn 20/7/2026: đúng hạn",
      "  d) Kết luận: đạt (met).",
    ] {
      #expect(text.contains(line + "\n"), "\(line)")
    }
    #expect(
      text.contains("ds.csv:2  được tính  ma = \"1\", dv = \"Văn phòng\", ngay = \"20/7/2026\"")
    )
  }

  @Test("an exemption shows what the verdict would have been")
  func waived() async throws {
    let small = try Small(Self.monthly, dumps: ["ds": Self.reports])
    let text = try await small.explain("bao-cao", "Phòng Kinh tế", "2026-07", language: .en)
    #expect(text.contains("It would be a violation (met late), but there is waiver w1: exempts"))
    #expect(text.contains("the day that counts is 2026-07-24; due 2026-07-20; 4 days late"))
    #expect(text.contains("Verdict: waived (waived)."))
  }

  @Test("without a period all periods are explained; a fingerprint means one of them")
  func targets() async throws {
    let small = try Small(Self.monthly, dumps: ["ds": Self.reports])
    let all = try await small.explain("bao-cao", "kt")
    #expect(all.components(separatedBy: "Các bước kết luận").count == 8)
    let id = ObligationID(
      rule: RuleID("bao-cao"),
      unit: UnitID("kt"),
      period: Period(text: "2026-09")
    )
    let one = try await small.explain(String(id.fingerprint.prefix(10)).uppercased())
    #expect(one == (try await small.explain("bao-cao", "kt", "2026-09")))
    #expect(one.contains("chưa có, tính đến 20/11/2026; hạn 21/9/2026; muộn 60 ngày"))
  }

  static let share = """
    rules:
      - id: ty-le
        title: Tỷ lệ
        clause: kh57/II.2
        responsible: {each: phong}
        ratio:
          of: ds
          where: ma != "9"
          exclude: [{where: ma == "8", reason: Hồ sơ mật}]
          that: ngay >= date("2026-07-01")
          at_least: 60%

    """
  static let shares = """
    ma,dv,Ngày gửi,ten
    1,vp,20/7/2026,Nguyễn Văn An
    2,vp,20/7/2026,Nguyễn Văn An
    3,vp,1/6/2026,Nguyễn Văn An
    4,vp,,Nguyễn Văn An
    8,vp,1/6/2026,Nguyễn Văn An
    9,vp,1/6/2026,Nguyễn Văn An
    5,,20/7/2026,Nguyễn Văn An
    6,kt,20/7/2026,Nguyễn Văn An

    """

  @Test("rows are sorted into other units, out of scope, excluded, true, false, unknown, perhaps")
  func sorted() async throws {
    let small = try Small(Self.share, dumps: ["ds": Self.shares])
    let text = try await small.explain("ty-le", "vp", language: .en)
    for line in [
      "    − 1 of other units or periods", "    − 1 left out by 'where'",
      "    − 1 excluded: Hồ sơ mật",
      "    = 5 rows: 2 true, 1 false, 1 unknown, 1 perhaps in scope",
      "  numerator 2 (true), denominator 4 (true + false + unknown)",
      "  b) With unknown rows read the most favourable way: met; the least: not reached or not done (§13.2).",
    ] {
      #expect(text.contains(line + "\n"), "\(line)\n\(text)")
    }
    let json = try await small.explain("ty-le", "vp", format: .json)
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let verdict = (object?["verdicts"] as? [[String: Any]])?.first
    #expect(verdict?["verdict"] as? String == "no_data")
    #expect((verdict?["judgement"] as? [String: Any])?["step"] as? String == "open")
    let rows = (verdict?["rows"] as? [[String: Any]])?.first
    #expect(rows?["total"] as? Int == 8)
    #expect((rows?["rows"] as? [Any])?.count == 6)
  }

  @Test("personal cells are masked on request, and only then")
  func masked() async throws {
    // Only cells that a check reads are shown at all.
    let yaml = Self.share.replacing("that: ngay", with: "that: has(ten) && ngay")
    let small = try Small(yaml, dumps: ["ds": Self.shares])
    for format in ExplanationFormat.allCases {
      let open = try await small.explain("ty-le", "vp", format: format)
      #expect(open.contains("Nguyễn Văn An"))
      let masked = try await small.explain("ty-le", "vp", format: format, masks: true)
      #expect(!masked.contains("Nguyễn"))
      #expect(masked.contains("N.V.A"))
    }
  }

  @Test("no file, no rows, too early, and no date are said as such")
  func undecided() async throws {
    let yaml =
      Self.share + """
          - {id: cho, title: Chờ, clause: kh57/I.1, responsible: vp, due: unknown, evidence: {of: ds, done_at: ngay}}

        """
    let missing = try await Small(yaml, dumps: [:]).explain("ty-le", "vp", language: .en)
    #expect(missing.contains("(ds): no file\n"))
    #expect(missing.contains("what nobody looked at is never met (§7)"))
    let header = "ma,dv,Ngày gửi,ten\n"
    let empty = try await Small(yaml, dumps: ["ds": header]).explain("ty-le", "vp", language: .en)
    #expect(empty.contains("no rows and the dataset is not 'may_be_empty'"))
    let waits = try await Small(yaml, dumps: ["ds": header]).explain("cho", "vp", language: .en)
    #expect(waits.contains("Another body has still to set the date."))
    #expect(waits.contains("a) Nobody has set the date, so it is pending"))
  }

  /// Words that name nothing, and a part of the help.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let words: [String]
    let help: String
    var testDescription: String { words.joined(separator: " ") }
  }

  static let wrongs: [Wrong] = [
    Wrong(words: ["bao-cai"], help: "did you mean 'bao-cao'?"),
    Wrong(words: ["unknown-kye"], help: "did you mean 'unknown-key'?"),
    Wrong(words: ["bao"], help: "rules like it: bao-cao"),
    Wrong(words: ["bao-cao", "vpp"], help: "did you mean 'vp'?"),
    Wrong(words: ["bao-cao", "vp", "2026-13"], help: "periods are written like"),
    Wrong(words: ["bao-cao", "vp", "2026-04"], help: "the periods are: 2026-05"),
    Wrong(words: ["0123456789abcdef"], help: "try the report's --as-of"),
  ]

  @Test("what names nothing is refused with what may have been meant", arguments: wrongs)
  func nothing(_ wrong: Wrong) async throws {
    let small = try Small(Self.monthly, dumps: ["ds": Self.reports])
    let resolver = TargetResolver(rules: small.pack.ruleSet, plan: try await small.plan())
    do {
      _ = try resolver.resolve(wrong.words)
      Issue.record("it named something")
    } catch {
      let help = try #require(error.help).en
      #expect(help.contains(wrong.help))
    }
  }
}
