internal import VietnameseText

/// Lays out a table whose first column is text and whose others are numbers.
struct SummaryTable {
  /// The header, one text a column.
  let header: [String]
  /// The rows, as many texts each as the header has.
  var rows: [[String]] = []

  /// Returns the lines, columns aligned by what they take on a terminal.
  ///
  /// - Parameter limit: The columns to fit into; the first column is cut if need be, never a number.
  /// - Returns: The header, a rule, and one line a row.
  func lines(fitting limit: Int?) -> [String] {
    let all = ([header] + rows).map { $0.map(PrintableText.escaped) }
    let columnCount = header.count
    var widths = (0..<columnCount).map { column in
      all.map { $0.indices.contains(column) ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let gaps = 2 * max(0, columnCount - 1)
    if let limit {
      let excess = widths.reduce(0, +) + gaps - limit
      if excess > 0 { widths[0] = max(12, widths[0] - excess) }
    }
    var lines = all.map { row in
      row.enumerated().map { column, text in
        column == 0
          ? Self.padded(Self.cut(text, to: widths[0]), to: widths[0])
          : String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text))) + text
      }.joined(separator: "  ")
    }
    lines.insert(String(repeating: "─", count: widths.reduce(0, +) + gaps), at: 1)
    return lines
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// Cuts a text between characters, so that no mark is parted from its letter.
  static func cut(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var result = ""
    var taken = 0
    for character in text {
      let columns = DisplayWidth.of(String(character))
      guard taken + columns <= width - 1 else { break }
      result.append(character)
      taken += columns
    }
    return result + "…"
  }
}
