internal import Diagnostics
internal import Glibc

/// Keeps outputs from being written over a history.
enum HistoryOutputs {
  /// Refuses an output that would replace the history's file.
  ///
  /// - Parameters:
  ///   - files: Where outputs go; nil for standard output.
  ///   - history: The history's file, if there is one.
  ///   - language: The language of messages.
  /// - Throws: `Failure` if one of the files is the history, by whatever name.
  static func check(_ files: [String?], against history: String?, _ language: Language) throws {
    guard let history else { return }
    for file in files.compactMap(\.self) where isSame(file, history) {
      let message = Phrase(
        vi: "'\(file)' là tệp lịch sử; hãy ghi kết quả ra tệp khác",
        en: "'\(file)' is the history's file; write the output to another one"
      )
      throw Failure.usage(message, language)
    }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard unsafe stat(a, &first) == 0, unsafe stat(b, &second) == 0 else { return a == b }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
