/// Writes text into Markdown so that nothing of it becomes markup, a link or a mention.
///
/// - SeeAlso: GitHub Flavored Markdown 0.29, §6.1 (escapes), §6.9 (autolinks), §4.10 (tables).
public enum MarkdownText {
  /// Stands where a renderer would see the beginning of a link; it has no width and breaks no line.
  private static let joiner: Unicode.Scalar = "\u{2060}"

  /// Escapes one piece of running text, for a line or the cell of a table.
  ///
  /// Punctuation that is markup anywhere gets a backslash. Addresses and mentions are found by
  /// renderers after escapes are undone, so those are broken by a joiner instead.
  public static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(PrintableText.escaped(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if isMarkup(scalar) || isListMarker(scalar, after: scalars[..<index]) {
        result.append("\\")
      }
      result.append(scalar)
      if startsLink(scalar, scalars[..<index], scalars[(index + 1)...]) { result.append(joiner) }
    }
    return String(result)
  }

  /// Writes an id, a path or a cell's text as it is, in a code span where one can hold it.
  public static func code(_ text: String) -> String {
    let shown = PrintableText.escaped(text)
    // Renderers do not agree on how a bar or a backtick is written in a code span of a table.
    let isPlain = !shown.unicodeScalars.contains { $0 == "`" || $0 == "|" }
    let hasEdges = shown.first != " " && shown.last != " " && !shown.isEmpty
    return isPlain && hasEdges ? "`\(shown)`" : escaped(shown)
  }

  /// Writes a row of a table; the cells are Markdown already.
  public static func row(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |"
  }

  /// Writes the head of a table, with the line below it; numbers stand right.
  public static func head(_ titles: [String], numbersFrom first: Int? = nil) -> [String] {
    let marks = titles.indices.map { index in first.map { index >= $0 } == true ? "---:" : "---" }
    return [row(titles.map(escaped)), row(marks)]
  }

  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "|", "~", "&", "#", "$", "^": true
    default: false
    }
  }

  /// Whether a scalar would make a list, a heading or a rule of the line that it begins.
  private static func isListMarker(
    _ scalar: Unicode.Scalar,
    after before: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    switch scalar {
    case "-", "+", "=": before.allSatisfy { $0 == " " }
    case ".", ")":
      !before.isEmpty && before.allSatisfy { ("0"..."9").contains($0) || $0 == " " }
    default: false
    }
  }

  /// Whether a renderer could see a link, a mention or a reference begin around a scalar.
  private static func startsLink(
    _ scalar: Unicode.Scalar,
    _ before: ArraySlice<Unicode.Scalar>,
    _ after: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let next = after.first else { return false }
    switch scalar {
    case "@": return next != " "
    case "#": return isWord(next)
    case ":": return next == "/" || isLetter(next)
    case ".": return before.last.map(isWord) == true && (isDomain(after) || isWWW(before))
    default: return false
    }
  }

  /// Whether what follows a point could be the last label of a domain: letters alone, or `xn--…`.
  private static func isDomain(_ after: ArraySlice<Unicode.Scalar>) -> Bool {
    let label = after.prefix { isWord($0) || $0 == "-" }
    let isPunycode = label.starts(with: "xn--".unicodeScalars)
    return label.count > 1 && (isPunycode || label.allSatisfy(isLetter))
  }

  private static func isWWW(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    before.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || ("0"..."9").contains(scalar)
  }
}
