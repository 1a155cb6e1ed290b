internal import Findings
internal import Rules

extension GateState {
  /// Looks which obligations of one unit open a gate; one fact counts once.
  init(
    _ gate: Scoring.Gate,
    _ obligations: [Obligation],
    _ tags: [RuleID: [String]],
    _ facts: Facts
  ) {
    var seen: Set<Facts.Key> = []
    func bearing(_ isMeant: (Verdict) -> Bool) -> [ObligationID] {
      obligations.filter { obligation in
        isMeant(obligation.verdict)
          && tags[obligation.id.rule, default: []].contains(where: gate.tags.contains)
          && seen.insert(facts.key(of: obligation.id)).inserted
      }.map(\.id)
    }
    let violations = bearing(\.isViolation)
    let undecided = bearing(\.isUndecided)
    let kind: Kind =
      violations.count >= gate.atLeast
      ? .open : violations.count + undecided.count >= gate.atLeast ? .perhaps : .closed
    self.init(gate: gate.id, kind: kind, violations: violations, undecided: undecided)
  }
}
