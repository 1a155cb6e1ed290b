public import CivilTime
internal import Expressions
public import Rules
internal import Synchronization

/// The variables that expressions over each dataset may read, and their slots.
///
/// Slots below the number of declared columns are those columns; four more are bound by the engine
/// (`unit`, `period_start`, `period_end`, `due`); the rest are fields reached through references.
public struct DatasetScopes: Sendable {
  private let datasets: [Dataset]
  private let unitIDs: [String]
  private let calendar: WorkingCalendar
  /// The date judged at.
  let asOf: CivilDate
  private let utcOffsetSeconds: Int
  private let joinedFields: [[JoinedField]]
  private let known = KnownScopes()

  /// Works out the variables of every dataset of a pack.
  ///
  /// - Parameters:
  ///   - rules: The pack.
  ///   - asOf: The date judged at.
  ///   - utcOffsetSeconds: How far the pack's time zone is ahead of UTC.
  public init(_ rules: RuleSet, asOf: CivilDate, utcOffsetSeconds: Int) {
    self.utcOffsetSeconds = utcOffsetSeconds
    datasets = rules.datasets
    unitIDs = rules.units.map(\.id.text)
    calendar = rules.calendar
    self.asOf = asOf
    joinedFields = rules.datasets.map { Self.joinedFields($0, in: rules.datasets) }
  }

  /// Returns the slot of the first variable that the engine binds.
  func firstBoundSlot(_ dataset: Int) -> Int { datasets[dataset].columns.count }

  /// Returns the fields that a dataset's rows reach through references.
  public func joined(_ dataset: Int) -> [JoinedField] { joinedFields[dataset] }

  /// How many slots the expressions over a dataset have.
  public func slotCount(_ dataset: Int) -> Int {
    datasets[dataset].columns.count + BoundVariables.Variable.allCases.count
      + joinedFields[dataset].count
  }

  /// Returns what an expression over a dataset may read.
  ///
  /// - Parameters:
  ///   - dataset: The dataset's index.
  ///   - every: Whether the rule has periods, and with them their first and last days.
  ///   - due: Whether the rule has a deadline.
  /// - Returns: The scope.
  func scope(_ dataset: Int, every: Bool, due: Bool) -> Scope {
    let key = KnownScopes.Key(dataset: dataset, every: every, due: due)
    return known.scope(key) { makeScope(dataset, every: every, due: due) }
  }

  private func makeScope(_ dataset: Int, every: Bool, due: Bool) -> Scope {
    let columns = datasets[dataset].columns
    var variables = columns.enumerated().map { index, column in
      Self.variable(column.id, column, slot: index)
    }
    for variable in BoundVariables.Variable.allCases {
      let isThere =
        switch variable {
        case .unit: true
        case .periodStart, .periodEnd: every
        case .due: due
        }
      guard isThere, !columns.contains(where: { $0.id == variable.name }) else { continue }
      variables.append(
        Scope.Variable(
          name: variable.name,
          type: variable == .unit ? .unit : .date,
          slot: columns.count + variable.rawValue
        )
      )
    }
    for field in joinedFields[dataset] {
      let other = datasets[field.lookup.dataset].columns[field.field]
      let name = "\(columns[field.column].id).\(other.id)"
      variables.append(Self.variable(name, other, slot: field.slot))
    }
    return Scope(
      variables: variables,
      constants: ["as_of": .date(asOf)],
      unitIDs: unitIDs,
      calendar: calendar,
      utcOffsetSeconds: utcOffsetSeconds
    )
  }

  private static func variable(
    _ name: String,
    _ column: DatasetColumn,
    slot: Int
  ) -> Scope.Variable {
    let type = type(of: column.kind)
    return Scope.Variable(
      name: name,
      type: type,
      slot: slot,
      values: type == .string ? column.values : []
    )
  }

  private static func joinedFields(_ dataset: Dataset, in all: [Dataset]) -> [JoinedField] {
    let first = dataset.columns.count + BoundVariables.Variable.allCases.count
    var fields: [JoinedField] = []
    for (index, column) in dataset.columns.enumerated() {
      guard case .reference(let other) = column.kind, all[other].key.count == 1 else { continue }
      let lookup = LookupRequest(dataset: other, key: all[other].key)
      for field in all[other].columns.indices {
        let slot = first + fields.count
        fields.append(JoinedField(slot: slot, column: index, lookup: lookup, field: field))
      }
    }
    return fields
  }

  private static func type(of kind: DatasetColumn.Kind) -> ExpressionType {
    switch kind {
    case .text, .reference: .string
    case .integer: .int
    case .decimal, .percent: .decimal
    case .boolean: .bool
    case .date: .date
    case .datetime: .timestamp
    case .period(let kind): .period(kind)
    case .unit: .unit
    }
  }
}

/// The scopes made so far: hundreds of expressions share a few dozen of them.
private final class KnownScopes: Sendable {
  struct Key: Hashable {
    let dataset: Int
    let every: Bool
    let due: Bool
  }

  private let scopes = Mutex<[Key: Scope]>([:])

  /// Returns a scope, making it if it is not known.
  func scope(_ key: Key, _ make: () -> Scope) -> Scope {
    scopes.withLock { scopes in
      if let scope = scopes[key] { return scope }
      let scope = make()
      scopes[key] = scope
      return scope
    }
  }
}
