internal import CivilTime
internal import Diagnostics
internal import Expressions
public import Findings
internal import Rules

/// Check `ratio`: the share of a population's rows for which `that` is true, against a target.
public struct RatioCheck: Check {
  /// The rows, and what is read of them.
  public let sides: [CheckSide]
  /// The figures are shares.
  public var kind: Measured.Kind { .ratio }
  /// With `during`, rows say which period they are of.
  public var spansPeriods: Bool { population.division.period != nil }
  /// The share to reach or not to pass.
  public var target: Target? { bound }

  private let bound: Target
  private let population: Population
  private let that: CompiledExpression
  private let ifEmpty: EmptyMeaning
  private let variables: BoundVariables
  private let shown: [Int]

  init?(_ reader: inout MappingReader, _ context: CheckContext) {
    let ifEmpty: EmptyMeaning = reader.oneOf("if_empty") ?? .noData
    let target = context.target(&reader, [.atLeast, .atMost], isShare: true)
    reader.allow(["where", "exclude", "that", "during", "unit"])
    guard let dataset = context.dataset(&reader, "of") else { return nil }
    let division = Division(
      unitColumn: context.unitColumn(&reader, of: dataset),
      period: context.during(&reader, of: dataset),
      lastDay: context.scopes.asOf
    )
    let population = context.population(&reader, of: dataset, division: division)
    guard let node = reader.required("that"),
      let that = context.expression(node, "that", dataset, &reader), let target
    else { return nil }
    bound = target
    self.population = population
    self.that = that
    self.ifEmpty = ifEmpty
    variables = context.bound(population, [that])
    shown = context.shownColumns([that], of: dataset)
    sides = [context.side(population, expressions: [that])]
  }

  /// Returns what is demanded, as plain values.
  public func describe() -> CheckDescription {
    CheckDescription(
      rows: [
        DescribedRows(
          population: population,
          variables: variables,
          outcome: .conditions([that], complete: [])
        )
      ],
      demand: .share(that: that.text, bound),
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
    RowTally(
      population: population,
      requirement: .conditions([that], complete: []),
      interest: RowTally.Interest(keepsTrue: bound.relation == .atMost, limit: limit),
      layout: layout,
      bound: variables
    )
  }

  /// Concludes from the bounds of the share.
  public func assess(_ states: [any Accumulator], _ facts: ObligationFacts) -> Assessment {
    guard let tally = states.first as? RowTally else { return Assessment.nothing }
    let share = tally.share(unit: facts.unit, period: facts.period)
    var found = share.assessment(bound, waived: facts.waivedTarget, ifEmpty: ifEmpty)
    let excluded = tally.excludedCounts(unit: facts.unit, period: facts.period)
    var measured = share.measured(.ratio, excluded: population.exclusions(excluded))
    measured.target = bound.text(waived: facts.waivedTarget)
    measured.relation = bound.relation
    measured.targetNumber = facts.waivedTarget ?? bound.number
    found.measured = measured
    let note = bound.relation == .atMost ? CheckMessages.countsTowards : CheckMessages.countsAgainst
    found.prove(tally, facts, columns: { _ in shown }, note: { _ in note })
    return found
  }
}

extension CheckContext {
  /// Reads `during`: the date column that says which period a row is of.
  func during(_ reader: inout MappingReader, of dataset: Int) -> Division.PeriodSource? {
    guard let column = column(&reader, "during", of: dataset, kinds: .date) else { return nil }
    guard let every = rule.every else {
      reader.sink.error(
        .conflictingKeys,
        CheckMessages.duringNeedsEvery,
        at: reader.keyRange("during")
      )
      return nil
    }
    return dateSource(column, of: dataset, every)
  }

  /// Returns the source of periods that a date or date-time column is.
  func dateSource(_ column: Int, of dataset: Int, _ kind: PeriodKind) -> Division.PeriodSource {
    rules.datasets[dataset].columns[column].kind == .datetime
      ? .timestamp(column: column, kind: kind) : .date(column: column, kind: kind)
  }
}
