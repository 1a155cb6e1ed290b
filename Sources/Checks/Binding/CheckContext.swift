internal import CivilTime
internal import Diagnostics
internal import Expressions
public import Rules
internal import YAMLTree

/// What a check needs to decode and bind its keys: the rule, the pack and the date.
public struct CheckContext: Sendable {
  /// The pack.
  public let rules: RuleSet
  /// The rule whose check is bound.
  public let rule: Rule
  /// The variables of expressions.
  public let scopes: DatasetScopes

  /// Makes a context.
  public init(rules: RuleSet, rule: Rule, scopes: DatasetScopes) {
    self.rules = rules
    self.rule = rule
    self.scopes = scopes
  }

  /// Whether the rule has one obligation a unit.
  var isDivided: Bool {
    switch rule.bearer {
    case .unit: false
    case .each, .everyone: true
    }
  }

  // MARK: Names

  /// Returns the dataset that a key names, or reports it.
  func dataset(_ reader: inout MappingReader, _ key: String) -> Int? {
    guard let node = reader.required(key), let name = reader.text(of: node, key: key) else {
      return nil
    }
    return dataset(named: name, at: node, &reader)
  }

  /// Returns the dataset of a name, or reports it.
  func dataset(named name: String, at node: Node, _ reader: inout MappingReader) -> Int? {
    if let index = rules.datasets.firstIndex(where: { $0.id.text == name }) { return index }
    reader.sink.error(
      .unknownName,
      CheckMessages.unknownDataset(name),
      at: node.range,
      help: Suggestion.help(for: name, among: rules.datasets.map(\.id.text))
    )
    return nil
  }

  /// Returns the column of a dataset that a scalar names, or reports it.
  func column(named node: Node, key: String, of dataset: Int, _ reader: inout MappingReader) -> Int?
  {
    guard let name = reader.text(of: node, key: key) else { return nil }
    let owner = rules.datasets[dataset]
    if let index = owner.columnIndex(name) { return index }
    reader.sink.error(
      .unknownName,
      CheckMessages.unknownColumn(name, of: owner.id.text),
      at: node.range,
      help: Suggestion.help(for: name, among: owner.columns.map(\.id))
    )
    return nil
  }

  /// Returns the column that a key names, or nil if it is absent or reported.
  func column(
    _ reader: inout MappingReader,
    _ key: String,
    _ presence: Presence = .optional,
    of dataset: Int,
    kinds: ColumnKinds = .any
  ) -> Int? {
    guard let node = reader.value(key, presence),
      let index = column(named: node, key: key, of: dataset, &reader)
    else { return nil }
    return check(index, of: dataset, is: kinds, at: node, &reader) ? index : nil
  }

  /// Returns the columns that a key names, one or a list.
  func columns(
    _ reader: inout MappingReader,
    _ key: String,
    _ presence: Presence = .optional,
    of dataset: Int
  ) -> [Int] {
    let nodes = reader.list(key, presence, allowsSingle: true) ?? []
    return nodes.compactMap { column(named: $0, key: key, of: dataset, &reader) }
  }

  /// Reports a column of the wrong type; true if it is of the right one.
  func check(
    _ index: Int,
    of dataset: Int,
    is kinds: ColumnKinds,
    at node: Node,
    _ reader: inout MappingReader
  ) -> Bool {
    let column = rules.datasets[dataset].columns[index]
    if kinds.contain(column.kind) { return true }
    // A type that does not exist was reported where the column is declared.
    guard !column.isTypeUnknown else { return false }
    reader.sink.error(
      .wrongColumnType,
      CheckMessages.wrongType(column.id, wanted: kinds.words),
      at: node.range
    )
    return false
  }

  /// Names columns of a dataset for people, such as `«Sổ thiết bị» (thiet_bi.ma)`.
  func place(_ columns: [Int], of dataset: Int) -> String {
    let owner = rules.datasets[dataset]
    let names = columns.map { "\(owner.id).\(owner.columns[$0].id)" }.joined(separator: ", ")
    return owner.title == owner.id.text ? names : "«\(owner.title)» (\(names))"
  }

  // MARK: Division

  /// Returns the column that divides a dataset's rows by unit.
  ///
  /// A rule for each unit needs one; a rule for one unit uses one only if the check names it.
  /// - Parameters:
  ///   - reader: The mapping that may have the key `unit`.
  ///   - dataset: The dataset.
  ///   - named: The column that an outer mapping names, if any.
  ///   - isOptional: Whether a side without such a column may use all its rows.
  /// - Returns: The column; nil if rows are not divided.
  func unitColumn(
    _ reader: inout MappingReader,
    of dataset: Int,
    named: Int? = nil,
    isOptional: Bool = false
  ) -> Int? {
    if let own = column(&reader, "unit", of: dataset, kinds: .unit) { return own }
    if let named { return named }
    guard isDivided else { return nil }
    let owner = rules.datasets[dataset]
    if let column = owner.unitColumn { return column }
    guard !isOptional, !reader.has("unit") else { return nil }
    reader.sink.error(
      .noUnitColumn,
      CheckMessages.noUnitColumn(owner.id.text),
      at: rule.bearerRange ?? rule.range,
      help: CheckMessages.nameUnitColumn(owner.id.text)
    )
    return nil
  }

