/// Makes text from packs and data safe to print.
public enum PrintableText {
  /// Writes every character that could move the cursor, change colours or reorder a line as its
  /// code, such as `\u{1B}`; line ends and tabs become `\n`, `\r` and `\t`.
  public static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isHarmless) { return text }
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isUnsafe(scalar):
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a byte can neither be nor begin a scalar that is unsafe.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x1F, 0x7F, 0xC2, 0xD8, 0xE2: false
    default: true
    }
  }

  /// Whether a terminal may act on a scalar: control characters, line separators, and the marks
  /// that change the direction of writing.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
