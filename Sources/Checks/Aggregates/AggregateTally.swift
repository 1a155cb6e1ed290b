internal import Tables

/// The aggregate of every group of rows: by slot, and within it by key columns.
struct AggregateTally: Accumulator {
  /// One group of one obligation.
  struct Group: Sendable {
    var state: AggregateState
    /// The first row of the group.
    var row: RowReference
    /// All its rows, as far as they are kept.
    var sample: RowSample
  }

  private let aggregate: Aggregate
  private let by: [Int]
  private let limit: Int
  /// How many rows of each group are kept.
  private let groupLimit: Int
  private let layout: Layout
  private var groups = KeyTable()
  private var states: [Group] = []
  /// Distinct values, each with its group before it.
  private var values = KeyTable()
  private var isCertainValue: [Bool] = []
  private var valuesOfGroup: [Int: [Int]] = [:]
  /// Rows without a whole key, by slot, and the first of them.
  private var keyless: [Int]
  private var open: [RowSample]
  private var excluded: ExcludedRows
  private var bySlot: [Int: [Int]] = [:]
  /// Without key columns a slot is one group: its number, or -1, by slot.
  private var groupOfSlot: [Int32]

  /// Makes an empty tally.
  ///
  /// - Parameters:
  ///   - aggregate: What is computed.
  ///   - by: The key's columns.
  ///   - limit: How many rows to keep for showing.
  ///   - keepsAllRows: Whether all rows of a group are kept: their cells are read again.
  ///   - layout: The obligations.
  init(
    _ aggregate: Aggregate,
    by: [Int],
    limit: Int,
    keepsAllRows: Bool = false,
    layout: Layout
  ) {
    groupLimit = keepsAllRows ? .max : limit
    self.aggregate = aggregate
    self.by = by
    self.limit = limit
    self.layout = layout
    keyless = Array(repeating: 0, count: layout.slotCount)
    groupOfSlot = Array(repeating: -1, count: by.isEmpty ? layout.slotCount : 0)
    open = Array(repeating: RowSample(), count: layout.slotCount)
    excluded = ExcludedRows(aggregate.population, layout)
  }

  mutating func add(_ view: BatchView) {
    let slots = RowSlots(
      aggregate.population.division,
      layout: layout,
      batch: view.batch,
      utcOffsetSeconds: view.utcOffsetSeconds
    )
    let inputs = view.inputs(aggregate.variables, layout: layout, slots: slots)
    let members = aggregate.population.members(of: inputs)
    let column = aggregate.column.flatMap { view.columns[$0] }
    let numbers = aggregate.function.isNumeric ? column.map { NumberColumn($0.values) } : nil
    var rowKeys = RowKeys(by.map { view.columns[$0] })
    var valueKeys = RowKeys([column])
    var buffer: [UInt8] = []
    (members.certain | members.perhaps).forEachSetRow { row in
      let slot = slots[row]
      guard slot >= 0 else { return }
      let reference = view.batch.rows[row]
      let isSure = members.certain[row] && !layout.isUnknown(slot)
      guard let group = group(slot, of: row, &rowKeys, &buffer, reference) else {
        keyless[slot] += 1
        open[slot].add(reference, limit: limit)
        return
      }
      states[group].state.addRow(isCertain: isSure)
      states[group].sample.add(reference, limit: groupLimit)
      let isBlank = aggregate.column != nil && !(column?.present[row] ?? false)
      if !isSure || isBlank { open[slot].add(reference, limit: limit) }
      guard column != nil, !isBlank else {
        if isBlank {
          states[group].state.addBlank(
            isCertain: isSure,
            isErroneous: column?.erroneous[row] ?? true
          )
        }
        return
      }
      if let numbers {
        states[group].state.add(numbers[row], scale: numbers.scale, isCertain: isSure)
      } else if aggregate.function == .distinct, let value = valueKeys.key(row) {
        SlotPrefix.join(group, value, into: &buffer)
        noteValue(buffer[...], isCertain: isSure)
      }
    }
    excluded.add(members, slots)
  }

  mutating func merge(_ other: any Accumulator) {
    let other = sameKind(other)
    var renumbered: [Int] = []
    for index in 0..<other.groups.count {
      let theirs = other.states[index]
      let own = group(other.groups.bytes(index), theirs.row)
      states[own].state.merge(theirs.state)
      states[own].sample.merge(theirs.sample, limit: groupLimit)
      renumbered.append(own)
    }
    var buffer: [UInt8] = []
    for index in 0..<other.values.count {
      let bytes = other.values.bytes(index)
      SlotPrefix.join(
        renumbered[SlotPrefix.slot(of: bytes)],
        SlotPrefix.key(of: bytes),
        into: &buffer
      )
      noteValue(buffer[...], isCertain: other.isCertainValue[index])
    }
    for slot in keyless.indices {
      keyless[slot] += other.keyless[slot]
      open[slot].merge(other.open[slot], limit: limit)
    }
    excluded.merge(other.excluded)
  }

