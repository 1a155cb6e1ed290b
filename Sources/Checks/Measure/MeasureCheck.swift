internal import CivilTime
internal import Diagnostics
public import Findings
internal import Rules

/// Check `measure`: an aggregate against a bound.
public struct MeasureCheck: Check {
  /// The rows, and what is read of them.
  public let sides: [CheckSide]
  /// The figure is a value.
  public var kind: Measured.Kind { .measure }
  /// The bound.
  public var target: Target? { bound }

  private let aggregate: Aggregate
  private let bound: Target
  private let ifEmpty: EmptyMeaning

  init?(_ reader: inout MappingReader, _ context: CheckContext) {
    let target = context.target(&reader, [.atLeast, .atMost, .equals], isShare: false)
    let ifEmpty: EmptyMeaning = reader.oneOf("if_empty") ?? .noData
    guard let aggregate = Aggregate(&reader, context), let target else { return nil }
    self.aggregate = aggregate
    self.ifEmpty = ifEmpty
    bound = target
    sides = [
      context.side(aggregate.population, columns: [aggregate.column].compactMap(\.self))
    ]
  }

  /// Returns what is demanded, as plain values.
  public func describe() -> CheckDescription {
    CheckDescription(
      rows: [
        aggregate.described()
      ],
      demand: .value(aggregate.figure, bound),
      ifEmpty: aggregate.needsRows ? ifEmpty.rawValue : nil
    )
  }

  /// Returns an empty tally.
  public func accumulator(
    side: Int,
    layout: Layout,
    limit: Int,
    lookups: [LookupRequest: Lookup]
  ) -> any Accumulator {
    AggregateTally(aggregate, by: [], limit: limit, layout: layout)
  }

  /// Concludes from the bounds of the value.
  public func assess(_ states: [any Accumulator], _ facts: ObligationFacts) -> Assessment {
    guard let tally = states.first as? AggregateTally else { return Assessment.nothing }
    let group = tally.groups(unit: facts.unit, period: facts.period).values.first
    let state = group?.state ?? AggregateState()
    let bounds = state.bounds(aggregate.function)
    var found: Assessment
    if aggregate.needsRows, state.isEmpty {
      found = ifEmpty.assessment
    } else if aggregate.needsRows, state.certainRows == 0 {
      found = Assessment(favourable: .met, unfavourable: .unmet)
    } else {
      found = reading(bounds, Fraction(facts.waivedTarget ?? bound.number))
      let stands = standing(state)
      found.metStandsOnPartialData = stands.met
      found.unmetStandsOnPartialData = stands.unmet
    }
    var measured = Measured(kind: .measure)
    measured.value = bounds.value?.text
    measured.target = bound.text(waived: facts.waivedTarget)
    measured.targetNumber = facts.waivedTarget ?? bound.number
    measured.relation = bound.relation
    measured.perhapsCount = state.perhapsRows
    measured.unknownCount = state.certainBlank
    let excluded = tally.excludedCounts(unit: facts.unit, period: facts.period)
    measured.excluded = aggregate.population.exclusions(excluded)
    found.measured = measured
    prove(&found, group, tally, facts)
    return found
  }

  private func reading(_ bounds: Bounds, _ target: Fraction) -> Assessment {
    let low = bounds.low?.compared(to: target)
    let high = bounds.high?.compared(to: target)
    let isCertain: Bool
    let isPossible: Bool
    switch bound.relation {
    case .atLeast:
      isCertain = low.map { $0 >= 0 } ?? false
      isPossible = high.map { $0 >= 0 } ?? true
    case .atMost:
      isCertain = high.map { $0 <= 0 } ?? false
      isPossible = low.map { $0 <= 0 } ?? true
    case .equals:
      isCertain = low == 0 && high == 0
      isPossible = (low.map { $0 <= 0 } ?? true) && (high.map { $0 >= 0 } ?? true)
    }
    return Assessment(
      favourable: isPossible ? .met : .unmet,
      unfavourable: isCertain ? .met : .unmet
    )
  }

  /// Which readings hold whatever rows a partial dump lacks: more rows can only raise a count, a
  /// maximum and a sum without negative values, and only lower a minimum.
  private func standing(_ state: AggregateState) -> (met: Bool, unmet: Bool) {
    let grows: Bool
    switch aggregate.function {
    case .rows, .distinct, .max: grows = true
    case .sum: grows = !state.hasNegative
    case .min: return (bound.relation == .atMost, bound.relation == .atLeast)
    case .average: return (false, false)
    }
    return grows ? (bound.relation == .atLeast, bound.relation == .atMost) : (false, false)
  }

  private func prove(
    _ found: inout Assessment,
    _ group: AggregateTally.Group?,
    _ tally: AggregateTally,
    _ facts: ObligationFacts
  ) {
    let isOpen = found.favourable != found.unfavourable
    guard isOpen || found.favourable == .unmet else { return }
    let rows =
      isOpen
      ? tally.openRows(unit: facts.unit, period: facts.period) : group?.sample ?? RowSample()
    let columns = aggregate.column.map { [$0] } ?? aggregate.population.shownColumns
    found.proofTotal = rows.total
    found.proofs = rows.rows.map {
      Assessment.Proof(
        side: 0,
        row: $0.reference,
        columns: columns,
        note: isOpen ? nil : CheckMessages.counted
      )
    }
  }
}
