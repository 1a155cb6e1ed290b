internal import Digests
internal import Reports

/// Writes the fields of a message's header.
///
/// Whatever the text holds, the result is ASCII, of lines of at most 76 characters, and no text can
/// begin a field of its own.
///
/// - SeeAlso: RFC 5322 §2.2, RFC 2047, RFC 2231.
enum HeaderText {
  private static let lineLength = 76

  /// Writes a field with free text, such as a subject.
  static func field(_ name: String, text: String) -> String {
    "\(name): \(unstructured(PrintableText.escaped(text), column: name.utf8.count + 2))\r\n"
  }

  /// Writes a field whose value is safe by its making, such as a date or an id.
  static func field(_ name: String, token: String) -> String {
    precondition(token.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "a header of plain ASCII")
    let isLong = name.utf8.count + 2 + token.utf8.count > lineLength
    return "\(name):\(isLong ? "\r\n" : "") \(token)\r\n"
  }

  /// Writes a field with addresses, one a line.
  static func field(_ name: String, addresses: [(name: String?, address: String)]) -> String {
    let texts = addresses.map { entry in
      guard let display = entry.name else { return entry.address }
      let shown = phrase(PrintableText.escaped(display), column: name.utf8.count + 2)
      return "\(shown)\r\n <\(entry.address)>"
    }
    return "\(name): \(texts.joined(separator: ",\r\n "))\r\n"
  }

  /// Writes a field with one parameter of any text, such as a file's name.
  static func field(_ name: String, token: String, parameter: String, _ text: String) -> String {
    var lines = "\(name): \(token)"
    for (index, piece) in percentEncoded(text).enumerated() {
      lines += ";\r\n \(parameter)*\(index)*=\(index == 0 ? "UTF-8''" : "")\(piece)"
    }
    return lines + "\r\n"
  }

  // MARK: RFC 2047

  private static func unstructured(_ text: String, column: Int) -> String {
    let isPlain =
      text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
      && column + text.utf8.count <= lineLength && text.first != " " && text.last != " "
    return isPlain ? text : encodedWords(text, column: column)
  }

  private static func phrase(_ text: String, column: Int) -> String {
    let isAtoms = text.utf8.allSatisfy { byte in
      byte == 0x20 || (48...57).contains(byte) || (65...90).contains(byte)
        || (97...122).contains(byte)
    }
    return isAtoms ? unstructured(text, column: column) : encodedWords(text, column: column)
  }

  /// Cuts a text between scalars into encoded words, each with its own end of line but the last.
  private static func encodedWords(_ text: String, column: Int) -> String {
    let overhead = "=?UTF-8?B?".utf8.count + "?=".utf8.count
    var words: [String] = []
    var piece: [UInt8] = []
    // The first word shares its line with the field's name; a word is 75 characters at most.
    var room = max(3, min(75, lineLength - column) - overhead) / 4 * 3
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if !piece.isEmpty, piece.count + bytes.count > room {
        words.append(word(piece))
        piece = []
        room = (75 - overhead - 1) / 4 * 3
      }
      piece += bytes
    }
    words.append(word(piece))
    return words.joined(separator: "\r\n ")
  }

  private static func word(_ bytes: [UInt8]) -> String {
    "=?UTF-8?B?\(Base64.text(bytes))?="
  }

  // MARK: RFC 2231

  /// Cuts a text between scalars into pieces of percent-encoded UTF-8, each short enough for a line.
  private static func percentEncoded(_ text: String) -> [String] {
    var pieces = [""]
    for scalar in PrintableText.escaped(text).unicodeScalars {
      let shown = String(scalar).utf8.map(percentEncoded).joined()
      if pieces[pieces.count - 1].utf8.count + shown.utf8.count > 50 { pieces.append("") }
      pieces[pieces.count - 1] += shown
    }
    return pieces
  }

  private static func percentEncoded(_ byte: UInt8) -> String {
    let isPlain =
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || "-._".utf8.contains(byte)
    if isPlain { return String(UnicodeScalar(byte)) }
    return (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
  }
}
