/// One JSON value as it was written: numbers keep their digits and objects their order.
indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number's text, which follows the grammar of RFC 8259.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One name and its value in an object.
  struct Member: Sendable, Hashable {
    let name: String
    let value: JSONValue
  }

  /// Why a text is no JSON.
  struct ParseError: Error, Sendable, Hashable {
    /// The byte where it stops being JSON, from 0.
    let offset: Int
  }

  /// Reads one value that fills a text.
  ///
  /// A name twice in an object is an error, as are more than 64 values inside each other.
  ///
  /// - Parameter text: The JSON.
  /// - Returns: The value.
  /// - Throws: `ParseError` at the first byte that does not fit RFC 8259.
  static func parse(_ text: String) throws(ParseError) -> JSONValue {
    var reader = Reader(bytes: Array(text.utf8))
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.position == reader.bytes.count else { throw reader.failure }
    return value
  }

  /// Writes a text as a JSON string.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let code = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Reads JSON from bytes.
private struct Reader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var failure: JSONValue.ParseError { JSONValue.ParseError(offset: position) }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = current, byte == UInt8(truncatingIfNeeded: character.value) else {
      return false
    }
    position += 1
    return true
  }

  mutating func value(depth: Int) throws(JSONValue.ParseError) -> JSONValue {
    guard depth < 64 else { throw failure }
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(
    _ word: String,
    _ value: JSONValue
  ) throws(JSONValue.ParseError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw failure }
    position += word.utf8.count
    return value
  }

  private mutating func array(_ depth: Int) throws(JSONValue.ParseError) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipBlanks()
    if skip("]") { return .array([]) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
    } while skip(",")
    guard skip("]") else { throw failure }
    return .array(elements)
  }

  private mutating func object(_ depth: Int) throws(JSONValue.ParseError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipBlanks()
    if skip("}") { return .object([]) }
    repeat {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw failure }
      let name = try string()
      guard names.insert(name).inserted else { throw failure }
      skipBlanks()
      guard skip(":") else { throw failure }
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
      skipBlanks()
    } while skip(",")
    guard skip("}") else { throw failure }
    return .object(members)
  }

  private mutating func digits() throws(JSONValue.ParseError) {
    let start = position
    while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
    guard position > start else { throw failure }
  }

  private mutating func number() throws(JSONValue.ParseError) -> JSONValue {
    let start = position
    _ = skip("-")
    if !skip("0") { try digits() }
    if skip(".") { try digits() }
    if skip("e") || skip("E") {
      _ = skip("+") || skip("-")
      try digits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func string() throws(JSONValue.ParseError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
      case 0..<0x20:
        position -= 1
        throw failure
      default: text.append(byte)
      }
    }
    throw failure
  }

  private mutating func escape() throws(JSONValue.ParseError) -> [UInt8] {
    guard let letter = current else { throw failure }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      let scalar = try codePoint()
      return Array(String(Character(scalar)).utf8)
    default:
      position -= 1
      throw failure
    }
  }

  private mutating func codePoint() throws(JSONValue.ParseError) -> Unicode.Scalar {
    let high = try hexadecimal()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, skip("\\"), skip("u") else { throw failure }
    let low = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    else { throw failure }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONValue.ParseError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
