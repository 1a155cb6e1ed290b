internal import Diagnostics
internal import Reports
internal import VietnameseText

extension Letter {
  /// The letter as plain text, lines ended by line feeds.
  var text: String {
    var lines: [String] = []
    for warning in warnings { lines.append("*** \(warning) ***") }
    if !warnings.isEmpty { lines.append("") }
    lines += [title.uppercased(), ""]
    lines += intro
    if let table {
      lines.append("")
      lines += Self.lines(of: table)
    }
    for (index, section) in sections.enumerated() {
      lines += ["", "\(index + 1). \(section.title.uppercased())"]
      if !section.note.isEmpty { lines.append("   \(section.note)") }
      for item in section.items {
        lines.append("")
        lines += Self.lines(of: item)
      }
      if let more = section.more { lines += ["", "   \(more)"] }
    }
    lines += ["", "-- "]
    lines += closing
    return lines.map(PrintableText.escaped).joined(separator: "\n") + "\n"
  }

  private static func lines(of item: Item) -> [String] {
    var lines = ["   - \(item.title)"]
    lines += item.facts.map { "     \($0.label): \($0.value)" }
    lines += item.evidence.map { "     · \($0)" }
    if let hidden = item.hidden { lines.append("     \(hidden)") }
    return lines
  }

  private static func lines(of table: Table) -> [String] {
    let grid = [table.heads] + table.rows.map { [$0.name] + $0.cells }
    let widths = (grid.first ?? []).indices.map { column in
      grid.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    let rows = grid.map { row in
      row.enumerated().map { column, text in
        let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(text))
        return column == 0 ? text + gap : gap + text
      }.joined(separator: "  ")
    }
    return rows + [table.note]
  }
}
