/// The exit codes of the program: §8 of the rule language.
///
/// What a run concludes (0, 1 or 2) comes from `Run.exitCode`; these are the ways not to get there.
enum ExitStatus: Int32, Sendable {
  /// The pack is invalid, and nothing was judged.
  case invalidPack = 3
  /// A test of rules did not come out as expected.
  case testFailed = 5
  /// The command line is wrong.
  case usage = 64
  /// The program itself is at fault.
  case internalError = 70
  /// An output could not be written.
  case outputFailed = 74
}

/// A reason to stop, with the words for standard error.
struct Failure: Error, Sendable {
  /// The exit code.
  let status: ExitStatus
  /// What to print, each line ended by a line feed.
  let text: String

  /// Makes a failure from one line.
  init(_ status: ExitStatus, line: String) {
    self.status = status
    text = line + "\n"
  }

  /// Makes a failure from a whole text.
  init(_ status: ExitStatus, text: String) {
    self.status = status
    self.text = text
  }
}
