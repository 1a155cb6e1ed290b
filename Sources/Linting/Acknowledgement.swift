internal import Diagnostics

/// A comment by which the author of a pack says that a warning is known, and why it may stay.
///
/// `# lint: ID, ID: reason` at the end of a line speaks for that line; on a line of its own it
/// speaks for the next line and all that is indented below it. A comment without a reason, for an id
/// that does not exist or for nothing is itself warned of, so that none outlives its cause.
struct Acknowledgement: Sendable {
  /// The ids of the warnings.
  let ids: [String]
  /// Why they may stay.
  let reason: String
  /// The lines it speaks for.
  let lines: ClosedRange<Int>
  /// The comment.
  let range: SourceRange

  private static let marker = "# lint:"

  /// Finds the comments of a file.
  static func all(in source: SourceText) -> [Acknowledgement] {
    var found: [Acknowledgement] = []
    var number = 1
    while let line = source.line(number) {
      if let acknowledgement = Acknowledgement(line, number, source) {
        found.append(acknowledgement)
      }
      number += 1
    }
    return found
  }

  private init?(_ line: String, _ number: Int, _ source: SourceText) {
    guard let marker = line.firstRange(of: Self.marker) else { return nil }
    let before = line[..<marker.lowerBound]
    let isAlone = before.allSatisfy { $0 == " " }
    guard isAlone || before.last == " " else { return nil }
    let text = line[marker.upperBound...]
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    ids = (parts.first ?? "").split(separator: ",").map { Self.trimmed($0) }
      .filter { !$0.isEmpty }
    reason = parts.count > 1 ? Self.trimmed(parts[1]) : ""
    lines = isAlone ? Self.block(after: number, source) : number...number
    range = SourceRange(
      start: SourceLocation(
        file: source.file,
        line: number,
        column: before.unicodeScalars.count + 1
      ),
      length: line[marker.lowerBound...].unicodeScalars.count
    )
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Returns the next line that says something, with all that is indented below it; the elements of
  /// a list may stand as far to the left as its key.
  private static func block(after number: Int, _ source: SourceText) -> ClosedRange<Int> {
    var first = number + 1
    while let line = source.line(first), says(line) == nil { first += 1 }
    guard let head = source.line(first).flatMap(says) else { return number...number }
    var last = first
    var next = first + 1
    while let line = source.line(next) {
      if let text = says(line) {
        let belongs =
          text.indent > head.indent
          || (text.indent == head.indent && text.isElement && !head.isElement)
        guard belongs else { break }
        last = next
      }
      next += 1
    }
    return first...last
  }

  /// How far a line is indented and whether it begins a list's element; nil for a line that is empty
  /// or only a comment.
  private static func says(_ line: String) -> (indent: Int, isElement: Bool)? {
    let text = line.drop { $0 == " " }
    guard let first = text.first, first != "#", !text.allSatisfy(\.isWhitespace) else { return nil }
    return (line.count - text.count, text.hasPrefix("- ") || text == "-")
  }
}
