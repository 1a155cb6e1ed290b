internal import Diagnostics
internal import Glibc
internal import History

/// A copy of a history that only one run sees.
struct HistoryCopy {
  private let folder: String
  /// The copy's file.
  var path: String { folder + "/history.sqlite" }

  /// Copies a history; one that does not exist is copied as nothing.
  ///
  /// - Throws: `Failure` (74) if it cannot be read, or the copy not be made.
  init(of file: String, in temporaryFolder: String, _ language: Language) throws {
    var template = Array("\(temporaryFolder)/check-mail-XXXXXX".utf8CString)
    guard let made = unsafe mkdtemp(&template) else {
      let making = Phrase(vi: "tạo thư mục trong", en: "make a folder in")
      throw Failure.output(SystemError.last(making, temporaryFolder).message, language)
    }
    folder = unsafe String(cString: made)
    guard unsafe access(file, F_OK) == 0 else { return }
    do {
      try HistoryFile.copy(file, to: path)
    } catch {
      remove()
      throw (error as? HistoryError).map { Failure.output($0.message, language) } ?? error
    }
  }

  /// Removes the copy.
  func remove() {
    for ending in ["", "-journal"] { _ = unsafe unlink(path + ending) }
    _ = unsafe rmdir(folder)
  }
}
