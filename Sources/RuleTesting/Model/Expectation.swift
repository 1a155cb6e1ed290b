public import CivilTime
public import Diagnostics
public import Findings
public import Rules

/// What a test expects of one obligation, or of all that it does not list by name.
public struct Expectation: Sendable {
  /// One fact beyond the verdict, as the text that the report would print.
  public struct Fact: Sendable, Hashable {
    /// Which fact.
    public let field: ExpectedField
    /// Its text.
    public let value: String
  }

  /// The rule.
  public var rule: RuleID
  /// The unit, by its index in the register; nil for every unit not listed by name.
  public var unit: Int?
  /// The period; nil for a rule without periods.
  public var period: Period?
  /// The verdict.
  public var verdict: Verdict
  /// What else is compared, in the order of `ExpectedField`.
  public var facts: [Fact]
  /// Where the expectation stands.
  public var range: SourceRange
}

/// The facts of an obligation that a test may expect, named as the JSON report names them.
public enum ExpectedField: String, Sendable, Hashable, CaseIterable {
  /// Why nothing better could be concluded.
  case reason
  /// The effective deadline.
  case due
  /// The deadline before it was rolled or extended.
  case nominalDue = "nominal_due"
  /// When it was done.
  case done
  /// How many days it is late.
  case daysLate = "days_late"
  /// The waiver that worked.
  case waiver
  /// Whether a reminder runs.
  case dueSoon = "due_soon"
  /// `measured.true`.
  case trueCount = "true"
  /// `measured.false`.
  case falseCount = "false"
  /// `measured.unknown`.
  case unknownCount = "unknown"
  /// `measured.perhaps`.
  case perhapsCount = "perhaps"
  /// `measured.excluded`.
  case excludedCount = "excluded"
  /// `measured.extra`.
  case extra
  /// `measured.value`.
  case value

  /// The facts that stand under `measured`, as in the JSON report.
  static let measured: [ExpectedField] = [
    .trueCount, .falseCount, .unknownCount, .perhapsCount, .excludedCount, .extra, .value,
  ]

  /// The fact's name as a test writes it.
  public var path: String { Self.measured.contains(self) ? "measured.\(rawValue)" : rawValue }

  /// Returns the fact of an obligation as text; nil if the obligation has none.
  public func text(of obligation: Obligation) -> String? {
    let measured = obligation.measured
    return switch self {
    case .reason: obligation.reason?.rawValue
    case .due: obligation.deadline?.effective.description
    case .nominalDue: obligation.deadline?.nominal.description
    case .done: obligation.done?.description
    case .daysLate: obligation.daysLate?.description
    case .waiver: obligation.waiver
    case .dueSoon: obligation.isDueSoon ? "true" : "false"
    case .trueCount: measured?.trueCount.description
    case .falseCount: measured?.falseCount.description
    case .unknownCount: measured?.unknownCount.description
    case .perhapsCount: measured?.perhapsCount.description
    case .excludedCount: measured?.excludedCount.description
    case .extra: measured?.extra?.description
    case .value: measured?.decimalValue
    }
  }
}
