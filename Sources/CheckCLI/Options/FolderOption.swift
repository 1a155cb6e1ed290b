internal import Diagnostics
internal import Glibc

/// An option that names a folder.
enum FolderOption {
  /// Returns a folder's path if it leads to a folder.
  ///
  /// - Parameters:
  ///   - path: The option's value.
  ///   - language: The language of messages.
  ///   - option: The option's name.
  /// - Returns: The path as given.
  /// - Throws: `Failure` for a missing value, or a path that leads to no folder.
  static func existing(
    _ path: String?,
    _ language: Language,
    option: String = "--rules"
  ) throws -> String {
    guard let path, !path.isEmpty else {
      let message = Phrase(
        vi: "thiếu \(option) THƯ-MỤC, ví dụ: \(option) rules/",
        en: "\(option) FOLDER is missing, for instance: \(option) rules/"
      )
      throw Failure.usage(message, language)
    }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      guard errno != ENOENT else {
        let message = Phrase(
          vi: "\(option): không có thư mục '\(path)'",
          en: "\(option): there is no folder '\(path)'"
        )
        throw Failure.usage(message, language)
      }
      let reason = SystemError.last(Phrase(vi: "mở", en: "open"), path).message
      throw Failure.usage(Phrase(verbatim: "\(option): ") + reason, language)
    }
    guard isFolder(path) else {
      let message = Phrase(
        vi: "\(option): '\(path)' không phải thư mục",
        en: "\(option): '\(path)' is no folder"
      )
      throw Failure.usage(message, language)
    }
    return path
  }

  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// The option `--jobs`.
enum JobsOption {
  /// Refuses a number of workers that makes no sense.
  static func check(_ jobs: Int?, _ language: Language) throws {
    guard let jobs, !(1...1024).contains(jobs) else { return }
    let message = Phrase(vi: "--jobs phải từ 1 đến 1024", en: "--jobs must be from 1 to 1024")
    throw Failure.usage(message, language)
  }

  /// Returns the number asked for, or one worker a processor.
  static func count(_ jobs: Int?) -> Int {
    jobs ?? max(1, min(64, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
