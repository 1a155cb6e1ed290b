public import CivilTime
public import Diagnostics

/// Writes dates, weekdays and periods for people.
public enum DateText {
  /// Writes a date: `05/02/2026` or `19/7/2026` in Vietnamese, ISO in English.
  ///
  /// - SeeAlso: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4: days below 10 and the months 1 and 2
  ///   have a zero in front, other months none.
  public static func date(_ date: CivilDate) -> Phrase {
    let (year, month, day) = date.components
    return Phrase(
      vi: "\(day < 10 ? "0" : "")\(day)/\(month < 3 ? "0" : "")\(month)/\(year)",
      en: date.description
    )
  }

  /// Names the weekday of a date.
  public static func weekday(_ date: CivilDate) -> Phrase {
    switch date.weekday {
    case .monday: Phrase(vi: "thứ Hai", en: "a Monday")
    case .tuesday: Phrase(vi: "thứ Ba", en: "a Tuesday")
    case .wednesday: Phrase(vi: "thứ Tư", en: "a Wednesday")
    case .thursday: Phrase(vi: "thứ Năm", en: "a Thursday")
    case .friday: Phrase(vi: "thứ Sáu", en: "a Friday")
    case .saturday: Phrase(vi: "thứ Bảy", en: "a Saturday")
    case .sunday: Phrase(vi: "Chủ nhật", en: "a Sunday")
    }
  }

  /// Writes a period: `tháng 10/2026`, `quý II/2026`; as rules write it in English.
  public static func period(_ period: Period) -> Phrase {
    let text = period.description
    let (year, month, _) = period.first.components
    let vi =
      switch period.kind {
      case .week: "tuần \(text.suffix(2))/\(text.prefix(4))"
      case .month: "tháng \(month)/\(year)"
      case .quarter: "quý \(["I", "II", "III", "IV"][(month - 1) / 3])/\(year)"
      case .halfYear: "6 tháng \(month == 1 ? "đầu" : "cuối") năm \(year)"
      case .year: "năm \(year)"
      }
    return Phrase(vi: vi, en: text)
  }

  /// Counts days.
  public static func days(_ count: Int) -> Phrase {
    let number = NumberText.count(count)
    return Phrase(vi: "\(number.vi) ngày", en: "\(number.en) day\(count == 1 ? "" : "s")")
  }
}

/// Writes spans of time for people.
public enum SpanText {
  /// Writes a span such as `2 ngày làm việc`.
  public static func phrase(_ span: Span) -> Phrase {
    let word =
      switch span.unit {
      case .days: "ngày"
      case .workingDays: "ngày làm việc"
      case .months: "tháng"
      }
    return Phrase(vi: "\(span.count) \(word)", en: span.description)
  }
}
