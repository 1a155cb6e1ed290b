internal import Tables

/// The cells of a batch that could not be read: the first of each column, and how many there are.
struct CellFaults {
  /// One such cell.
  struct Fault {
    let row: Int
    let column: Int
    let code: CellProblem.Code
    let raw: String
  }

  /// How many are kept a column.
  let limit: Int
  /// The rows of the batch.
  let rowCount: Int
  /// The first faults of each column, column by column.
  private(set) var kept: [Fault] = []
  /// How many faults there are, kept or not.
  private(set) var count = 0

  private var column = 0
  private var columnCount = 0
  private var erroneousWords: [UInt64] = []

  /// Makes an empty list.
  init(limit: Int, rowCount: Int) {
    self.limit = limit
    self.rowCount = rowCount
  }

  /// Turns to the next column, by its index in the schema.
  mutating func begin(column: Int) {
    self.column = column
    columnCount = 0
    erroneousWords = []
  }

  /// The rows whose cell in the current column is there and could not be read.
  var erroneous: BitPlane { BitPlane(words: erroneousWords, count: rowCount) }

  /// Notes a cell; its text is asked for only if it is kept.
  mutating func add(row: Int, _ code: CellProblem.Code, raw: () -> String) {
    if code != .missingRequired {
      if erroneousWords.isEmpty {
        erroneousWords = Array(repeating: 0, count: (rowCount + 63) / 64)
      }
      erroneousWords[row >> 6] |= 1 << UInt64(row & 63)
    }
    count += 1
    columnCount += 1
    guard columnCount <= limit else { return }
    kept.append(Fault(row: row, column: column, code: code, raw: String(raw().prefix(400))))
  }

  /// The kept faults by row, then column.
  var ordered: [Fault] {
    kept.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
