internal import Reports
internal import VietnameseText

/// A table in the making: columns of text to the left, of numbers to the right.
struct Grid {
  /// One column.
  struct Column {
    let title: String
    let isNumber: Bool

    init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  /// Makes a table without rows.
  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row, one text a column.
  mutating func add(_ row: [String]) {
    rows.append(row.map(PrintableText.escaped))
  }

  /// Writes the table: a header, a rule, the rows.
  ///
  /// - Parameters:
  ///   - page: The page to write on.
  ///   - style: The style of a row by its index.
  func write(to page: inout Page, style: (Int) -> Page.Style = { _ in .plain }) {
    let widths = columns.indices.map { column in
      ([columns[column].title] + rows.map { $0[column] }).map(DisplayWidth.of).max() ?? 0
    }
    page.table(line(columns.map(\.title), widths), .strong)
    let gaps = 2 * max(0, columns.count - 1)
    page.table(String(repeating: "─", count: widths.reduce(gaps, +)), .plain)
    for (index, row) in rows.enumerated() { page.table(line(row, widths), style(index)) }
  }

  private func line(_ texts: [String], _ widths: [Int]) -> String {
    let cells = columns.indices.map { column in
      let blank = String(repeating: " ", count: widths[column] - DisplayWidth.of(texts[column]))
      return columns[column].isNumber ? blank + texts[column] : texts[column] + blank
    }
    var line = cells.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }
}
