/// How often each rule of the pack is broken, as it was counted while the data were written.
public struct PlantedCounts: Sendable, Hashable {
  private var counts: [String: Int] = [:]

  /// Makes counts of zero.
  public init() {}

  /// How often a rule is broken.
  public internal(set) subscript(rule: String) -> Int {
    get { counts[rule] ?? 0 }
    set { counts[rule] = newValue }
  }

  /// Adds the counts of another part of the data.
  mutating func add(_ other: PlantedCounts) {
    for (rule, count) in other.counts { self[rule] += count }
  }
}
