internal import CivilTime
internal import Diagnostics

/// The texts about deadlines, in both languages.
enum DueMessages {
  static let shape = Phrase(
    vi: "'due' phải là {before: …}, {by: …} hoặc unknown",
    en: "'due' must be {before: …}, {by: …} or unknown"
  )

  static let shapes = Phrase(
    vi: "ví dụ: due: {before: 2026-04-30}, due: {by: 2026-Q2}, due: {by: end}",
    en: "for example: due: {before: 2026-04-30}, due: {by: 2026-Q2}, due: {by: end}"
  )

  static let neither = Phrase(
    vi: "thời hạn không có 'before' cũng không có 'by'",
    en: "the deadline has neither 'before' nor 'by'"
  )

  static let monthsWithoutPeriod = Phrase(
    vi: "'months_after' chỉ dùng khi có 'every' và một số ngày",
    en: "'months_after' needs 'every' and a day number"
  )

  static let monthsWithEnd = Phrase(
    vi: "'by: end' không đi cùng 'months_after'",
    en: "'by: end' cannot stand with 'months_after'"
  )

  static let beforeEnd = Phrase(
    vi: "'before: end' không có nghĩa",
    en: "'before: end' means nothing"
  )

  static let useByEnd = Phrase(
    vi: "viết {by: end} cho ngày cuối kỳ",
    en: "write {by: end} for the period's last day"
  )

  static func notDayNumber(_ text: String, _ key: String) -> Phrase {
    Phrase(
      vi: "'\(key): \(text)' không phải số ngày trong tháng",
      en: "'\(key): \(text)' is not a day number of a month"
    )
  }

  static let dayNumbers = Phrase(
    vi: "khi có 'every', viết số ngày từ 1 đến 31, hoặc 'by: end'",
    en: "with 'every', write a day number from 1 to 31, or 'by: end'"
  )

  static let dayNumberInWeek = Phrase(
    vi: "'every: week' không nhận số ngày trong tháng",
    en: "'every: week' has no day numbers"
  )

  static func numberWithoutEvery(_ text: String) -> Phrase {
    Phrase(
      vi: "'\(text)' cần có 'every' để biết thuộc kỳ nào",
      en: "'\(text)' needs 'every' to say of which period"
    )
  }

  static let addEvery = Phrase(
    vi: "thêm 'every: month' vào quy tắc, hoặc viết đủ ngày 2026-04-30",
    en: "add 'every: month' to the rule, or write a full date such as 2026-04-30"
  )

  static func beforePeriod(_ text: String) -> Phrase {
    Phrase(
      vi: "'before: \(text)' không phải một ngày",
      en: "'before: \(text)' is not a day"
    )
  }

  static func writeFirstDay(_ date: CivilDate) -> Phrase {
    Phrase(
      vi: "viết ngày đầu kỳ: before: \(date)",
      en: "write the period's first day: before: \(date)"
    )
  }

  static let everyWithoutDue = Phrase(
    vi: "quy tắc có 'every' nhưng không có 'due'",
    en: "the rule has 'every' but no 'due'"
  )

  static let addDue = Phrase(
    vi: "thêm thời hạn, ví dụ: due: {by: end}",
    en: "add the deadline, for example: due: {by: end}"
  )

  static let evidenceWithoutDue = Phrase(
    vi: "phép kiểm 'evidence' cần có 'due'",
    en: "check 'evidence' needs 'due'"
  )

  static let monthsWithoutPeriodColumn = Phrase(
    vi: "'months_after' cần cột 'period' trong phép kiểm 'evidence'",
    en: "'months_after' needs a 'period' column in check 'evidence'"
  )

  static let namePeriodColumn = Phrase(
    vi: "không có cột này thì không biết một dòng thuộc kỳ nào",
    en: "without it nobody can tell which period a row belongs to"
  )

  static func monthsUnder(_ every: PeriodKind) -> Phrase {
    Phrase(
      vi: "phép kiểm 'evidence' không có 'months_after' được khi 'every: \(every.rawValue)'",
      en: "check 'evidence' cannot have 'months_after' under 'every: \(every.rawValue)'"
    )
  }

  static func dueWithinPeriod(_ every: PeriodKind) -> Phrase {
    Phrase(
      vi:
        "'months_after' cần cột 'period', mà không có kiểu cột nào ghi kỳ \(every.rawValue); viết hạn "
        + "trong kỳ, ví dụ {by: end}, hoặc dùng 'every: quarter', 'every: year' với cột 'period'",
      en:
        "it needs a 'period' column, and no type of column holds a \(every.rawValue); write a deadline "
        + "within the period such as {by: end}, or 'every: quarter' or 'year' with a 'period' column"
    )
  }

  static let remindWithoutDue = Phrase(
    vi: "'remind' không có tác dụng khi không có 'due'",
    en: "'remind' does nothing without 'due'"
  )

  static func outsideEffective(_ date: CivilDate) -> Phrase {
    Phrase(
      vi: "ngày cuối cùng còn đúng hạn \(date) nằm ngoài thời gian hiệu lực",
      en: "the last good day \(date) lies outside the effective dates"
    )
  }

  static func effective(from: CivilDate?, to: CivilDate?) -> Phrase {
    let first = from.map { "\($0)" } ?? "…"
    let last = to.map { "\($0)" } ?? "…"
    return Phrase(
      vi: "quy tắc có hiệu lực từ \(first) đến \(last)",
      en: "the rule is in force from \(first) to \(last)"
    )
  }

  static func yearMissing(_ year: Int, _ date: CivilDate) -> Phrase {
    Phrase(
      vi: "lịch không có năm \(year), nên không biết hạn \(date) có phải ngày làm việc không",
      en: "the calendar has no year \(year), so nobody knows whether \(date) is a working day"
    )
  }

  static let addYear = Phrase(
    vi: "thêm năm này vào 'calendar', hoặc bỏ 'roll' của quy tắc",
    en: "add the year to 'calendar', or remove the rule's 'roll'"
  )
}
