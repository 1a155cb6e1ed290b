internal import CivilTime
public import Findings
internal import Rules

extension Scorecard {
  /// Counts what stands against every unit of a run.
  ///
  /// At best everything undecided turns out met, at worst violated in the dearest way. A unit of
  /// which nothing was judged has no number, and none has one if the run judged a selection that
  /// may leave out some of its obligations. One fact is charged once (`same_fact_as`), at the
  /// dearest price; a waived obligation never. Nil if the pack has no scoring table.
  ///
  /// - Parameter run: The run.
  /// - Complexity: O(n log n) in the obligations.
  /// - SeeAlso: The rule language, §11; Nghị định 335/2025/NĐ-CP for the scale of 100 points.
  public init?(_ run: Run) {
    guard let table = run.rules.scoring else { return nil }
    let facts = Facts(run.rules.rules)
    let prices = PriceList(table, of: run)
    let tags = Dictionary(run.rules.rules.map { ($0.id, $0.tags) }) { first, _ in first }
    let isPartial = run.selectors.contains { !$0.hasPrefix("unit:") }
    let byUnit = Dictionary(grouping: run.obligations, by: \.id.unit)
    let units = run.rules.units.compactMap { unit -> UnitScore? in
      guard let obligations = byUnit[unit.id] else { return nil }
      var score = UnitScore(unit.id, obligations, table, prices, facts)
      score.gates = table.gates.map { GateState($0, obligations, tags, facts) }
      if isPartial { score.withdraw() }
      return score
    }
    self.init(table: table, units: units, isPartial: isPartial)
  }
}
