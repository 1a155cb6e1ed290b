internal import Tables

/// Counts the rows whose key an earlier row of the same slot holds.
struct UniqueTally: Accumulator {
  /// What one obligation comes to.
  struct Result {
    /// True rows hold a key first, false ones repeat it, unknown ones have no whole key.
    var share = Share()
    /// Whether unknown keys or rows perhaps in the population could repeat one.
    var isPerhapsRepeated = false
    /// The first rows that repeat a key; the tag is the place of the earlier row in `earlier`.
    var repeated = RowSample()
    /// The first row with each repeated key.
    var earlier: [RowReference] = []
    /// The first rows that leave it open.
    var open = RowSample()
  }

  private let population: Population
  private let key: [Int]
  private let limit: Int
  private let layout: Layout
  private let bound: BoundVariables
  private var keys = RepeatedKeys()
  /// Rows by slot: certain with a key, certain without, perhaps with, perhaps without.
  private var counts: [Int]
  private var excluded: ExcludedRows
  private var open: [RowSample]
  private var repeatedBySlot: [Int: [RepeatedKeys.Row]] = [:]

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
    counts = Array(repeating: 0, count: layout.slotCount * 4)
    excluded = ExcludedRows(population, layout)
    open = Array(repeating: RowSample(), count: layout.slotCount)
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
    let (hashes, whole) = rowKeys.hashes(rowCount: view.batch.rowCount)
    (members.certain | members.perhaps).forEachSetRow { row in
      let slot = slots[row]
      guard slot >= 0 else { return }
      let reference = view.batch.rows[row]
      let isPerhaps = members.perhaps[row] || layout.isUnknown(slot)
      let isWhole = whole[row]
      counts[slot &* 4 &+ (isPerhaps ? 2 : 0) &+ (isWhole ? 0 : 1)] &+= 1
      if isWhole { keys.add(hash: hashes[row], reference, slot: slot, isPerhaps: isPerhaps) }
      if !isWhole || isPerhaps { open[slot].add(reference, limit: limit) }
    }
    excluded.add(members, slots)
  }

  mutating func merge(_ other: any Accumulator) {
    let other = sameKind(other)
    keys.merge(other.keys)
    for index in counts.indices { counts[index] += other.counts[index] }
    excluded.merge(other.excluded)
    for slot in open.indices { open[slot].merge(other.open[slot], limit: limit) }
  }

  mutating func finish(_ fetch: RowFetcher) {
    repeatedBySlot = Dictionary(grouping: keys.finish(columns: key, fetch), by: \.slot)
  }

  /// Returns how many rows each exclusion took out of one obligation.
  func excludedCounts(unit: Int, period: Int) -> [Int] {
    excluded.counts(layout.slot(unit: unit, period: period))
  }

  /// Returns what one obligation comes to.
  func result(unit: Int, period: Int) -> Result {
    let (own, others) = layout.slots(unit: unit, period: period)
    var result = Result()
    for slot in [own] + others {
      result.share.certainTrue += counts[slot * 4]
      result.share.certainUnknown += counts[slot * 4 + 1]
      result.share.perhapsTrue += counts[slot * 4 + 2]
      result.share.perhapsUnknown += counts[slot * 4 + 3]
      result.open.merge(open[slot], limit: limit)
    }
    addRepeated(in: [own] + others, to: &result)
    let rows = result.share.certain + result.share.perhaps
    let keyless = result.share.certainUnknown + result.share.perhapsUnknown
    if keyless > 0, rows > 1 { result.isPerhapsRepeated = true }
    return result
  }

  private func addRepeated(in slots: [Int], to result: inout Result) {
    let rows = slots.flatMap { repeatedBySlot[$0] ?? [] }.sorted { $0.reference < $1.reference }
    var certain: [Int: Int] = [:]
    var placeOfKey: [Int: Int] = [:]
    var perhaps: [Int: Int] = [:]
    for row in rows {
      guard !row.isPerhaps else {
        perhaps[row.key, default: 0] += 1
        continue
      }
      certain[row.key, default: 0] += 1
      guard certain[row.key, default: 0] > 1 else {
        placeOfKey[row.key] = result.earlier.count
        result.earlier.append(row.reference)
        continue
      }
      result.share.certainTrue -= 1
      result.share.certainFalse += 1
      let tag = Int32(truncatingIfNeeded: placeOfKey[row.key] ?? 0)
      result.repeated.add(row.reference, tag: tag, limit: limit)
    }
    result.isPerhapsRepeated = perhaps.contains { key, count in
      count + certain[key, default: 0] > 1
    }
  }
}
