internal import CivilTime
internal import Diagnostics
internal import YAMLTree

extension PackDecoder {
  /// Decodes rules up to their check, whose keys the checks decode themselves.
  mutating func decodeRules() {
    for node in sections.list("rules") {
      var reader = MappingReader(node, what: Words.rule)
      let rule = decodeRule(&reader)
      reader.finish(into: &sink)
      guard let id = reader.isMapping ? reader.node["id"] : nil, let name = id.text,
        !id.isNull, !name.isEmpty,
        ruleNames.declare(MappingReader.trimmed(name), at: id.range, into: &sink),
        let rule
      else { continue }
      ruleIndices[rule.id.text] = rules.count
      rules.append(rule)
    }
    linkSameFacts()
  }

  private mutating func decodeRule(_ reader: inout MappingReader) -> Rule? {
    let id = reader.identifier("id", .rule)
    let title = reader.text("title", .required)
    let clauses = decodeClauseReferences(&reader)
    let bearer = decodeBearer(&reader)
    let supporting = unitsNamed(
      reader.list("supporting", allowsSingle: true) ?? [],
      key: "supporting",
      &reader
    )
    let every: PeriodKind? = reader.oneOf("every")
    let due = reader.due(every: every)
    let check = decodeCheck(&reader)
    let cited = documents.filter { document in clauses.contains { $0.document == document.id } }
    let own = reader.dates("effective")
    let rule = Rule(
      id: RuleID(id ?? ""),
      title: title ?? id ?? "",
      clauses: clauses,
      bearer: bearer ?? .each([]),
      supporting: supporting,
      severity: reader.oneOf("severity") ?? .major,
      effective: RuleDates(own: own, documents: cited.map(\.effective)),
      tags: reader.texts("tags", allowsSingle: true).filter { !$0.isEmpty },
      guidance: reader.text("guidance"),
      every: every,
      due: due,
      rolling: reader.oneOf("roll", .optional, Roll.self).map { Rolling($0) } ?? Rolling(of: cited),
      remind: reader.span("remind"),
      checkKind: check?.kind ?? "",
      checkNode: check?.node ?? reader.node,
      range: reader.value("id")?.range ?? reader.range,
      dueRange: reader.value("due")?.range ?? reader.range,
      bearerRange: reader.value("responsible")?.range ?? reader.range
    )
    if let own, own.from == nil || own.to == nil,
      let first = rule.effective.from, let last = rule.effective.to, last < first
    {
      // If the rule writes both, they were compared where they stand.
      let message = PackMessages.endBeforeStart(last, first)
      reader.sink.error(.invalidValue, message, at: reader.keyRange("effective"))
    }
    decodeSameFacts(of: rule.id, &reader)
    checkTime(of: rule, &reader)
    guard id != nil, check != nil else { return nil }
    return rule
  }

  // MARK: Parts of a rule

  private mutating func decodeClauseReferences(
    _ reader: inout MappingReader
  ) -> [ClauseReference] {
    var found: [ClauseReference] = []
    let nodes = reader.list("clause", .required, allowsSingle: true) ?? []
    if nodes.isEmpty, let node = reader.value("clause"), node.elements != nil {
      reader.sink.error(.missingKey, Messages.emptyKey("clause", in: Words.rule), at: node.range)
    }
    for node in nodes {
      guard let text = reader.text(of: node, key: "clause") else { continue }
      guard let reference = clause(named: text, at: node, &reader) else { continue }
      if !found.contains(reference) { found.append(reference) }
    }
    return found
  }

