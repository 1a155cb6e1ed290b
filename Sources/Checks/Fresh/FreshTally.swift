internal import CivilTime
internal import Tables

/// The newest day of a column, slot by slot.
struct FreshTally: Accumulator {
  /// What one slot holds.
  struct Slot: Sendable {
    /// How many rows are certainly in the population.
    var certain = 0
    /// How many are perhaps in it.
    var perhaps = 0
    /// The newest day of certain rows, and the first row that says it.
    var newest: (day: CivilDate, row: RowReference)?
    /// The newest day of rows perhaps in it.
    var newestPerhaps: CivilDate?
    /// How many rows, certain or perhaps, have no day that can be read.
    var dayless = 0
    /// The first rows without a day, and those perhaps in the population.
    var open = RowSample()
  }

  private let population: Population
  private let column: Int
  private let limit: Int
  private let asOf: CivilDate
  private let layout: Layout
  private let bound: BoundVariables
  private(set) var slots: [Slot]
  private(set) var futureRows = 0
  private var excluded: ExcludedRows

  init(
    population: Population,
    column: Int,
    limit: Int,
    asOf: CivilDate,
    layout: Layout,
    bound: BoundVariables
  ) {
    self.population = population
    self.column = column
    self.limit = limit
    self.asOf = asOf
    self.layout = layout
    self.bound = bound
    slots = Array(repeating: Slot(), count: layout.slotCount)
    excluded = ExcludedRows(population, layout)
  }

  mutating func add(_ view: BatchView) {
    let rowSlots = RowSlots(
      population.division,
      layout: layout,
      batch: view.batch,
      utcOffsetSeconds: view.utcOffsetSeconds
    )
    let inputs = view.inputs(bound, layout: layout, slots: rowSlots)
    let members = population.members(of: inputs)
    excluded.add(members, rowSlots)
    let updated = view.columns[column]
    (members.certain | members.perhaps).forEachSetRow { row in
      let slot = rowSlots[row]
      guard slot >= 0 else { return }
      let isCertain = members.certain[row] && !layout.isUnknown(slot)
      let day = updated.flatMap {
        $0.present[row] ? EvidenceTally.day($0.values, row, view.utcOffsetSeconds) : nil
      }
      // A row of the future is as if it were not there: it makes nobody's population.
      if let day, asOf < day {
        futureRows += 1
        return
      }
      if isCertain { slots[slot].certain += 1 } else { slots[slot].perhaps += 1 }
      guard let day else {
        slots[slot].dayless += 1
        slots[slot].open.add(view.batch.rows[row], limit: limit)
        return
      }
      if isCertain {
        note(day, view.batch.rows[row], slot)
      } else {
        slots[slot].open.add(view.batch.rows[row], limit: limit)
        slots[slot].newestPerhaps = max(slots[slot].newestPerhaps ?? day, day)
      }
    }
  }

  mutating func merge(_ other: any Accumulator) {
    let other = sameKind(other)
    futureRows += other.futureRows
    excluded.merge(other.excluded)
    for slot in slots.indices {
      let theirs = other.slots[slot]
      slots[slot].certain += theirs.certain
      join(theirs, into: slot)
      if let newest = theirs.newest { note(newest.day, newest.row, slot) }
    }
  }

  /// Returns how many rows each exclusion took out of one obligation.
  func excludedCounts(unit: Int, period: Int) -> [Int] {
    excluded.counts(layout.slot(unit: unit, period: period))
  }

  /// Returns what one obligation's own slot holds, with the unknown ones as perhaps.
  func slot(unit: Int, period: Int) -> Slot {
    let (own, others) = layout.slots(unit: unit, period: period)
    var copy = self
    for other in others { copy.join(slots[other], into: own) }
    return copy.slots[own]
  }

  private mutating func join(_ theirs: Slot, into slot: Int) {
    slots[slot].perhaps += theirs.perhaps
    slots[slot].dayless += theirs.dayless
    slots[slot].open.merge(theirs.open, limit: limit)
    if let day = theirs.newestPerhaps {
      slots[slot].newestPerhaps = max(slots[slot].newestPerhaps ?? day, day)
    }
  }

  private mutating func note(_ day: CivilDate, _ row: RowReference, _ slot: Int) {
    if let known = slots[slot].newest {
      guard known.day < day || (known.day == day && row < known.row) else { return }
    }
    slots[slot].newest = (day, row)
  }
}
