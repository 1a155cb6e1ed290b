internal import Diagnostics
public import Findings
internal import Rules
internal import Tables

/// Check `compare`: what was reported (left) against what the records say (right), key by key.
public struct CompareCheck: Check {
  /// The reported rows and the records.
  public let sides: [CheckSide]
  /// The figures are keys that agree and do not.
  public var kind: Measured.Kind { .compare }

  private let aggregates: [Aggregate]
  private let by: [[Int]]
  private let relation: Agreement.Relation
  private let tolerance: Tolerance
  private let isEnglish: Bool

  init?(_ reader: inout MappingReader, _ context: CheckContext) {
    let relation: Agreement.Relation? = reader.oneOf("relation")
    let tolerance = Tolerance.read(&reader)
    reader.allow(["unit"])
    let unit = reader.text("unit")
    var aggregates: [Aggregate] = []
    for key in ["left", "right"] {
      guard let node = reader.required(key) else { continue }
      let part = reader.mapping(of: node, what: CheckMessages.part(key)) {
        Aggregate(&$0, context, unit: unit, isShared: key == "right")
      }
      if let part { aggregates.append(part) }
    }
    context.checkOuterUnit(&reader, sides: aggregates.map(\.population.dataset))
    guard aggregates.count == 2 else {
      reader.allow(["by"])
      return nil
    }
    by = aggregates.map { context.columns(&reader, "by", of: $0.population.dataset) }
    guard by[0].count == by[1].count, let tolerance,
      Self.areComparable(aggregates, by, &reader, context)
    else { return nil }
    self.aggregates = aggregates
    self.relation = relation ?? .equal
    self.tolerance = tolerance
    isEnglish = context.rules.datasets[aggregates[0].population.dataset].usesEnglishNumbers
    guard
      context.checkShared(
        &reader,
        parts: zip(["left", "right"], aggregates).map { ($0, $1.population, $1.variables) }
      )
    else { return nil }
    let keys = by
    sides = aggregates.enumerated().map { index, aggregate in
      context.side(
        aggregate.population,
        columns: keys[index] + [aggregate.column].compactMap(\.self),
        isShared: context.isDivided && aggregate.population.division.unitColumn == nil
      )
    }
  }

  private static func areComparable(
    _ aggregates: [Aggregate],
    _ by: [[Int]],
    _ reader: inout MappingReader,
    _ context: CheckContext
  ) -> Bool {
    for (a, b) in zip(by[0], by[1]) {
      let left = context.rules.datasets[aggregates[0].population.dataset].columns[a]
      let right = context.rules.datasets[aggregates[1].population.dataset].columns[b]
      guard left.kind.storage == right.kind.storage else {
        reader.sink.error(
          .wrongColumnType,
          CheckMessages.typesDiffer(left.id, right.id),
          at: reader.keyRange("by")
        )
        return false
      }
    }
    return true
  }

