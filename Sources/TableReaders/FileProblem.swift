public import Diagnostics

/// A fault of a whole file: its dataset has no data until somebody repairs it.
public struct FileProblem: Error, Sendable, Hashable {
  /// The closed set of faults; the raw values are stable.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The file cannot be opened or read.
    case unreadableFile = "unreadable-file"
    /// The file is of a format that is not read.
    case unsupportedFormat = "unsupported-format"
    /// Somebody wrote to the file while it was read.
    case changedWhileReading = "changed-while-reading"
    /// The file has no bytes, or nothing but white space.
    case emptyFile = "empty-file"
    /// No column of the dataset is in the first line.
    case noHeader = "no-header"
    /// A required column is not in the header.
    case missingColumn = "missing-column"
    /// A column that a rule reads is in the header with other marks or spaces.
    case misspeltColumn = "misspelt-column"
    /// Two columns of the header match the same column of the dataset.
    case duplicateColumn = "duplicate-column"
    /// Bytes are not UTF-8, or the text holds a zero byte.
    case badUTF8 = "bad-utf8"
    /// A row has more or fewer cells than the header.
    case raggedRow = "ragged-row"
    /// A quote stands where RFC 4180 does not allow one, or is never closed.
    case badQuote = "bad-quote"
    /// A carriage return without line feed stands outside quotes.
    case badLineEnd = "bad-line-end"
    /// A record is longer than the limit.
    case recordTooLong = "record-too-long"
  }

  /// Which fault it is.
  public let code: Code
  /// The line in the file, from 1; nil for the file as a whole.
  public let line: Int?
  /// The dataset's column id or the header's label; nil if no column is meant.
  public let column: String?
  /// The text at fault, shortened; empty if there is none.
  public let raw: String
  /// What is wrong and what helps.
  public let message: Phrase

  /// Makes a problem.
  public init(
    code: Code,
    line: Int? = nil,
    column: String? = nil,
    raw: String = "",
    message: Phrase
  ) {
    self.code = code
    self.line = line
    self.column = column
    self.raw = raw
    self.message = message
  }
}

/// The faults for which a file could not be opened, at least one.
public struct UnreadableDump: Error, Sendable {
  /// The faults, in the order of the file.
  public let problems: [FileProblem]

  /// Makes the error.
  public init(problems: [FileProblem]) {
    self.problems = problems
  }
}
