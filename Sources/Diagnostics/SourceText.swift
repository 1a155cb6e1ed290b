/// A place in a text file, as people count it.
public struct SourceLocation: Sendable, Hashable, Comparable {
  /// The file's path as the user gave it, or relative to the pack's folder.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int

  /// Makes a location.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Orders locations by file, line and column.
  public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

/// A stretch of one text file; `length` marks are drawn below its first line.
public struct SourceRange: Sendable, Hashable {
  /// Where the stretch begins.
  public let start: SourceLocation
  /// How many scalars of the first line belong to it, at least 1.
  public let length: Int

  /// Makes a range; a length below 1 counts as 1.
  public init(start: SourceLocation, length: Int = 1) {
    self.start = start
    self.length = max(1, length)
  }

  /// Returns the range `offset` scalars to the right on the same line.
  ///
  /// Expression errors use it: their offsets count from the start of the YAML scalar.
  public func moved(by offset: Int, length: Int) -> SourceRange {
    SourceRange(
      start: SourceLocation(
        file: start.file,
        line: start.line,
        column: start.column + offset
      ),
      length: length
    )
  }
}

/// The lines of one file, kept so that diagnostics can show them.
public struct SourceText: Sendable {
  /// The file's path, equal to `SourceLocation.file` of its locations.
  public let file: String
  private let text: String
  /// Where each line begins, in bytes of UTF-8.
  private let lineStarts: [Int]

  /// Splits a text into lines at LF, CRLF or CR.
  public init(file: String, text: String) {
    self.file = file
    var text = text
    text.makeContiguousUTF8()
    lineStarts = Self.lineStarts(in: text.utf8.span)
    self.text = text
  }

  /// Returns the line with a number from 1, without its end, or nil if the file has no such line.
  public func line(_ number: Int) -> String? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: lineStarts[number - 1])
    guard number < lineStarts.count else { return String(text[start...]) }
    let next = bytes.index(bytes.startIndex, offsetBy: lineStarts[number])
    var end = bytes.index(before: next)
    if bytes[end] == UInt8(ascii: "\n"), end > start {
      let before = bytes.index(before: end)
      if bytes[before] == UInt8(ascii: "\r") { end = before }
    }
    return String(text[start..<end])
  }

  private static func lineStarts(in bytes: Span<UInt8>) -> [Int] {
    var starts = [0]
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      let isCRLF =
        byte == UInt8(ascii: "\r") && index + 1 < bytes.count
        && bytes[index + 1] == UInt8(ascii: "\n")
      if !isCRLF { starts.append(index + 1) }
    }
    return starts
  }
}