  // MARK: Populations and expressions

  /// Returns the rows of a dataset that `where` and `exclude` describe.
  func population(
    _ reader: inout MappingReader,
    of dataset: Int,
    division: Division,
    excludes: Bool = true
  ) -> Population {
    let conditions = reader.optional("where").map { self.conditions($0, "where", dataset, &reader) }
    var exclusions: [Population.Exclusion] = []
    if excludes {
      for node in reader.list("exclude") ?? [] {
        let exclusion = reader.mapping(of: node, what: CheckMessages.exclusion) { inner in
          let reason = inner.text("reason", .required)
          guard let node = inner.required("where") else { return Population.Exclusion?.none }
          let conditions = self.conditions(node, "where", dataset, &inner)
          return reason.map { Population.Exclusion(conditions: conditions, reason: $0) }
        }
        if let exclusion { exclusions.append(exclusion) }
      }
    }
    return Population(
      dataset: dataset,
      conditions: conditions ?? [],
      exclusions: exclusions,
      division: division
    )
  }

  /// Compiles a condition: an expression, or a map of columns and the values they may have.
  func conditions(
    _ node: Node,
    _ key: String,
    _ dataset: Int,
    _ reader: inout MappingReader
  ) -> [CompiledExpression] {
    guard let entries = node.entries else {
      return [expression(node, key, dataset, &reader)].compactMap(\.self)
    }
    return entries.compactMap { entry in
      guard let index = column(named: entry.key, key: key, of: dataset, &reader) else { return nil }
      let column = rules.datasets[dataset].columns[index]
      guard let values = entry.value.elements else {
        let literal = MapCondition.literal(entry.value, for: column.kind)
        return compile("\(column.id) == \(literal)", at: entry.value, dataset, &reader)
      }
      let literals = values.map { MapCondition.literal($0, for: column.kind) }
      let text = "\(column.id) in [\(literals.joined(separator: ", "))]"
      return compile(text, at: entry.value, dataset, &reader)
    }
  }

  /// Compiles a condition written as an expression.
  func expression(
    _ node: Node,
    _ key: String,
    _ dataset: Int,
    _ reader: inout MappingReader
  ) -> CompiledExpression? {
    guard reader.text(of: node, key: key) != nil, let text = node.text else { return nil }
    return CompiledExpression.compile(
      text,
      in: scope(dataset),
      expecting: .bool,
      at: { node.range(ofScalarOffset: $0, length: $1) },
      into: &reader.sink
    )
  }

  /// Compiles a text of our own making; faults are shown at the node that gave rise to it.
  private func compile(
    _ text: String,
    at node: Node,
    _ dataset: Int,
    _ reader: inout MappingReader
  ) -> CompiledExpression? {
    CompiledExpression.compile(
      text,
      in: scope(dataset),
      expecting: .bool,
      at: { _, _ in node.range },
      into: &reader.sink
    )
  }

  private func scope(_ dataset: Int) -> Scope {
    scopes.scope(dataset, every: rule.every != nil, due: rule.due != nil)
  }

  // MARK: Sides

  /// Returns what a side reads: its population's columns, and those a check adds.
  func side(
    _ population: Population,
    columns: [Int] = [],
    expressions: [CompiledExpression] = [],
    calendarColumns: [Int] = [],
    isShared: Bool = false
  ) -> CheckSide {
    let expressions = population.expressions + expressions
    let slots = expressions.reduce(into: Set<Int>()) { $0.formUnion($1.slots) }
    let declared = rules.datasets[population.dataset].columns.count
    let joined = scopes.joined(population.dataset).filter { slots.contains($0.slot) }
    var values = Set(columns).union(population.division.columns).union(joined.map(\.column))
    var (guarded, days) = (Set<Int>(), Set(calendarColumns))
    for expression in expressions {
      values.formUnion(expression.valueSlots.filter { $0 < declared })
      guarded.formUnion(expression.presenceSlots.filter { $0 < declared })
      days.formUnion(expression.calendarSlots.filter { $0 < declared })
    }
    return CheckSide(
      dataset: population.dataset,
      columns: values.union(slots.filter { $0 < declared }),
      valueColumns: values,
      guardedColumns: guarded.intersection(values),
      joined: joined,
      calendarColumns: days,
      asksCalendar: !days.isEmpty || expressions.contains(where: \.asksCalendar),
      isShared: isShared
    )
  }

  /// Returns the variables that a population's expressions, and others, read of the obligation.
  func bound(_ population: Population, _ expressions: [CompiledExpression] = []) -> BoundVariables {
    BoundVariables(
      firstSlot: scopes.firstBoundSlot(population.dataset),
      expressions: population.expressions + expressions
    )
  }

  /// Returns the declared columns that expressions read, in pack order, for showing.
  func shownColumns(_ expressions: [CompiledExpression], of dataset: Int) -> [Int] {
    let declared = rules.datasets[dataset].columns.count
    let joined = scopes.joined(dataset)
    let slots = expressions.reduce(into: Set<Int>()) { $0.formUnion($1.slots) }
    let direct = slots.filter { $0 < declared }
    let through = joined.filter { slots.contains($0.slot) }.map(\.column)
    return Set(direct).union(through).sorted()
  }
}
