internal import CUTF8Proc

/// Measures text in terminal columns.
public enum DisplayWidth {
  /// Returns how many columns a text takes.
  ///
  /// Combining marks and control characters take none, East Asian wide characters and emoji two.
  /// An emoji of several scalars (skin tones, joined families, flags) takes two as a whole. The
  /// text is one line: tabs and line ends count as nothing.
  public static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns($1) }
  }

  private static func columns(_ character: Character) -> Int {
    var sum = 0
    var isWide = false
    for scalar in character.unicodeScalars {
      if scalar == "\u{FE0F}" { isWide = isWide || sum > 0 }
      sum += Int(utf8proc_charwidth(Int32(bitPattern: scalar.value)))
    }
    return isWide ? 2 : min(sum, 2)
  }
}
