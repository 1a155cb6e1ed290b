internal import CivilTime
internal import Expressions
public import Findings
internal import Tables

/// What became of the rows of one side, for one obligation.
public struct Trace: Sendable {
  /// How many rows the dataset has.
  public internal(set) var total = 0
  /// How many of them belong to other units or periods, or lie in the future.
  public internal(set) var elsewhere = 0
  /// How many `where` leaves out.
  public internal(set) var outside = 0
  /// How many each exclusion takes out, in the rule's order.
  public internal(set) var excluded: [Int] = []
  /// How many rows came out how; those taken out by `exclude` are not counted again.
  public internal(set) var counts: [RowOutcome: Int] = [:]
  /// The first rows of each outcome, in file order.
  public internal(set) var rows: [(outcome: RowOutcome, sample: RowSample)] = []
}

/// Remembers what became of every row, slot by slot.
struct RowTrace: Accumulator {
  private let described: DescribedRows
  private let layout: Layout
  private let limit: Int
  private let lookup: Lookup?
  private var total = 0
  private var slots: [Slot]

  /// The rows of one slot.
  private struct Slot: Sendable {
    var outside = 0
    var excluded: [RowSample]
    var rows: [RowOutcome: RowSample] = [:]
  }

  init(
    _ described: DescribedRows,
    layout: Layout,
    limit: Int,
    lookups: [LookupRequest: Lookup]
  ) {
    self.described = described
    self.layout = layout
    self.limit = limit
    if case .found(_, let request) = described.outcome {
      lookup = lookups[request]
    } else {
      lookup = nil
    }
    let empty = Slot(
      excluded: described.population.exclusions.map { _ in RowSample() }
    )
    slots = Array(repeating: empty, count: layout.slotCount)
  }

  mutating func add(_ view: BatchView) {
    total += view.batch.rowCount
    let population = described.population
    let rowSlots = RowSlots(
      population.division,
      layout: layout,
      batch: view.batch,
      utcOffsetSeconds: view.utcOffsetSeconds
    )
    let inputs = view.inputs(described.variables, layout: layout, slots: rowSlots)
    let members = population.members(of: inputs)
    let (isTrue, isFalse) = outcome(inputs, view)
    for row in 0..<view.batch.rowCount {
      let slot = rowSlots[row]
      guard slot >= 0 else { continue }
      let reference = view.batch.rows[row]
      if let reason = members.excluded.firstIndex(where: { $0[row] }) {
        slots[slot].excluded[reason].add(reference, limit: limit)
      } else if members.perhaps[row] {
        slots[slot].rows[.perhaps, default: RowSample()].add(reference, limit: limit)
      } else if members.certain[row] {
        let outcome: RowOutcome = isTrue[row] ? .counts : isFalse[row] ? .countsNot : .unknown
        slots[slot].rows[outcome, default: RowSample()].add(reference, limit: limit)
      } else {
        slots[slot].outside += 1
      }
    }
  }

  mutating func merge(_ other: any Accumulator) {
    let other = sameKind(other)
    total += other.total
    for index in slots.indices {
      slots[index].outside += other.slots[index].outside
      for reason in slots[index].excluded.indices {
        slots[index].excluded[reason].merge(other.slots[index].excluded[reason], limit: limit)
      }
      for (outcome, sample) in other.slots[index].rows {
        slots[index].rows[outcome, default: RowSample()].merge(sample, limit: limit)
      }
    }
  }

  /// Returns what became of the rows for one obligation: its own slot, and the unknown ones, whose
  /// rows are perhaps its own.
  func trace(unit: Int, period: Int) -> Trace {
    let (own, others) = layout.slots(unit: unit, period: period)
    var trace = Trace()
    trace.total = total
    trace.outside = slots[own].outside
    trace.excluded = slots[own].excluded.map(\.total)
    var rows = slots[own].rows
    for other in others {
      // A row that nothing else rules out; `where` and `exclude` rule out wherever they are known.
      trace.outside += slots[other].outside + slots[other].excluded.reduce(0) { $0 + $1.total }
      for sample in slots[other].rows.values {
        rows[.perhaps, default: RowSample()].merge(sample, limit: limit)
      }
    }
    let out = slots[own].excluded.reduce(into: RowSample()) { $0.merge($1, limit: limit) }
    trace.counts = rows.mapValues(\.total)
    let taken = rows.values.reduce(0) { $0 + $1.total }
    trace.elsewhere = total - taken - trace.outside - out.total
    trace.rows = RowOutcome.allCases.compactMap { outcome in
      let sample = outcome == .excluded ? out : rows[outcome] ?? RowSample()
      return sample.total > 0 ? (outcome, sample) : nil
    }
    return trace
  }

  /// Returns which rows count, and which certainly do not.
  private func outcome(_ inputs: Inputs, _ view: BatchView) -> (BitPlane, BitPlane) {
    let none = BitPlane(repeating: false, count: inputs.rowCount)
    switch described.outcome {
    case .counted:
      return (~none, none)
    case .filled(let columns):
      let filled = columns.reduce(~none) { $0 & (view.columns[$1]?.present ?? none) }
      return (filled, none)
    case .conditions(let expressions, let complete):
      let requirement = RowTally.Requirement.conditions(expressions, complete: complete)
      let judged = requirement.judge(inputs, columns: view.columns)
      return (judged.isTrue, judged.isFalse)
    case .found(let column, _):
      return lookup?.find(view.columns[column], rowCount: inputs.rowCount) ?? (none, none)
    case .dated(let column, let asOf, let blankIsUnknown):
      guard let dates = view.columns[column] else { return (none, blankIsUnknown ? none : ~none) }
      var inTime = none
      dates.present.forEachSetRow { row in
        inTime[row] = EvidenceTally.day(dates.values, row, view.utcOffsetSeconds) <= asOf
      }
      let blank = ~(dates.present | dates.erroneous)
      let future = dates.present - inTime
      return (inTime, blankIsUnknown ? future : future | blank)
    }
  }
}
