public import CivilTime

/// The days on which a rule is in force: one stretch, or several with gaps between them.
///
/// A rule is in force while one of the documents that it rests on is, in whatever order its clauses
/// are listed. Its own `effective.from` and `.to` take the place of the first day of the earliest and
/// the last day of the latest stretch; what lies before or after is cut off, gaps stay.
///
/// - SeeAlso: The rule language, §4 and §13.6.
public struct RuleDates: Sendable, Hashable {
  /// The stretches in order, at least one; no two of them touch.
  public let stretches: [EffectiveDates]

  /// Works out when a rule is in force.
  ///
  /// - Parameters:
  ///   - own: What the rule says itself, each end by itself.
  ///   - documents: When the documents of its clauses are in force, in any order.
  public init(own: EffectiveDates?, documents: [EffectiveDates]) {
    var found = Self.union(documents)
    let (first, last) = (found.first?.from ?? .min, found.last?.to ?? .max)
    if let from = own?.from {
      found.removeAll { ($0.to ?? .max) < from }
      // A day in a gap begins nothing: the next document does.
      if !found.isEmpty, (found[0].from ?? .min) <= from || from < first { found[0].from = from }
    }
    if let to = own?.to {
      found.removeAll { to < ($0.from ?? .min) }
      let end = found.count - 1
      if !found.isEmpty, to <= (found[end].to ?? .max) || last < to { found[end].to = to }
    }
    guard found.isEmpty else {
      stretches = found
      return
    }
    // No day of any document is left: the rule's own ends count, and its documents' for the others.
    let earliest = documents.map { $0.from ?? .min }.min()
    let latest = documents.map { $0.to ?? .max }.max()
    stretches = [
      EffectiveDates(
        from: own?.from ?? earliest.flatMap { $0 == .min ? nil : $0 },
        to: own?.to ?? latest.flatMap { $0 == .max ? nil : $0 }
      )
    ]
  }

  /// The first day; nil if it is open.
  public var from: CivilDate? { stretches[0].from }

  /// The last day; nil if it is open.
  public var to: CivilDate? { stretches[stretches.count - 1].to }

  /// Returns whether a day lies within one of the stretches.
  public func contains(_ day: CivilDate) -> Bool { stretches.contains { $0.contains(day) } }

  /// Joins stretches that share a day or follow one another.
  private static func union(_ all: [EffectiveDates]) -> [EffectiveDates] {
    let sorted = all.filter { ($0.from ?? .min) <= ($0.to ?? .max) }
      .sorted { ($0.from ?? .min) < ($1.from ?? .min) }
    var joined: [EffectiveDates] = []
    for next in sorted {
      guard let last = joined.last, let end = last.to else {
        if joined.isEmpty { joined.append(next) }
        continue
      }
      if let from = next.from, end.adding(days: 1) < from {
        joined.append(next)
      } else {
        joined[joined.count - 1].to = next.to.map { max($0, end) }
      }
    }
    return joined
  }
}
