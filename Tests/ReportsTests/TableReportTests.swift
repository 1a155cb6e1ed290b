import CivilTime
import Diagnostics
import Findings
import Foundation
import Rules
import Testing

@testable import Reports

@Suite("reports as tables")
struct TableReportTests {
  struct Case: CustomTestStringConvertible {
    let file: String
    let format: String
    let options: ReportOptions
    var testDescription: String { file }

    static let cases: [Case] = [
      .init(file: "table-vi.csv", format: "csv", options: .init(language: .vi)),
      .init(
        file: "table-en-mask.csv",
        format: "csv",
        options: .init(language: .en, masksPersonal: true)
      ),
      .init(file: "table-vi.md", format: "markdown", options: .init(language: .vi)),
      .init(
        file: "table-en-mask.md",
        format: "markdown",
        options: .init(language: .en, masksPersonal: true)
      ),
      .init(file: "table-vi.sarif", format: "sarif", options: .init(language: .vi)),
      .init(
        file: "table-en-mask.sarif",
        format: "sarif",
        options: .init(language: .en, masksPersonal: true)
      ),
      .init(file: "junit-vi.xml", format: "junit", options: .init(language: .vi)),
      .init(
        file: "junit-en-mask.xml",
        format: "junit",
        options: .init(language: .en, masksPersonal: true)
      ),
    ]
  }

  private func render(_ name: String, _ content: ReportContent, _ options: ReportOptions) throws
    -> [UInt8]
  {
    try #require(ReportRegistry.format(named: name)).render(content, options)
  }

  @Test("every verdict, score and change reads as it was approved", arguments: Case.cases)
  func golden(_ example: Case) throws {
    let content = try SamplePack.fullContent()
    let bytes = try render(example.format, content, example.options)
    #expect(try bytes == render(example.format, content, example.options))
    try Golden.expect(bytes, equals: example.file)
  }

  @Test(
    "no personal value is in a masked report",
    arguments: ["csv", "markdown", "sarif", "junit"]
  )
  func masked(_ format: String) throws {
    let content = try SamplePack.fullContent()
    for (isMasked, isThere) in [(true, false), (false, true)] {
      let options = ReportOptions(language: .vi, masksPersonal: isMasked)
      let text = String(decoding: try render(format, content, options), as: UTF8.self)
      #expect(text.contains("Trần Thị Bích") == isThere)
      // JUnit holds no data errors.
      #expect(text.contains("Nguyễn Văn An") == (isThere && format != "junit" && format != "csv"))
    }
  }

  @Test(
    "a run with nothing in it is a report all the same",
    arguments: ["csv", "markdown", "sarif", "junit", "xlsx"]
  )
  func empty(_ format: String) throws {
    let content = ReportContent(run: try SamplePack.emptyRun())
    let bytes = try render(format, content, .init(language: .vi))
    #expect(!bytes.isEmpty)
  }

  @Test("a list in Markdown is cut, and says what is left out")
  func long() throws {
    let rows = (1...60).map { week in
      SamplePack.obligation(
        "bao-cao-thang",
        "vp",
        .overdue,
        period: "2026-W\(week < 10 ? "0" : "")\(min(week, 52))"
      )
    }
    let content = ReportContent(run: try SamplePack.emptyRun(rows))
    let text = String(
      decoding: MarkdownReport.render(content, .init(language: .vi)),
      as: UTF8.self
    )
    #expect(text.matches(of: /\n\| \*\*rất nghiêm trọng/).count == 50)
    #expect(text.contains("… và 10 mục nữa; danh sách đầy đủ: `--format csv`, `--format xlsx`"))
  }

  @Test("CSV holds every violation, open and waived obligation and nothing else")
  func whole() throws {
    let run = try SamplePack.fullRun()
    let text = String(
      decoding: CSVReport.render(ReportContent(run: run), .init(language: .vi)),
      as: UTF8.self
    )
    let rows = text.split(separator: "\r\n").dropFirst()
    let wanted = run.obligations.filter {
      $0.verdict.isViolation || $0.verdict.isUndecided || $0.verdict == .waived
    }
    #expect(rows.count == wanted.count)
    for obligation in wanted {
      #expect(rows.count { $0.hasSuffix(",\(obligation.id.fingerprint)") } >= 1)
    }
  }
}

