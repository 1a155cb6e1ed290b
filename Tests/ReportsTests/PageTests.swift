import Diagnostics
import Findings
import Testing
import VietnameseText

@testable import Reports

@Suite("pages for a terminal")
struct PageTests {
  private func page(_ width: Int?, color: Bool = false) -> Page {
    Page(usesColor: color, width: width)
  }

  @Test("long lines are broken between words and hang")
  func wrapping() {
    var page = page(40)
    page.line("một hai ba bốn năm sáu bảy tám chín mười mười một", indent: 2)
    let lines = page.text.split(separator: "\n")
    #expect(lines == ["  một hai ba bốn năm sáu bảy tám chín", "    mười mười một"])
  }

  @Test("composed and decomposed text break at the same place")
  func forms() {
    let composed = "Phòng Văn hoá – Xã hội gửi báo cáo tháng đúng hạn trên Hệ thống"
    let decomposed = composed.unicodeScalars.flatMap { String($0).decomposed }.joined()
    #expect(Array(composed.utf8) != Array(decomposed.utf8))
    var a = page(40)
    a.line(composed)
    var b = page(40)
    b.line(decomposed)
    #expect(a.text == b.text)
    #expect(a.text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 40 })
  }

  @Test("without a width nothing is broken")
  func unlimited() {
    var page = page(nil)
    let text = String(repeating: "dài ", count: 100) + "hết"
    page.line(text)
    #expect(page.text == text + "\n")
  }

  @Test("a word longer than the line stays whole")
  func longWord() {
    var page = page(40)
    let word = String(repeating: "x", count: 60)
    page.line("a \(word) b")
    #expect(page.text == "a\n  \(word)\n  b\n")
  }

  @Test("what could move the cursor is written as its code")
  func escaping() {
    var page = page(nil, color: true)
    page.line([.init("a\u{1B}[2J\u{9B}31m\r\n\t\u{202E}b\u{7}", .bad)])
    #expect(page.text == "\u{1B}[31ma\\u{1B}[2J\\u{9B}31m\\r\\n\\t\\u{202E}b\\u{7}\u{1B}[0m\n")
  }

  @Test("a style is switched on once and off at the end of the line")
  func styles() {
    var page = page(nil, color: true)
    page.line([.init("hai từ", .strong), .init(" nhạt", .faint), .init(" thường")])
    #expect(page.text == "\u{1B}[1mhai từ\u{1B}[0m \u{1B}[2mnhạt\u{1B}[0m thường\n")
  }

  @Test("columns of a table line up in both forms of Vietnamese")
  func table() {
    var table = SummaryTable(header: ["Đơn vị", "đạt"])
    table.rows = [
      ["Phòng Kinh tế", "1"], ["Pho\u{300}ng Kinh te\u{302}\u{301}", "20"], ["VP", "·"],
    ]
    let widths = Set(table.lines(fitting: nil).map(DisplayWidth.of))
    #expect(widths == [18])
  }

  @Test("a table that is too wide cuts names, never numbers")
  func narrowTable() {
    var table = SummaryTable(header: ["Đơn vị", "đạt", "tổng"])
    table.rows = [["Văn phòng Hội đồng nhân dân", "1.000", "2.000"]]
    let lines = table.lines(fitting: 30)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 30 })
    #expect(lines[2].hasSuffix("1.000  2.000"))
    #expect(lines[2].contains("…"))
  }
}

extension String {
  /// The text in NFD, by the canonical mappings that Swift compares with.
  fileprivate var decomposed: [String] {
    let table: [String: String] = [
      "ò": "o\u{300}", "ă": "a\u{306}", "á": "a\u{301}", "ã": "a\u{303}", "ộ": "o\u{323}\u{302}",
      "ử": "u\u{31B}\u{309}", "ú": "u\u{301}", "ạ": "a\u{323}", "ê": "e\u{302}",
      "ệ": "e\u{323}\u{302}", "ố": "o\u{302}\u{301}",
    ]
    return [table[self] ?? self]
  }
}
