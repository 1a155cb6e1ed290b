/// Reads CSV one byte after the other, as plainly as possible: what the block reader must agree with.
struct Oracle {
  /// One record: the line on which it begins and its cells, unquoted.
  struct Record: Equatable {
    let line: Int
    let cells: [String]
  }

  /// The records behind the first, without blank lines.
  private(set) var records: [Record] = []
  /// Whether every record follows RFC 4180 and has as many cells as the first.
  private(set) var isWellFormed = true

  init(_ text: [UInt8], separator: UInt8 = 0x2C) {
    read(text, separator)
  }

  private mutating func read(_ text: [UInt8], _ separator: UInt8) {
    var (index, line, width) = (0, 1, 0)
    while index < text.count {
      let start = line
      var cells: [String] = []
      var isBlank = true
      record: while true {
        var cell: [UInt8] = []
        if index < text.count, text[index] == 0x22 {
          isBlank = false
          index += 1
          while true {
            guard index < text.count else { return fail() }
            if text[index] == 0x22 {
              guard index + 1 < text.count, text[index + 1] == 0x22 else { break }
              index += 1
            }
            if text[index] == 0x0A { line += 1 }
            cell.append(text[index])
            index += 1
          }
          index += 1
        } else {
          while index < text.count, ![separator, 0x0A, 0x0D].contains(text[index]) {
            if text[index] == 0x22 { return fail() }
            if text[index] != 0x20 { isBlank = false }
            cell.append(text[index])
            index += 1
          }
        }
        cells.append(String(decoding: cell, as: UTF8.self))
        if index < text.count, text[index] == 0x0D {
          index += 1
          guard index == text.count || text[index] == 0x0A else { return fail() }
        }
        guard index < text.count, text[index] != 0x0A else { break record }
        guard text[index] == separator else { return fail() }
        index += 1
      }
      index += 1
      line += 1
      if cells.count == 1, isBlank { continue }
      if width == 0 {
        width = cells.count
      } else if cells.count == width {
        records.append(Record(line: start, cells: cells))
      } else {
        isWellFormed = false
      }
    }
  }

  private mutating func fail() {
    isWellFormed = false
  }
}
