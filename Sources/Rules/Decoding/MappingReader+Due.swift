internal import CivilTime
internal import Diagnostics
internal import YAMLTree

extension MappingReader {
  /// Returns a rule's `due`, or nil if it is absent or wrong.
  ///
  /// - Parameter every: The length of the rule's periods; it decides whether a day number or a full
  ///   date is wanted.
  /// - Returns: The deadline.
  mutating func due(every: PeriodKind?) -> Due? {
    guard let node = value("due") else { return nil }
    guard node.entries != nil else {
      if node.text.map(Self.trimmed) == "unknown" { return .unknown }
      refuseDue(node, DueMessages.shape, help: DueMessages.shapes)
      return nil
    }
    return mapping(of: node, what: Phrase(verbatim: "'due'")) { reader in
      let before = reader.value("before")
      let by = reader.value("by")
      let months = reader.integer("months_after", in: 0...120)
      let hasMonths = reader.has("months_after")
      guard !reader.refuseTogether(["before", "by"]) else { return nil }
      guard let end = before ?? by else {
        reader.refuseDue(node, DueMessages.neither, help: DueMessages.shapes)
        return nil
      }
      let isBefore = before != nil
      if let every {
        return reader.periodicDue(end, isBefore, every, months: hasMonths ? months ?? 0 : nil)
      }
      if hasMonths {
        let range = reader.keyRange("months_after")
        reader.sink.error(.invalidDeadline, DueMessages.monthsWithoutPeriod, at: range)
        return nil
      }
      return reader.fixedDue(end, isBefore)
    }
  }

  /// Reads a deadline that every period has.
  private mutating func periodicDue(
    _ node: Node,
    _ isBefore: Bool,
    _ every: PeriodKind,
    months: Int?
  ) -> Due? {
    let key = isBefore ? "before" : "by"
    guard let text = text(of: node, key: key) else { return nil }
    if text == "end" {
      guard !isBefore else {
        refuseDue(node, DueMessages.beforeEnd, help: DueMessages.useByEnd)
        return nil
      }
      guard months == nil else {
        refuseDue(node, DueMessages.monthsWithEnd, help: nil)
        return nil
      }
      return .end
    }
    guard let number = Self.wholeNumber(text), (1...31).contains(number) else {
      refuseDue(node, DueMessages.notDayNumber(text, key), help: DueMessages.dayNumbers)
      return nil
    }
    guard every != .week else {
      refuseDue(node, DueMessages.dayNumberInWeek, help: DueMessages.useByEnd)
      return nil
    }
    return isBefore
      ? .beforeDay(number, monthsAfter: months ?? 0) : .byDay(number, monthsAfter: months ?? 0)
  }

  /// Reads a single deadline: a day, or for `by` the last day of a period.
  private mutating func fixedDue(_ node: Node, _ isBefore: Bool) -> Due? {
    let key = isBefore ? "before" : "by"
    guard let text = text(of: node, key: key) else { return nil }
    if let date = CivilDate(iso: text) { return isBefore ? .before(date) : .by(date) }
    if text == "end" || Self.wholeNumber(text).map({ (1...31).contains($0) }) == true {
      refuseDue(node, DueMessages.numberWithoutEvery(text), help: DueMessages.addEvery)
      return nil
    }
    if let period = Period(text: text) {
      if !isBefore { return .by(period.last) }
      refuseDue(node, DueMessages.beforePeriod(text), help: DueMessages.writeFirstDay(period.first))
      return nil
    }
    return date(of: node, key: key).map { isBefore ? .before($0) : .by($0) }
  }

  private mutating func refuseDue(_ node: Node, _ message: Phrase, help: Phrase?) {
    sink.error(.invalidDeadline, message, at: node.range, help: help)
  }
}
