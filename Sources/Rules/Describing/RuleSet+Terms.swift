public import CivilTime
internal import YAMLTree

/// What verdicts depend on besides the data, written out so that two packs can be compared.
///
/// A text is canonical: keys are sorted, indices of the register are ids, and comments, layout and
/// places in files leave no trace. It is meant for digests and is never parsed.
extension RuleSet {
  /// Writes out what the verdicts of a rule depend on, besides data, deadlines and waivers.
  ///
  /// In are the check with all its keys, the due date, the bearer's kind, how the datasets are read,
  /// and the calendar if the check counts working days. Out is what only words, weights or places
  /// depend on: title, guidance, tags, severity, clauses, supporting units; who the members are and
  /// since when the rule is owed, which decide whether there is an obligation and not how it is
  /// judged; and how unit names are spelt, which would make every rule another one for each alias.
  ///
  /// - Parameters:
  ///   - rule: A rule of the pack.
  ///   - datasets: The datasets that it reads.
  /// - Returns: The text; equal for equal terms.
  public func terms(of rule: Rule, reading datasets: [DatasetID]) -> String {
    var text = TermsText()
    text.add("check", rule.checkKind)
    text.add("keys", rule.checkNode)
    text.add("bearer", bearerKind(rule.bearer))
    text.add("every", rule.every?.rawValue)
    text.add("due", rule.due.map(Self.text))
    text.add("roll", rule.due == nil ? nil : Self.text(rule.rolling))
    for dataset in self.datasets where datasets.contains(dataset.id) {
      add(dataset, to: &text)
    }
    if text.mentionsWorkingDays { add(calendar, to: &text) }
    return text.text
  }

  /// Writes out the waivers of a rule that are for a unit and a period; empty without any.
  ///
  /// Whether one has lapsed makes no difference: that is time going by, not a change of terms.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - unit: The unit that owes it.
  ///   - period: The period, if the rule recurs.
  /// - Returns: The text; equal for equal waivers.
  public func waiverTerms(of rule: RuleID, unit: UnitID, period: Period?) -> String {
    var text = TermsText()
    for waiver in waivers where waiver.rule == rule {
      let isForPeriod = waiver.periods.map { periods in
        period.map(periods.contains) ?? false
      }
      guard isForPeriod ?? true, waiver.units.contains(where: { units[$0].id == unit }) else {
        continue
      }
      text.add("waiver", waiver.id)
      text.add("valid", Self.text(waiver.valid))
      switch waiver.effect {
      case .exempt: text.add("effect", "exempt")
      case .extend(let until): text.add("until", until.description)
      case .target(let target, let isAtLeast):
        text.add(isAtLeast ? "at_least" : "at_most", target.description)
      }
    }
    return text.text
  }

  /// Writes out the calendar: weekend, holidays and working days of every year.
  public var calendarTerms: String {
    var text = TermsText()
    add(calendar, to: &text)
    return text.text
  }

  private func bearerKind(_ bearer: Rule.Bearer) -> String {
    switch bearer {
    case .unit: "unit"
    case .each, .everyone: "each"
    }
  }

  private static func text(_ due: Due) -> String {
    switch due {
    case .unknown: "unknown"
    case .before(let date): "before \(date.description)"
    case .by(let date): "by \(date.description)"
    case .beforeDay(let day, let months): "before day \(day) + \(months)"
    case .byDay(let day, let months): "by day \(day) + \(months)"
    case .end: "end"
    }
  }

  private static func text(_ rolling: Rolling) -> String {
    rolling.ways.map(\.rawValue).joined(separator: " ")
  }

  private static func text(_ dates: EffectiveDates) -> String {
    "\(dates.from?.description ?? "")..\(dates.to?.description ?? "")"
  }

  private func add(_ dataset: Dataset, to text: inout TermsText) {
    text.add("dataset", dataset.id.text)
    text.add("file", dataset.file)
    text.add("sheet", dataset.sheet)
    text.add("table", dataset.table)
    text.add("numbers", dataset.usesEnglishNumbers ? "en" : "vi")
    text.add("key", dataset.key.map { dataset.columns[$0].id }.joined(separator: " "))
    text.add("unit", dataset.unitColumn.map { dataset.columns[$0].id })
    text.add("covers", dataset.coversUntil?.description)
    for missing in dataset.missing { text.add("missing", missing) }
    text.add("empty", dataset.mayBeEmpty ? "none" : "unknown")
    for column in dataset.columns.sorted(by: { $0.id < $1.id }) {
      text.add("column", column.id)
      for header in column.headers { text.add("header", header) }
      text.add("type", type(of: column))
      text.add("required", column.isRequired ? "yes" : nil)
      for value in column.values { text.add("value", value) }
      text.add("blank", column.blank.map { $0 ? "yes" : "no" })
    }
  }

  private func type(of column: DatasetColumn) -> String {
    switch column.kind {
    case .text: "text"
    case .integer: "integer"
    case .decimal: "decimal"
    case .percent: "percent"
    case .boolean: "boolean"
    case .date: "date"
    case .datetime: "datetime"
    case .period(let kind): kind.rawValue
    case .unit: "unit"
    case .reference(let index):
      "ref \(datasets.indices.contains(index) ? datasets[index].id.text : "")"
    }
  }

  private func add(_ calendar: WorkingCalendar, to text: inout TermsText) {
    for day in Weekday.allCases where calendar.weekend.contains(day) { text.add("off", day.name) }
    for year in calendar.entries.sorted(by: { $0.year < $1.year }) {
      text.add("year", String(year.year))
      for holiday in year.holidays.sorted(by: { $0.from < $1.from }) {
        text.add("holiday", "\(holiday.from)..\(holiday.to)")
      }
      for day in year.working.sorted() { text.add("working", day.description) }
    }
  }
}

/// A canonical text in the making: names and values, each with its length, so that no value can
/// pass for a name.
private struct TermsText {
  private(set) var text = ""
  /// Whether something counts working days, and so depends on the calendar.
  private(set) var mentionsWorkingDays = false

  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    text += "\(name)="
    write(value)
    text += "\n"
  }

  mutating func add(_ name: String, _ node: Node) {
    text += "\(name)="
    write(node)
    text += "\n"
  }

  private mutating func write(_ value: String) {
    text += "\(value.utf8.count):\(value)"
  }

  private mutating func write(_ node: Node) {
    if let value = node.text {
      if value.contains("workdays") || Span(text: value)?.unit == .workingDays {
        mentionsWorkingDays = true
      }
      write(value)
    } else if let elements = node.elements {
      text += "["
      for element in elements { write(element) }
      text += "]"
    } else {
      text += "{"
      for entry in (node.entries ?? []).sorted(by: { $0.name < $1.name }) {
        write(entry.name)
        write(entry.value)
      }
      text += "}"
    }
  }
}
