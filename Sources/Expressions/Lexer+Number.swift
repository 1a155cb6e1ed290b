extension Lexer {
  /// Reads an int, `u` or double literal; the first scalar is a digit or a point before one.
  mutating func number() throws(SyntaxError) -> Token.Kind {
    let start = position
    if peek() == "0", peek(1) == "x", peek(2)?.hexValue != nil {
      return try hexadecimal()
    }
    skipDigits()
    var isPoint = false
    if peek() == ".", peek(1)?.isDigit == true {
      isPoint = true
      position += 1
      skipDigits()
    }
    let isExponent = skipExponent()
    let text = String(scalars: scalars[start..<position])
    if peek() == "u" || peek() == "U" {
      position += 1
      try endNumber(from: start)
      return .unsignedInt
    }
    try endNumber(from: start)
    if !isPoint, !isExponent {
      guard let magnitude = UInt64(text), magnitude <= 1 << 63 else {
        throw failure(.intOutOfRange(text), from: start)
      }
      return .int(magnitude)
    }
    guard let value = Double(text), value.isFinite else {
      throw failure(.doubleOutOfRange(text), from: start)
    }
    return .double(value, exact: isExponent ? nil : DecimalNotation.parse(text))
  }

  private mutating func hexadecimal() throws(SyntaxError) -> Token.Kind {
    let start = position
    position += 2
    let digits = position
    while peek()?.hexValue != nil { position += 1 }
    let text = String(scalars: scalars[digits..<position])
    let value = UInt64(text, radix: 16)
    if peek() == "u" || peek() == "U" {
      position += 1
      try endNumber(from: start)
      return .unsignedInt
    }
    try endNumber(from: start)
    guard let value, value <= 1 << 63 else {
      throw failure(.intOutOfRange("0x" + text), from: start)
    }
    return .int(value)
  }

  private mutating func skipDigits() {
    while peek()?.isDigit == true { position += 1 }
  }

  private mutating func skipExponent() -> Bool {
    guard peek() == "e" || peek() == "E" else { return false }
    let signWidth = peek(1) == "+" || peek(1) == "-" ? 1 : 0
    guard peek(1 + signWidth)?.isDigit == true else { return false }
    position += 1 + signWidth
    skipDigits()
    return true
  }

  /// Refuses a letter right after a number, such as in `12abc`.
  private mutating func endNumber(from start: Int) throws(SyntaxError) {
    guard let scalar = peek(), scalar.isNamePart else { return }
    while let scalar = peek(), scalar.isNamePart { position += 1 }
    let text = String(scalars: scalars[start..<position])
    throw failure(.badNumber(text), from: start)
  }
}
