internal import Tables

/// How many rows each exclusion of a population took out, slot by slot.
struct ExcludedRows: Sendable {
  private let reasonCount: Int
  private var counts: [Int]

  /// Counts no rows yet.
  init(_ population: Population, _ layout: Layout) {
    reasonCount = population.exclusions.count
    counts = Array(repeating: 0, count: layout.slotCount * reasonCount)
  }

  /// Adds the rows of one batch.
  mutating func add(_ members: Members, _ slots: RowSlots) {
    for (reason, plane) in members.excluded.enumerated() {
      plane.forEachSetRow { row in
        let slot = slots[row]
        if slot >= 0 { counts[slot &* reasonCount &+ reason] &+= 1 }
      }
    }
  }

  /// Joins another worker's rows.
  mutating func merge(_ other: ExcludedRows) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// Returns how many rows each exclusion took out of one slot, in the rule's order.
  func counts(_ slot: Int) -> [Int] { (0..<reasonCount).map { counts[slot * reasonCount + $0] } }
}
