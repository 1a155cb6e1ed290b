internal import Glibc

/// What the streams lead to, and what the environment says about them.
enum Terminal {
  /// Returns whether a stream leads to a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Returns whether colours are wanted on standard output.
  ///
  /// The option decides, then `NO_COLOR` (https://no-color.org), then whether it is a terminal that
  /// can show any.
  static func usesColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      (environment("NO_COLOR") ?? "").isEmpty && isTerminal(STDOUT_FILENO)
        && environment("TERM") != "dumb"
    }
  }

  /// Returns the columns of the terminal that standard output leads to; nil if there is none.
  static func columns() -> Int? {
    guard isTerminal(STDOUT_FILENO) else { return nil }
    var size = winsize()
    if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }

  /// The folder for files that are needed for a while.
  static var temporaryFolder: String {
    environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// Returns a variable of the environment.
  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
