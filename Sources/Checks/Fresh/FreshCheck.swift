internal import CivilTime
public import Findings
internal import Rules

/// Check `fresh`: the newest update must not be older than a span.
public struct FreshCheck: Check {
  /// The rows, and what is read of them.
  public let sides: [CheckSide]
  /// The figure is a date.
  public var kind: Measured.Kind { .fresh }

  private let population: Population
  private let column: Int
  private let within: Span
  private let ifEmpty: EmptyMeaning
  private let variables: BoundVariables
  private let asOf: CivilDate
  private let calendar: WorkingCalendar

  init?(_ reader: inout MappingReader, _ context: CheckContext) {
    let ifEmpty: EmptyMeaning = reader.oneOf("if_empty") ?? .noData
    let within = reader.span("within", .required)
    reader.allow(["where", "exclude", "updated", "unit"])
    guard let dataset = context.dataset(&reader, "of") else { return nil }
    let division = Division(unitColumn: context.unitColumn(&reader, of: dataset), period: nil)
    let population = context.population(&reader, of: dataset, division: division)
    let column = context.column(&reader, "updated", .required, of: dataset, kinds: .date)
    guard let column, let within else { return nil }
    self.column = column
    self.within = within
    self.population = population
    self.ifEmpty = ifEmpty
    variables = context.bound(population)
    asOf = context.scopes.asOf
    calendar = context.rules.calendar
    sides = [
      context.side(
        population,
        columns: [column],
        calendarColumns: within.unit == .workingDays ? [column] : []
      )
    ]
  }

  /// Returns what is demanded, as plain values.
  public func describe() -> CheckDescription {
    CheckDescription(
      rows: [
        DescribedRows(
          population: population,
          variables: variables,
          outcome: .dated(column: column, asOf: asOf, blankIsUnknown: true)
        )
      ],
      demand: .recent(column: column, within: within),
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
    FreshTally(
      population: population,
      column: column,
      limit: limit,
      asOf: asOf,
      layout: layout,
      bound: variables
    )
  }

  /// Concludes from the newest day, with unknown days as good or as bad as they can be.
  public func assess(_ states: [any Accumulator], _ facts: ObligationFacts) -> Assessment {
    guard let tally = states.first as? FreshTally else { return Assessment.nothing }
    let slot = tally.slot(unit: facts.unit, period: facts.period)
    var found = reading(slot)
    found.metStandsOnPartialData = true
    var measured = Measured(kind: .fresh)
    measured.value = slot.newest?.day.description
    measured.target = within.description
    measured.relation = .atMost
    measured.excluded = population.exclusions(
      tally.excludedCounts(unit: facts.unit, period: facts.period)
    )
    found.measured = measured
    if found.favourable != found.unfavourable {
      // The newest day itself may lie where the calendar does not reach.
      let newest = slot.newest.flatMap { isFresh($0.day) == nil ? [$0.row] : nil } ?? []
      found.proofTotal = slot.open.total + newest.count
      found.proofs = (newest + slot.open.rows.map(\.reference)).map {
        Assessment.Proof(side: 0, row: $0, columns: [column])
      }
    } else if found.favourable == .unmet, let newest = slot.newest {
      found.proofTotal = 1
      found.proofs = [
        Assessment.Proof(side: 0, row: newest.row, columns: [column], note: CheckMessages.newest)
      ]
    }
    return found
  }

  private func reading(_ slot: FreshTally.Slot) -> Assessment {
    if slot.certain == 0, slot.perhaps == 0 { return ifEmpty.assessment }
    let isFresh = slot.newest.map { self.isFresh($0.day) } ?? false
    if isFresh == true { return Assessment(.met) }
    let isPerhapsFresh =
      isFresh == nil || slot.dayless > 0 || slot.certain == 0
      || slot.newestPerhaps.map { self.isFresh($0) != false } ?? false
    return isPerhapsFresh
      ? Assessment(favourable: .met, unfavourable: .unmet) : Assessment(.unmet)
  }

  /// Returns whether a day is recent enough; nil if the calendar cannot say.
  private func isFresh(_ day: CivilDate) -> Bool? {
    switch within.unit {
    case .days: return asOf - day <= within.count
    case .months: return asOf <= day.adding(months: within.count)
    case .workingDays:
      if let count = try? calendar.workingDays(after: day, through: asOf) {
        return count <= within.count
      }
      return isBeyondCalendar(day) ? false : nil
    }
  }

  /// Returns whether the working days of the years that the calendar holds are too many already.
  private func isBeyondCalendar(_ day: CivilDate) -> Bool {
    var year = day.year + 1
    while year <= asOf.year {
      if let first = CivilDate(year: year, month: 1, day: 1),
        let count = try? calendar.workingDays(after: first, through: asOf)
      {
        return count > within.count
      }
      year += 1
    }
    return false
  }
}
