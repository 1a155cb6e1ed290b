internal import CivilTime
internal import Diagnostics
internal import Rules

/// A deadline of the coming three months in a year that the calendar does not hold.
///
/// One up to the as-of date is an error; the holidays of the next year become known towards the end
/// of this one, so that an earlier warning could not be heeded.
struct MissingCalendarYear: Lint {
  let id = DiagnosticID.calendarYearMissing

  private static let monthsAhead = 3

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    var late = DiagnosticSink()
    pack.rules.checkCalendar(asOf: pack.asOf, into: &late)
    for diagnostic in late.diagnostics { sink.add(diagnostic) }
    let held = pack.rules.calendar.years.sorted().map(String.init).joined(separator: ", ")
    for rule in pack.rules.rules where rule.rolling.canMove {
      let last = pack.asOf.adding(months: Self.monthsAhead)
      let next = pack.asOf.adding(days: 1)
      guard let days = pack.days(of: rule, through: last), next <= days.upperBound else { continue }
      let coming = max(days.lowerBound, next)...days.upperBound
      var years: Set<Int> = []
      for deadline in pack.deadlines(of: rule, within: coming) {
        guard rule.effective.contains(deadline.nominal), let year = deadline.missingYear,
          years.insert(year).inserted
        else { continue }
        sink.warning(
          id,
          Phrase(
            vi:
              "hạn \(deadline.nominal.vietnamese) của '\(rule.id)' thuộc năm \(year), lịch chưa có",
            en:
              "the deadline \(deadline.nominal) of '\(rule.id)' needs the year \(year), which the "
              + "calendar does not hold"
          ),
          at: rule.dueRange,
          notes: [
            Phrase(
              vi: "lịch có: \(held); đến hạn mà chưa có thì bộ quy tắc bị coi là sai",
              en: "it holds \(held); if it is not there by the deadline, the pack is in error"
            )
          ],
          help: Phrase(
            vi: "thêm năm \(year) vào 'calendar: years:' theo thông báo lịch nghỉ",
            en: "add the year \(year) to 'calendar: years:' from the notice of public holidays"
          )
        )
      }
    }
  }
}