  /// Finds the clause that a text such as `kh57/III.4.2.KQ4` names, or reports it.
  mutating func clause(
    named text: String,
    at node: Node,
    _ reader: inout MappingReader
  ) -> ClauseReference? {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      reader.report(node, PackMessages.notClause(text), help: PackMessages.clauses)
      return nil
    }
    let (document, clause) = (String(parts[0]), String(parts[1]))
    guard let index = documentNames.index(of: document) else {
      unknownName(document, Words.document, at: node.range, among: documentNames.names)
      return nil
    }
    if clauseNames[index].index(of: clause) == nil {
      let names = clauseNames[index].names
      let offset = document.unicodeScalars.count + 1
      let range = node.range(ofScalarOffset: offset, length: clause.unicodeScalars.count)
      unknownName(clause, Words.clause, at: range, among: names)
      return nil
    }
    return ClauseReference(document: document, clause: clause)
  }

  private mutating func decodeBearer(_ reader: inout MappingReader) -> Rule.Bearer? {
    guard let node = reader.value("responsible", .required) else { return nil }
    if node.entries == nil {
      guard let name = reader.text(of: node, key: "responsible") else { return nil }
      if let unit = unitNames.index(of: name) { return .unit(unit) }
      if name == Self.everyone || groupNames.index(of: name) != nil {
        let help = PackMessages.useEach(name)
        reader.report(node, PackMessages.groupNotUnit(name), help: help)
        return nil
      }
      unknownName(name, Words.unit, at: node.range, among: unitNames.names)
      return nil
    }
    var each = MappingReader(node, what: Phrase(verbatim: "'responsible'"))
    let nodes = each.list("each", .required, allowsSingle: true) ?? []
    if nodes.isEmpty, let list = each.value("each"), list.elements != nil {
      let message = Messages.emptyKey("each", in: Phrase(verbatim: "'responsible'"))
      each.sink.error(.missingKey, message, at: list.range)
    }
    let isEveryone = nodes.contains { $0.text == Self.everyone }
    let units = unitsNamed(nodes, key: "each", &each)
    each.finish(into: &reader.sink)
    return isEveryone ? .everyone : .each(units)
  }

  /// Finds the one check of a rule.
  private func decodeCheck(_ reader: inout MappingReader) -> (kind: String, node: Node)? {
    reader.allow(checkKinds)
    let present = (reader.node.entries ?? []).filter { checkKinds.contains($0.name) }
    guard let first = present.first else {
      if reader.isMapping, !hasMisspeltCheck(reader.node) {
        let help = PackMessages.checks(checkKinds)
        let message = PackMessages.missingCheck
        reader.sink.error(.missingCheck, message, at: reader.range, help: help)
      }
      return nil
    }
    for other in present.dropFirst() {
      let message = PackMessages.severalChecks(first.name, other.name)
      let help = PackMessages.splitRule
      reader.sink.error(.severalChecks, message, at: other.key.range, help: help)
    }
    return (first.name, first.value)
  }

  /// Whether a key looks like a misspelt check: it is reported as unknown, with the check to write.
  private func hasMisspeltCheck(_ rule: Node) -> Bool {
    (rule.entries ?? []).contains { entry in
      entry.value.entries != nil && Suggestion.nearest(to: entry.name, among: checkKinds) != nil
    }
  }

  // MARK: Time

  private func checkTime(of rule: Rule, _ reader: inout MappingReader) {
    let hasDue = reader.has("due")
    if reader.has("every"), !hasDue {
      let range = reader.keyRange("every")
      reader.sink.error(
        .missingDue,
        DueMessages.everyWithoutDue,
        at: range,
        help: DueMessages.addDue
      )
    } else if rule.checkKind == "evidence", !hasDue {
      let range = reader.keyRange("evidence")
      reader.sink.error(
        .missingDue,
        DueMessages.evidenceWithoutDue,
        at: range,
        help: DueMessages.addDue
      )
    } else if rule.remind != nil, !hasDue {
      reader.sink.warning(
        .missingDue,
        DueMessages.remindWithoutDue,
        at: reader.keyRange("remind")
      )
    }
    guard let due = rule.due, let range = rule.dueRange else { return }
    switch due {
    case .before, .by: checkFixed(due, of: rule, at: range, &reader)
    case .beforeDay(_, let months), .byDay(_, let months):
      guard rule.checkKind == "evidence", months > 0, let every = rule.every else { return }
      let hasPeriod = rule.checkNode["period"].map { !$0.isNull } ?? false
      if !every.hasColumnType {
        let message = DueMessages.monthsUnder(every)
        let help = DueMessages.dueWithinPeriod(every)
        reader.sink.error(.invalidDeadline, message, at: range, help: help)
      } else if !hasPeriod {
        let message = DueMessages.monthsWithoutPeriodColumn
        let help = DueMessages.namePeriodColumn
        reader.sink.error(.invalidDeadline, message, at: range, help: help)
      }
    case .end, .unknown: break
    }
  }

  private func checkFixed(
    _ due: Due,
    of rule: Rule,
    at range: SourceRange,
    _ reader: inout MappingReader
  ) {
    guard let nominal = due.nominal(in: nil) else { return }
    if !rule.effective.contains(nominal) {
      let notes = [DueMessages.effective(from: rule.effective.from, to: rule.effective.to)]
      let message = DueMessages.outsideEffective(nominal)
      reader.sink.error(.dateOutsideEffective, message, at: range, notes: notes)
    }
    do throws(CalendarYearMissing) {
      _ = try calendar.roll(nominal, rule.rolling.roll(on: nominal))
    } catch {
      reader.sink.error(
        .calendarYearMissing,
        DueMessages.yearMissing(error.year, nominal),
        at: range,
        help: DueMessages.addYear
      )
    }
  }
}
