internal import Diagnostics
internal import Glibc
internal import History

/// A folder that messages are written to instead of being sent.
struct DryRunFolder {
  private let path: String
  private let language: Language

  /// Makes the folder if there is none.
  ///
  /// - Throws: `Failure` if it cannot be made, or holds messages already: old ones must not pass for
  ///   those of today.
  init(_ path: String, _ language: Language) throws {
    self.language = language
    self.path = path.hasSuffix("/") ? path : path + "/"
    if unsafe mkdir(path, 0o700) != 0, errno != EEXIST {
      throw Failure.output(
        SystemError.last(Phrase(vi: "tạo", en: "create"), path).message,
        language
      )
    }
    guard let names = try Self.names(path, language).first(where: { $0.hasSuffix(".eml") }) else {
      return
    }
    let message = Phrase(
      vi: "'\(path)' đã có thư ('\(names)'); hãy chọn thư mục trống",
      en: "'\(path)' holds messages already ('\(names)'); choose an empty folder"
    )
    throw Failure.usage(message, language)
  }

  /// Writes messages, one file each.
  ///
  /// - Returns: The files' paths, in the order of the messages.
  /// - Throws: `Failure` (74) if one cannot be written.
  func write(_ mails: [OutgoingMail]) throws -> [String] {
    try mails.enumerated().map { index, mail in
      let number = String(index + 1)
      let zeros = String(repeating: "0", count: max(0, 3 - number.count))
      let name = mail.audience.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
      let file = "\(path)\(zeros)\(number)-\(String(name)).eml"
      do {
        try OutputFile.replace(file, with: mail.bytes)
      } catch let error as SystemError {
        throw Failure.output(error.message, language)
      }
      return file
    }
  }

  private static func names(_ path: String, _ language: Language) throws -> [String] {
    guard let folder = unsafe opendir(path) else {
      throw Failure.output(SystemError.last(Phrase(vi: "mở", en: "open"), path).message, language)
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      names.append(name)
    }
    return names.sorted()
  }
}
