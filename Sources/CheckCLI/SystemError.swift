internal import Diagnostics
internal import Glibc

/// An operation of the system that failed on a file.
struct SystemError: Error, Sendable {
  /// What was to be done.
  let operation: Phrase
  /// The file, as the user gave it.
  let path: String
  /// The system's error number.
  let code: Int32

  /// Makes the error of the last call that failed.
  static func last(_ operation: Phrase, _ path: String) -> SystemError {
    SystemError(operation: operation, path: path, code: errno)
  }

  /// What failed, on which file, and why.
  var message: Phrase {
    Phrase(vi: "không \(operation.vi) được '\(path)': ", en: "cannot \(operation.en) '\(path)': ")
      + Phrase(systemError: code)
  }
}
