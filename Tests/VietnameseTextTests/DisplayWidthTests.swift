import Testing
import VietnameseText

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "text takes as many columns as a terminal draws",
    arguments: [
      ("", 0), ("abc", 3), ("Phòng Kinh tế", 13), ("Pho\u{300}ng Kinh te\u{302}\u{301}", 13),
      ("Đảng uỷ", 7), ("a–b", 3), ("98,5 %", 6), ("表", 2), ("日本語", 6), ("ｱ", 1), ("Ａ", 2),
      ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇻🇳", 2), ("❤️", 2), ("1️⃣", 2), ("각", 2),
      ("a\u{200B}b", 2), ("\t\r\n", 0), ("\u{1B}[1m", 3), ("\u{301}", 0), ("\u{FE0F}", 0),
      ("✓ đạt", 5), ("x\u{301}\u{302}\u{303}", 1),
    ]
  )
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}
