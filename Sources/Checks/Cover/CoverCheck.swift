internal import CivilTime
internal import Diagnostics
public import Findings
internal import Rules
internal import Tables

/// Check `cover`: the keys that are expected must be there, and with `both` no others.
public struct CoverCheck: Check {
  /// The expected rows and the actual rows.
  public let sides: [CheckSide]
  /// The figures are keys found and not found.
  public var kind: Measured.Kind { .cover }
  /// The share of expected keys that must be found.
  public var target: Target? { bound }

  private let parts: [Part]
  private let places: [String]
  private let both: Bool
  private let bound: Target
  private let ifEmpty: EmptyMeaning

  private struct Part: Sendable {
    let population: Population
    let key: [Int]
    let variables: BoundVariables
  }

  init?(_ reader: inout MappingReader, _ context: CheckContext) {
    let ifEmpty: EmptyMeaning = reader.oneOf("if_empty") ?? .noData
    both = reader.boolean("both") ?? false
    let whole = Target(number: Decimal(mantissa: 1), relation: .atLeast, isPercent: true)
    bound = context.target(&reader, .atLeast, isShare: true) ?? whole
    reader.allow(["unit"])
    let unit = reader.text("unit")
    var parts: [Part] = []
    for key in ["expected", "actual"] {
      guard let node = reader.required(key) else { continue }
      let part = reader.mapping(of: node, what: CheckMessages.part(key)) {
        Self.part(&$0, context, unit: unit, isOptional: key == "actual")
      }
      if let part { parts.append(part) }
    }
    context.checkOuterUnit(&reader, sides: parts.map(\.population.dataset))
    guard parts.count == 2 else { return nil }
    guard Self.areComparable(parts, &reader, context) else { return nil }
    guard
      context.checkShared(
        &reader,
        parts: zip(["expected", "actual"], parts).map { ($0, $1.population, $1.variables) }
      )
    else { return nil }
    self.parts = parts
    places = parts.map { context.place($0.key, of: $0.population.dataset) }
    self.ifEmpty = ifEmpty
    sides = parts.map { part in
      context.side(
        part.population,
        columns: part.key,
        isShared: context.isDivided && part.population.division.unitColumn == nil
      )
    }
  }

  private static func part(
    _ reader: inout MappingReader,
    _ context: CheckContext,
    unit: String?,
    isOptional: Bool
  ) -> Part? {
    reader.allow(["where", "exclude", "key", "unit"])
    guard let dataset = context.dataset(&reader, "of") else { return nil }
    let named = context.outerUnitColumn(unit, of: dataset)
    let column = context.unitColumn(&reader, of: dataset, named: named, isOptional: isOptional)
    let population = context.population(
      &reader,
      of: dataset,
      division: Division(unitColumn: column, period: nil)
    )
    let key = context.columns(&reader, "key", .required, of: dataset)
    guard !key.isEmpty else { return nil }
    return Part(population: population, key: key, variables: context.bound(population))
  }

  private static func areComparable(
    _ parts: [Part],
    _ reader: inout MappingReader,
    _ context: CheckContext
  ) -> Bool {
    guard parts[0].key.count == parts[1].key.count else {
      reader.sink.error(
        .conflictingKeys,
        CheckMessages.keyLengthsDiffer(parts[0].key.count, parts[1].key.count),
        at: reader.keyRange("actual")
      )
      return false
    }
    for (a, b) in zip(parts[0].key, parts[1].key) {
      let left = context.rules.datasets[parts[0].population.dataset].columns[a]
      let right = context.rules.datasets[parts[1].population.dataset].columns[b]
      guard left.kind.storage == right.kind.storage else {
        reader.sink.error(
          .wrongColumnType,
          CheckMessages.typesDiffer(left.id, right.id),
          at: reader.keyRange("actual")
        )
        return false
      }
    }
    return true
  }

  /// Returns what is demanded, as plain values.
  public func describe() -> CheckDescription {
    CheckDescription(
      rows: parts.map { part in
        DescribedRows(
          population: part.population,
          variables: part.variables,
          outcome: .filled(part.key)
        )
      },
      demand: .covered(keys: parts.map(\.key), both: both, bound),
      ifEmpty: ifEmpty.rawValue
    )
  }

  /// Returns an empty set of keys.
  public func accumulator(
    side: Int,
    layout: Layout,
    limit: Int,
    lookups: [LookupRequest: Lookup]
  ) -> any Accumulator {
    KeyedRows(
      population: parts[side].population,
      key: parts[side].key,
      limit: limit,
      layout: sides[side].layout(layout),
      bound: parts[side].variables
    )
  }

