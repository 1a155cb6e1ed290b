/// Knows what is cut off both ends of a cell: white space, and characters that draw nothing.
///
/// These are the scalars with Unicode's White_Space property, no-break spaces included, the
/// zero-width ones (U+200B–U+200D, U+2060, U+FEFF) and the direction marks that word processors
/// leave behind (U+200E, U+200F, U+202A–U+202E).
enum EdgeSpace {
  /// Returns the range of a text without what stands at its ends.
  static func trimmedRange(_ text: CellBytes) -> Range<Int> {
    var start = 0
    var end = text.count
    while start < end {
      let length = leading(text, start, end)
      if length == 0 { break }
      start += length
    }
    while start < end {
      let length = trailing(text, start, end)
      if length == 0 { break }
      end -= length
    }
    return start..<end
  }

  /// Whether a byte is ASCII white space.
  @inline(__always)
  static func isASCII(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 9 < 5
  }

  private static func leading(_ text: CellBytes, _ start: Int, _ end: Int) -> Int {
    let first = text[start]
    if first < 0x80 { return isASCII(first) ? 1 : 0 }
    if first == 0xC2 { return end - start >= 2 && isLatin(text[start + 1]) ? 2 : 0 }
    guard end - start >= 3 else { return 0 }
    return isWide(first, text[start + 1], text[start + 2]) ? 3 : 0
  }

  private static func trailing(_ text: CellBytes, _ start: Int, _ end: Int) -> Int {
    let last = text[end - 1]
    if last < 0x80 { return isASCII(last) ? 1 : 0 }
    if end - start >= 2, text[end - 2] == 0xC2 { return isLatin(last) ? 2 : 0 }
    guard end - start >= 3 else { return 0 }
    return isWide(text[end - 3], text[end - 2], last) ? 3 : 0
  }

  /// U+0085 and U+00A0.
  private static func isLatin(_ second: UInt8) -> Bool { second == 0x85 || second == 0xA0 }

  private static func isWide(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xE1, 0x9A): c == 0x80  // U+1680
    case (0xE2, 0x80): c <= 0x8F || (0xA8...0xAF).contains(c)  // U+2000–U+200F, U+2028–U+202F
    case (0xE2, 0x81): c == 0x9F || c == 0xA0  // U+205F, U+2060
    case (0xE3, 0x80): c == 0x80  // U+3000
    case (0xEF, 0xBB): c == 0xBF  // U+FEFF
    default: false
    }
  }
}

/// UTF-8 bytes whose bounds are checked; named apart from the span of time in `CivilTime`.
typealias CellBytes = Swift.Span<UInt8>