@Suite("text in tables")
struct TableTextTests {
  @Test(
    "no cell of CSV is a formula, and negative numbers stay numbers",
    arguments: [
      ("", ""), ("a", "a"), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "-1"), ("-1.5", "-1.5"),
      ("-1+2", "'-1+2"), ("-", "'-"), ("-.5", "'-.5"), ("@SUM(A1)", "'@SUM(A1)"),
      ("\tx", "'\tx"), ("\r=1", "\"'\r=1\""), ("\r\n=1", "\"'\r\n=1\""), ("\n=1", "\"'\n=1\""),
      ("=\u{301}1", "'=\u{301}1"), ("＝1+1", "'＝1+1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), (" =1", " =1"),
    ]
  )
  func csv(_ text: String, _ cell: String) {
    #expect(Array(CSVText.cell(text).utf8) == Array(cell.utf8))
  }

  @Test(
    "nothing becomes markup, a link or a mention in Markdown",
    arguments: [
      ("a|b", "a\\|b"), ("a\\|b", "a\\\\\\|b"), ("`x`", "\\`x\\`"), ("<b>", "\\<b\\>"),
      ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
      ("[x](javascript:a)", "\\[x\\](javascript:\u{2060}a)"),
      ("![x](y)", "!\\[x\\](y)"), ("&lt;", "\\&lt;"), ("*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"),
      ("https://x.vn", "https:\u{2060}//x.\u{2060}vn"), ("www.1.x", "www.\u{2060}1.x"),
      ("a@b.vn", "a@\u{2060}b.\u{2060}vn"), ("@ai", "@\u{2060}ai"), ("#12", "\\#\u{2060}12"),
      ("x.xn--p1ai", "x.\u{2060}xn--p1ai"), ("98,5 % 19/7/2026 1.234", "98,5 % 19/7/2026 1.234"),
      ("III.4.2.KQ4", "III.4.2.KQ4"), ("- a", "\\- a"), ("12. a", "12\\. a"), ("1) a", "1\\) a"),
      ("+ a", "\\+ a"), ("# a", "\\# a"), ("a - b", "a - b"), ("a\nb", "a\\\\nb"),
      ("$x$", "\\$x\\$"),
    ]
  )
  func markdown(_ text: String, _ escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }

  @Test(
    "ids and cells stand in code spans where these hold them",
    arguments: [
      ("a.csv:1", "`a.csv:1`"), ("a`b", "a\\`b"), ("a|b", "a\\|b"), ("", ""), (" a", " a"),
      ("<b>@x", "`<b>@x`"), ("a\\b", "`a\\b`"),
    ]
  )
  func code(_ text: String, _ span: String) {
    #expect(MarkdownText.code(text) == span)
  }

  @Test("names of sheets are what Excel allows, and unique")
  func sheetNames() {
    var names = SheetNames()
    #expect(names.unique("Vi phạm") == "Vi phạm")
    #expect(names.unique("vi PHẠM") == "vi PHẠM (2)")
    #expect(names.unique("Vi phạm") == "Vi phạm (3)")
    #expect(names.unique("'[a]:*?/\\b'") == "-a------b")
    #expect(names.unique("") == "-")
    let long = String(repeating: "ạ", count: 40)
    #expect(names.unique(long) == String(repeating: "ạ", count: 31))
    #expect(names.unique(long) == String(repeating: "ạ", count: 27) + " (2)")
  }

  @Test("a text that a cell cannot hold is cut between characters, with a mark")
  func cut() {
    #expect(CellText.cut("abc", to: 3) == "abc")
    #expect(CellText.cut("abcd", to: 3) == "ab…")
    #expect(CellText.cut("a👩‍👩‍👧bc", to: 5) == "a…")
    let long = CellText.cut(String(repeating: "ệ", count: 40_000))
    #expect(long.utf16.count == 32_767)
    #expect(long.hasSuffix("ệ…"))
  }
}
