internal import CivilTime
internal import Findings
internal import Rules

/// Which obligations of one unit rest on one fact, so that a fault is charged once.
///
/// Rules that name each other by `same_fact_as`, directly or over others, judge one fact; of these,
/// obligations for the same period belong together. The pack's reader sees to it that such rules
/// recur alike.
struct Facts {
  /// What obligations of one unit have in common if they rest on one fact.
  struct Key: Hashable {
    let rule: RuleID
    let period: Period?
  }

  /// The first rule, by id, of all that judge the same fact.
  private var leaders: [RuleID: RuleID] = [:]

  init(_ rules: [Rule]) {
    for rule in rules {
      for other in rule.sameFactAs { join(rule.id, other) }
    }
  }

  /// The fact that an obligation rests on, among those of its unit.
  func key(of obligation: ObligationID) -> Key {
    Key(rule: leader(of: obligation.rule), period: obligation.period)
  }

  private func leader(of rule: RuleID) -> RuleID {
    var rule = rule
    while let next = leaders[rule] { rule = next }
    return rule
  }

  private mutating func join(_ a: RuleID, _ b: RuleID) {
    let (a, b) = (leader(of: a), leader(of: b))
    guard a != b else { return }
    leaders[max(a, b)] = min(a, b)
  }
}
