internal import Expressions
internal import Tables

/// Counts the rows of a population that are true, false or unknown, slot by slot.
struct RowTally: Accumulator {
  /// What makes a row true.
  enum Requirement: Sendable {
    /// All expressions must be true and all columns filled.
    case conditions([CompiledExpression], complete: [Int])
    /// A column's value must be found in another dataset.
    case found(column: Int, in: Lookup)

    var expressions: [CompiledExpression] {
      switch self {
      case .conditions(let expressions, _): expressions
      case .found: []
      }
    }
  }

  /// What to keep rows of.
  struct Interest: Sendable {
    /// Whether true rows are the telling ones, as for `at_most`; else false ones are.
    let keepsTrue: Bool
    /// How many rows to keep a slot.
    let limit: Int
  }

  private let population: Population
  private let requirement: Requirement
  private let interest: Interest
  private let layout: Layout
  private let bound: BoundVariables
  private var counts: [Int]
  private var excluded: ExcludedRows
  private var telling: [RowSample]
  private var unknown: [RowSample]

  init(
    population: Population,
    requirement: Requirement,
    interest: Interest,
    layout: Layout,
    bound: BoundVariables
  ) {
    self.population = population
    self.requirement = requirement
    self.interest = interest
    self.layout = layout
    self.bound = bound
    counts = Array(repeating: 0, count: layout.slotCount * 6)
    excluded = ExcludedRows(population, layout)
    telling = Array(repeating: RowSample(), count: layout.slotCount)
    unknown = Array(repeating: RowSample(), count: layout.slotCount)
  }

  mutating func add(_ view: BatchView) {
    let slots = RowSlots(
      population.division,
      layout: layout,
      batch: view.batch,
      utcOffsetSeconds: view.utcOffsetSeconds
    )
    let inputs = view.inputs(bound, layout: layout, slots: slots)
    let members = population.members(of: inputs)
    let (isTrue, isFalse, tags) = requirement.judge(inputs, columns: view.columns)
    count(members.certain & isTrue, status: 0, slots)
    count(members.certain & isFalse, status: 1, slots)
    let open = members.certain - isTrue - isFalse
    count(open, status: 2, slots)
    if !members.perhaps.isEmpty {
      count(members.perhaps & isTrue, status: 3, slots)
      count(members.perhaps & isFalse, status: 4, slots)
      count(members.perhaps - isTrue - isFalse, status: 5, slots)
    }
    excluded.add(members, slots)
    let told = members.certain & (interest.keepsTrue ? isTrue : isFalse)
    keep(told, tags: tags, slots, view.batch.rows)
    keepUnknown(open | members.perhaps, of: members.certain, slots, view.batch.rows)
  }

  mutating func merge(_ other: any Accumulator) {
    let other = sameKind(other)
    for index in counts.indices { counts[index] += other.counts[index] }
    excluded.merge(other.excluded)
    for slot in telling.indices {
      telling[slot].merge(other.telling[slot], limit: interest.limit)
      unknown[slot].merge(other.unknown[slot], limit: interest.limit)
    }
  }

  // MARK: Reading the result

  /// Returns the counts of one obligation: its own slot, and the unknown ones as perhaps.
  func share(unit: Int, period: Int) -> Share {
    let (own, others) = layout.slots(unit: unit, period: period)
    var share = Share()
    share.certainTrue = counts[own * 6]
    share.certainFalse = counts[own * 6 + 1]
    share.certainUnknown = counts[own * 6 + 2]
    share.perhapsTrue = counts[own * 6 + 3]
    share.perhapsFalse = counts[own * 6 + 4]
    share.perhapsUnknown = counts[own * 6 + 5]
    for slot in others {
      share.perhapsTrue += counts[slot * 6] + counts[slot * 6 + 3]
      share.perhapsFalse += counts[slot * 6 + 1] + counts[slot * 6 + 4]
      share.perhapsUnknown += counts[slot * 6 + 2] + counts[slot * 6 + 5]
    }
    return share
  }

  /// Returns how many rows each exclusion took out of one obligation.
  func excludedCounts(unit: Int, period: Int) -> [Int] {
    excluded.counts(layout.slot(unit: unit, period: period))
  }

  /// Returns the first telling rows of one obligation.
  func tellingRows(unit: Int, period: Int) -> RowSample {
    telling[layout.slot(unit: unit, period: period)]
  }

  /// Returns the first rows that leave one obligation open.
  func unknownRows(unit: Int, period: Int) -> RowSample {
    let (own, others) = layout.slots(unit: unit, period: period)
    var sample = unknown[own]
    for slot in others { sample.merge(unknown[slot], limit: interest.limit) }
    return sample
  }

  // MARK: Counting

  private mutating func count(_ plane: BitPlane, status: Int, _ slots: RowSlots) {
    if let only = slots.onlySlot {
      counts[only * 6 + status] += plane.setCount
      return
    }
    plane.forEachSetRow { row in
      let slot = slots[row]
      if slot >= 0 { counts[slot &* 6 &+ status] &+= 1 }
    }
  }

  private mutating func keep(
    _ plane: BitPlane,
    tags: [BitPlane],
    _ slots: RowSlots,
    _ rows: [RowReference]
  ) {
    plane.forEachSetRow { row in
      let slot = slots[row]
      guard slot >= 0 else { return }
      guard telling[slot].rows.count < interest.limit else { return telling[slot].addUnkept() }
      let tag = tags.firstIndex { $0[row] } ?? 0
      telling[slot].add(rows[row], tag: Int32(tag), limit: interest.limit)
    }
  }

  /// Keeps rows that leave an obligation open; of certain members those whose unit or period is not
  /// known.
  private mutating func keepUnknown(
    _ open: BitPlane,
    of certain: BitPlane,
    _ slots: RowSlots,
    _ rows: [RowReference]
  ) {
    let plane = slots.onlySlot == nil ? open | certain : open
    plane.forEachSetRow { row in
      let slot = slots[row]
      guard slot >= 0, open[row] || layout.isUnknown(slot) else { return }
      unknown[slot].add(rows[row], limit: interest.limit)
    }
  }
}

extension RowTally.Requirement {
  /// Judges every row; `tags` says for a false row which requirement it breaks.
  func judge(
    _ inputs: Inputs,
    columns: [Column?]
  ) -> (isTrue: BitPlane, isFalse: BitPlane, tags: [BitPlane]) {
    switch self {
    case .found(let column, let lookup):
      let (found, absent) = lookup.find(columns[column], rowCount: inputs.rowCount)
      return (found, absent, [absent])
    case .conditions(let expressions, let complete):
      var isTrue = BitPlane(repeating: true, count: inputs.rowCount)
      var isFalse = BitPlane(repeating: false, count: inputs.rowCount)
      var tags: [BitPlane] = []
      for expression in expressions {
        let truth = expression.truth(over: inputs)
        isTrue = isTrue & truth.isTrue
        isFalse = isFalse | truth.isFalse
        tags.append(truth.isFalse)
      }
      for index in complete {
        let filled = columns[index]?.present ?? BitPlane(repeating: false, count: inputs.rowCount)
        let wrong = columns[index]?.erroneous ?? BitPlane(repeating: false, count: inputs.rowCount)
        let empty = ~(filled | wrong)
        isTrue = isTrue & filled
        isFalse = isFalse | empty
        tags.append(empty)
      }
      return (isTrue, isFalse, tags)
    }
  }
}
