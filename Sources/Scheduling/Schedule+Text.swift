internal import CivilTime
internal import Diagnostics
internal import Engine
internal import Findings
internal import Reports
internal import Rules

extension Schedule {
  /// The schedule for people: a day a heading, below it what is due and by whom.
  func text(_ language: Language, usesColor: Bool, width: Int?) -> String {
    var page = Page(usesColor: usesColor, width: width)
    page.line([Page.Span(ScheduleMessages.title(self).text(language), .strong)])
    for (day, items) in byDay {
      page.blank()
      page.line([Page.Span(ScheduleMessages.heading(day, asOf: asOf).text(language), .strong)])
      for (rule, items) in byRule(items) {
        page.line(
          "\(rule?.title ?? items[0].id.rule.text)\(period(of: items[0], language))",
          indent: 2
        )
        page.line(details(items, rule, language), indent: 4)
        page.line(names(items).joined(separator: ", "), indent: 4)
      }
    }
    if obligations.isEmpty {
      page.blank()
      page.line(ScheduleMessages.nothing.text(language))
    }
    return page.text
  }

  /// The days on which something is due, in order, with what is.
  private var byDay: [(CivilDate, [ScheduledObligation])] {
    Dictionary(grouping: obligations, by: \.deadline.effective).sorted { $0.key < $1.key }
  }

  /// What is due on a day, by rule and period, in order: units with one arithmetic stand together.
  private func byRule(
    _ items: [ScheduledObligation]
  ) -> [(Rule?, [ScheduledObligation])] {
    var groups: [(Rule?, [ScheduledObligation])] = []
    for item in items {
      if let last = groups.indices.last, let known = groups[last].1.first,
        known.id.rule == item.id.rule, known.id.period == item.id.period,
        known.deadline == item.deadline
      {
        groups[last].1.append(item)
      } else {
        groups.append((rule(of: item), [item]))
      }
    }
    return groups
  }

  private func period(of item: ScheduledObligation, _ language: Language) -> String {
    item.id.period.map { " – \(DateText.period($0).text(language))" } ?? ""
  }

  private func details(
    _ items: [ScheduledObligation],
    _ rule: Rule?,
    _ language: Language
  ) -> String {
    let item = items[0]
    var parts = [item.id.rule.text]
    parts += rule?.clauses.map(\.description) ?? []
    parts.append(item.deadline.phrase.text(language))
    if let start = item.remindsFrom {
      parts.append(ScheduleMessages.reminder(start).text(language))
    }
    if let waiver = item.waiver { parts.append(ScheduleMessages.waiver(waiver).text(language)) }
    return parts.joined(separator: " · ")
  }

  private func names(_ items: [ScheduledObligation]) -> [String] {
    items.map { unit(of: $0)?.name ?? $0.id.unit.text }
  }

  /// The schedule for programs.
  func json(_ language: Language) -> JSONValue {
    .object([
      ("schema", .string("check-schedule/1")),
      ("pack", .string(rules.pack.name)),
      ("as_of", .string(asOf.description)),
      ("from", .string(from.description)),
      ("through", .string(through.description)),
      ("rules_digest", .string("sha256:\(rules.digest)")),
      ("obligations", .array(obligations.map { json($0, language) })),
    ])
  }

  private func json(_ item: ScheduledObligation, _ language: Language) -> JSONValue {
    .object([
      ("fingerprint", .string(item.id.fingerprint)),
      ("rule", .string(item.id.rule.text)),
      ("title", .text(rule(of: item)?.title)),
      ("clauses", .texts(rule(of: item)?.clauses.map(\.description) ?? [])),
      ("unit", .string(item.id.unit.text)),
      ("unit_name", .text(unit(of: item)?.name)),
      ("period", .text(item.id.period?.description)),
      ("nominal_due", .string(item.deadline.nominal.description)),
      ("due", .string(item.deadline.effective.description)),
      ("arithmetic", .string(item.deadline.phrase.text(language))),
      ("reminder_from", .text(item.remindsFrom?.description)),
      ("waiver", .text(item.waiver)),
    ])
  }
}
