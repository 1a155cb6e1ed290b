public import CivilTime
public import Findings

/// How the violations of two runs differ, obligation by obligation.
public struct Comparison: Sendable {
  /// One of the two runs, as far as comparing needs it.
  public struct Side: Sendable {
    /// The date it judged at.
    public var asOf: CivilDate
    /// Whether everything was judged, and not a selection.
    public var isWhole: Bool
    /// Its verdicts, in the order of its report.
    public var verdicts: [RecordedVerdict]

    /// Makes a side.
    public init(asOf: CivilDate, isWhole: Bool, verdicts: [RecordedVerdict]) {
      self.asOf = asOf
      self.isWhole = isWhole
      self.verdicts = verdicts
    }
  }

  /// The differences, in the order of the later run; those that are gone come last.
  public let changes: [Chronicle.Change]

  /// Compares two runs.
  ///
  /// A run of a selection says nothing about what it did not judge: where only the other run holds
  /// an obligation, nothing is concluded from its absence.
  ///
  /// - Parameters:
  ///   - earlier: The run to compare with.
  ///   - later: The run to say something about.
  /// - Complexity: O(verdicts of both).
  public init(from earlier: Side, to later: Side) {
    let before = Dictionary(earlier.verdicts.map { ($0.id, $0) }) { first, _ in first }
    var changes: [Chronicle.Change] = []
    var seen: Set<ObligationID> = []
    for after in later.verdicts {
      seen.insert(after.id)
      let known = before[after.id]
      guard known != nil || earlier.isWhole,
        let kind = Self.kind(before: known, after: after, earlierDate: earlier.asOf)
      else { continue }
      changes.append(.init(after.id, kind, known, after))
    }
    if later.isWhole {
      for before in earlier.verdicts where before.verdict.isViolation && !seen.contains(before.id) {
        changes.append(.init(before.id, .gone, before, nil))
      }
    }
    self.changes = changes
  }

  /// Says how an obligation that the later run holds has changed; nil if it was and is no violation.
  static func kind(
    before: RecordedVerdict?,
    after: RecordedVerdict,
    earlierDate: CivilDate
  ) -> Chronicle.Change.Kind? {
    switch (before?.verdict.isViolation ?? false, after.verdict.isViolation) {
    case (false, false): nil
    case (true, true): .continuing
    case (false, true):
      if let before {
        before.terms == after.terms ? .new : .changedByRule
      } else {
        // By today's rules the earlier run would have held it: the rules or the register changed.
        after.owedFrom.map { $0 <= earlierDate } ?? true ? .changedByRule : .new
      }
    case (true, false):
      switch after.verdict {
      case .noData, .error: .undecided
      case .waived: .excused
      case .pending, .notApplicable: before?.terms == after.terms ? .excused : .changedByRule
      case .met: before?.terms == after.terms ? .resolved : .changedByRule
      case .metLate, .overdue, .failed: .continuing
      }
    }
  }
}

extension Chronicle.Change {
  fileprivate init(
    _ id: ObligationID,
    _ kind: Kind,
    _ before: RecordedVerdict?,
    _ after: RecordedVerdict?
  ) {
    self.init(obligation: id, kind: kind, before: before?.verdict, after: after?.verdict)
  }
}
