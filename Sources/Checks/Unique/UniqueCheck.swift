internal import Diagnostics
public import Findings
internal import Rules
internal import Tables

/// Check `unique`: no two rows of a population may hold the same key.
public struct UniqueCheck: Check {
  /// The rows, and what is read of them.
  public let sides: [CheckSide]
  /// The figures are rows that repeat a key.
  public var kind: Measured.Kind { .unique }

  private let population: Population
  private let key: [Int]
  private let ifEmpty: EmptyMeaning
  private let variables: BoundVariables

  init?(_ reader: inout MappingReader, _ context: CheckContext) {
    let ifEmpty: EmptyMeaning = reader.oneOf("if_empty") ?? .notApplicable
    reader.allow(["where", "exclude", "key", "unit"])
    guard let dataset = context.dataset(&reader, "of") else { return nil }
    let division = Division(unitColumn: context.unitColumn(&reader, of: dataset), period: nil)
    let population = context.population(&reader, of: dataset, division: division)
    key = context.columns(&reader, "key", .required, of: dataset)
    guard !key.isEmpty else { return nil }
    self.population = population
    self.ifEmpty = ifEmpty
    variables = context.bound(population)
    sides = [context.side(population, columns: key)]
  }

  /// Returns what is demanded, as plain values.
  public func describe() -> CheckDescription {
    CheckDescription(
      rows: [
        DescribedRows(
          population: population,
          variables: variables,
          outcome: .filled(key)
        )
      ],
      demand: .distinct(key: key),
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
    UniqueTally(
      population: population,
      key: key,
      limit: limit,
      layout: layout,
      bound: variables
    )
  }

  /// Concludes from the rows whose key stands before them.
  public func assess(_ states: [any Accumulator], _ facts: ObligationFacts) -> Assessment {
    guard let tally = states.first as? UniqueTally else { return Assessment.nothing }
    let result = tally.result(unit: facts.unit, period: facts.period)
    var found = result.share.isEmpty ? ifEmpty.assessment : Self.reading(result)
    found.unmetStandsOnPartialData = result.share.certainFalse > 0
    found.measured = result.share.measured(
      .unique,
      excluded: population.exclusions(tally.excludedCounts(unit: facts.unit, period: facts.period))
    )
    let isOpen = found.favourable != found.unfavourable
    let rows = isOpen ? result.open : found.favourable == .unmet ? result.repeated : RowSample()
    found.proofTotal = rows.total
    found.proofs = rows.rows.map {
      Assessment.Proof(
        side: 0,
        row: $0.reference,
        columns: key,
        note: isOpen ? nil : CheckMessages.duplicate,
        against: isOpen ? nil : .init(side: 0, row: result.earlier[Int($0.tag)])
      )
    }
    return found
  }

  private static func reading(_ result: UniqueTally.Result) -> Assessment {
    if result.share.certainFalse > 0 { return Assessment(.unmet) }
    if result.share.certain == 0 || result.isPerhapsRepeated {
      return Assessment(favourable: .met, unfavourable: .unmet)
    }
    return Assessment(.met)
  }
}
