public import CivilTime

/// The interval that a unit's score lies in, both ends included.
public struct ScoreRange: Sendable, Hashable {
  /// The score if everything undecided turned out a violation.
  public var worst: Decimal
  /// The score if everything undecided turned out met.
  public var best: Decimal

  /// Makes an interval.
  public init(worst: Decimal, best: Decimal) {
    self.worst = worst
    self.best = best
  }

  /// Whether both ends are one.
  public var isExact: Bool { worst == best }
}
