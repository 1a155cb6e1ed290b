internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension PeriodKind {
  /// How often, in words.
  var words: Phrase {
    switch self {
    case .week: Phrase(vi: "hằng tuần", en: "every week")
    case .month: Phrase(vi: "hằng tháng", en: "every month")
    case .quarter: Phrase(vi: "hằng quý", en: "every quarter")
    case .halfYear: Phrase(vi: "sáu tháng một lần", en: "every half year")
    case .year: Phrase(vi: "hằng năm", en: "every year")
    }
  }

  /// Whether a period is longer than a month, so that a day number needs to name its month.
  fileprivate var isLong: Bool {
    switch self {
    case .week, .month: false
    case .quarter, .halfYear, .year: true
    }
  }
}

extension Due {
  /// When, in words: `trước ngày 20`, `chậm nhất ngày 30/6/2026`.
  func words(every kind: PeriodKind?) -> Phrase {
    switch self {
    case .unknown:
      return Phrase(
        vi: "vào ngày mà cấp có thẩm quyền chưa ấn định",
        en: "on a date that another body has still to set"
      )
    case .before(let date):
      let day = DateText.date(date)
      return Phrase(vi: "trước ngày \(day.vi)", en: "before \(day.en)")
    case .by(let date):
      let day = DateText.date(date)
      return Phrase(vi: "chậm nhất ngày \(day.vi)", en: "by \(day.en)")
    case .beforeDay(let number, let months):
      let month = Self.month(kind, months)
      return Phrase(vi: "trước ngày \(number)\(month.vi)", en: "before day \(number)\(month.en)")
    case .byDay(let number, let months):
      let month = Self.month(kind, months)
      return Phrase(
        vi: "chậm nhất ngày \(number)\(month.vi)",
        en: "by day \(number)\(month.en)"
      )
    case .end:
      return Phrase(vi: "chậm nhất ngày cuối của kỳ", en: "by the period's last day")
    }
  }

  private static func month(_ kind: PeriodKind?, _ months: Int) -> Phrase {
    switch months {
    case 0 where kind?.isLong ?? false:
      return Phrase(vi: " của tháng cuối kỳ", en: " of the period's last month")
    case 0:
      return Phrase(verbatim: "")
    case 1:
      return Phrase(vi: " của tháng liền sau kỳ", en: " of the month after the period")
    default:
      return Phrase(
        vi: " của tháng thứ \(months) sau kỳ",
        en: " of month \(months) after the period"
      )
    }
  }
}

extension Rolling {
  /// What happens to last days that are no working days.
  var words: [Phrase] {
    guard ways.count > 1 else { return ways.map(\.words) }
    let lead = Phrase(
      vi: "Văn bản có hiệu lực vào ngày hạn quyết định:",
      en: "The document in force on the day decides:"
    )
    return [lead] + ways.map(\.words)
  }
}

extension Roll {
  /// What happens to a last day that is no working day.
  var words: Phrase {
    switch self {
    case .none:
      Phrase(
        vi: "Hạn rơi vào ngày nghỉ thì giữ nguyên.",
        en: "A deadline on a day off stays where it is."
      )
    case .following:
      Phrase(
        vi: "Hạn rơi vào ngày nghỉ thì dời đến ngày làm việc kế tiếp.",
        en: "A deadline on a day off moves to the next working day."
      )
    case .preceding:
      Phrase(
        vi: "Hạn rơi vào ngày nghỉ thì dời về ngày làm việc liền trước.",
        en: "A deadline on a day off moves to the working day before."
      )
    }
  }
}

extension WorkingCalendar {
  /// Says day by day how a last good day came to be another one.
  ///
  /// - Parameters:
  ///   - nominal: The last good day as the plan writes it.
  ///   - rolled: Where it went.
  /// - Returns: One phrase a day, the working day last; none if the day stayed.
  func steps(from nominal: CivilDate, to rolled: CivilDate) -> [Phrase] {
    guard nominal != rolled else { return [] }
    let distance: Int = rolled - nominal
    let step = distance < 0 ? -1 : 1
    return (0...min(abs(distance), 60)).map { count in
      let day = nominal.adding(days: count * step)
      let date = DateText.date(day)
      let weekday = DateText.weekday(day)
      if day == rolled {
        return Phrase(
          vi: "\(date.vi) là \(weekday.vi), ngày làm việc → hạn là \(date.vi)",
          en: "\(date.en) is \(weekday.en), a working day → due \(date.en)"
        )
      }
      if let name = holidayName(day) {
        return Phrase(
          vi: "\(date.vi) là \(weekday.vi), nghỉ lễ (\(name))",
          en: "\(date.en) is \(weekday.en), a holiday (\(name))"
        )
      }
      return Phrase(
        vi: "\(date.vi) là \(weekday.vi), ngày nghỉ hằng tuần",
        en: "\(date.en) is \(weekday.en), of the weekend"
      )
    }
  }
}
