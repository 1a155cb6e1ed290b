import CivilTime
import Diagnostics
import TableReaders
import Tables
import Testing

@Suite("cells") struct CellTests {
  @Test(
    "a cell is read by its column's type, quoted or not",
    arguments: CellCase.all
  )
  func cell(_ test: CellCase) {
    let quoted = "\"" + test.raw.replacing("\"", with: "\"\"") + "\""
    var spellings = [quoted]
    if test.raw.utf8.allSatisfy({ !Array(",;\t\n\r\"".utf8).contains($0) }) {
      spellings.append(test.raw)
    }
    // The second marker could be a number, which turns the quick way of reading off.
    for missing in [[], ["chưa có"], ["987654"]] {
      for spelling in spellings {
        let plan = plan(
          [column("id"), column("c", test.type), column("last")],
          style: test.style,
          missing: missing,
          units: ["VHXH", "Phòng Văn hoá – Xã hội"]
        )
        // Twice, since what was read once may be remembered.
        let text = "id,c,last\r\n1,\(spelling),z\r\n2,\(spelling),z\r\n"
        let table = ReadTable(text, plan)
        #expect(table.problems.isEmpty)
        let isFault = CellProblem.Code(rawValue: test.expected) != nil
        let shown = isFault ? "!" : test.expected
        #expect(table.values.map { $0[1] } == [shown, shown], "\(spelling) \(missing)")
        #expect(table.cells.map(\.code) == (isFault ? [test.expected, test.expected] : []))
        if isFault { #expect(table.cells.map(\.raw) == [test.raw, test.raw]) }
      }
    }
  }

  @Test("the last column is read with LF, CRLF and no line end")
  func lastColumn() {
    for end in ["\n", "\r\n", ""] {
      for type in [ColumnType.date, .text] {
        let table = ReadTable("id,c\n1,05/09/2026\(end)", plan([column("id"), column("c", type)]))
        #expect(table.values == [["1", type == .date ? "2026-09-05" : "05/09/2026"]])
      }
    }
  }

  @Test("every day from 1890 to 2110 is read in each of its spellings")
  func everyDay() {
    var text = "a,b\n"
    var expected: [[String]] = []
    let first = CivilDate(year: 1890, month: 1, day: 1)?.dayNumber ?? 0
    let last = CivilDate(year: 2110, month: 1, day: 1)?.dayNumber ?? 0
    for day in first...last {
      let date = CivilDate(dayNumber: day)
      text += "\(date.vietnamese),\(date)\n"
      expected.append([date.description, date.description])
    }
    let table = ReadTable(text, plan([column("a", .date), column("b", .date)]))
    #expect(table.values == expected)
    #expect(table.cellCount == 0)
  }

  struct WrongDate: Sendable, CustomTestStringConvertible {
    var cell: String
    var vi: String
    var testDescription: String { cell }

    static let cases: [WrongDate] = [
      .init(cell: "25/12/26", vi: " ghi năm bằng 2 chữ số; cần đủ 4 chữ số; viết như 25/12/2026"),
      .init(cell: "25-12-26", vi: " ghi năm bằng 2 chữ số; cần đủ 4 chữ số; viết như 25/12/2026"),
      .init(
        cell: "20-11-2026",
        vi: " dùng dấu '-'; ngày đứng trước thì dùng dấu '/'; viết như 25/12/2026"
      ),
      .init(
        cell: "20/11.2026",
        vi: " dùng dấu '.'; ngày đứng trước thì dùng dấu '/'; viết như 25/12/2026"
      ),
      .init(
        cell: "2026/11/20",
        vi: " dùng dấu '/'; năm đứng trước thì dùng dấu '-'; viết như 25/12/2026"
      ),
      .init(
        cell: "2026-9-5",
        vi: " cần đủ 2 chữ số cho tháng và ngày khi năm đứng trước; viết như 25/12/2026"
      ),
      .init(
        cell: "46192",
        vi: " có thể là số ngày của Excel: định dạng cột dd/mm/yyyy rồi lưu lại"
      ),
      .init(
        cell: "12/25/2026",
        vi: " ghi tháng 25: ngày đứng trước, tháng đứng sau; viết như 25/12/2026"
      ),
      .init(cell: "2026-13-01", vi: " ghi tháng 13; viết như 25/12/2026"),
      .init(cell: "31/02/2026", vi: ": tháng 2/2026 không có ngày 31; viết như 25/12/2026"),
      .init(cell: "2026-02-29", vi: ": tháng 2/2026 không có ngày 29; viết như 25/12/2026"),
    ]

    /// What nothing better is known of: numbers below and beyond Excel's days among them.
    static let unknown = [
      "19999", "60001", "20261120", "Theo CV", "05/09/0000", "5/9/202", "a/b/c", "//", "٥/٩/٢٠٢٦",
      "25/12/2026 10:00", "-1/-2/2026",
    ]
  }

  private func message(ofDate cell: String) throws -> Phrase {
    let plan = plan([column("a", .date), column("b")])
    let file = try DumpFile(text: Array("a,b\n\(cell),x\n".utf8), name: "t.csv", plan: plan)
    var scratch = BlockScratch(plan: plan)
    #expect(file.prepare(with: &scratch).isEmpty)
    let problems = file.read(block: 0, with: &scratch) { _ in }.cellProblems
    #expect(problems.map(\.code) == [.badDate])
    return try #require(problems.first).message
  }

  @Test("what is wrong with a date is said", arguments: WrongDate.cases)
  func wrongDate(_ c: WrongDate) throws {
    #expect(try message(ofDate: c.cell).vi == "'\(c.cell)'\(c.vi)")
  }

  @Test("a text that is like no date is none that exists", arguments: WrongDate.unknown)
  func noDate(_ cell: String) throws {
    let want = "'\(cell)' không phải ngày có thật; viết như 25/12/2026"
    #expect(try message(ofDate: cell).vi == want)
  }

  @Test("a column of decimals takes the largest scale of a batch, exactly")
  func scale() {
    let text = "a\n1\n\"2,5\"\n\"-3,125\"\n\nx\n\"99999999999999999999,5\"\n"
    let table = ReadTable(text, plan([column("a", .decimal)]))
    #expect(
      table.values.map { $0[0] } == ["1.000", "2.500", "-3.125", "!", "99999999999999999999.500"]
    )
  }

