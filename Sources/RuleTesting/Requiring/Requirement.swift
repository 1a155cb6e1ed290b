internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Findings
public import Rules

/// Looks whether the tests of a pack show every rule in all the cases that matter.
///
/// Each rule needs, among the obligations that its passing tests compare, one that is `met`, one
/// that is a violation, and one that is `no_data`. One with a deadline needs three more: obligations
/// whose day is the day before the last good day, that day, and the day after; an obligation's day is
/// the day on which it was done, else the as-of date of its test, and the last good day is the
/// effective one, rolled or extended. A rule whose date is unknown can only be pending, and needs
/// that. A check that judges the current period alone is never looked at after the period: where the
/// last good day ends the period it cannot be violated, and a pending case stands for the violation
/// and the day after. Nor is a measure asked for the day before the first day of its rule.
public struct Requirement: Sendable {
  private let rules: RuleSet
  private let utcOffsetSeconds: Int

  /// Prepares to look at the tests of a pack.
  ///
  /// - Parameter runner: Ran the tests.
  public init(runner: TestRunner) {
    rules = runner.rules
    utcOffsetSeconds = runner.utcOffsetSeconds
  }

  /// Returns what is missing.
  ///
  /// - Parameters:
  ///   - required: The rules to look at.
  ///   - outcomes: What came of the tests.
  /// - Returns: One entry a rule that lacks something, in the order of the rules.
  public func shortfalls(of required: [Rule], outcomes: [TestOutcome]) -> [Shortfall] {
    var shown: [RuleID: Set<Shortfall.Case>] = [:]
    for outcome in outcomes where outcome.isPassed {
      guard let run = outcome.run else { continue }
      for obligation in run.obligations where outcome.test.compares(obligation) {
        shown[obligation.id.rule, default: []].formUnion(Self.cases(obligation, run.asOf))
      }
    }
    let scopes = DatasetScopes(rules, asOf: .max, utcOffsetSeconds: utcOffsetSeconds)
    return required.compactMap { rule in
      let missing = needed(rule, scopes).subtracting(shown[rule.id] ?? [])
      guard !missing.isEmpty else { return nil }
      return Shortfall(
        rule: rule.id,
        range: rule.range,
        missing: Shortfall.Case.allCases.filter(missing.contains)
      )
    }
  }

  private static func cases(_ obligation: Obligation, _ asOf: CivilDate) -> Set<Shortfall.Case> {
    var cases: Set<Shortfall.Case> = []
    switch obligation.verdict {
    case .met: cases.insert(.met)
    case .noData: cases.insert(.noData)
    case .pending: cases.insert(.pending)
    case .metLate, .overdue, .failed: cases.insert(.violation)
    case .error, .notApplicable, .waived: break
    }
    if let due = obligation.deadline?.effective {
      switch (obligation.done ?? asOf) - due {
      case -1: cases.insert(.dayBefore)
      case 0: cases.insert(.lastDay)
      case 1: cases.insert(.dayAfter)
      default: break
      }
    }
    return cases
  }

  private func needed(_ rule: Rule, _ scopes: DatasetScopes) -> Set<Shortfall.Case> {
    switch rule.due {
    case .unknown?: return [.pending]
    case nil: return [.met, .violation, .noData]
    case .before?, .by?, .beforeDay?, .byDay?, .end?:
      var cases: Set<Shortfall.Case> = [.met, .noData, .lastDay]
      if isOwedBefore(rule) { cases.insert(.dayBefore) }
      return cases.union(isSeenAfter(rule, scopes) ? [.violation, .dayAfter] : [.pending])
    }
  }

  /// Whether a rule is owed on the day before its last good day; evidence may be older than the rule.
  private func isOwedBefore(_ rule: Rule) -> Bool {
    guard rule.every == nil, rule.checkKind != "evidence", let from = rule.effective.from,
      let last = rule.due?.nominal(in: nil)
    else { return true }
    return from < last
  }

  /// Whether an obligation of a rule can be looked at after its last good day.
  private func isSeenAfter(_ rule: Rule, _ scopes: DatasetScopes) -> Bool {
    guard rule.every != nil else { return true }
    var sink = DiagnosticSink()
    let context = CheckContext(rules: rules, rule: rule, scopes: scopes)
    if CheckBinder.bind(context, into: &sink)?.spansPeriods == true { return true }
    return switch rule.due {
    case .end?: false
    case .beforeDay(_, let months)?, .byDay(_, let months)?: months == 0
    case .before?, .by?, .unknown?, nil: true
    }
  }
}

extension RuleTest {
  /// Whether the test looks at an obligation: `periods` leaves the other periods of a rule out.
  func compares(_ obligation: Obligation) -> Bool {
    guard let periods, let period = obligation.id.period else { return true }
    return periods.contains(period)
  }
}
