internal import CivilTime
internal import Diagnostics
public import Findings
internal import Rules
internal import Tables
internal import YAMLTree

/// Check `evidence`: something must have been done, and by when.
public struct EvidenceCheck: Check {
  /// The rows, and what is read of them.
  public let sides: [CheckSide]
  /// The figures are rows that count.
  public var kind: Measured.Kind { .evidence }
  /// Rows say their period, or the day on which it was done does.
  public var spansPeriods: Bool { true }
  /// How many rows must count.
  public var target: Target? {
    Target(number: Decimal(mantissa: Int128(wanted)), relation: .atLeast, isPercent: false)
  }

  private let population: Population
  private let doneColumn: Int
  private let wanted: Int
  private let variables: BoundVariables
  private let asOf: CivilDate

  init?(_ reader: inout MappingReader, _ context: CheckContext) {
    let wanted = reader.integer("at_least", in: 1...1_000_000) ?? 1
    reader.allow(["where", "exclude", "unit", "period", "done_at"])
    guard let dataset = context.dataset(&reader, "of") else { return nil }
    let unit = context.unitColumn(&reader, of: dataset)
    let done = context.column(&reader, "done_at", .required, of: dataset, kinds: .date)
    let period = Self.period(&reader, context, dataset, done: done)
    let population = context.population(
      &reader,
      of: dataset,
      division: Division(unitColumn: unit, period: period)
    )
    guard context.rule.due != nil else {
      // A deadline that is there but wrong was reported where it stands.
      if context.rule.dueRange == context.rule.range {
        reader.sink.error(.missingDue, CheckMessages.evidenceNeedsDue, at: context.rule.range)
      }
      return nil
    }
    guard let done, period != nil || context.rule.every == nil else { return nil }
    self.wanted = wanted
    self.population = population
    doneColumn = done
    variables = context.bound(population)
    asOf = context.scopes.asOf
    sides = [context.side(population, columns: [done])]
  }

  /// Reads `period`, or takes the period that `done_at` falls in.
  private static func period(
    _ reader: inout MappingReader,
    _ context: CheckContext,
    _ dataset: Int,
    done: Int?
  ) -> Division.PeriodSource? {
    guard let every = context.rule.every else {
      if reader.has("period") {
        reader.sink.error(
          .conflictingKeys,
          CheckMessages.periodNeedsEvery,
          at: reader.keyRange("period")
        )
      }
      return nil
    }
    let isMonthsLater = (context.rule.due?.monthsAfter ?? 0) > 0
    if let node = reader.value("period") {
      if every.hasColumnType {
        return context.column(&reader, "period", of: dataset, kinds: .period(every))
          .map { .period(column: $0) }
      }
      let column = context.rules.datasets[dataset].columns.first { $0.id == node.text }
      if !isMonthsLater, column?.isTypeUnknown != true { refusePeriod(every, node, &reader) }
      return nil
    }
    // That such a deadline needs the column was reported where the deadline stands.
    guard !isMonthsLater else { return nil }
    return done.map { context.dateSource($0, of: dataset, every) }
  }

  private static func refusePeriod(
    _ every: PeriodKind,
    _ node: Node,
    _ reader: inout MappingReader
  ) {
    reader.sink.error(
      .wrongColumnType,
      CheckMessages.noPeriodColumn(every.rawValue),
      at: node.range,
      help: CheckMessages.leavePeriodOut
    )
  }

  /// Returns what is demanded, as plain values.
  public func describe() -> CheckDescription {
    CheckDescription(
      rows: [
        DescribedRows(
          population: population,
          variables: variables,
          outcome: .dated(column: doneColumn, asOf: asOf, blankIsUnknown: false)
        )
      ],
      demand: .done(column: doneColumn, count: wanted),
      ifEmpty: nil
    )
  }

  /// Returns an empty tally.
  public func accumulator(
    side: Int,
    layout: Layout,
    limit: Int,
    lookups: [LookupRequest: Lookup]
  ) -> any Accumulator {
    EvidenceTally(
      population: population,
      doneColumn: doneColumn,
      wanted: wanted,
      limit: limit,
      asOf: asOf,
      layout: layout,
      bound: variables
    )
  }

  /// Concludes from the day on which the last of the wanted deeds was done.
  public func assess(_ states: [any Accumulator], _ facts: ObligationFacts) -> Assessment {
    guard let tally = states.first as? EvidenceTally, let due = facts.due else {
      return Assessment.nothing
    }
    let slot = tally.slot(unit: facts.unit, period: facts.period)
    // Nothing is done by nobody: a waiver cannot bring the number below one.
    let wanted = min(wanted, max(1, facts.waivedTarget?.roundedUp ?? wanted))
    var found = Self.reading(slot, wanted: wanted, due: due)
    found.metStandsOnPartialData = true
    var measured = Measured(kind: .evidence)
    measured.trueCount = slot.certainTotal
    measured.perhapsCount = slot.perhapsTotal
    measured.target = "\(wanted)"
    measured.relation = .atLeast
    measured.excluded = population.exclusions(
      tally.excludedCounts(unit: facts.unit, period: facts.period)
    )
    found.measured = measured
    prove(&found, slot, wanted: wanted)
    return found
  }

  private static func reading(_ slot: EvidenceTally.Slot, wanted: Int, due: CivilDate) -> Assessment
  {
    let inTime = slot.certain.count { $0.day <= due }
    let perhapsInTime = slot.perhaps.count { $0.day <= due } + slot.dayless
    let isPossiblyInTime = inTime + perhapsInTime >= wanted
    guard slot.certain.count >= wanted else {
      if slot.certainTotal + slot.perhapsTotal < wanted { return Assessment(.unmet) }
      return Assessment(favourable: isPossiblyInTime ? .met : .metLate, unfavourable: .unmet)
    }
    let day = slot.certain[wanted - 1].day
    var found: Assessment
    if day <= due {
      found = Assessment(.met)
    } else if isPossiblyInTime {
      found = Assessment(favourable: .met, unfavourable: .metLate)
    } else {
      found = Assessment(.metLate)
    }
    found.done = day
    return found
  }

  private func prove(_ found: inout Assessment, _ slot: EvidenceTally.Slot, wanted: Int) {
    if found.favourable != found.unfavourable {
      found.proofTotal = slot.open.total
      found.proofs = slot.open.rows.map { proof($0.reference, nil) }
    } else if found.favourable == .metLate, slot.certain.count >= wanted {
      found.proofTotal = 1
      found.proofs = [proof(slot.certain[wanted - 1].row, CheckMessages.doneLate)]
    }
  }

  private func proof(_ row: RowReference, _ note: Phrase?) -> Assessment.Proof {
    let others = population.division.columns.filter { $0 != doneColumn }
    return Assessment.Proof(side: 0, row: row, columns: [doneColumn] + others, note: note)
  }
}

extension Decimal {
  /// The least whole number that is not below the number, as far as it fits.
  fileprivate var roundedUp: Int {
    let unit = Decimal.power(scale)
    return Int(clamping: mantissa / unit + (mantissa % unit > 0 ? 1 : 0))
  }
}
