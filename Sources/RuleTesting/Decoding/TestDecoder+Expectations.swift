internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import YAMLTree

extension TestDecoder {
  /// Reads what a test expects.
  ///
  /// - Parameters:
  ///   - reader: The test.
  ///   - named: The rules that it names.
  ///   - periods: The periods that it compares; nil for all.
  /// - Returns: The expectations that are right.
  func expectations(
    _ reader: inout MappingReader,
    _ named: [Rule],
    _ periods: [Period]?
  ) -> [Expectation] {
    let nodes = reader.list("expect", .required) ?? []
    var seen: [ExpectationKey: SourceRange] = [:]
    var found: [Expectation] = []
    for node in nodes {
      let expectation = reader.mapping(of: node, what: TestMessages.expectation) { inner in
        self.expectation(&inner, named, periods)
      }
      guard let expectation else { continue }
      let key = ExpectationKey(
        rule: expectation.rule,
        unit: expectation.unit,
        period: expectation.period
      )
      if let first = seen[key] {
        reader.report(node, TestMessages.expectedTwice(line: first.start.line), help: nil)
      } else {
        seen[key] = node.range
        found.append(expectation)
      }
    }
    return found
  }

  private struct ExpectationKey: Hashable {
    let rule: RuleID
    let unit: Int?
    let period: Period?
  }

  private func expectation(
    _ reader: inout MappingReader,
    _ named: [Rule],
    _ periods: [Period]?
  ) -> Expectation? {
    let rule = rule(&reader, named)
    let (unit, hasUnit) = unit(&reader)
    let verdict: Verdict? = reader.oneOf("verdict", .required)
    let period = reader.value("period").flatMap { self.period(of: $0, key: "period", &reader) }
    let facts = facts(&reader)
    if let rule { check(period, of: rule, periods, &reader) }
    guard let rule, hasUnit, let verdict, !reader.sink.hasErrors else { return nil }
    return Expectation(
      rule: rule.id,
      unit: unit,
      period: period,
      verdict: verdict,
      facts: facts,
      range: reader.range
    )
  }

  /// The rule of an expectation: the only one that the test names, or the one under `rule`.
  private func rule(_ reader: inout MappingReader, _ named: [Rule]) -> Rule? {
    let ids = named.map(\.id.text)
    guard let node = reader.value("rule") else {
      if named.count > 1 {
        reader.sink.error(
          .missingKey,
          TestMessages.whichRule,
          at: reader.range,
          help: TestMessages.chooseRule(ids)
        )
      }
      return named.count == 1 ? named.first : nil
    }
    guard let name = reader.text(of: node, key: "rule") else { return nil }
    if let rule = named.first(where: { $0.id.text == name }) { return rule }
    reader.unknownName(name, TestMessages.namedRule, at: node.range, among: ids)
    return nil
  }

  private func unit(_ reader: inout MappingReader) -> (unit: Int?, isKnown: Bool) {
    guard let node = reader.required("unit"), let name = reader.text(of: node, key: "unit") else {
      return (nil, false)
    }
    if name == "*" { return (nil, true) }
    if let index = rules.units.firstIndex(where: { $0.id.text == name }) { return (index, true) }
    let ids = rules.units.map(\.id.text)
    reader.unknownName(name, TestMessages.unit, at: node.range, among: ids + ["*"])
    return (nil, false)
  }

  /// Reports a period that the rule cannot have, and one that the test does not compare.
  private func check(
    _ period: Period?,
    of rule: Rule,
    _ periods: [Period]?,
    _ reader: inout MappingReader
  ) {
    let node = reader.node["period"] ?? reader.node
    switch (rule.every, period) {
    case (nil, nil): break
    case (nil, _?): reader.report(node, TestMessages.noPeriods(rule.id.text), help: nil)
    case (let kind?, nil):
      guard reader.node["period"].map(\.isNull) ?? true else { break }
      reader.sink.error(
        .missingKey,
        TestMessages.needsPeriod(rule.id.text, kind.rawValue),
        at: reader.range
      )
    case (let kind?, let period?):
      if period.kind != kind {
        reader.report(node, TestMessages.otherPeriod(rule.id.text, kind.rawValue), help: nil)
      } else if let periods, !periods.contains(period) {
        reader.report(node, TestMessages.notCompared(period.description), help: nil)
      }
    }
  }

  // MARK: Facts

  private func facts(_ reader: inout MappingReader) -> [Expectation.Fact] {
    var values: [ExpectedField: String] = [:]
    let outer: [ExpectedField] = ExpectedField.allCases.filter {
      !ExpectedField.measured.contains($0)
    }
    for field in outer { values[field] = value(of: field, &reader) }
    _ = reader.mapping("measured") { inner -> Void? in
      for field in ExpectedField.measured { values[field] = value(of: field, &inner) }
      return ()
    }
    return ExpectedField.allCases.compactMap { field in
      values[field].map { Expectation.Fact(field: field, value: $0) }
    }
  }

  private func value(of field: ExpectedField, _ reader: inout MappingReader) -> String? {
    let key = field.rawValue
    return switch field {
    case .reason: reader.oneOf(key, .optional, Reason.self)?.rawValue
    case .due, .nominalDue, .done: reader.date(key)?.description
    case .daysLate: reader.integer(key, in: 0...999_999)?.description
    case .waiver, .value: reader.text(key)
    case .dueSoon: reader.boolean(key)?.description
    case .trueCount, .falseCount, .unknownCount, .perhapsCount, .excludedCount, .extra:
      reader.integer(key, in: 0...999_999_999)?.description
    }
  }
}
