internal import Rules

/// How many obligations came to each verdict.
public struct Summary: Sendable, Hashable {
  /// The number of obligations.
  public private(set) var obligations = 0
  private var counts: [Verdict: Int] = [:]

  /// Counts obligations.
  public init(_ obligations: some Sequence<Obligation>) {
    for obligation in obligations {
      self.obligations += 1
      counts[obligation.verdict, default: 0] += 1
    }
  }

  /// The number of obligations with one verdict.
  public subscript(verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  /// The number of violations.
  public var violations: Int {
    Verdict.allCases.filter(\.isViolation).reduce(0) { $0 + self[$1] }
  }
}

extension Run {
  /// The verdicts of the whole run, counted.
  public var summary: Summary { Summary(obligations) }

  /// The exit code of the run: §8 of the rule language.
  ///
  /// 2 if anything stayed open (an `error`, a `no_data`, a data error, nothing to judge), else 1
  /// if there is a violation of the severity asked for, else 0.
  public var exitCode: Int {
    let isEmpty = obligations.allSatisfy { $0.verdict == .notApplicable }
    if isEmpty || dataErrorTotal > 0 || obligations.contains(where: \.verdict.isUndecided) {
      return 2
    }
    guard let failOn else { return 0 }
    let severities = Dictionary(rules.rules.map { ($0.id, $0.severity) }, uniquingKeysWith: max)
    let isViolated = obligations.contains {
      $0.verdict.isViolation && severities[$0.id.rule] ?? .critical >= failOn
    }
    return isViolated ? 1 : 0
  }
}
