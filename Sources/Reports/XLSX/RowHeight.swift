internal import VietnameseText

/// Estimates how high a row must be for wrapped text.
///
/// A workbook states heights in points. Excel finds them itself when it opens a file without; other
/// programs do not, and print lines one over the other.
enum RowHeight {
  /// The height of one line of 11 point type.
  private static let line = 15.0
  /// The greatest height that a row may have.
  private static let most = 409.0

  /// Returns the height of a row.
  ///
  /// - Parameters:
  ///   - texts: What the cells show, as far as the row is to be as high as they need.
  ///   - widths: The widths of their columns, in digits.
  ///   - isBold: Whether the type is bold, which is wider.
  /// - Returns: Points.
  static func points(for texts: [String], widths: [Double], isBold: Bool) -> Double {
    var lines = 1
    for (text, width) in zip(texts, widths) {
      // Letters of this type are narrower than digits, capitals and bold ones less so (measured).
      let room = max(1, Int(isBold ? width * 1.05 : width * 1.16 - 1))
      if text.utf8.count <= room { continue }
      lines = max(lines, count(text, room))
    }
    return min(most, Double(lines) * line)
  }

  /// Counts the lines of a text that is broken between words.
  private static func count(_ text: String, _ room: Int) -> Int {
    var lines = 1
    var used = 0
    for word in text.split(separator: " ") {
      let width = DisplayWidth.of(String(word))
      if used > 0, used + 1 + width <= room {
        used += 1 + width
        continue
      }
      if used > 0 { lines += 1 }
      lines += max(0, width - 1) / room
      used = width % room == 0 && width > 0 ? room : width % room
    }
    return lines
  }
}
