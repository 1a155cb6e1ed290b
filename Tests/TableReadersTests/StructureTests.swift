import Diagnostics
import TableReaders
import Tables
import Testing

/// A text, and what is wrong with it: code and line of the record, or nothing.
struct ShapeCase: CustomTestStringConvertible {
  let name: String
  let text: String
  let faults: [String]
  let rows: [[String]]

  var testDescription: String { name }

  init(_ name: String, _ text: String, faults: [String] = [], rows: [[String]] = []) {
    self.name = name
    self.text = text
    self.faults = faults
    self.rows = rows
  }
}

@Suite("structure of CSV") struct StructureTests {
  static let sound: [ShapeCase] = [
    .init("one row without line end", "a,b\n1,2", rows: [["1", "2"]]),
    .init("LF", "a,b\n1,2\n3,4\n", rows: [["1", "2"], ["3", "4"]]),
    .init("CRLF", "a,b\r\n1,2\r\n3,4\r\n", rows: [["1", "2"], ["3", "4"]]),
    .init("LF and CRLF mixed", "a,b\r\n1,2\n3,4\r\n", rows: [["1", "2"], ["3", "4"]]),
    .init("header only", "a,b\n"), .init("header without line end", "a,b"),
    .init("blank lines", "\n\r\na,b\n\n1,2\n  \n\r\n3,4\n\n\n", rows: [["1", "2"], ["3", "4"]]),
    .init("only separators are a row", "a,b\n,\n", rows: [["·", "·"]]),
    .init("quoted header", "\"a\",\"b\"\n1,2\n", rows: [["1", "2"]]),
    .init("line ends in the header", "\"a\n\",\"\nb\"\n1,2\n", rows: [["1", "2"]]),
    .init("quotes in cells", "a,b\n\"x \"\"y\"\"\",\"\"\"\"\n", rows: [["x \"y\"", "\""]]),
    .init("separators in quotes", "a,b\n\"1,2\",\"3;4\"\n", rows: [["1,2", "3;4"]]),
    .init("line ends in quotes", "a,b\n\"1\n2\",\"3\r\n4\"\n", rows: [["1\n2", "3\r\n4"]]),
    .init("a return in quotes", "a,b\n\"1\r2\",3\n", rows: [["1\r2", "3"]]),
    .init("empty quotes", "a,b\n\"\",\"\"\n", rows: [["·", "·"]]),
    .init("last cell quoted, no line end", "a,b\n1,\"2\"", rows: [["1", "2"]]),
    .init("last cell quoted, return only", "a,b\n1,\"2\"\r", rows: [["1", "2"]]),
    .init("last cell empty, no line end", "a,b\n1,", rows: [["1", "·"]]),
    .init("undeclared columns", "x,b,y,a\n9,2,9,1\n", rows: [["1", "2"]]),
    .init("semicolons", "a;b\n1,5;2\n", rows: [["1,5", "2"]]),
    .init("tabs", "a\tb\n1,5\t2;3\n", rows: [["1,5", "2;3"]]),
    .init("separator line", "sep=;\na;b\n1;2\n", rows: [["1", "2"]]),
    .init("separator line with return", "SEP=|\r\na|b\r\n1|2\r\n", rows: [["1", "2"]]),
    .init("byte order mark", "\u{FEFF}a,b\n1,2\n", rows: [["1", "2"]]),
    .init("byte order mark and separator line", "\u{FEFF}sep=;\na;b\n1;2\n", rows: [["1", "2"]]),
    .init("byte order mark and quoted header", "\u{FEFF}\"a\",b\n1,2\n", rows: [["1", "2"]]),
    .init("labels fold as names do", "  A\u{A0},\u{200B}B\n1,2\n", rows: [["1", "2"]]),
  ]

