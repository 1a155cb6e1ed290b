import CivilTime
import Testing

@testable import SampleData

@Suite("spelling of sample tables")
struct SpellingTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let spelling: Spelling
    let cell: Cell
    let text: String
    var testDescription: String { name }

    static let all: [Case] = [
      .init(name: "plain text", spelling: Spelling(), cell: "Thôn", text: "Thôn"),
      .init(name: "comma", spelling: Spelling(), cell: "a, b", text: "\"a, b\""),
      .init(
        name: "comma among semicolons",
        spelling: Spelling(separator: ";"),
        cell: "a, b",
        text: "a, b"
      ),
      .init(name: "quotes", spelling: Spelling(), cell: "“a” \"b\"", text: "\"“a” \"\"b\"\"\""),
      .init(name: "line break", spelling: Spelling(), cell: "a\nb", text: "\"a\nb\""),
      .init(name: "absent", spelling: Spelling(), cell: .empty, text: ""),
      .init(
        name: "iso date",
        spelling: Spelling(dates: .iso),
        cell: .day(5, 9),
        text: "2026-09-05"
      ),
      .init(
        name: "padded date",
        spelling: Spelling(dates: .padded),
        cell: .day(5, 9),
        text: "05/09/2026"
      ),
      .init(
        name: "short date",
        spelling: Spelling(dates: .short),
        cell: .day(5, 9),
        text: "5/9/2026"
      ),
      .init(
        name: "thousands",
        spelling: Spelling(groupsThousands: true),
        cell: 1_234_056,
        text: "1.234.056"
      ),
      .init(
        name: "tenths",
        spelling: Spelling(separator: ";", groupsThousands: true),
        cell: .tenths(12345),
        text: "1.234,5"
      ),
      .init(
        name: "percent",
        spelling: Spelling(separator: ";"),
        cell: .percent(985),
        text: "98,5%"
      ),
      .init(name: "whole percent", spelling: Spelling(), cell: .percent(1000), text: "100%"),
      .init(name: "yes by a cross", spelling: Spelling(flags: .cross), cell: true, text: "x"),
      .init(name: "no is written", spelling: Spelling(flags: .cross), cell: false, text: "không"),
      .init(name: "no is blank", spelling: Spelling(flags: .crossOrBlank), cell: false, text: ""),
      .init(name: "passed", spelling: Spelling(flags: .passed), cell: false, text: "Chưa đạt"),
      .init(
        name: "month",
        spelling: Spelling(months: .words),
        cell: .month(9),
        text: "Tháng 9/2026"
      ),
      .init(
        name: "month, slash",
        spelling: Spelling(months: .slash),
        cell: .month(9),
        text: "09/2026"
      ),
      .init(name: "quarter", spelling: Spelling(), cell: .quarter(4), text: "Quý IV/2026"),
      .init(
        name: "unit's name",
        spelling: Spelling(units: .names),
        cell: .unit("vhxh"),
        text: "Phòng Văn hoá – Xã hội"
      ),
      .init(
        name: "unit's mark",
        spelling: Spelling(units: .short),
        cell: .unit("vhxh"),
        text: "VHXH"
      ),
    ]
  }

  @Test("writes a value as its office does", arguments: Case.all)
  func spells(_ example: Case) {
    var table = SampleTable("t", file: "t.csv", example.spelling, ["a": "A"])
    table.add(example.cell)
    #expect(String(decoding: table.bytes(seed: 1), as: UTF8.self) == "A\n" + example.text + "\n")
  }

  @Test("begins with a byte order mark and names its separator where asked")
  func preamble() {
    let spelling = Spelling(
      separator: ";",
      byteOrderMark: true,
      carriageReturns: true,
      separatorLine: true
    )
    var table = SampleTable("t", file: "t.csv", spelling, ["a": "A", "b": "B"])
    table.add(1, .empty)
    let want = Array("\u{FEFF}sep=;\r\nA;B\r\n1;\r\n".utf8)
    #expect(table.bytes(seed: 1) == want)
  }
}
