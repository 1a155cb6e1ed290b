internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Rules
internal import YAMLTree

/// Makes the mutants of rules.
struct MutantMaker {
  let rules: RuleSet
  private let scopes: DatasetScopes

  init(rules: RuleSet, utcOffsetSeconds: Int) {
    self.rules = rules
    scopes = DatasetScopes(rules, asOf: .max, utcOffsetSeconds: utcOffsetSeconds)
  }

  /// Returns the mutants of one rule, in the order of its text.
  ///
  /// - Parameters:
  ///   - rule: A rule of the pack.
  ///   - equivalent: Counts the mutants left out because they judge everything as the rule does.
  /// - Returns: The mutants.
  func mutants(of rule: Rule, equivalent: inout Int) -> [Mutant] {
    let check = bind(rule)
    let deadlines = DeadlineMutations(
      calendar: rules.calendar,
      rule: rule,
      spansPeriods: check?.spansPeriods ?? false
    )
    var mutants = bearers(of: rule, equivalent: &equivalent)
    mutants += deadlines.variants(equivalent: &equivalent).map { variant in
      let range = rule.dueRange ?? rule.range
      return mutant(rule, variant.rule, variant.description, at: range)
    }
    let variants = CheckMutations.all(of: rule.checkNode, kind: rule.checkKind)
    let columns = columns(of: rule, check)
    if rule.due == .unknown {
      // Pending before anything else is asked (rule language §13.4).
      equivalent += variants.count + columns.count
      return mutants
    }
    for variant in variants {
      if variant.unitless.map({ isDefaultUnit(at: $0, of: rule) }) ?? false
        || variant.movesShare && coversUnits(rule)
      {
        equivalent += 1
        continue
      }
      var changed = rule
      changed.checkNode = variant.node
      mutants.append(mutant(rule, changed, variant.description, at: variant.range))
    }
    return mutants + columns
  }

  private func bind(_ rule: Rule) -> (any Check)? {
    var sink = DiagnosticSink()
    return CheckBinder.bind(CheckContext(rules: rules, rule: rule, scopes: scopes), into: &sink)
  }

  private func mutant(
    _ rule: Rule,
    _ changed: Rule,
    _ description: Phrase,
    at range: SourceRange?
  ) -> Mutant {
    Mutant(rule: rule.id, change: .rule(changed), description: description, range: range)
  }

  /// Leaves each unit out of those that owe the rule, or has another unit owe it.
  private func bearers(of rule: Rule, equivalent: inout Int) -> [Mutant] {
    switch rule.bearer {
    case .unit(let unit):
      guard rules.units.count > 1 else { return [] }
      let other = (unit + 1) % rules.units.count
      var changed = rule
      changed.bearer = .unit(other)
      let (from, to) = (rules.units[unit].id, rules.units[other].id)
      let description = Phrase(verbatim: "responsible: \(from) → \(to)")
      return [mutant(rule, changed, description, at: rule.bearerRange)]
    case .each(let units): return without(units, rule, &equivalent)
    case .everyone: return without(Array(rules.units.indices), rule, &equivalent)
    }
  }

  private func without(_ units: [Int], _ rule: Rule, _ equivalent: inout Int) -> [Mutant] {
    var mutants: [Mutant] = []
    for unit in units {
      guard exists(unit, during: rule.effective) else {
        equivalent += 1
        continue
      }
      var changed = rule
      changed.bearer = .each(units.filter { $0 != unit })
      let description = MutationMessages.unitDropped(rules.units[unit].id.text)
      mutants.append(mutant(rule, changed, description, at: rule.bearerRange))
    }
    return mutants
  }

  /// Whether a unit can owe a rule at all: it exists on some day on which the rule may be due, which
  /// rolling may carry a little past the effective dates.
  private func exists(_ unit: Int, during effective: RuleDates) -> Bool {
    let active = rules.units[unit].active
    if let end = active.to, let start = effective.from, end < start { return false }
    guard let start = active.from, let end = effective.to else { return true }
    return start <= end.adding(days: 60)
  }

  /// Whether a `unit` names the column that would divide the rows without it.
  private func isDefaultUnit(at path: [Node.Step], of rule: Rule) -> Bool {
    guard rule.bearer.isDivided, let mapping = rule.checkNode.value(at: path),
      let name = mapping["unit"]?.text
    else { return false }
    let parts = ["expected", "actual", "left", "right"].compactMap { mapping[$0] } + [mapping]
    let owners = parts.compactMap { $0["of"]?.text }
    return owners.allSatisfy { owner in
      let dataset = rules.datasets.first { $0.id.text == owner }
      return dataset?.unitColumn.map { dataset?.columns[$0].id == name } ?? false
    }
  }

  /// Whether a `cover` expects each unit's own name, so that its share is nothing or the whole.
  private func coversUnits(_ rule: Rule) -> Bool {
    let check = rule.checkNode
    guard rule.checkKind == "cover", rule.bearer.isDivided, check["both"] == nil,
      let expected = check["expected"], let key = expected["key"]?.text,
      let dataset = rules.datasets.first(where: { $0.id.text == expected["of"]?.text })
    else { return false }
    let own = (expected["unit"] ?? check["unit"])?.text
    return key == own ?? dataset.unitColumn.map { dataset.columns[$0].id }
  }

  /// Empties each column that the check reads.
  private func columns(of rule: Rule, _ check: (any Check)?) -> [Mutant] {
    guard let check else { return [] }
    var read: [Int: Set<Int>] = [:]
    for side in check.sides {
      read[side.dataset, default: []].formUnion(side.columns)
      for field in side.joined {
        read[field.lookup.dataset, default: []].formUnion(field.lookup.key + [field.field])
      }
    }
    for lookup in check.lookups { read[lookup.dataset, default: []].formUnion(lookup.key) }
    return read.keys.sorted().flatMap { dataset in
      (read[dataset] ?? []).sorted().map { column in
        let owner = rules.datasets[dataset]
        return Mutant(
          rule: rule.id,
          change: .emptyColumn(dataset: dataset, column: column),
          description: MutationMessages.emptied(owner.id.text, owner.columns[column].id),
          range: rule.checkNode.range
        )
      }
    }
  }
}

extension Rule.Bearer {
  /// Whether there is one obligation a unit.
  fileprivate var isDivided: Bool {
    switch self {
    case .unit: false
    case .each, .everyone: true
    }
  }
}
