import CivilTime

extension SampleTable {
  /// Writes the table as the bytes of its file.
  func bytes(seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed, stream: "spelling/" + dataset)
    let lineEnd = spelling.carriageReturns ? "\r\n" : "\n"
    var text = spelling.byteOrderMark ? "\u{FEFF}" : ""
    if spelling.separatorLine { text += "sep=\(spelling.separator)" + lineEnd }
    text += columns.map { quoted(composed($0.label)) }.joined(separator: separator) + lineEnd
    for row in rows {
      for (place, cell) in row.enumerated() {
        if place > 0 { text += separator }
        text += quoted(composed(spell(cell, column: columns[place].id, &generator)))
      }
      text += lineEnd
    }
    return Array(text.utf8)
  }

  private var separator: String { String(spelling.separator) }

  private func composed(_ text: String) -> String {
    spelling.decomposed ? Decomposition.decompose(text) : text
  }

  private func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
        && !spelling.separator.utf8.contains(byte)
    }
    if isPlain && !spelling.quotesEverything { return text }
    var result = "\""
    for character in text.unicodeScalars {
      if character == "\"" { result += "\"" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }

  private func spell(
    _ cell: Cell,
    column: String,
    _ generator: inout SeededGenerator
  ) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .date(let date): spell(date, &generator)
    case .month(let month): spell(month: month)
    case .quarter(let quarter): "Quý \(["I", "II", "III", "IV"][quarter - 1])/2026"
    case .whole(let number): grouped(number)
    case .tenths(let tenths):
      tenths % 10 == 0 ? grouped(tenths / 10) : grouped(tenths / 10) + ",\(tenths % 10)"
    case .percent(let tenths):
      tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10),\(tenths % 10)%"
    case .flag(let flag):
      spell(flag, spelling.flagColumns[column] ?? spelling.flags)
    case .unit(let id): Units.spell(id, spelling.units, &generator)
    }
  }

  private func spell(_ date: CivilDate, _ generator: inout SeededGenerator) -> String {
    let short = "\(date.day)/\(date.month)/\(date.year)"
    switch spelling.dates {
    case .iso: return date.description
    case .padded: return date.vietnamese
    case .short: return short
    case .mixed:
      let draw = generator.int(1...10)
      return draw <= 6 ? date.vietnamese : draw <= 9 ? short : date.description
    }
  }

  private func spell(month: Int) -> String {
    let padded = month < 10 ? "0\(month)" : "\(month)"
    return switch spelling.months {
    case .iso: "2026-\(padded)"
    case .slash: "\(padded)/2026"
    case .words: "Tháng \(month)/2026"
    }
  }

  private func spell(_ flag: Bool, _ flags: Spelling.Flags) -> String {
    switch flags {
    case .words: flag ? "có" : "không"
    case .capitalWords: flag ? "Có" : "Không"
    case .digits: flag ? "1" : "0"
    case .passed: flag ? "Đạt" : "Chưa đạt"
    case .cross: flag ? "x" : "không"
    case .crossOrBlank: flag ? "x" : ""
    }
  }

  private func grouped(_ number: Int) -> String {
    guard spelling.groupsThousands, number >= 1000 else { return "\(number)" }
    let rest = "\(1000 + number % 1000)".dropFirst()
    return grouped(number / 1000) + "." + rest
  }
}
