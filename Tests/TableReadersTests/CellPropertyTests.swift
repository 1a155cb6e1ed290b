import CivilTime
import TableReaders
import Tables
import TestSupport
import Testing
import VietnameseText

/// What must hold for cells of any text.
@Suite("cells of any text") struct CellPropertyTests {
  static let types: [ColumnType] = [
    .text, .integer, .decimal, .percent, .boolean, .date, .datetime, .period(.week),
    .period(.month), .period(.quarter), .period(.halfYear), .period(.year), .unit,
  ]

  private static func cell(_ alphabet: [String], using generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...12, using: &generator)
    return (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    // By scalars: a mark behind a quote makes one character of both.
    "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  @Test("the quick way and the careful way of reading agree", arguments: types)
  func quickAndCareful(_ type: ColumnType) {
    let alphabet =
      Array("00112233456789..,,//-+%T: ").map(String.init) + ["2026", "10", "\u{2212}"]
    var generator = SeededGenerator(seed: 7)
    var text = "id,c\n"
    for row in 0..<1500 {
      let cell = Self.cell(alphabet, using: &generator)
      let isPlain = !cell.contains(",")
      text += "\(row),\(isPlain && row % 2 == 0 ? cell : Self.quoted(cell))\n"
    }
    for style in [TableSchema.NumberStyle.vi, .en] {
      let columns = [column("id"), column("c", type)]
      let quick = ReadTable(text, plan(columns, style: style, problemLimit: 5000))
      // A text for "absent" that could be a number turns the quick way off.
      let careful = ReadTable(
        text,
        plan(columns, style: style, missing: ["98765432109876"], problemLimit: 5000)
      )
      #expect(quick == careful)
      #expect(quick.problems.isEmpty)
      #expect(quick.rows.count == 1500)
      #expect(quick.cells.count == quick.values.count { $0[1] == "!" })
    }
  }

  @Test("any text at all becomes a value, an absent or an erroneous cell", arguments: types)
  func anything(_ type: ColumnType) {
    let alphabet = [
      "a", "Ữ", "u\u{31B}\u{303}", "\u{301}", "đ", "😀", "\u{A0}", "\u{200B}", "\u{FEFF}", " ", "\"",
      "\n", ",", "\u{1680}", "\u{E0001}", "中", "٣", "-", "1", "/", "x", "\u{958}", "K", "\u{2028}",
    ]
    var generator = SeededGenerator(seed: 99)
    let cells = (0..<800).map { _ in Self.cell(alphabet, using: &generator) }
    let text = "c,d\n" + cells.map { "\(Self.quoted($0)),z\n" }.joined()
    for size in [61, 1 << 18] {
      let table = ReadTable(text, plan([column("c", type), column("d")], blockBytes: size))
      #expect(table.problems.isEmpty)
      #expect(table.rows.count == 800)
      if type == .text {
        let expected = cells.map { Self.canonical($0) }
        #expect(table.values.map { Array($0[0].utf8) } == expected.map { Array($0.utf8) })
      }
    }
  }

  /// Trims scalar by scalar, as the documentation of the trimming says, then composes.
  private static func canonical(_ cell: String) -> String {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace
        || [0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF].contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value)
    }
    let scalars = Array(cell.unicodeScalars.drop(while: isEdge).reversed().drop(while: isEdge))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.reversed())
    let text = CanonicalText.nfc(String(view))
    return text.isEmpty ? "·" : text
  }
}