  static let faulty: [ShapeCase] = [
    .init("too few cells", "a,b\n1\n2,3\n", faults: ["ragged-row 2"], rows: [["2", "3"]]),
    .init("too many cells", "a,b\n1,2\n3,4,\n", faults: ["ragged-row 3"], rows: [["1", "2"]]),
    .init(
      "two faults cancel each other's count",
      "a,b\n1\n2,3,4\n5,6\n",
      faults: ["ragged-row 2", "ragged-row 3"],
      rows: [["5", "6"]]
    ),
    .init(
      "lines in quotes count",
      "a,b\n\"1\n\n\",2\n3\n",
      faults: ["ragged-row 5"],
      rows: [["1", "2"]]
    ),
    .init(
      "quote inside a cell",
      "a,b\n1,2\nx\"y\",2\n",
      faults: ["bad-quote 3"],
      rows: [["1", "2"]]
    ),
    .init("quote after a space", "a,b\n1, \"2\"\n", faults: ["bad-quote 2"]),
    .init(
      "text after a quote",
      "a,b\n\"1\"x,2\n3,4\n",
      faults: ["bad-quote 2"],
      rows: [["3", "4"]]
    ),
    .init("space after a quote", "a,b\n\"1\" ,2\n", faults: ["bad-quote 2"]),
    .init("single quote in quotes", "a,b\n\"1\"2\",2\n", faults: ["bad-quote 2"]),
    .init("never closed", "a,b\n1,2\n3,\"4\n5,6\n", faults: ["bad-quote 3"], rows: [["1", "2"]]),
    .init("never closed, nothing behind", "a,b\n1,\"", faults: ["bad-quote 2"]),
    .init(
      "return inside a line",
      "a,b\n1\r2,3\n4,5\n",
      faults: ["bad-line-end 2"],
      rows: [["4", "5"]]
    ),
    .init("returns only", "a,b\n1,2\r3,4\r", faults: ["bad-line-end 2"]),
    .init("return after a quote", "a,b\n\"1\"\r,2\n", faults: ["bad-line-end 2"]),
    .init("zero byte", "a,b\n1,2\n3,\u{0}\n", faults: ["bad-utf8 3"]),
    .init("header never closed", "\"a,b\n1,2\n", faults: ["bad-quote 1"]),
    .init("quote inside the header", "\na\"x,b\n1,2\n", faults: ["bad-quote 2"]),
    .init("return in the header", "a,b\r1,2\r", faults: ["bad-line-end 1"]),
    .init("empty file", "", faults: ["empty-file 0"]),
    .init("byte order mark only", "\u{FEFF}", faults: ["empty-file 0"]),
    .init("white space only", " \n\r\n ", faults: ["empty-file 0"]),
    .init("separator line only", "sep=;\n", faults: ["empty-file 0"]),
    .init("no known column", "x,y\n1,2\n", faults: ["no-header 1"]),
    .init("a title above", "Danh sách\n\na,b\n1,2\n", faults: ["no-header 1", "no-header 3"]),
    .init("a missing column", "\na,x\n1,2\n", faults: ["missing-column 2"]),
    .init("a column twice", "a,b,A\n1,2,3\n", faults: ["duplicate-column 1"]),
    .init("PDF", "%PDF-1.7\n", faults: ["unsupported-format 1"]),
    .init("ZIP", "PK\u{3}\u{4}…", faults: ["unsupported-format 1"]),
  ]

  static let columns = [column("a", isRequired: true), column("b", isRequired: true)]

