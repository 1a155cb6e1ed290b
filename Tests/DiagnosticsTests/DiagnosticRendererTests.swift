import Diagnostics
import Testing

@Suite("Rendering diagnostics")
struct DiagnosticRendererTests {
  private func render(
    _ source: String,
    line: Int,
    column: Int,
    length: Int = 1,
    language: Language = .en
  ) -> String {
    let diagnostic = Diagnostic(
      .unknownKey,
      Phrase(vi: "khoá lạ 'x'", en: "unknown key 'x'"),
      at: SourceRange(
        start: SourceLocation(file: "p.yaml", line: line, column: column),
        length: length
      )
    )
    let text = SourceText(file: "p.yaml", text: source)
    return DiagnosticRenderer(language: language, sources: [text]).render(diagnostic)
  }

  @Test("a diagnostic shows place, id, message, line, carets, notes and help")
  func whole() {
    let diagnostic = Diagnostic(
      .unknownName,
      severity: .warning,
      Phrase(vi: "không có đơn vị 'vhx'", en: "no unit 'vhx'"),
      at: SourceRange(start: SourceLocation(file: "a/p.yaml", line: 12, column: 9), length: 3),
      notes: [Phrase(vi: "dòng 3", en: "line 3"), Phrase(vi: "dòng 4", en: "line 4")],
      help: Phrase(vi: "có phải 'vhxh'?", en: "did you mean 'vhxh'?")
    )
    let text = String(repeating: "\n", count: 11) + "  unit: vhx # …\n"
    let sources = [SourceText(file: "a/p.yaml", text: text)]
    #expect(
      DiagnosticRenderer(language: .vi, sources: sources).render(diagnostic) == """
        a/p.yaml:12:9: cảnh báo: [unknown-name] không có đơn vị 'vhx'
         12 |   unit: vhx # …
            |         ^^^
          ghi chú: dòng 3
          ghi chú: dòng 4
          cách sửa: có phải 'vhxh'?

        """
    )
    #expect(
      DiagnosticRenderer(language: .en, sources: sources).render([diagnostic, diagnostic]) == """
        a/p.yaml:12:9: warning: [unknown-name] no unit 'vhx'
         12 |   unit: vhx # …
            |         ^^^
          note: line 3
          note: line 4
          help: did you mean 'vhxh'?
        a/p.yaml:12:9: warning: [unknown-name] no unit 'vhx'
         12 |   unit: vhx # …
            |         ^^^
          note: line 3
          note: line 4
          help: did you mean 'vhxh'?

        """
    )
  }

  @Test("a diagnostic without a place, or in a text not at hand, shows no line")
  func withoutPlace() {
    let renderer = DiagnosticRenderer(language: .en, sources: [])
    let message = Phrase(vi: "gói rỗng", en: "the pack is empty")
    #expect(
      renderer.render(Diagnostic(.emptyPack, message, at: nil))
        == "error: [empty-pack] the pack is empty\n"
    )
    let range = SourceRange(start: SourceLocation(file: "x.yaml", line: 1, column: 2))
    #expect(
      renderer.render(Diagnostic(.emptyPack, message, at: range))
        == "x.yaml:1:2: error: [empty-pack] the pack is empty\n"
    )
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let source: String
    let column: Int
    let length: Int
    let carets: String
    init(_ description: String, _ source: String, _ column: Int, _ length: Int, _ carets: String) {
      testDescription = description
      self.source = source
      self.column = column
      self.length = length
      self.carets = carets
    }

    static let all: [Case] = [
      Case("first column", "abc: 1", 1, 3, "^^^"),
      Case("composed Vietnamese before", "tên: [lạ]", 7, 2, "      ^^"),
      Case("decomposed Vietnamese before", "te\u{302}n: [la\u{323}]", 8, 3, "      ^^"),
      Case("two marks on a letter", "ho\u{323}\u{302}i: x", 8, 1, "     ^"),
      Case("a tab before", "\ta: x", 5, 1, "\t   ^"),
      Case("a zero-width space before", "a\u{200B}b: x", 6, 1, "    ^"),
      Case("behind the line's end", "abc", 9, 4, "   ^"),
      Case("past the line's end", "abc", 3, 9, "  ^"),
      Case("an empty line", "", 1, 1, "^"),
      Case("only a mark", "a\u{301}", 2, 1, " ^"),
      Case("column 0 and length 0", "abc", 0, 0, "^"),
      Case("a negative column", "abc", -5, .max, "^^^"),
    ]
  }

  @Test("carets stand below what they mark", arguments: Case.all)
  func carets(_ item: Case) {
    let lines = render(item.source, line: 1, column: item.column, length: item.length)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4)
    #expect(lines.dropFirst().first.map(String.init) == " 1 | " + item.source)
    #expect(lines.dropFirst(2).first.map(String.init) == "   | " + item.carets)
  }

  @Test("of a long line only the part around the carets is shown")
  func longLine() {
    let source = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 5_000)
    let lines = render(source, line: 1, column: 501, length: 900).split(separator: "\n")
    let a = String(repeating: "a", count: 60)
    let b = String(repeating: "b", count: 99)
    #expect(lines.dropFirst().first.map(String.init) == " 1 | …\(a)X\(b)…")
    let indent = String(repeating: " ", count: 61)
    let carets = String(repeating: "^", count: 100)
    #expect(lines.last.map(String.init) == "   | " + indent + carets)
    let atStart = render(source, line: 1, column: 1).split(separator: "\n")
    #expect(atStart.last.map(String.init) == "   | ^")
    let atEnd = render(source, line: 1, column: 9_999).split(separator: "\n")
    #expect(atEnd.last.map(String.init) == "   | " + indent + "^")
  }

  @Test("quoted names can neither break a line nor steer the terminal")
  func controls() {
    let diagnostic = Diagnostic(
      .unknownKey,
      Phrase(verbatim: "unknown key 'a\u{1B}[31m\nb\u{202E}\t'"),
      at: nil
    )
    #expect(
      DiagnosticRenderer(language: .en, sources: []).render(diagnostic)
        == "error: [unknown-key] unknown key 'a\\u{1B}[31m\\u{A}b\\u{202E}\\u{9}'\n"
    )
    let shown = render("a\u{1B}[1m: x", line: 1, column: 7)
    #expect(shown.hasSuffix(" 1 | a\u{FFFD}[1m: x\n   |       ^\n"))
  }

  @Test(
    "a line is found whatever ends it",
    arguments: ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "a\n\rc", "a\nb\r\nc\n"]
  )
  func lineEnds(source: String) {
    let text = SourceText(file: "p", text: source)
    #expect(text.line(1) == "a")
    #expect(text.line(3) == "c")
    #expect(text.line(0) == nil)
    #expect(text.line(5) == nil)
    #expect(text.line(.max) == nil)
    #expect(text.line(.min) == nil)
  }
}
