internal import Engine
internal import Rules

/// Writes the rows of a test as a CSV dump, so that the readers of dumps read them.
struct TestDump {
  /// The dump.
  let dump: MemoryDump
  /// The rows by the line on which their record begins, as evidence names it.
  let rowsByLine: [Int: Int]

  /// Writes the rows of one dataset, with every declared column and every cell quoted.
  init(_ data: TestData, _ dataset: Dataset) {
    var text: [UInt8] = []
    var line = 1
    func add(_ cells: [String]) {
      for (index, cell) in cells.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        text.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
          if byte == UInt8(ascii: "\"") { text.append(byte) }
          if byte == UInt8(ascii: "\n") { line += 1 }
          text.append(byte)
        }
        text.append(UInt8(ascii: "\""))
      }
      text.append(UInt8(ascii: "\n"))
      line += 1
    }
    add(dataset.columns.map { $0.headers.first ?? $0.id })
    var rowsByLine: [Int: Int] = [:]
    for (index, row) in data.rows.enumerated() {
      rowsByLine[line] = index
      add(dataset.columns.indices.map { row.cells[$0] ?? "" })
    }
    dump = MemoryDump(dataset: dataset.id, name: Self.name(dataset.id), text: text)
    self.rowsByLine = rowsByLine
  }

  /// The name that evidence gives the dump.
  static func name(_ dataset: DatasetID) -> String { "\(dataset).csv" }
}
