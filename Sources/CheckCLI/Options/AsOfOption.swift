internal import CivilTime
internal import Diagnostics

/// An option that names a day, such as `--as-of`.
enum AsOfOption {
  /// Returns the date that a text names.
  ///
  /// - Parameters:
  ///   - text: The option's value.
  ///   - language: The language of messages.
  ///   - option: The option's name.
  /// - Returns: The date.
  /// - Throws: `Failure` if the text is no date.
  static func date(
    _ text: String,
    _ language: Language,
    option: String = "--as-of"
  ) throws -> CivilDate {
    if let date = CivilDate(iso: text) { return date }
    let message = Phrase(
      vi: "\(option) '\(text)' không đọc được thành ngày có thật; viết năm-tháng-ngày, ví dụ "
        + "2026-11-20",
      en: "\(option) '\(text)' is no date that exists; write year-month-day, such as 2026-11-20"
    )
    throw Failure.usage(message, language)
  }
}
