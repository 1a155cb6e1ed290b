public import Diagnostics

/// A file that a format needs while it is made, and cannot have.
public struct ReportFileError: Error, Sendable {
  /// What was to be done.
  public let operation: Phrase
  /// The file or folder.
  public let path: String
  /// Why it failed, in the system's or the library's words.
  public let reason: Phrase

  /// Makes an error.
  public init(operation: Phrase, path: String, reason: Phrase) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// What failed, on which file, and why.
  public var message: Phrase {
    Phrase(vi: "không \(operation.vi) được '\(path)': ", en: "cannot \(operation.en) '\(path)': ")
      + reason
  }
}