  /// Concludes from the share of expected keys found, and with `both` of actual keys expected.
  public func assess(_ states: [any Accumulator], _ facts: ObligationFacts) -> Assessment {
    guard states.count == 2, let expected = states[0] as? KeyedRows,
      let actual = states[1] as? KeyedRows
    else { return Assessment.nothing }
    let units = sides.map { $0.unitSlot(facts.unit) }
    let there = KeyMatch(expected, units[0], in: actual, units[1], period: facts.period)
    var found = there.share.assessment(bound, waived: facts.waivedTarget, ifEmpty: ifEmpty)
    var measured = there.share.measured(
      .cover,
      excluded: zip(parts, [expected, actual]).enumerated().flatMap { side, part in
        part.0.population.exclusions(
          part.1.excludedCounts(unit: units[side], period: facts.period)
        )
      }
    )
    measured.target = bound.text(waived: facts.waivedTarget)
    measured.targetNumber = facts.waivedTarget ?? bound.number
    measured.relation = .atLeast
    var rows = there.missing.map { ($0, 0, CheckMessages.expected(in: places[1])) }
    if both {
      let back = KeyMatch(actual, units[1], in: expected, units[0], period: facts.period)
      if !back.share.isEmpty {
        let other = back.share.assessment(bound, waived: facts.waivedTarget, ifEmpty: .noData)
        if there.share.certain > 0 {
          found = found.and(other)
        } else if other.favourable == .unmet || there.share.isEmpty && found.favourable != .unmet {
          // Nothing is expected: what is there all the same is not, whatever `if_empty` says of it.
          found = other
        }
      }
      measured.extra = back.share.certainFalse
      rows += back.missing.map { ($0, 1, CheckMessages.notExpected(in: places[0])) }
    }
    found.measured = measured
    found.metStandsOnPartialData =
      !both && !facts.partialDatasets.contains(parts[0].population.dataset)
    prove(&found, rows, [expected, actual], units, facts)
    return found
  }

  private func prove(
    _ found: inout Assessment,
    _ rows: [(RowReference, Int, Phrase)],
    _ states: [KeyedRows],
    _ units: [Int],
    _ facts: ObligationFacts
  ) {
    if found.favourable == .unmet {
      found.proofTotal = rows.count
      found.proofs = rows.map { row, side, note in
        Assessment.Proof(side: side, row: row, columns: parts[side].key, note: note)
      }
    } else if found.favourable != found.unfavourable {
      for side in 0...1 {
        let open = states[side].openRows(unit: units[side], period: facts.period)
        found.proofTotal += open.total
        found.proofs += open.rows.map {
          Assessment.Proof(side: side, row: $0.reference, columns: parts[side].key)
        }
      }
    }
  }
}

/// Which keys of one side are found on the other.
private struct KeyMatch {
  /// True keys are found, false ones certainly not.
  private(set) var share = Share()
  /// The first rows of the keys that are certainly expected and certainly not found.
  private(set) var missing: [RowReference] = []

  init(_ a: KeyedRows, _ unitA: Int, in b: KeyedRows, _ unitB: Int, period: Int) {
    let there = b.filledSlots(unit: unitB, period: period)
    var buffer: [UInt8] = []
    // A row without a whole key stands for at most one key that nobody can name.
    let nameless = b.keylessRows(unit: unitB, period: period)
    for entry in a.entries(unit: unitA, period: period) {
      let match = b.certainty(of: entry.key, in: there, with: &buffer)
      switch (entry.isCertain, match) {
      case (true, true?): share.certainTrue += 1
      case (true, false?): share.certainUnknown += 1
      case (true, nil): missing.append(entry.row)
      case (false, true?): share.perhapsTrue += 1
      case (false, false?): share.perhapsUnknown += 1
      case (false, nil):
        if nameless > 0 { share.perhapsUnknown += 1 } else { share.perhapsFalse += 1 }
      }
    }
    missing.sort()
    let excused = min(nameless, missing.count)
    share.certainUnknown += excused
    share.certainFalse += missing.count - excused
    // Nor does a wanted key that nobody can name stand where there is none at all.
    let unnamed = a.keylessRows(unit: unitA, period: period)
    if there.isEmpty, nameless == 0 {
      share.perhapsFalse += unnamed
    } else {
      share.perhapsUnknown += unnamed
    }
  }
}

extension Assessment {
  /// Returns what two requirements together come to.
  fileprivate func and(_ other: Assessment) -> Assessment {
    func worse(_ a: Reading, _ b: Reading) -> Reading { a == .met ? b : a }
    var both = self
    both.favourable = worse(favourable, other.favourable)
    both.unfavourable = worse(unfavourable, other.unfavourable)
    return both
  }
}
