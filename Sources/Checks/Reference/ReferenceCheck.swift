internal import Diagnostics
public import Findings
internal import Rules
internal import YAMLTree

/// Check `reference`: every value of a column must be found in a column of another dataset.
public struct ReferenceCheck: Check {
  /// The rows whose values are looked up.
  public let sides: [CheckSide]
  /// The values that they must be among, and the rows that expressions reach.
  public var lookups: [LookupRequest] { Array(Set(joinedLookups + [request])).sorted() }
  /// The figures are rows whose value is found or not.
  public var kind: Measured.Kind { .reference }

  private let population: Population
  private let column: Int
  private let request: LookupRequest
  private let place: String
  private let ifEmpty: EmptyMeaning
  private let variables: BoundVariables

  init?(_ reader: inout MappingReader, _ context: CheckContext) {
    let ifEmpty: EmptyMeaning = reader.oneOf("if_empty") ?? .notApplicable
    reader.allow(["where", "exclude", "column", "in", "unit"])
    guard let dataset = context.dataset(&reader, "of") else { return nil }
    let division = Division(unitColumn: context.unitColumn(&reader, of: dataset), period: nil)
    let population = context.population(&reader, of: dataset, division: division)
    let column = context.column(&reader, "column", .required, of: dataset)
    let request = Self.request(&reader, context, column: column, of: dataset)
    guard let column, let request else { return nil }
    self.column = column
    self.request = request
    place = context.place(request.key, of: request.dataset)
    self.population = population
    self.ifEmpty = ifEmpty
    variables = context.bound(population)
    sides = [context.side(population, columns: [column])]
  }

  private static func request(
    _ reader: inout MappingReader,
    _ context: CheckContext,
    column: Int?,
    of dataset: Int
  ) -> LookupRequest? {
    guard let node = reader.required("in"), let text = reader.text(of: node, key: "in") else {
      return nil
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts.contains("") else {
      reader.report(
        node,
        CheckMessages.notDatasetColumn(text),
        help: CheckMessages.writeDatasetColumn
      )
      return nil
    }
    guard let target = context.dataset(named: parts[0], at: node, &reader) else { return nil }
    let owner = context.rules.datasets[target]
    guard let index = owner.columnIndex(parts[1]) else {
      reader.sink.error(
        .unknownName,
        CheckMessages.unknownColumn(parts[1], of: parts[0]),
        at: node.range,
        help: Suggestion.help(for: parts[1], among: owner.columns.map(\.id))
      )
      return nil
    }
    if let column {
      let own = context.rules.datasets[dataset].columns[column]
      guard own.kind.storage == owner.columns[index].kind.storage else {
        reader.sink.error(
          .wrongColumnType,
          CheckMessages.typesDiffer(own.id, text),
          at: node.range
        )
        return nil
      }
    }
    return LookupRequest(dataset: target, key: [index])
  }

  /// Returns what is demanded, as plain values.
  public func describe() -> CheckDescription {
    CheckDescription(
      rows: [
        DescribedRows(
          population: population,
          variables: variables,
          outcome: .found(column: column, request)
        )
      ],
      demand: .found(column: column, dataset: request.dataset, in: request.key.first ?? 0),
      ifEmpty: ifEmpty.rawValue
    )
  }

  /// Returns an empty tally.
  public func accumulator(
    side: Int,
    layout: Layout,
    limit: Int,
    lookups: [LookupRequest: Lookup]
  ) -> any Accumulator {
    let empty = Lookup(dataset: request.dataset, key: request.key, fields: [])
    return RowTally(
      population: population,
      requirement: .found(column: column, in: lookups[request] ?? empty),
      interest: RowTally.Interest(keepsTrue: false, limit: limit),
      layout: layout,
      bound: variables
    )
  }

  /// Concludes from the rows whose value is not found.
  ///
  /// That a value is missing from a partial source proves nothing; that one is found does.
  public func assess(_ states: [any Accumulator], _ facts: ObligationFacts) -> Assessment {
    guard let tally = states.first as? RowTally else { return Assessment.nothing }
    let share = tally.share(unit: facts.unit, period: facts.period)
    var found = share.allTrue(ifEmpty: ifEmpty)
    found.metStandsOnPartialData = !facts.partialDatasets.contains(population.dataset)
    found.unmetStandsOnPartialData =
      share.certainFalse > 0 && !facts.partialDatasets.contains(request.dataset)
    let excluded = tally.excludedCounts(unit: facts.unit, period: facts.period)
    found.measured = share.measured(.reference, excluded: population.exclusions(excluded))
    let note = CheckMessages.notFound(in: place)
    found.prove(tally, facts, columns: { _ in [column] }, note: { _ in note })
    return found
  }
}

extension DatasetColumn.Kind {
  /// The types whose keys can be compared: a reference is the text of a key, a percentage a number.
  var storage: DatasetColumn.Kind {
    switch self {
    case .reference: .text
    case .percent: .decimal
    default: self
    }
  }
}
