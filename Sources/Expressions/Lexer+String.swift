internal import VietnameseText

extension Lexer {
  /// What stands before the text of a string literal.
  struct StringPrefix {
    var isRaw = false
    var isBytes = false
    /// How many letters and quotes to skip.
    var width = 0
    var quote: Unicode.Scalar = "\""
    var isTriple = false
  }

  /// Returns what opens a string literal here, or nil if none does.
  func stringPrefix() -> StringPrefix? {
    var prefix = StringPrefix()
    while prefix.width < 2, let letter = peek(prefix.width) {
      if letter == "r" || letter == "R", !prefix.isRaw {
        prefix.isRaw = true
      } else if letter == "b" || letter == "B", !prefix.isBytes {
        prefix.isBytes = true
      } else {
        break
      }
      prefix.width += 1
    }
    guard let quote = peek(prefix.width), quote == "\"" || quote == "'" else { return nil }
    prefix.quote = quote
    prefix.isTriple = peek(prefix.width + 1) == quote && peek(prefix.width + 2) == quote
    prefix.width += prefix.isTriple ? 3 : 1
    return prefix
  }

  /// Reads a string literal that opens with a prefix.
  mutating func string(_ prefix: StringPrefix) throws(SyntaxError) -> Token.Kind {
    let start = position
    position += prefix.width
    var text = String.UnicodeScalarView()
    while true {
      guard let scalar = peek() else { throw unterminated(start) }
      if scalar == prefix.quote, closes(prefix) {
        position += prefix.isTriple ? 3 : 1
        let literal = prefix.isBytes ? "" : CanonicalText.nfc(String(text))
        return prefix.isBytes ? .bytes : .string(literal)
      }
      if !prefix.isTriple, scalar == "\n" || scalar == "\r" { throw unterminated(start) }
      position += 1
      if scalar == "\\", !prefix.isRaw {
        text.append(try escape())
      } else {
        text.append(scalar)
      }
    }
  }

  private func closes(_ prefix: StringPrefix) -> Bool {
    !prefix.isTriple || (peek(1) == prefix.quote && peek(2) == prefix.quote)
  }

  private func unterminated(_ start: Int) -> SyntaxError {
    SyntaxError(complaint: .unterminatedString, place: Place(offset: start, length: 1))
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(SyntaxError) -> Unicode.Scalar {
    let start = position - 1
    guard let letter = peek() else { throw unterminated(start) }
    position += 1
    if let simple = Self.simpleEscapes[letter] { return simple }
    switch letter {
    case "x", "X": return try codePoint(digits: 2, from: start)
    case "u": return try surrogatePairOrScalar(from: start)
    case "U": return try codePoint(digits: 8, from: start)
    case "0", "1", "2", "3": return try octal(letter, from: start)
    default: throw failure(.badEscape, from: start)
    }
  }

  private static let simpleEscapes: [Unicode.Scalar: Unicode.Scalar] = [
    "\\": "\\", "?": "?", "\"": "\"", "'": "'", "`": "`", "a": "\u{7}", "b": "\u{8}",
    "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}",
  ]

  private mutating func hexNumber(digits: Int, from start: Int) throws(SyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek()?.hexValue, value < 1 << 28 else {
        throw failure(.badEscape, from: start)
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private mutating func codePoint(
    digits: Int,
    from start: Int
  ) throws(SyntaxError) -> Unicode.Scalar {
    let value = try hexNumber(digits: digits, from: start)
    guard let scalar = Unicode.Scalar(value) else { throw failure(.badEscape, from: start) }
    return scalar
  }

  private mutating func surrogatePairOrScalar(
    from start: Int
  ) throws(SyntaxError) -> Unicode.Scalar {
    let high = try hexNumber(digits: 4, from: start)
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, peek() == "\\", peek(1) == "u" else {
      throw failure(.badEscape, from: start)
    }
    position += 2
    let low = try hexNumber(digits: 4, from: start)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw failure(.badEscape, from: start) }
    return scalar
  }

  private mutating func octal(
    _ first: Unicode.Scalar,
    from start: Int
  ) throws(SyntaxError) -> Unicode.Scalar {
    var value = first.value - 0x30
    for _ in 0..<2 {
      guard let digit = peek(), (0x30...0x37).contains(digit.value) else {
        throw failure(.badEscape, from: start)
      }
      value = value * 8 + digit.value - 0x30
      position += 1
    }
    guard let scalar = Unicode.Scalar(value) else { throw failure(.badEscape, from: start) }
    return scalar
  }
}
