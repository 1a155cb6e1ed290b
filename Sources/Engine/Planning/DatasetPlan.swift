internal import Checks
internal import Rules
internal import Tables
internal import VietnameseText

/// One side of one rule's check: who wants the rows of a dataset.
struct Consumer: Sendable {
  /// The rule's index among the plans.
  let plan: Int
  /// The side's index in its check.
  let side: Int
}

/// What must be read of one dataset, for all rules together.
struct DatasetPlan: Sendable {
  let dataset: Int
  /// The columns to parse.
  let columns: [Int]
  /// The fields of other datasets that expressions reach.
  let joined: [JoinedField]
  /// Who wants the rows.
  let consumers: [Consumer]
  /// The lookups that other datasets make into this one.
  let provides: [LookupRequest: [Int]]
  /// The lookups that must be complete before its rows are read.
  let needs: Set<LookupRequest>
  /// Whether the rows are read for those who look into them only, and once more later.
  var isForLookupsOnly = false
}

/// The whole plan of a run: obligations, and what must be read for them.
struct RunPlan: Sendable {
  let rules: RuleSet
  let plans: [RulePlan]
  let scopes: DatasetScopes
  /// The datasets that some rule needs, in pack order.
  let datasets: [DatasetPlan]

  init(rules: RuleSet, plans: [RulePlan], scopes: DatasetScopes) {
    self.rules = rules
    self.plans = plans
    self.scopes = scopes
    var demands = rules.datasets.indices.map { _ in Demand() }
    for (index, plan) in plans.enumerated() {
      for (side, part) in plan.check.sides.enumerated() {
        demands[part.dataset].consumers.append(Consumer(plan: index, side: side))
        demands[part.dataset].columns.formUnion(part.columns)
        demands[part.dataset].joined.formUnion(part.joined)
        demands[part.dataset].needs.formUnion(plan.check.lookups)
        for field in part.joined {
          demands[field.lookup.dataset].provides[field.lookup, default: []].insert(field.field)
        }
      }
      for lookup in plan.check.lookups {
        demands[lookup.dataset].provides[lookup, default: []].formUnion([])
      }
    }
    datasets = rules.datasets.indices.compactMap { index in
      demands[index].plan(index, rules.datasets[index])
    }
  }

  /// What rules ask of one dataset.
  private struct Demand {
    var consumers: [Consumer] = []
    var columns: Set<Int> = []
    var joined: Set<JoinedField> = []
    var needs: Set<LookupRequest> = []
    var provides: [LookupRequest: Set<Int>] = [:]

    func plan(_ index: Int, _ dataset: Dataset) -> DatasetPlan? {
      guard !consumers.isEmpty || !provides.isEmpty else { return nil }
      var all = columns.union(dataset.key)
      if let unit = dataset.unitColumn { all.insert(unit) }
      for (column, declared) in dataset.columns.enumerated() {
        if case .reference = declared.kind { all.insert(column) }
      }
      for (lookup, fields) in provides { all.formUnion(fields.union(lookup.key)) }
      return DatasetPlan(
        dataset: index,
        columns: all.sorted(),
        joined: joined.sorted { $0.slot < $1.slot },
        consumers: consumers,
        provides: provides.mapValues { $0.sorted() },
        needs: needs
      )
    }
  }
}

extension RuleSet {
  /// Returns how a dataset's tables look to a reader.
  func schema(_ index: Int, unitsByName: [String: Int32]) -> TableSchema {
    let dataset = datasets[index]
    return TableSchema(
      dataset: dataset.id.text,
      columns: dataset.columns.map { column in
        TableSchema.ColumnSchema(
          id: column.id,
          headers: column.headers.map(NameFolding.fold),
          labels: column.headers,
          type: type(of: column.kind),
          isRequired: column.isRequired,
          values: column.values,
          blank: column.blank
        )
      },
      numberStyle: dataset.usesEnglishNumbers ? .en : .vi,
      missing: dataset.missing,
      unitsByName: unitsByName
    )
  }

  /// Every name of every unit, folded, with the unit's index.
  var unitsByName: [String: Int32] {
    var names: [String: Int32] = [:]
    for (index, unit) in units.enumerated() {
      for name in [unit.id.text, unit.name] + unit.aliases {
        names[NameFolding.fold(name)] = Int32(index)
      }
    }
    return names
  }

  private func type(of kind: DatasetColumn.Kind) -> ColumnType {
    switch kind {
    case .text: .text
    case .integer: .integer
    case .decimal: .decimal
    case .percent: .percent
    case .boolean: .boolean
    case .date: .date
    case .datetime: .datetime
    case .period(let kind): .period(kind)
    case .unit: .unit
    case .reference(let other): .reference(dataset: datasets[other].id.text)
    }
  }
}
