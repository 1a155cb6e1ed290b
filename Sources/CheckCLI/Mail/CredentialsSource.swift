internal import Diagnostics
internal import Glibc
internal import MailTransport

/// Finds the user and password for the mail server; never on the command line, never printed.
enum CredentialsSource {
  /// The largest file that is read.
  private static let limit = 4096

  /// Reads credentials.
  ///
  /// - Parameters:
  ///   - file: A file of two lines, user and password, that only its owner can read; nil looks at
  ///     the variables CHECK_SMTP_USER and CHECK_SMTP_PASSWORD.
  ///   - language: The language of messages.
  /// - Returns: The credentials; nil if there are none.
  /// - Throws: `Failure` for a file that others can read, or that does not hold two lines.
  static func read(_ file: String?, _ language: Language) throws -> Credentials? {
    if let file { return try read(file: file, language) }
    let user = Terminal.environment("CHECK_SMTP_USER") ?? ""
    let password = Terminal.environment("CHECK_SMTP_PASSWORD") ?? ""
    guard !user.isEmpty || !password.isEmpty else { return nil }
    guard !user.isEmpty, !password.isEmpty else {
      let message = Phrase(
        vi: "CHECK_SMTP_USER và CHECK_SMTP_PASSWORD phải có cả hai",
        en: "CHECK_SMTP_USER and CHECK_SMTP_PASSWORD go together"
      )
      throw Failure.usage(message, language)
    }
    return Credentials(user: user, password: password)
  }

  private static func read(file: String, _ language: Language) throws -> Credentials {
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let reading = Phrase(vi: "đọc", en: "read")
      throw Failure.usage(SystemError.last(reading, file).message, language)
    }
    defer { close(descriptor) }
    // Looked at on the open file, so that nobody can put another one in its place meanwhile.
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let message = Phrase(vi: "'\(file)' không phải tệp", en: "'\(file)' is no file")
      throw Failure.usage(message, language)
    }
    guard status.st_mode & 0o077 == 0 || isPassedBySystemd(file) else {
      let message = Phrase(
        vi: "người khác đọc được '\(file)'; hãy chạy: chmod 600 '\(file)'",
        en: "others can read '\(file)'; run: chmod 600 '\(file)'"
      )
      throw Failure.usage(message, language)
    }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
    let text = String(validating: bytes.prefix(max(0, count)), as: UTF8.self) ?? ""
    // A file of another system may begin with a byte order mark and end its lines with CR LF.
    let plain = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.last == "\r" ? $0.dropLast() : $0) }
    guard lines.count >= 2, !lines[0].isEmpty, !lines[1].isEmpty,
      lines.dropFirst(2).allSatisfy(\.isEmpty)
    else {
      let message = Phrase(
        vi: "'\(file)' phải có đúng hai dòng: tên đăng nhập, rồi mật khẩu",
        en: "'\(file)' must hold two lines: the user, then the password"
      )
      throw Failure.usage(message, language)
    }
    return Credentials(user: lines[0], password: lines[1])
  }

  /// Whether systemd passed the file on: it guards that folder itself, with marks that look like a
  /// group's right to read (systemd.exec(5), LoadCredential).
  private static func isPassedBySystemd(_ file: String) -> Bool {
    guard let folder = Terminal.environment("CREDENTIALS_DIRECTORY"), !folder.isEmpty else {
      return false
    }
    return file.hasPrefix(folder + "/") && !file.contains("/../")
  }
}
