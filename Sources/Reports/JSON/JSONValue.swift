/// A JSON text in the making, with its fields in a fixed order.
public indirect enum JSONValue: Sendable {
  /// Nothing.
  case null
  /// A whole number.
  case int(Int)
  /// True or false.
  case bool(Bool)
  /// A text, written as it is.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Fields in the order in which they are written.
  case object([(String, JSONValue)])

  /// Makes a text, or null for nil.
  public static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// Makes a number, or null for nil.
  public static func number(_ number: Int?) -> JSONValue { number.map(JSONValue.int) ?? .null }

  /// Makes a list of texts.
  public static func texts(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }

  /// The whole text, with a line feed at the end.
  public var rendered: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private var isLeaf: Bool {
    switch self {
    case .array(let elements): elements.isEmpty
    case .object(let fields): fields.isEmpty
    case .null, .int, .bool, .string: true
    }
  }

  /// Whether the value stands on one line: a leaf, or a list or object of leaves only.
  private var isShort: Bool {
    switch self {
    case .array(let elements): elements.allSatisfy(\.isLeaf)
    case .object(let fields): fields.allSatisfy { $0.1.isLeaf }
    case .null, .int, .bool, .string: true
    }
  }

  private func write(into bytes: inout [UInt8], indent: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .int(let number): bytes += String(number).utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .string(let text): Self.write(text, into: &bytes)
    case .array(let elements):
      writeList(elements.count, "[", "]", into: &bytes, indent: indent) { index, bytes in
        elements[index].write(into: &bytes, indent: indent + 1)
      }
    case .object(let fields):
      writeList(fields.count, "{", "}", into: &bytes, indent: indent) { index, bytes in
        Self.write(fields[index].0, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        fields[index].1.write(into: &bytes, indent: indent + 1)
      }
    }
  }

  private func writeList(
    _ count: Int,
    _ open: Unicode.Scalar,
    _ close: Unicode.Scalar,
    into bytes: inout [UInt8],
    indent: Int,
    element: (Int, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    let isShort = isShort
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if !isShort {
        Self.newLine(into: &bytes, indent: indent + 1)
      } else if index > 0 {
        bytes.append(UInt8(ascii: " "))
      }
      element(index, &bytes)
    }
    if !isShort { Self.newLine(into: &bytes, indent: indent) }
    bytes.append(UInt8(ascii: close))
  }

  private static func newLine(into bytes: inout [UInt8], indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<indent * 2 { bytes.append(UInt8(ascii: " ")) }
  }

  /// Writes a text with its quotes.
  ///
  /// Control characters, those of C1 included, are written as codes, so that the file is harmless
  /// on a terminal too.
  private static func write(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let utf8 = text.utf8Span.span
    var written = 0
    var index = 0
    while index < utf8.count {
      guard let (code, length) = escape(utf8, at: index) else {
        index += 1
        continue
      }
      bytes.append(utf8, written..<index)
      bytes += code.utf8
      index += length
      written = index
    }
    bytes.append(utf8, written..<utf8.count)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Returns what is written for the character that begins at a byte, and how many bytes it has; nil
  /// if it stands for itself.
  @inline(__always)
  private static func escape(_ utf8: Span<UInt8>, at index: Int) -> (code: String, length: Int)? {
    switch utf8[index] {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case UInt8(ascii: "\n"): return ("\\n", 1)
    case UInt8(ascii: "\r"): return ("\\r", 1)
    case UInt8(ascii: "\t"): return ("\\t", 1)
    case 0x00...0x1F, 0x7F: return (code(Int(utf8[index])), 1)
    case 0xC2 where utf8[index + 1] < 0xA0: return (code(Int(utf8[index + 1])), 2)
    case 0xE2 where utf8[index + 1] == 0x80 && (0xA8...0xA9).contains(utf8[index + 2]):
      return (code(0x2000 + Int(utf8[index + 2]) - 0x80), 3)
    default: return nil
    }
  }

  private static func code(_ scalar: Int) -> String {
    let digits = String(scalar, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}

extension [UInt8] {
  /// Adds a stretch of a text.
  fileprivate mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    unsafe text.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