  @Test("absent cells: texts for missing, blank Booleans, required columns")
  func absent() {
    let columns = [
      column("a", .date), column("b", .boolean, blank: false), column("c", isRequired: true),
      column("d", .boolean, isRequired: true, blank: true), column("e", .decimal, isRequired: true),
    ]
    let text = """
      a,b,c,d,e
      -,-,…,x,"1,5"
      Chưa có,,y,,
      "-", ,chưa có,-,…
      01/01/2026,1,t,1,2
      """
    let table = ReadTable(text, plan(columns, missing: ["-", "…", "chưa có"]))
    #expect(
      table.values == [
        ["·", "·", "·", "yes", "1.5"], ["!", "no", "y", "·", "·"],
        ["·", "no", "·", "·", "·"], ["2026-01-01", "yes", "t", "yes", "2.0"],
      ]
    )
    #expect(
      table.cells.map(\.description) == [
        "2 c missing-required '…'", "3 a bad-date 'Chưa có'", "3 d missing-required ''",
        "3 e missing-required ''", "4 c missing-required 'chưa có'",
        "4 d missing-required '-'", "4 e missing-required '…'",
      ]
    )
  }

  @Test("a text for missing is compared after trimming and NFC, and wins over a value")
  func markers() {
    let plan = plan(
      [column("a", .integer), column("b"), column("c", .date)],
      missing: ["0", "chưa có", "01/01/1900"]
    )
    let table = ReadTable("a,b,c\n0, chưa co\u{301}\u{A0},01/01/1900\n10,0,02/01/1900\n", plan)
    #expect(table.values == [["·", "·", "·"], ["10", "·", "1900-01-02"]])
    #expect(table.cellCount == 0)
  }

  @Test("a value outside the column's values is a fault that suggests the nearest")
  func values() throws {
    let columns = [column("v", values: ["Lãnh đạo", "Chuyên môn", "Khác"])]
    let plan = plan(columns)
    let text = "v\nLãnh đạo\n\"Chuyên môn\"\n Kha\u{301}c \nlãnh đạo\nChuyen môn\n\nLãnh đạo\n"
    let table = ReadTable(text, plan)
    #expect(table.values.map { $0[0] } == ["Lãnh đạo", "Chuyên môn", "Khác", "!", "!", "Lãnh đạo"])
    let file = try DumpFile(text: Array(text.utf8), name: "t.csv", plan: plan)
    var scratch = BlockScratch(plan: plan)
    #expect(file.prepare(with: &scratch).isEmpty)
    let report = file.read(block: 0, with: &scratch) { _ in }
    #expect(report.cellProblems.map(\.code) == [.notInValues, .notInValues])
    #expect(report.cellProblems.last?.message.vi.contains("'Chuyên môn'") == true)
    #expect(report.cellProblems.last?.message.en.contains("did you mean 'Chuyên môn'") == true)
  }

  @Test("an unknown unit suggests the nearest name as the pack writes it")
  func unknownUnit() throws {
    let plan = plan([column("u", .unit)], units: ["vhxh", "Phòng Văn hoá – Xã hội"])
    let file = try DumpFile(
      text: Array("u\nPhòng Văn hóa Xã hội\n".utf8),
      name: "t.csv",
      plan: plan
    )
    var scratch = BlockScratch(plan: plan)
    #expect(file.prepare(with: &scratch).isEmpty)
    let report = file.read(block: 0, with: &scratch) { _ in }
    #expect(report.cellProblems.first?.message.vi.contains("'Phòng Văn hoá – Xã hội'") == true)
  }

  @Test("every code has a message in both languages")
  func messages() throws {
    let columns = [
      column("a", .date), column("b", .datetime), column("c", .integer), column("d", .percent),
      column("e", .boolean), column("f", .period(.quarter)), column("g", values: ["x"]),
      column("h", .unit), column("i", isRequired: true), column("j", .decimal),
    ]
    let plan = plan(columns)
    let text = "a,b,c,d,e,f,g,h,i,j\nz,z,z,z,z,z,z,z,,\(String(repeating: "9", count: 30))\n"
    let file = try DumpFile(text: Array(text.utf8), name: "t.csv", plan: plan)
    var scratch = BlockScratch(plan: plan)
    _ = file.prepare(with: &scratch)
    let report = file.read(block: 0, with: &scratch) { _ in }
    #expect(Set(report.cellProblems.map(\.code)) == Set(CellProblem.Code.allCases))
    for problem in report.cellProblems {
      #expect(!problem.message.vi.isEmpty && problem.message.vi != problem.message.en)
    }
  }

  @Test("more distinct texts than are remembered are all read")
  func manyTexts() {
    let units = (0..<6000).map { "Đơn vị số \($0)" }
    let rows = units + units.reversed()
    let table = ReadTable(
      "u\n" + rows.joined(separator: "\n"),
      plan([column("u", .unit)], units: units)
    )
    #expect(
      table.values.map { $0[0] } == (Array(0..<6000) + (0..<6000).reversed()).map { "#\($0)" }
    )
  }
}
