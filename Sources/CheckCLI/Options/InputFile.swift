internal import Diagnostics
internal import Glibc

/// Reads a text file that an option names.
enum InputFile {
  /// The largest text that is read.
  private static let limit = 64 << 20

  /// Returns the text of a file.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - language: The language of messages.
  /// - Returns: The text.
  /// - Throws: `Failure` if the file cannot be read, is no UTF-8 or too large.
  static func text(_ path: String, _ language: Language) throws -> String {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unreadable(path, language) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = unsafe read(file, &buffer, buffer.count)
      guard count >= 0 else { throw unreadable(path, language) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    guard bytes.count <= limit, let text = String(validating: bytes, as: UTF8.self) else {
      let message = Phrase(
        vi: "'\(path)' không phải văn bản UTF-8, hoặc quá lớn; hãy lưu lại dạng chữ UTF-8",
        en: "'\(path)' is no UTF-8 text, or too large; save it as plain UTF-8 text"
      )
      throw Failure.usage(message, language)
    }
    return text
  }

  private static func unreadable(_ path: String, _ language: Language) -> Failure {
    Failure.usage(SystemError.last(Phrase(vi: "đọc", en: "read"), path).message, language)
  }
}
