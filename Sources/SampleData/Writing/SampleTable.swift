/// One dump in the making: named columns, rows of values, and how they will be spelt.
struct SampleTable: Sendable {
  /// One column: the dataset's id for it, and the label that the file writes.
  struct Column: Sendable {
    let id: String
    let label: String
  }

  /// One row, read and changed by column id.
  struct Row {
    fileprivate(set) var cells: [Cell]
    fileprivate let places: [String: Int]

    /// The value of one column; an id that the table does not have is a mistake in this package.
    subscript(column: String) -> Cell {
      get { cells[place(column)] }
      set { cells[place(column)] = newValue }
    }

    private func place(_ column: String) -> Int {
      guard let place = places[column] else {
        preconditionFailure("no column \(column) in this sample table")
      }
      return place
    }
  }

  let dataset: String
  let file: String
  let spelling: Spelling
  let columns: [Column]
  private(set) var rows: [[Cell]]
  private let places: [String: Int]

  /// Makes a table without rows.
  init(
    _ dataset: String,
    file: String,
    _ spelling: Spelling,
    _ columns: KeyValuePairs<String, String>
  ) {
    let columns = columns.map { Column(id: $0.key, label: $0.value) }
    self.init(dataset, file: file, spelling, columns: columns, rows: [])
  }

  /// Makes a table out of columns and rows that are there already.
  init(
    _ dataset: String,
    file: String,
    _ spelling: Spelling,
    columns: [Column],
    rows: [[Cell]]
  ) {
    self.dataset = dataset
    self.file = file
    self.spelling = spelling
    self.columns = columns
    self.rows = rows
    places = Dictionary(
      columns.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Adds a row, its cells in the order of the columns.
  mutating func add(_ cells: Cell...) {
    precondition(cells.count == columns.count, "\(dataset): \(cells.count) cells in a row")
    rows.append(cells)
  }

  /// Adds a copy of a row of this table.
  mutating func add(row: Row) { rows.append(row.cells) }

  /// Reads every row.
  var records: [Row] { rows.map { Row(cells: $0, places: places) } }

  /// Changes the rows that agree with the given values, and says how many there were.
  @discardableResult
  mutating func edit(
    where wanted: KeyValuePairs<String, Cell> = [:],
    matching isWanted: (Row) -> Bool = { _ in true },
    limit: Int = .max,
    _ change: (inout Row) -> Void
  ) -> Int {
    var changed = 0
    for index in rows.indices where changed < limit {
      var row = Row(cells: rows[index], places: places)
      guard wanted.allSatisfy({ row[$0.key] == $0.value }), isWanted(row) else { continue }
      change(&row)
      rows[index] = row.cells
      changed += 1
    }
    return changed
  }

  /// Takes out the rows that agree with the given values, and says how many there were.
  @discardableResult
  mutating func remove(where wanted: KeyValuePairs<String, Cell>) -> Int {
    let before = rows.count
    rows.removeAll { cells in
      let row = Row(cells: cells, places: places)
      return wanted.allSatisfy { row[$0.key] == $0.value }
    }
    return before - rows.count
  }
}
