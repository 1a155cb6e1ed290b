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
    for file in files.compactMap(\.self) {
      if isSame(file, history) {
        let message = Phrase(
          vi: "'\(file)' là tệp lịch sử; hãy ghi kết quả ra tệp khác",
          en: "'\(file)' is the history's file; write the output to another one"
        )
        throw Failure.usage(message, language)
      }
      if isSame(file, history + "-journal") {
        let message = Phrase(
          vi: "'\(file)' là tệp SQLite dùng khi ghi lịch sử; hãy ghi kết quả ra tệp khác",
          en:
            "'\(file)' is a file that SQLite uses to write the history; write the output to another one"
        )
        throw Failure.usage(message, language)
      }
    }
  }

  /// What tells a file or folder apart from all others.
  private struct Identity: Equatable {
    let device: dev_t
    let inode: ino_t

    /// Looks a path up; nil if nothing is there.
    init?(_ path: String) {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { return nil }
      device = status.st_dev
      inode = status.st_ino
    }
  }

  /// Whether two paths name one file; one that is not there yet is known by its folder and its name.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    if let first = Identity(a), let second = Identity(b) { return first == second }
    let (first, second) = (parts(a), parts(b))
    guard first.name == second.name, let folder = Identity(first.folder) else { return false }
    return folder == Identity(second.folder)
  }

  private static func parts(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }
}
