internal import Diagnostics
internal import Engine
internal import Rules
internal import VietnameseText

/// Turns selectors into the rules and units of a pack.
///
/// Selectors of one kind add to each other; those of different kinds must all hold. A value that
/// fits nothing in the pack is a mistake of the command line, never an empty selection.
struct SelectionResolver {
  let rules: RuleSet
  let language: Language

  /// Returns what selectors select; without any, everything.
  ///
  /// - Parameter selectors: The selectors, in order.
  /// - Returns: The rules and the units; nil stands for all.
  /// - Throws: `Failure` for a value that names nothing.
  func resolve(_ selectors: [Selector]) throws -> Selection {
    var ids: Set<RuleID>?
    var units: Set<Int>?
    for kind in Selector.Kind.allCases {
      let values = selectors.filter { $0.kind == kind }.map(\.value)
      guard !values.isEmpty else { continue }
      if kind == .unit {
        units = try Set(values.flatMap(unitIndices))
        continue
      }
      let selected = try Set(values.flatMap { try ruleIDs(kind, $0) })
      ids = ids.map { $0.intersection(selected) } ?? selected
    }
    return Selection(rules: ids, units: units)
  }

  private func ruleIDs(_ kind: Selector.Kind, _ value: String) throws -> [RuleID] {
    switch kind {
    case .rule: try rules(named: value)
    case .clause: try rules(under: value)
    case .tag: try rules(tagged: value)
    case .severity: try rules(from: value)
    case .unit: []
    }
  }

  private func rules(named value: String) throws -> [RuleID] {
    let glob = Glob(value)
    let found = rules.rules.map(\.id).filter { glob.matches($0.text) }
    guard found.isEmpty else { return found }
    throw unknown(
      Phrase(vi: "không có quy tắc nào", en: "no rule"),
      value,
      among: rules.rules.map(\.id.text)
    )
  }

  private func rules(tagged value: String) throws -> [RuleID] {
    let found = rules.rules.filter { $0.tags.contains(value) }.map(\.id)
    guard found.isEmpty else { return found }
    let tags = Set(rules.rules.flatMap(\.tags)).sorted()
    throw unknown(Phrase(vi: "không quy tắc nào có nhãn", en: "no rule tagged"), value, among: tags)
  }

  private func rules(from value: String) throws -> [RuleID] {
    guard let least = Severity(rawValue: value) else {
      let words = Severity.allCases.map(\.rawValue)
      throw unknown(Phrase(vi: "không có mức", en: "no severity"), value, among: words)
    }
    return rules.rules.filter { $0.severity >= least }.map(\.id)
  }

  private func rules(under value: String) throws -> [RuleID] {
    let clauses = rules.documents.flatMap { document in
      document.clauses.map { ClauseReference(document: document.id, clause: $0.id) }
    }
    let isKnown =
      rules.documents.contains { $0.id == value }
      || clauses.contains { Self.lies($0, under: value) }
    guard isKnown else {
      let names = rules.documents.map(\.id) + clauses.map(\.description)
      throw unknown(Phrase(vi: "không có điều khoản", en: "no clause"), value, among: names)
    }
    return rules.rules.filter { $0.clauses.contains { Self.lies($0, under: value) } }.map(\.id)
  }

  /// Whether a clause is the named one or below it: `kh57/IV` holds `kh57/IV.1`, not `kh57/IVa`.
  static func lies(_ clause: ClauseReference, under value: String) -> Bool {
    let text = clause.description
    return clause.document == value || text == value || text.hasPrefix(value + ".")
  }

  private func unitIndices(_ value: String) throws -> [Int] {
    if let group = rules.groups.first(where: { $0.id == value }) { return group.members }
    if value == "all" { return Array(rules.units.indices) }
    let folded = NameFolding.fold(value)
    let found = rules.units.indices.filter { index in
      let unit = rules.units[index]
      return ([unit.id.text, unit.name] + unit.aliases).contains { NameFolding.fold($0) == folded }
    }
    guard found.isEmpty else { return found }
    let names = rules.units.flatMap { [$0.id.text, $0.name] + $0.aliases }
    throw unknown(
      Phrase(vi: "không có đơn vị", en: "no unit"),
      value,
      among: names + rules.groups.map(\.id)
    )
  }

  private func unknown(_ what: Phrase, _ value: String, among names: [String]) -> Failure {
    let message = Phrase(
      vi: "--select: \(what.vi) '\(value)'",
      en: "--select: \(what.en) '\(value)'"
    )
    return Failure.usage(message, language, help: Suggestion.help(for: value, among: names))
  }
}
