/// Writes rows of comma-separated values that spreadsheets may open.
///
/// - SeeAlso: RFC 4180; OWASP, "CSV Injection".
public enum CSVText {
  /// Marks the file as UTF-8, so that Excel shows Vietnamese as it is.
  public static let byteOrderMark = "\u{FEFF}"

  /// Writes one row with its line end.
  public static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// Writes a cell: quoted where RFC 4180 asks for it, and never a formula to a spreadsheet.
  ///
  /// A text that begins with `=`, `+`, `-`, `@`, a tab or a line end gets an apostrophe in front,
  /// full-width forms included; a plain negative number stays a number. Where a list is parted by
  /// semicolons, as with a decimal comma, a cell may begin behind one: the same holds there.
  public static func cell(_ text: String) -> String {
    let safe = guarded(isFormula(text) ? "'" + text : text)
    guard safe.utf8.contains(where: mustBeQuoted) else { return safe }
    var quoted = "\""
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Puts an apostrophe behind every semicolon or tab that a formula could follow.
  private static func guarded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\t") }) else {
      return text
    }
    var result = ""
    var isBehindSeparator = false
    for scalar in text.unicodeScalars {
      if isBehindSeparator, isFormulaSign(scalar) { result += "'" }
      isBehindSeparator = scalar == ";" || scalar == "\t"
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func mustBeQuoted(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }

  /// Whether a spreadsheet could take a text for a formula.
  ///
  /// Scalars are compared and not characters: `=` with an accent is one character, and a formula.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return first == "-" ? !isNumber(text) : isFormulaSign(first)
  }

  private static func isFormulaSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    let parts = text.utf8.dropFirst().split(
      separator: UInt8(ascii: "."),
      omittingEmptySubsequences: false
    )
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
