/// Makes one harmless line of what a server or a program said.
enum PlainText {
  /// The longest line that is kept, in characters.
  private static let limit = 400

  /// Decodes bytes as UTF-8; what moves the cursor, changes colours or turns text becomes a space.
  ///
  /// - Parameter bytes: What was said, line ends included.
  /// - Returns: One line without spaces around it, cut with `…` if it is too long.
  static func line(_ bytes: some Collection<UInt8>) -> String {
    line(String(decoding: bytes, as: UTF8.self))
  }

  /// The same of a text.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isGap = false
    for scalar in text.unicodeScalars {
      if scalar == " " || isUnsafe(scalar) {
        isGap = true
      } else {
        if isGap, !result.isEmpty { result.append(" ") }
        isGap = false
        result.append(scalar)
      }
    }
    let line = String(result)
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    default: false
    }
  }
}
