internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Reports
internal import Rules

/// How the deadlines of one rule come out in one year, period by period.
struct DeadlineTable: Sendable {
  /// One period, or the only deadline of a rule without periods.
  struct Row: Sendable {
    /// The period; nil for a single deadline.
    let period: Period?
    /// The last good day as the plan writes it.
    let nominal: CivilDate
    /// The last good day after days off; nil if the calendar does not hold its year.
    let rolled: CivilDate?
    /// Why there is no obligation, if there is none.
    let whyNot: Phrase?
    /// From when on a reminder runs.
    let remindsFrom: CivilDate?
    /// How the day was moved, day by day.
    let steps: [Phrase]
  }

  /// The year of the rows.
  let year: Int
  /// The rows, in the order of their periods.
  let rows: [Row]

  /// Works the deadlines of a year out.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - rules: Its pack.
  ///   - year: The year in which nominal last good days lie.
  init(_ rule: Rule, in rules: RuleSet, year: Int) {
    self.year = year
    guard let due = rule.due else {
      rows = []
      return
    }
    guard let kind = rule.every else {
      rows = due.nominal(in: nil).map { [Self.row(rule, rules, nil, $0)] } ?? []
      return
    }
    guard let first = CivilDate(year: year, month: 1, day: 1),
      let last = CivilDate(year: year, month: 12, day: 31)
    else {
      rows = []
      return
    }
    // A deadline lies up to two years after its period: begin early enough.
    var period = Period(kind: kind, containing: first.adding(months: -24))
    var rows: [Row] = []
    while period.first <= last {
      if let nominal = due.nominal(in: period), nominal.year == year {
        rows.append(Self.row(rule, rules, period, nominal))
      }
      let next = period.next
      guard next.first > period.first else { break }
      period = next
    }
    self.rows = rows
  }

  private static func row(
    _ rule: Rule,
    _ rules: RuleSet,
    _ period: Period?,
    _ nominal: CivilDate
  ) -> Row {
    let rolled = Self.rolled(nominal, rule.rolling.roll(on: nominal), rules.calendar)
    return Row(
      period: period,
      nominal: nominal,
      rolled: rolled,
      whyNot: whyNot(rule, period, nominal),
      remindsFrom: rolled.flatMap { due in
        rule.remind.map { rules.calendar.reminderStart($0, before: due) }
      },
      steps: rolled.map { rules.calendar.steps(from: nominal, to: $0) } ?? []
    )
  }

  private static func rolled(
    _ day: CivilDate,
    _ roll: Roll,
    _ calendar: WorkingCalendar
  ) -> CivilDate? {
    do {
      return try calendar.roll(day, roll)
    } catch {
      return nil
    }
  }

  private static func whyNot(_ rule: Rule, _ period: Period?, _ nominal: CivilDate) -> Phrase? {
    if let from = rule.effective.from, nominal < from {
      let day = DateText.date(from)
      return Phrase(
        vi: "không phải nghĩa vụ: hạn ở trước ngày có hiệu lực \(day.vi)",
        en: "no obligation: due before the rule is in force, \(day.en)"
      )
    }
    if let to = rule.effective.to, to < nominal {
      let day = DateText.date(to)
      return Phrase(
        vi: "không phải nghĩa vụ: hạn ở sau ngày hết hiệu lực \(day.vi)",
        en: "no obligation: due after the rule has lapsed, \(day.en)"
      )
    }
    guard !rule.effective.contains(nominal) else { return nil }
    return Phrase(
      vi: "không phải nghĩa vụ: ngày đó không văn bản nào của quy tắc có hiệu lực",
      en: "no obligation: no document of the rule is in force on the day"
    )
  }

  /// The rows as lines, one a period, the moving of days below.
  var lines: [Sheet.Line] {
    rows.flatMap { row -> [Sheet.Line] in
      let name = row.period.map { DateText.period($0) + ": " } ?? Phrase(verbatim: "")
      let nominal = DateText.date(row.nominal)
      if let whyNot = row.whyNot {
        return [
          Sheet.Line(
            text: name + Phrase(vi: "hạn \(nominal.vi), ", en: "due \(nominal.en), ") + whyNot,
            style: .faint
          )
        ]
      }
      guard let rolled = row.rolled else {
        let missing = Phrase(
          vi: "hạn \(nominal.vi); lịch chưa có năm này nên chưa biết có phải dời không",
          en: "due \(nominal.en); the calendar lacks the year, so nobody knows whether it moves"
        )
        return [Sheet.Line(text: name + missing, style: .doubtful)]
      }
      let weekday = DateText.weekday(row.nominal)
      var text = name + Phrase(vi: "hạn \(nominal.vi)", en: "due \(nominal.en)")
      if rolled == row.nominal {
        text = text + Phrase(vi: " (\(weekday.vi))", en: " (\(weekday.en))")
      } else {
        text = text + " → " + DateText.date(rolled)
      }
      if let start = row.remindsFrom.map(DateText.date) {
        text = text + Phrase(vi: ", nhắc từ \(start.vi)", en: ", reminder from \(start.en)")
      }
      return [Sheet.Line(text: text)] + row.steps.map { Sheet.Line(text: $0, indent: 4) }
    }
  }

  func json(_ language: Language) -> JSONValue {
    .object([
      ("year", .int(year)),
      (
        "deadlines",
        .array(
          rows.map { row in
            .object([
              ("period", .text(row.period?.description)),
              ("nominal_due", .string(row.nominal.description)),
              ("due", .text(row.rolled?.description)),
              ("owed", .bool(row.whyNot == nil)),
              ("why_not", .text(row.whyNot?.text(language))),
              ("reminder_from", .text(row.remindsFrom?.description)),
              ("steps", .texts(row.steps.map { $0.text(language) })),
            ])
          }
        )
      ),
    ])
  }
}