  /// Returns what is demanded, as plain values.
  public func describe() -> CheckDescription {
    CheckDescription(
      rows: zip(aggregates, by).map { $0.described(keys: $1) },
      demand: .agreeing(
        CheckDescription.Comparison(
          figures: aggregates.map(\.figure),
          by: by,
          relation: relation.rawValue,
          tolerance: tolerance.text
        )
      ),
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
    AggregateTally(
      aggregates[side],
      by: by[side],
      limit: limit,
      keepsAllRows: side == 0 && tolerance == .asReported,
      layout: sides[side].layout(layout)
    )
  }

  /// Concludes from the keys whose sides disagree; a side that is missing is never 0.
  public func assess(_ states: [any Accumulator], _ facts: ObligationFacts) -> Assessment {
    guard states.count == 2, let left = states[0] as? AggregateTally,
      let right = states[1] as? AggregateTally
    else { return Assessment.nothing }
    let units = sides.map { $0.unitSlot(facts.unit) }
    let lefts = left.groups(unit: units[0], period: facts.period)
    let rights = right.groups(unit: units[1], period: facts.period)
    let keyless = [
      left.keylessRows(unit: units[0], period: facts.period),
      right.keylessRows(unit: units[1], period: facts.period),
    ]
    var share = Share()
    var proofs: [Assessment.Proof] = []
    let keys = Set(lefts.keys).union(rights.keys).sorted { $0.lexicographicallyPrecedes($1) }
    for key in keys {
      let pair = Pair(
        left: ComparedSide(lefts[key], aggregates[0].function, keyless: keyless[0]),
        right: ComparedSide(rights[key], aggregates[1].function, keyless: keyless[1])
      )
      switch verdict(pair, facts) {
      case true? where pair.isCertain: share.certainTrue += 1
      case true?: share.perhapsTrue += 1
      case false? where pair.isCertain:
        share.certainFalse += 1
        proofs.append(proof(pair))
      case false?: share.perhapsFalse += 1
      case nil:
        if pair.isCertain { share.certainUnknown += 1 } else { share.perhapsUnknown += 1 }
      }
    }
    // A row without a whole key may be of a key that the other side does not have.
    if keyless != [0, 0] { share.perhapsUnknown += 1 }
    var found = share.allTrue(ifEmpty: .noData)
    found.measured = share.measured(
      .compare,
      excluded: zip(aggregates, [left, right]).enumerated().flatMap { side, part in
        part.0.population.exclusions(
          part.1.excludedCounts(unit: units[side], period: facts.period)
        )
      }
    )
    if found.favourable == .unmet {
      found.proofTotal = proofs.count
      found.proofs = proofs.sorted { ($0.side, $0.row) < ($1.side, $1.row) }
    } else if found.favourable != found.unfavourable {
      found.proveOpen([left, right], units, facts, columns: by)
    }
    return found
  }

  /// One key with what each side has for it.
  private struct Pair {
    let left: ComparedSide
    let right: ComparedSide

    /// Whether the key certainly exists on a side.
    var isCertain: Bool { left.isThere || right.isThere }
  }

  /// Returns whether a key's sides agree; nil if that is not known.
  private func verdict(_ pair: Pair, _ facts: ObligationFacts) -> Bool? {
    let (left, right) = (pair.left, pair.right)
    guard left.mayBeThere, right.mayBeThere else { return false }
    var written: [String?] = []
    if tolerance == .asReported {
      guard !left.isOpen else { return nil }
      written = cells(left, facts)
    }
    let agreement = Agreement(relation: relation, tolerance: tolerance) {
      tolerance.width(right: $0, written: written, isEnglish: isEnglish)
    }
    if !agreement.isPossible(left.bounds, right.bounds) { return false }
    guard left.isThere, right.isThere else { return nil }
    // Which of the rows that perhaps count are written how coarsely is not known.
    if tolerance == .asReported, left.hasPerhapsRows { return nil }
    return agreement.isCertain(left.bounds, right.bounds) ? true : nil
  }

  /// The cells of the left side as they are written; a count has no digits behind the point.
  private func cells(_ left: ComparedSide, _ facts: ObligationFacts) -> [String?] {
    guard let column = aggregates[0].column, aggregates[0].function != .distinct else {
      return ["0"]
    }
    return facts.rawCells(0, left.group?.sample.rows.map(\.reference) ?? [], column)
  }

  private func proof(_ pair: Pair) -> Assessment.Proof {
    let texts = zip([pair.left, pair.right], aggregates).map { side, aggregate in
      side.group.map { group in
        let value = side.bounds.value?.phrase ?? Phrase(verbatim: "?")
        let isCount = aggregate.function == .rows
        return isCount ? value : CheckMessages.figure(value, rows: group.state.rowCount)
      }
    }
    let side = pair.left.group == nil ? 1 : 0
    let row = (pair.left.group ?? pair.right.group)?.row ?? RowReference(file: 0, position: 0)
    let columns = [aggregates[side].column].compactMap(\.self) + by[side]
    return Assessment.Proof(
      side: side,
      row: row,
      columns: columns.isEmpty ? aggregates[side].population.shownColumns : columns,
      note: CheckMessages.sides(left: texts[0], right: texts[1], relation, tolerance),
      against: side == 1 ? nil : record(behind: pair.right)
    )
  }
}

extension CompareCheck {
  /// The first of the records that make up a figure; a minimum or maximum is made by one of them.
  private func record(behind side: ComparedSide) -> Assessment.Counterpart? {
    switch aggregates[1].function {
    case .min, .max: nil
    case .rows, .distinct, .sum, .average: side.group.map { .init(side: 1, row: $0.row) }
    }
  }
}

extension Assessment {
  /// Shows the rows that leave a comparison open.
  fileprivate mutating func proveOpen(
    _ states: [AggregateTally],
    _ units: [Int],
    _ facts: ObligationFacts,
    columns: [[Int]]
  ) {
    for side in states.indices {
      let open = states[side].openRows(unit: units[side], period: facts.period)
      proofTotal += open.total
      proofs += open.rows.map { Proof(side: side, row: $0.reference, columns: columns[side]) }
    }
  }
}
