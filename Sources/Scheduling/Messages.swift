internal import CivilTime
internal import Diagnostics
internal import Findings

/// The texts of this room.
enum ScheduleMessages {
  static let nothing = Phrase(vi: "Không có gì đến hạn.", en: "Nothing falls due.")

  static func title(_ schedule: Schedule) -> Phrase {
    let from = DateText.date(schedule.from)
    let through = DateText.date(schedule.through)
    let count = schedule.obligations.count
    return Phrase(
      vi: "\(count) nghĩa vụ đến hạn từ \(from.vi) đến \(through.vi)",
      en: "\(count) obligations fall due from \(from.en) to \(through.en)"
    )
  }

  static func heading(_ day: CivilDate, asOf: CivilDate) -> Phrase {
    let weekday = DateText.weekday(day)
    let distance = day - asOf
    let when: Phrase
    switch distance {
    case 0: when = Phrase(vi: "hôm nay", en: "today")
    case 1...: when = Phrase(vi: "còn \(distance) ngày", en: "in \(distance) days")
    default: when = Phrase(vi: "đã qua \(-distance) ngày", en: "\(-distance) days ago")
    }
    let date = DateText.date(day)
    return Phrase(
      vi: "\(date.vi), \(weekday.vi) (\(when.vi))",
      en: "\(date.en), \(weekday.en) (\(when.en))"
    )
  }

  static func reminder(_ start: CivilDate) -> Phrase {
    let date = DateText.date(start)
    return Phrase(vi: "nhắc từ \(date.vi)", en: "reminder from \(date.en)")
  }

  static func waiver(_ id: String) -> Phrase {
    Phrase(vi: "miễn trừ \(id)", en: "waiver \(id)")
  }

  static func summary(title: String, period: String, unit: String) -> Phrase {
    let what = period.isEmpty ? title : "\(title) – \(period)"
    return Phrase(vi: "Hạn: \(what) (\(unit))", en: "Due: \(what) (\(unit))")
  }

  static func alarm(_ title: String) -> Phrase {
    Phrase(vi: "Sắp đến hạn: \(title)", en: "Due soon: \(title)")
  }

  static let clause = Phrase(vi: "Căn cứ", en: "Clause")
  static let guidance = Phrase(vi: "Việc cần làm", en: "What to do")
}
