public import Diagnostics

/// Why an expression that is right by its types has no value for a row.
public enum EvaluationFault: Error, Sendable, Hashable {
  /// A result that its type cannot hold.
  case overflow
  /// A remainder or ratio over zero.
  case divisionByZero
  /// A number or time outside the range of the type it is converted to.
  case outOfRange(type: String)
  /// A text that does not read as the type it is converted to.
  case unreadable(type: String)
  /// A regular expression that is none.
  case invalidPattern(String)
  /// A day in a year that the calendar does not hold.
  case calendarYearMissing(Int)
  /// A text longer than any that is computed with.
  case textTooLong

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .overflow:
      Phrase(vi: "kết quả phép tính vượt quá phạm vi", en: "the result is out of range: overflow")
    case .divisionByZero:
      Phrase(vi: "chia cho 0", en: "division by zero")
    case .outOfRange(let type):
      Phrase(
        vi: "giá trị nằm ngoài phạm vi của '\(type)'",
        en: "the value is outside the range of '\(type)'"
      )
    case .unreadable(let type):
      Phrase(vi: "văn bản không đọc được thành '\(type)'", en: "the text is no '\(type)'")
    case .invalidPattern(let reason):
      Phrase(
        vi: "biểu thức chính quy sai: \(reason)",
        en: "the regular expression is invalid: \(reason)"
      )
    case .calendarYearMissing(let year):
      Phrase(
        vi: "lịch làm việc không có năm \(year)",
        en: "the calendar does not hold the year \(year)"
      )
    case .textTooLong:
      Phrase(vi: "văn bản tính ra quá dài", en: "the resulting text is too long")
    }
  }
}
