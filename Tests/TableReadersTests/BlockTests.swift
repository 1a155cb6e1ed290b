import TableReaders
import Tables
import TestSupport
import Testing

/// How a file is cut into blocks must never show in what is read.
@Suite("blocks") struct BlockTests {
  static let blockSizes = [1, 2, 3, 5, 7, 13, 31, 63, 64, 65, 100, 127, 128, 1000, 4096, 1 << 18]

  @Test("well-formed files read as the byte-by-byte oracle reads them, in blocks of any size")
  func wellFormed() {
    for seed in 0..<40 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = Self.table(using: &generator)
      let oracle = Oracle(Array(text.utf8))
      #expect(oracle.isWellFormed)
      let columns = (0..<3).map { column("c\($0)") }
      for size in Self.blockSizes {
        let table = ReadTable(text, plan(columns, blockBytes: size, batchRows: 1 + seed % 9))
        #expect(table.problems.isEmpty, "seed \(seed), blocks of \(size)")
        #expect(table.rows.map(\.line) == oracle.records.map(\.line))
        #expect(table.values == oracle.records.map { $0.cells.map(Self.shown) })
      }
    }
  }

  @Test(
    "files of any bytes read the same in blocks of any size, and are refused as the oracle does"
  )
  func arbitrary() {
    let alphabet: [[UInt8]] = ["a", "ữ", ",", ",", "\n", "\n", "\"", "\r\n", "\r", " ", "\"\""].map
    {
      Array($0.utf8)
    }
    for seed in 0..<400 {
      var generator = SeededGenerator(seed: 1_000 + UInt64(seed))
      var text = Array("c0,c1\n".utf8)
      for _ in 0..<Int.random(in: 0...90, using: &generator) {
        text += alphabet.randomElement(using: &generator) ?? []
      }
      let columns = [column("c0"), column("c1")]
      let oracle = Oracle(text)
      let whole = ReadTable(bytes: text, plan(columns))
      #expect(whole.problems.isEmpty == oracle.isWellFormed, "seed \(seed)")
      if oracle.isWellFormed {
        #expect(whole.values == oracle.records.map { $0.cells.map(Self.shown) })
        #expect(whole.rows.map(\.line) == oracle.records.map(\.line))
      }
      for size in [1, 2, 3, 7, 16, 63, 64, 65, 100] {
        #expect(
          ReadTable(bytes: text, plan(columns, blockBytes: size)) == whole,
          "seed \(seed), blocks of \(size)"
        )
      }
    }
  }

  @Test("problems and rows do not depend on blocks where there are more than are kept")
  func limits() {
    let lines = (0..<60).map { $0 % 3 == 0 ? "x,y,z" : "bad\($0),31/02/2026" }
    let text = "c0,c1\n" + lines.joined(separator: "\n")
    let columns = [column("c0", .integer), column("c1", .date)]
    let whole = ReadTable(text, plan(columns, problemLimit: 7))
    #expect(whole.cells.map(\.line) == [3, 3, 4, 4, 6, 6, 7])
    #expect(whole.cellCount == 80)
    #expect(whole.problems.count == 7)
    #expect(whole.problemCount == 20)
    for size in Self.blockSizes {
      #expect(ReadTable(text, plan(columns, blockBytes: size, problemLimit: 7)) == whole)
    }
  }

  @Test("a record much longer than a block is read whole")
  func longRecord() {
    let note = String(repeating: "ghi chú, \"\"dài\"\"\n", count: 40_000)
    let text = "c0,c1\n1,\"\(note)\"\n2,b\n"
    let columns = [column("c0"), column("c1")]
    for size in [64, 1000, 1 << 18] {
      let table = ReadTable(text, plan(columns, blockBytes: size))
      #expect(table.problems.isEmpty)
      #expect(table.rows.map(\.line) == [2, 40_003])
      #expect(table.values.first?[1].utf8.count == note.utf8.count - 4 * 40_000 / 2 - 1)
    }
  }

  @Test("a record longer than the limit is a fault of the file, whatever the blocks")
  func tooLong() {
    let text =
      "c0,c1\n1,\(String(repeating: "x", count: 100))\n2,b\n3,\"\(String(repeating: "\n", count: 9_000))\"\n"
    let columns = [column("c0"), column("c1")]
    for size in [1, 50, 64, 1000, 1 << 18] {
      let table = ReadTable(text, plan(columns, blockBytes: size, recordBytes: 101))
      #expect(table.faults == ["record-too-long 2", "record-too-long 4"], "blocks of \(size)")
      #expect(table.values == [["2", "b"]])
    }
    #expect(ReadTable(text, plan(columns, recordBytes: 102)).faults == ["record-too-long 4"])
  }

  private static func shown(_ cell: String) -> String {
    let trimmed = cell.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
    return trimmed.isEmpty ? "·" : String(trimmed)
  }

  private static func table(using generator: inout SeededGenerator) -> String {
    let cells = ["", "a", "Trực tuyến", "12", " b ", "chữ ký số cá nhân của lãnh đạo"]
    let quoted = [
      "", "x,y", "dòng\nhai", "dòng\r\nhai", "nói \"\"có\"\"", "\"\"", "  ", "\n\n,\"\",",
    ]
    let lineEnd = Bool.random(using: &generator) ? "\n" : "\r\n"
    var lines = ["c0,c1,c2"]
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      if Int.random(in: 0..<10, using: &generator) == 0 {
        lines.append("")
        continue
      }
      let row = (0..<3).map { _ in
        Int.random(in: 0..<3, using: &generator) == 0
          ? "\"\(quoted.randomElement(using: &generator) ?? "")\""
          : cells.randomElement(using: &generator) ?? ""
      }
      lines.append(row.joined(separator: ","))
    }
    return lines.joined(separator: lineEnd) + (Bool.random(using: &generator) ? lineEnd : "")
  }
}
