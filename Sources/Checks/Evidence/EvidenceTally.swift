internal import CivilTime
internal import Tables

/// The earliest days on which something was done, slot by slot.
///
/// Only as many days as the check asks for are kept, so memory does not grow with the rows.
struct EvidenceTally: Accumulator {
  /// A row and the day it says.
  struct Deed: Sendable, Hashable {
    let day: CivilDate
    let row: RowReference
  }

  /// What one slot holds.
  struct Slot: Sendable {
    /// The earliest days of rows that certainly count.
    var certain: [Deed] = []
    /// How many rows certainly count.
    var certainTotal = 0
    /// The earliest days of rows that perhaps count.
    var perhaps: [Deed] = []
    /// How many rows perhaps count, with a day or without one that can be read.
    var perhapsTotal = 0
    /// How many of those have no day that can be read.
    var dayless = 0
    /// The first rows that perhaps count.
    var open = RowSample()
  }

  private let population: Population
  private let doneColumn: Int
  private let wanted: Int
  private let limit: Int
  private let asOf: CivilDate
  private let layout: Layout
  private let bound: BoundVariables
  private(set) var slots: [Slot]
  private(set) var futureRows = 0
  private var excluded: ExcludedRows

  init(
    population: Population,
    doneColumn: Int,
    wanted: Int,
    limit: Int,
    asOf: CivilDate,
    layout: Layout,
    bound: BoundVariables
  ) {
    self.population = population
    self.doneColumn = doneColumn
    self.wanted = wanted
    self.limit = limit
    self.asOf = asOf
    self.layout = layout
    self.bound = bound
    slots = Array(repeating: Slot(), count: layout.slotCount)
    excluded = ExcludedRows(population, layout)
  }

  mutating func add(_ view: BatchView) {
    guard let done = view.columns[doneColumn] else { return }
    let rowSlots = RowSlots(
      population.division,
      layout: layout,
      batch: view.batch,
      utcOffsetSeconds: view.utcOffsetSeconds
    )
    let inputs = view.inputs(bound, layout: layout, slots: rowSlots)
    let members = population.members(of: inputs)
    excluded.add(members, rowSlots)
    let candidates = (members.certain | members.perhaps) & (done.present | done.erroneous)
    candidates.forEachSetRow { row in
      let slot = rowSlots[row]
      let day = done.present[row] ? Self.day(done.values, row, view.utcOffsetSeconds) : nil
      if let day, asOf < day {
        if slot >= 0 || isBorne(row, view) { futureRows += 1 }
        return
      }
      guard slot >= 0 else { return }
      let reference = view.batch.rows[row]
      guard let day else {
        slots[slot].perhapsTotal += 1
        slots[slot].dayless += 1
        slots[slot].open.add(reference, limit: limit)
        return
      }
      let deed = Deed(day: day, row: reference)
      if members.certain[row], !layout.isUnknown(slot) {
        slots[slot].certainTotal += 1
        keep(deed, in: \.certain, slot)
      } else {
        slots[slot].perhapsTotal += 1
        slots[slot].open.add(reference, limit: limit)
        keep(deed, in: \.perhaps, slot)
      }
    }
  }

  mutating func merge(_ other: any Accumulator) {
    let other = sameKind(other)
    futureRows += other.futureRows
    excluded.merge(other.excluded)
    for slot in slots.indices {
      let theirs = other.slots[slot]
      slots[slot].certainTotal += theirs.certainTotal
      slots[slot].perhapsTotal += theirs.perhapsTotal
      slots[slot].dayless += theirs.dayless
      slots[slot].open.merge(theirs.open, limit: limit)
      for deed in theirs.certain { keep(deed, in: \.certain, slot) }
      for deed in theirs.perhaps { keep(deed, in: \.perhaps, slot) }
    }
  }

  /// Returns how many rows each exclusion took out of one obligation.
  func excludedCounts(unit: Int, period: Int) -> [Int] {
    excluded.counts(layout.slot(unit: unit, period: period))
  }

  /// Returns what one obligation's own slot holds, with the unknown ones as perhaps.
  func slot(unit: Int, period: Int) -> Slot {
    let (own, others) = layout.slots(unit: unit, period: period)
    var slot = slots[own]
    for other in others {
      slot.perhapsTotal += slots[other].perhapsTotal
      slot.dayless += slots[other].dayless
      slot.perhaps += slots[other].perhaps
      slot.open.merge(slots[other].open, limit: limit)
    }
    return slot
  }

  /// Returns whether a row of the future belongs to a unit that owes the rule; where the day itself
  /// says the period, that period is no obligation yet.
  private func isBorne(_ row: Int, _ view: BatchView) -> Bool {
    guard population.division.period?.column == doneColumn else { return false }
    guard let index = population.division.unitColumn, let column = view.columns[index],
      column.present[row], case .unit(let codes) = column.values
    else { return true }
    return layout.slotOfUnit[Int(codes[row])] >= 0
  }

  /// Inserts a day in order, forgetting the latest beyond those wanted.
  private mutating func keep(
    _ deed: Deed,
    in list: WritableKeyPath<Slot, [Deed]>,
    _ slot: Int
  ) {
    var deeds = slots[slot][keyPath: list]
    if deeds.count == wanted, let last = deeds.last, !Self.isEarlier(deed, last) { return }
    let place = deeds.firstIndex { Self.isEarlier(deed, $0) } ?? deeds.count
    deeds.insert(deed, at: place)
    if deeds.count > wanted { deeds.removeLast() }
    slots[slot][keyPath: list] = deeds
  }

  private static func isEarlier(_ a: Deed, _ b: Deed) -> Bool {
    a.day == b.day ? a.row < b.row : a.day < b.day
  }

  /// Returns the civil day that a date or date-time cell says.
  static func day(_ values: ColumnValues, _ row: Int, _ utcOffsetSeconds: Int) -> CivilDate {
    switch values {
    case .date(let days): CivilDate(dayNumber: days[row])
    case .timestamp(let instants):
      CivilDate(
        dayNumber: CivilDay.number(of: instants[row], utcOffsetSeconds: utcOffsetSeconds)
      )
    default: preconditionFailure("a day column of another type than the plan says")
    }
  }
}
