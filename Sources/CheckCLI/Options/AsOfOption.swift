internal import CivilTime
internal import Diagnostics

/// The option `--as-of`.
enum AsOfOption {
  /// Returns the date that a text names.
  ///
  /// - Parameters:
  ///   - text: The option's value.
  ///   - language: The language of messages.
  /// - Returns: The date.
  /// - Throws: `Failure` if the text is no date.
  static func date(_ text: String, _ language: Language) throws -> CivilDate {
    if let date = CivilDate(iso: text) { return date }
    let message = Phrase(
      vi: "--as-of '\(text)' không phải ngày có thật dạng yyyy-mm-dd, ví dụ 2026-11-20",
      en: "--as-of '\(text)' is no date of the form yyyy-mm-dd, such as 2026-11-20"
    )
    throw Failure.usage(message, language)
  }
}
