/// Finds bytes that are not UTF-8, and zero bytes, line by line.
struct TextFaults {
  /// The first such byte of a line.
  struct Fault: Equatable {
    /// Its place in the searched text.
    let offset: Int
    /// How many line feeds stand before it in the searched text.
    let lineFeeds: Int
    /// The byte.
    let byte: UInt8
  }

  /// How many are kept.
  let limit: Int
  /// The faults, at most one a line.
  private(set) var found: [Fault] = []

  /// Makes an empty list.
  init(limit: Int) {
    self.limit = limit
  }

  /// Searches a text, which is taken for a whole one.
  mutating func search(_ text: CellBytes) {
    var (index, lineFeeds) = (0, 0)
    while index < text.count, found.count < limit {
      let length = Self.sequenceLength(text, index)
      if length == 0 {
        if found.last?.lineFeeds != lineFeeds {
          found.append(Fault(offset: index, lineFeeds: lineFeeds, byte: text[index]))
        }
        index += 1
        continue
      }
      if text[index] == UInt8(ascii: "\n") { lineFeeds += 1 }
      index += length
    }
  }

  /// Returns the bytes of the scalar at a place, 0 if there is none or it is U+0000.
  ///
  /// - SeeAlso: Unicode 17, table 3-7, "Well-Formed UTF-8 Byte Sequences".
  private static func sequenceLength(_ text: CellBytes, _ index: Int) -> Int {
    let lead = text[index]
    let length: Int
    let second: ClosedRange<UInt8>
    switch lead {
    case 0x01...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard text.count - index >= length, second.contains(text[index + 1]) else { return 0 }
    for place in index + 2..<index + length where !(0x80...0xBF).contains(text[place]) {
      return 0
    }
    return length
  }
}
