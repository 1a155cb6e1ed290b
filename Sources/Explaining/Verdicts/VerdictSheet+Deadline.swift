internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension VerdictSheet {
  /// How the deadline came about, and whether it has passed.
  var deadline: [Phrase] {
    guard let deadline = obligation.deadline else {
      guard rule?.due == .unknown else {
        return [
          Phrase(
            vi: "Không có thời hạn: xét tại ngày tính đến.",
            en: "No deadline: judged at the as-of date."
          )
        ]
      }
      return [
        Phrase(
          vi: "Cấp có thẩm quyền chưa ấn định ngày.",
          en: "Another body has still to set the date."
        )
      ]
    }
    let nominal = DateText.date(deadline.nominal)
    var lines: [Phrase] = []
    if let due = rule?.due {
      let written = due.words(every: rule?.every)
      let period = obligation.id.period.map(DateText.period)
      let of = period.map { Phrase(vi: ", \($0.vi)", en: ", \($0.en)") } ?? Phrase(verbatim: "")
      lines.append(
        written.sentence + of
          + Phrase(
            vi: " → ngày cuối còn đúng hạn là \(nominal.vi), đến 24:00",
            en: " → the last good day is \(nominal.en), until 24:00"
          )
      )
    }
    let moved = run.rules.calendar.steps(from: deadline.nominal, to: deadline.rolled)
    if moved.isEmpty {
      let weekday = DateText.weekday(deadline.nominal)
      let isKept = rule?.rolling.roll(on: deadline.nominal) == Roll.none
      lines.append(
        isKept
          ? Phrase(
            vi: "\(nominal.vi) là \(weekday.vi); quy tắc không dời hạn",
            en: "\(nominal.en) is \(weekday.en); the rule moves no deadline"
          )
          : Phrase(
            vi: "\(nominal.vi) là \(weekday.vi), ngày làm việc: không dời",
            en: "\(nominal.en) is \(weekday.en), a working day: it stays"
          )
      )
    }
    lines += moved
    if let source = calendarSource(deadline), !moved.isEmpty { lines.append(source) }
    if deadline.effective != deadline.rolled {
      let until = DateText.date(deadline.effective)
      lines.append(
        Phrase(
          vi:
            "Miễn trừ \(obligation.waiver ?? "") gia hạn đến \(until.vi); hạn gia hạn không dời nữa",
          en: "Waiver \(obligation.waiver ?? "") extends it to \(until.en); that day is not moved"
        )
      )
    }
    lines.append(distance(to: deadline.effective))
    return lines
  }

  private func calendarSource(_ deadline: Deadline) -> Phrase? {
    guard let source = run.rules.calendar.source(year: deadline.nominal.year) else { return nil }
    return Phrase(
      vi: "Lịch năm \(deadline.nominal.year): \(source)",
      en: "Calendar of \(deadline.nominal.year): \(source)"
    )
  }

  private func distance(to due: CivilDate) -> Phrase {
    let day = DateText.date(due)
    let today = DateText.date(run.asOf)
    guard due < run.asOf else {
      let days = DateText.days(due - run.asOf)
      return Phrase(
        vi: "Hạn \(day.vi); tính đến \(today.vi) chưa qua (còn \(days.vi))",
        en: "Due \(day.en); as of \(today.en) it has not passed (\(days.en) left)"
      )
    }
    let days = DateText.days(run.asOf - due)
    return Phrase(
      vi: "Hạn \(day.vi); tính đến \(today.vi) đã qua \(days.vi)",
      en: "Due \(day.en); as of \(today.en) it passed \(days.en) ago"
    )
  }

  /// The counting of days for something done or not done.
  var lateness: Phrase? {
    guard let due = obligation.deadline?.effective else { return nil }
    let last = DateText.date(due)
    guard let done = obligation.done ?? (due < run.asOf ? run.asOf : nil) else { return nil }
    let isDone = obligation.done != nil
    guard isDone || obligation.verdict == .overdue || obligation.verdict == .waived else {
      return nil
    }
    let day = DateText.date(done)
    let start =
      isDone
      ? Phrase(vi: "ngày được tính \(day.vi)", en: "the day that counts is \(day.en)")
      : Phrase(vi: "chưa có, tính đến \(day.vi)", en: "nothing as of \(day.en)")
    let gap: Int = done - due
    let days = DateText.days(abs(gap))
    return gap > 0
      ? start
        + Phrase(
          vi: "; hạn \(last.vi); muộn \(days.vi) (ngày theo lịch)",
          en: "; due \(last.en); \(days.en) late (calendar days)"
        )
      : start
        + Phrase(vi: "; hạn \(last.vi): đúng hạn", en: "; due \(last.en): in time")
  }
}
