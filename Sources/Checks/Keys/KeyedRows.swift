internal import Tables

/// The distinct keys of a population, slot by slot, with the first row that holds each.
struct KeyedRows: Accumulator {
  /// One key of one slot.
  struct Entry: Sendable {
    /// The key's bytes.
    let key: ArraySlice<UInt8>
    /// Whether a row that certainly belongs to the slot holds it.
    let isCertain: Bool
    /// The first row that holds it.
    let row: RowReference

    /// The same key of two slots.
    func joined(with other: Entry) -> Entry {
      Entry(key: key, isCertain: isCertain || other.isCertain, row: min(row, other.row))
    }
  }

  private let population: Population
  private let key: [Int]
  private let limit: Int
  private let layout: Layout
  private let bound: BoundVariables
  private var table = KeyTable()
  private var isCertain: [Bool] = []
  private var firstRow: [RowReference] = []
  /// Rows without a whole key, by slot.
  private var keyless: [Int]
  /// The first rows that leave it open, by slot.
  private var open: [RowSample]
  private var excluded: ExcludedRows
  private var bySlot: [Int: [Int]] = [:]

  init(
    population: Population,
    key: [Int],
    limit: Int,
    layout: Layout,
    bound: BoundVariables
  ) {
    self.population = population
    self.key = key
    self.limit = limit
    self.layout = layout
    self.bound = bound
    keyless = Array(repeating: 0, count: layout.slotCount)
    open = Array(repeating: RowSample(), count: layout.slotCount)
    excluded = ExcludedRows(population, layout)
  }

  mutating func add(_ view: BatchView) {
    let slots = RowSlots(
      population.division,
      layout: layout,
      batch: view.batch,
      utcOffsetSeconds: view.utcOffsetSeconds
    )
    let members = population.members(of: view.inputs(bound, layout: layout, slots: slots))
    var rowKeys = RowKeys(key.map { view.columns[$0] })
    var buffer: [UInt8] = []
    (members.certain | members.perhaps).forEachSetRow { row in
      let slot = slots[row]
      guard slot >= 0 else { return }
      let reference = view.batch.rows[row]
      let isSure = members.certain[row] && !layout.isUnknown(slot)
      guard let bytes = rowKeys.key(row) else {
        keyless[slot] += 1
        open[slot].add(reference, limit: limit)
        return
      }
      if !isSure { open[slot].add(reference, limit: limit) }
      SlotPrefix.join(slot, bytes, into: &buffer)
      note(buffer[...], isCertain: isSure, reference)
    }
    excluded.add(members, slots)
  }

  mutating func merge(_ other: any Accumulator) {
    let other = sameKind(other)
    for index in 0..<other.table.count {
      note(other.table.bytes(index), isCertain: other.isCertain[index], other.firstRow[index])
    }
    for slot in keyless.indices {
      keyless[slot] += other.keyless[slot]
      open[slot].merge(other.open[slot], limit: limit)
    }
    excluded.merge(other.excluded)
  }

  mutating func finish(_ fetch: RowFetcher) {
    bySlot = Dictionary(grouping: 0..<table.count) { SlotPrefix.slot(of: table.bytes($0)) }
  }

  /// Returns the distinct keys of one obligation; those of unknown slots are never certain.
  ///
  /// - Parameters:
  ///   - unit: The unit's slot.
  ///   - period: The period's slot.
  /// - Returns: The keys in any order.
  func entries(unit: Int, period: Int) -> [Entry] {
    let slots = filledSlots(unit: unit, period: period)
    guard slots.count > 1 else {
      return slots.flatMap { bySlot[$0] ?? [] }.map { entry($0) }
    }
    var entries: [ArraySlice<UInt8>: Entry] = [:]
    for index in slots.flatMap({ bySlot[$0] ?? [] }) {
      let entry = entry(index)
      entries[entry.key] = entries[entry.key].map { $0.joined(with: entry) } ?? entry
    }
    return Array(entries.values)
  }

  /// Looks for a key among those of one obligation.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - slots: The obligation's filled slots.
  ///   - buffer: Working space, to be passed on from key to key.
  /// - Returns: Whether it is there certainly; nil if it is not there at all.
  func certainty(
    of key: ArraySlice<UInt8>,
    in slots: [Int],
    with buffer: inout [UInt8]
  ) -> Bool? {
    var found: Bool?
    for slot in slots {
      SlotPrefix.join(slot, key, into: &buffer)
      guard let index = table.index(of: buffer[...]) else { continue }
      found = isCertain[index] || found ?? false
    }
    return found
  }

  /// Returns the slots of one obligation that hold keys, those of unknown slots last.
  func filledSlots(unit: Int, period: Int) -> [Int] {
    let (own, others) = layout.slots(unit: unit, period: period)
    return ([own] + others).filter { bySlot[$0] != nil }
  }

  private func entry(_ index: Int) -> Entry {
    Entry(
      key: SlotPrefix.key(of: table.bytes(index)),
      isCertain: isCertain[index],
      row: firstRow[index]
    )
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

  private mutating func note(_ key: ArraySlice<UInt8>, isCertain sure: Bool, _ row: RowReference) {
    let index = table.insert(key)
    if index == isCertain.count {
      isCertain.append(sure)
      firstRow.append(row)
    } else {
      if sure { isCertain[index] = true }
      if row < firstRow[index] { firstRow[index] = row }
    }
  }
}

/// Keys of several slots in one table: four bytes of the slot stand before the key.
enum SlotPrefix {
  /// Writes a slot and a key one after the other.
  static func join(_ slot: Int, _ key: ArraySlice<UInt8>, into buffer: inout [UInt8]) {
    buffer.removeAll(keepingCapacity: true)
    for shift in stride(from: 0, to: 32, by: 8) {
      buffer.append(UInt8(truncatingIfNeeded: slot >> shift))
    }
    buffer.append(contentsOf: key)
  }

  /// Returns the slot of such bytes.
  static func slot(of bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Returns the key of such bytes.
  static func key(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> { bytes.dropFirst(4) }
}
