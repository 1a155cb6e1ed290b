import Glibc

/// One line on standard error that says how far the measurement is, on a terminal only.
enum Progress {
  private static let isShown = isatty(STDERR_FILENO) == 1

  /// Shows a text in the place of the last one.
  static func show(_ text: String) {
    if isShown { write("\r\u{1B}[K" + text) }
  }

  /// Removes the line.
  static func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  /// Prints a message.
  static func say(_ text: String) { write(text + "\n") }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    // Nothing is left to be done where even this cannot be written.
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
