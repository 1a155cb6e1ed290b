internal import VietnameseText

/// Cuts an expression into tokens.
///
/// The lexis is CEL's, with letters of any script in names and literals brought into NFC.
struct Lexer {
  /// The longest expression that is read, in scalars.
  static let longestText = 20_000

  let scalars: [Unicode.Scalar]
  var position = 0

  /// Returns the tokens of a text, the last of which is `.end`.
  ///
  /// - Parameter text: The expression.
  /// - Returns: At least one token.
  /// - Throws: `SyntaxError` at the first thing that is no token.
  static func tokens(of text: String) throws(SyntaxError) -> [Token] {
    var lexer = Lexer(scalars: Array(text.unicodeScalars))
    guard lexer.scalars.count <= longestText else {
      throw SyntaxError(complaint: .tooLong(longestText), place: Place(offset: 0, length: 1))
    }
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// The scalar `distance` places ahead, or nil past the end.
  func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    position + distance < scalars.count ? scalars[position + distance] : nil
  }

  /// Makes the error at the scalars from a start up to here, at least one.
  func failure(_ complaint: Complaint, from start: Int) -> SyntaxError {
    let place = Place(offset: start, length: max(1, position - start))
    return SyntaxError(complaint: complaint, place: place)
  }

  private mutating func next() throws(SyntaxError) -> Token {
    skipBlanks()
    let start = position
    guard let first = peek() else {
      return Token(kind: .end, place: Place(offset: start, length: 1))
    }
    let kind: Token.Kind
    if first.isDigit || (first == "." && peek(1)?.isDigit == true) {
      kind = try number()
    } else if let prefix = stringPrefix() {
      kind = try string(prefix)
    } else if first.isNameStart {
      while let scalar = peek(), scalar.isNamePart { position += 1 }
      kind = .name(CanonicalText.nfc(String(scalars: scalars[start..<position])))
    } else {
      kind = try sign()
    }
    return Token(kind: kind, place: Place(offset: start, length: position - start))
  }

  private mutating func skipBlanks() {
    while let scalar = peek() {
      if scalar == "/", peek(1) == "/" {
        while let scalar = peek(), scalar != "\n", scalar != "\r" { position += 1 }
      } else if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
        || scalar == "\u{C}"
      {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func sign() throws(SyntaxError) -> Token.Kind {
    let start = position
    let first = scalars[start]
    position += 1
    switch (first, peek()) {
    case ("&", "&"), ("|", "|"), ("=", "="), ("!", "="), ("<", "="), (">", "="): position += 1
    case ("+", _), ("-", _), ("*", _), ("/", _), ("%", _), ("<", _), (">", _), ("!", _), ("(", _),
      (")", _), ("[", _), ("]", _), ("{", _), ("}", _), ("?", _), (":", _), (",", _), (".", _):
      break
    default: throw failure(.strayCharacter(first), from: start)
    }
    return .sign(String(scalars: scalars[start..<position]))
  }
}

extension String {
  /// Makes a string of scalars.
  init(scalars: some Collection<Unicode.Scalar>) {
    let byteCount = scalars.reduce(0) { $0 + UTF8.width($1) }
    unsafe self.init(unsafeUninitializedCapacity: byteCount) { buffer in
      var count = 0
      for scalar in scalars {
        for byte in scalar.utf8 {
          unsafe buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is one of 0 to 9.
  var isDigit: Bool { (0x30...0x39).contains(value) }

  /// The value of a hexadecimal digit, or nil.
  var hexValue: UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0x41...0x46: value - 0x37
    case 0x61...0x66: value - 0x57
    default: nil
    }
  }

  /// Whether a name may begin with the scalar: a letter of any script, or `_`.
  var isNameStart: Bool {
    if isASCII { return self == "_" || (0x61...0x7A).contains(value | 0x20) }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return true
    default:
      return false
    }
  }

  /// Whether a name may go on with the scalar: also digits and marks.
  var isNamePart: Bool {
    if isDigit || isNameStart { return true }
    guard !isASCII else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return false
    }
  }
}
