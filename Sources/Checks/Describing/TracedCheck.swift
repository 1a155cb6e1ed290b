public import Findings
internal import Tables

/// A check that also remembers what became of every row, so that a verdict can be explained.
///
/// It judges exactly as the check inside does: every side is read twice, once to judge and once to
/// remember.
public struct TracedCheck: Check {
  private let inner: any Check
  private let rows: [DescribedRows]

  /// Wraps a check.
  public init(_ inner: any Check) {
    self.inner = inner
    rows = inner.describe().rows
  }

  /// The sides to judge, then the same sides to remember.
  public var sides: [CheckSide] { inner.sides + inner.sides }
  /// What the check inside refers to.
  public var lookups: [LookupRequest] { inner.lookups }
  /// As the check inside.
  public var spansPeriods: Bool { inner.spansPeriods }
  /// As the check inside.
  public var kind: Measured.Kind { inner.kind }
  /// As the check inside.
  public var target: Target? { inner.target }

  /// As the check inside.
  public func describe() -> CheckDescription { inner.describe() }

  /// Returns an empty state: of the check inside, or of the memory.
  public func accumulator(
    side: Int,
    layout: Layout,
    limit: Int,
    lookups: [LookupRequest: Lookup]
  ) -> any Accumulator {
    let count = inner.sides.count
    guard side >= count else {
      return inner.accumulator(side: side, layout: layout, limit: limit, lookups: lookups)
    }
    return RowTrace(
      rows[side - count],
      layout: inner.sides[side - count].layout(layout),
      limit: limit,
      lookups: lookups
    )
  }

  /// Concludes as the check inside, and adds what is remembered.
  public func assess(_ states: [any Accumulator], _ facts: ObligationFacts) -> Assessment {
    let count = inner.sides.count
    var found = inner.assess(Array(states.prefix(count)), facts)
    found.traces = zip(inner.sides, states.dropFirst(count)).compactMap { side, state in
      (state as? RowTrace)?.trace(unit: side.unitSlot(facts.unit), period: facts.period)
    }
    return found
  }
}