  mutating func finish(_ fetch: RowFetcher) {
    valuesOfGroup = Dictionary(grouping: 0..<values.count) {
      SlotPrefix.slot(of: values.bytes($0))
    }
    bySlot = Dictionary(grouping: 0..<groups.count) { SlotPrefix.slot(of: groups.bytes($0)) }
  }

  /// Returns the groups of one obligation by key; rows of unknown slots are perhaps in them.
  func groups(unit: Int, period: Int) -> [ArraySlice<UInt8>: Group] {
    let (own, others) = layout.slots(unit: unit, period: period)
    var result: [ArraySlice<UInt8>: Group] = [:]
    var parts: [ArraySlice<UInt8>: [Int]] = [:]
    for slot in [own] + others {
      for index in bySlot[slot] ?? [] {
        let key = SlotPrefix.key(of: groups.bytes(index))
        if aggregate.function == .distinct { parts[key, default: []].append(index) }
        guard var known = result[key] else {
          result[key] = states[index]
          continue
        }
        known.state.merge(states[index].state)
        known.row = min(known.row, states[index].row)
        known.sample.merge(states[index].sample, limit: groupLimit)
        result[key] = known
      }
    }
    guard aggregate.function == .distinct else { return result }
    for (key, parts) in parts { countValues(of: parts, in: &result[key]) }
    return result
  }

  /// Counts the distinct values of a group that consists of several slots' groups.
  private func countValues(of parts: [Int], in group: inout Group?) {
    let all = parts.flatMap { valuesOfGroup[$0] ?? [] }
    guard parts.count > 1 else {
      group?.state.distinct = all.count { isCertainValue[$0] }
      group?.state.perhapsDistinct = all.count { !isCertainValue[$0] }
      return
    }
    var isCertain: [ArraySlice<UInt8>: Bool] = [:]
    for index in all {
      let value = SlotPrefix.key(of: values.bytes(index))
      isCertain[value] = isCertainValue[index] || isCertain[value] ?? false
    }
    group?.state.distinct = isCertain.values.count { $0 }
    group?.state.perhapsDistinct = isCertain.values.count { !$0 }
  }

  /// Returns how many rows of one obligation, certain or perhaps, have no whole key.
  func keylessRows(unit: Int, period: Int) -> Int {
    let (own, others) = layout.slots(unit: unit, period: period)
    return ([own] + others).reduce(0) { $0 + keyless[$1] }
  }

  /// Returns the first rows that leave one obligation open.
  func openRows(unit: Int, period: Int) -> RowSample {
    let (own, others) = layout.slots(unit: unit, period: period)
    return others.reduce(into: open[own]) { $0.merge(open[$1], limit: limit) }
  }

  /// Returns how many rows each exclusion took out of one obligation.
  func excludedCounts(unit: Int, period: Int) -> [Int] {
    excluded.counts(layout.slot(unit: unit, period: period))
  }

  /// Returns the group of a row, or nil if the row has no whole key.
  @inline(__always)
  private mutating func group(
    _ slot: Int,
    of row: Int,
    _ rowKeys: inout RowKeys,
    _ buffer: inout [UInt8],
    _ reference: RowReference
  ) -> Int? {
    // Rows come in the order of the file, so the group's first row stays the first.
    if by.isEmpty, groupOfSlot[slot] >= 0 { return Int(groupOfSlot[slot]) }
    guard let key = rowKeys.key(row) else { return nil }
    SlotPrefix.join(slot, key, into: &buffer)
    let group = group(buffer[...], reference)
    if by.isEmpty { groupOfSlot[slot] = Int32(truncatingIfNeeded: group) }
    return group
  }

  private mutating func group(_ key: ArraySlice<UInt8>, _ row: RowReference) -> Int {
    let index = groups.insert(key)
    if index == states.count {
      states.append(Group(state: AggregateState(), row: row, sample: RowSample()))
    } else if row < states[index].row {
      states[index].row = row
    }
    return index
  }

  private mutating func noteValue(_ key: ArraySlice<UInt8>, isCertain: Bool) {
    let index = values.insert(key)
    if index == isCertainValue.count {
      isCertainValue.append(isCertain)
    } else if isCertain {
      isCertainValue[index] = true
    }
  }
}

extension Aggregate.Function {
  /// Whether the aggregate needs numbers.
  var isNumeric: Bool {
    switch self {
    case .rows, .distinct: false
    case .sum, .average, .min, .max: true
    }
  }
}