  @Test("sound shapes are read", arguments: sound)
  func reads(_ shape: ShapeCase) {
    let plan = plan([column("a"), column("b")])
    let table = ReadTable(shape.text, plan)
    #expect(table.faults.isEmpty)
    #expect(table.values == shape.rows)
    for end in 1...40 where !shape.text.isEmpty {
      #expect(
        ReadTable(shape.text, TableReadersTests.plan([column("a"), column("b")], blockBytes: end))
          == table
      )
    }
  }

  @Test("faults are named with the line of their record, and the rest is read", arguments: faulty)
  func names(_ shape: ShapeCase) {
    let table = ReadTable(shape.text, plan(Self.columns))
    #expect(table.faults == shape.faults)
    #expect(table.values.filter { !$0.contains("·") } == shape.rows)
    for problem in table.problems {
      #expect(!problem.message.vi.isEmpty && problem.message.vi != problem.message.en)
    }
  }

  @Test("bytes that are not UTF-8 are named with their line, one a line, and nothing is read")
  func notText() {
    let text = Array("a,b\n1,2\n3,".utf8) + [0xE1, 0xBA] + Array("\n5,".utf8) + [0x80, 0xFF, 0x0A]
    for size in [1, 2, 3, 4, 5, 10, 1000] {
      let table = ReadTable(bytes: text, plan(Self.columns, blockBytes: size))
      #expect(table.faults == ["bad-utf8 3", "bad-utf8 4"], "blocks of \(size)")
      #expect(table.problems.map(\.raw) == ["0xE1", "0x80"])
    }
    #expect(
      ReadTable(bytes: Array("a,".utf8) + [0xFF, 0x0A], plan(Self.columns)).faults == ["bad-utf8 1"]
    )
    for start: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      #expect(ReadTable(bytes: start + [0x61, 0], plan(Self.columns)).faults == ["bad-utf8 1"])
    }
  }

  @Test("characters of up to four bytes may lie across any cut")
  func cutCharacters() {
    let text = "a,b\n" + String(repeating: "ữ😀é,đĐ–x\n", count: 20)
    for size in 1...40 {
      let table = ReadTable(text, plan(Self.columns, blockBytes: size))
      #expect(table.problems.isEmpty)
      #expect(table.values == Array(repeating: ["ữ😀é", "đĐ–x"], count: 20))
    }
  }

  @Test("the message of a faulty record says where in it the fault is")
  func faultLine() {
    let table = ReadTable("a,b\n\"1\n\n\"x,2\n", plan(Self.columns))
    #expect(table.faults == ["bad-quote 2"])
    #expect(table.problems.first?.message.en.contains("(on line 4)") == true)
    #expect(table.problems.first?.raw == "\"1\n\n\"x,2")
    let never = ReadTable("a,b\n1,2\n\"3\n4\",\"5\n6\n", plan(Self.columns))
    #expect(never.faults == ["bad-quote 3"])
    #expect(never.problems.first?.message.vi.contains("(ở dòng 4)") == true)
  }

  @Test("the header decides the separator; a label may hold the others")
  func separators() {
    let columns = [
      column("a", labels: ["Tỷ lệ (đúng hạn, %)"]), column("b", labels: ["Đơn vị; phòng"]),
    ]
    for (name, separator) in [("t.csv", ","), ("t.csv", ";"), ("t.csv", "\t"), ("t.tsv", "\t")] {
      let cells = [["Tỷ lệ (đúng hạn, %)", "Đơn vị; phòng", "c"], ["1,5", "x;y", "z"]]
      let text = cells.map { row in
        row.map { $0.contains(separator) ? "\"\($0)\"" : $0 }.joined(separator: separator) + "\n"
      }.joined()
      let table = ReadTable(text, plan(columns), name: name)
      #expect(table.problems.isEmpty)
      #expect(table.values == [["1,5", "x;y"]])
    }
  }

  @Test("the same table in any spelling gives the same rows")
  func spellings() {
    let columns = [
      column("a", labels: ["Đơn vị"]), column("b", .date, labels: ["Ngày gửi"]),
      column("c", .decimal, labels: ["Phí"]),
    ]
    let rows = [
      ["Đơn vị", "Ngày gửi", "Phí"], ["Hoá", "05/09/2026", "1.234,5"], ["đạt, tốt", "", "0"],
    ]
    let expected = [["Hoá", "2026-09-05", "1234.5"], ["đạt, tốt", "·", "0.0"]]
    func text(_ separator: String, _ end: String, _ order: [Int], quoted: Bool) -> String {
      rows.map { row in
        order.map { quoted || row[$0].contains(separator) ? "\"\(row[$0])\"" : row[$0] }
          .joined(separator: separator) + end
      }.joined()
    }
    for separator in [",", ";", "\t"] {
      for end in ["\n", "\r\n", "\n\n"] {
        for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
          for quoted in [false, true] {
            let text = text(separator, end, order, quoted: quoted)
            for variant in [
              text, "\u{FEFF}" + text, "sep=\(separator)\n" + text, String(text.dropLast()),
            ] {
              let table = ReadTable(variant, plan(columns))
              #expect(table.problems.isEmpty)
              #expect(table.values == expected)
            }
          }
        }
      }
    }
  }

  @Test("decomposed text reads as composed text")
  func decomposed() {
    let columns = [
      column("a", labels: ["Họ và tên"]), column("b", values: ["Lãnh đạo"]), column("c", .boolean),
    ]
    let composed = "Họ và tên,b,c\nNguyễn Văn Ổn,Lãnh đạo,có\n"
    let decomposed =
      "Ho\u{323} va\u{300} te\u{302}n,b,c\nNguye\u{302}\u{303}n Va\u{306}n O\u{302}\u{309}n,"
      + "La\u{303}nh đa\u{323}o,co\u{301}\n"
    let table = ReadTable(decomposed, plan(columns))
    #expect(Array(table.values.joined().joined().utf8) == Array("Nguyễn Văn ỔnLãnh đạoyes".utf8))
    #expect(table.values == ReadTable(composed, plan(columns)).values)
  }

  @Test("a missing optional column is absent, with a warning that names a near label")
  func optional() {
    let columns = [column("a"), column("n", .date, labels: ["Ngày gửi"]), column("u", .unit)]
    let table = ReadTable("a,Ngày gởi\n1,05/09/2026\n", plan(columns))
    #expect(table.values == [["1", "·", "·"]])
    #expect(table.warnings.count == 2)
    #expect(table.warnings.first?.vi.contains("'Ngày gởi'") == true)
    #expect(table.cellCount == 0)
  }

  @Test(
    "a wanted column without its marks is a fault of the header, any other word is another column",
    arguments: [
      ("Ngay  gui", ["misspelt-column 2"]), ("NGAY-GUI", ["misspelt-column 2"]),
      ("Ngày gữi", ["misspelt-column 2"]), ("Ngày gửi", []), ("ngày  GỬI", []), ("Ngày gởi", []),
      ("Ngày gửi 2", []), ("Ngày", []),
    ]
  )
  func misspelt(_ label: String, _ faults: [String]) {
    let columns = [column("a"), column("n", labels: ["Ngày gửi"])]
    #expect(ReadTable("\na,\(label)\n1,2\n", plan(columns)).faults == faults)
  }

  @Test("encodings are named")
  func encodings() {
    #expect(ReadTable("a,b\n", plan(Self.columns)).encoding == "utf-8")
    #expect(ReadTable("\u{FEFF}a,b\n", plan(Self.columns)).encoding == "utf-8-bom")
  }

  @Test("columns nobody wants are not looked at")
  func unwanted() {
    let schema = plan([column("a", .date), column("b", .integer, isRequired: true)]).schema
    let plan = ReadPlan(schema: schema, wanted: [0, 0, 7])
    let table = ReadTable("a,b\n05/09/2026,xyz\n06/09/2026,\n", plan)
    #expect(table.values == [["2026-09-05", "?"], ["2026-09-06", "?"]])
    #expect(table.cellCount == 0)
  }
}
