internal import Diagnostics

/// Fits text into the limits of a workbook.
enum CellText {
  /// How many UTF-16 units a cell holds.
  static let limit = 32_767

  /// Cuts a text between characters, and marks that it was cut.
  static func cut(_ text: String, to limit: Int = limit) -> String {
    // A text never has more UTF-16 units than bytes.
    guard text.utf8.count > limit, text.utf16.count > limit else { return text }
    var end = text.startIndex
    var units = 1
    while end < text.endIndex {
      let next = text.index(after: end)
      units += text[end..<next].utf16.count
      if units > limit { break }
      end = next
    }
    return text[..<end] + "…"
  }

  /// Makes a text fit for a cell: control characters as codes, not too long, and nothing that a
  /// reader decodes.
  ///
  /// - SeeAlso: ECMA-376-1:2016 §22.9.2.19 (`_xHHHH_` stands for a character).
  static func encoded(_ text: String) -> String {
    let shown = cut(PrintableText.escaped(text))
    let bytes = shown.utf8
    let isSuspect = zip(bytes, bytes.dropFirst()).contains { pair in
      pair.0 == UInt8(ascii: "_") && pair.1 == UInt8(ascii: "x")
    }
    guard isSuspect else { return shown }
    return cut(shown.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_"))
  }

  /// Writes a text into the header or footer of a page, where `&` begins a code.
  static func onPage(_ text: String) -> String {
    cut(PrintableText.escaped(text), to: 90).replacing("&", with: "&&")
  }
}

/// The names of the sheets of one workbook.
///
/// - SeeAlso: Excel: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end, and unique
///   whatever the case.
struct SheetNames {
  private static let limit = 31
  private var taken: Set<String> = []

  /// Returns a name that is allowed and not taken, as near to a wish as can be.
  mutating func unique(_ wish: String) -> String {
    var plain = ""
    for character in PrintableText.escaped(wish) {
      plain.append("[]:*?/\\".contains(character) ? "-" : character)
    }
    while plain.hasPrefix("'") { plain.removeFirst() }
    while plain.hasSuffix("'") { plain.removeLast() }
    if plain.isEmpty { plain = "-" }
    var name = Self.cut(plain, to: Self.limit)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " (\(number))"
      name = Self.cut(plain, to: Self.limit - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    var result = ""
    for character in text {
      guard result.utf16.count + character.utf16.count <= limit else { break }
      result.append(character)
    }
    return result
  }
}
