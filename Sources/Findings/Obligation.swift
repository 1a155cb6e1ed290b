public import CivilTime
internal import Digests
public import Rules

/// What gets a verdict: one rule, one responsible unit, one period or none.
public struct ObligationID: Sendable, Hashable {
  /// The rule.
  public let rule: RuleID
  /// The unit that owes it.
  public let unit: UnitID
  /// The period it is for, if the rule recurs.
  public let period: Period?

  /// Makes an id.
  public init(rule: RuleID, unit: UnitID, period: Period?) {
    self.rule = rule
    self.unit = unit
    self.period = period
  }

  /// A stable name of the obligation: 16 hexadecimal digits of the SHA-256 of the three ids.
  ///
  /// Nothing else goes into it, so that an obligation keeps its name whatever the data say.
  public var fingerprint: String {
    let text = "\(rule)\u{1F}\(unit)\u{1F}\(period.map(\.description) ?? "")"
    return String(SHA256.hexDigest(of: text).prefix(16))
  }
}

/// One obligation with its verdict and everything needed to contest it.
public struct Obligation: Sendable {
  /// What was judged.
  public var id: ObligationID
  /// The conclusion.
  public var verdict: Verdict
  /// Why nothing better could be concluded, if data or dates are to blame.
  public var reason: Reason?
  /// How the deadline came about; nil for a standing duty and for an unknown date.
  public var deadline: Deadline?
  /// When it was done, for evidence.
  public var done: CivilDate?
  /// The calendar days between the deadline and `done`, or the as-of date if it is overdue.
  public var daysLate: Int?
  /// The figures of the check, if data were judged.
  public var measured: Measured?
  /// The id of the waiver that worked.
  public var waiver: String?
  /// Whether a reminder runs.
  public var isDueSoon: Bool
  /// The cells that the verdict rests on, at most as many as the run lists.
  public var evidence: [Evidence]
  /// How many there are in all.
  public var evidenceTotal: Int
  /// The datasets that it reads, by id, in pack order.
  public var datasets: [DatasetID]
  /// Those of them whose rows are counted, not only referred to.
  public var counted: [DatasetID]
  /// What is missing, for a verdict that could not be reached: for instance which file.
  public var needed: [DatasetID]
  /// How the verdict was reached; nil unless the run explains itself.
  public var derivation: Derivation?

  /// Makes an obligation.
  public init(id: ObligationID, verdict: Verdict) {
    self.id = id
    self.verdict = verdict
    isDueSoon = false
    evidence = []
    evidenceTotal = 0
    datasets = []
    counted = []
    needed = []
  }
}

/// How a deadline came about, step by step.
public struct Deadline: Sendable, Hashable {
  /// The last good day as the plan writes it.
  public let nominal: CivilDate
  /// The last good day after days off.
  public let rolled: CivilDate
  /// The last good day that counts: rolled, or extended by a waiver.
  public let effective: CivilDate
  /// Why the nominal day is no working day: a holiday's name; nil for a weekend or a working day.
  public let holiday: String?

  /// Makes a deadline.
  public init(nominal: CivilDate, rolled: CivilDate, effective: CivilDate, holiday: String?) {
    self.nominal = nominal
    self.rolled = rolled
    self.effective = effective
    self.holiday = holiday
  }
}

/// The figures of a check: rows or keys counted, or a value, against a target.
public struct Measured: Sendable, Hashable {
  /// What sort of figures these are, for the words of a message.
  public enum Kind: String, Sendable, Hashable {
    /// Rows true of rows judged, against a share.
    case ratio
    /// Rows that count as done.
    case evidence
    /// A value against a bound.
    case measure
    /// Rows that break a rule.
    case records
    /// Rows whose key was held before.
    case unique
    /// Rows whose value is not found elsewhere.
    case reference
    /// Keys found of keys expected.
    case cover
    /// Keys whose two sides agree.
    case compare
    /// The newest date against a span.
    case fresh
  }

  /// How a value is bounded.
  public enum Relation: String, Sendable, Hashable {
    /// The value must reach the target.
    case atLeast
    /// The value must not pass the target.
    case atMost
    /// The value must be the target.
    case equals
  }

  /// The sort of figures.
  public var kind: Kind
  /// Rows or keys for which the requirement holds.
  public var trueCount: Int
  /// Rows or keys for which it does not.
  public var falseCount: Int
  /// Rows or keys that certainly count and could not be judged.
  public var unknownCount: Int
  /// Rows or keys that perhaps count.
  public var perhapsCount: Int
  /// Rows taken out, by reason, in the rule's order; reasons without rows are left out.
  public var excluded: [Exclusion]
  /// Keys found though not expected (`cover` with `both`).
  public var extra: Int?
  /// The value: a decimal with a point, a date in ISO form, or nil.
  ///
  /// A number that does not end is cut, and marked at its end.
  public var value: String?
  /// The target as the report prints it: `100%`, `5`, `7 days`.
  public var target: String?
  /// How the target bounds the value.
  public var relation: Relation?
  /// For a share: the target as an exact number.
  public var targetNumber: Decimal?

  /// Makes figures, all zero.
  public init(kind: Kind) {
    self.kind = kind
    trueCount = 0
    falseCount = 0
    unknownCount = 0
    perhapsCount = 0
    excluded = []
  }

  /// How many rows were taken out in all.
  public var excludedCount: Int { excluded.reduce(0) { $0 + $1.count } }

  /// What stands at the end of a value that was cut, because its digits do not end.
  public static let cutMark = "…"

  /// Whether the value was cut.
  public var isCut: Bool { value?.hasSuffix(Self.cutMark) ?? false }

  /// The value without its mark: a plain decimal, towards zero if it was cut.
  public var decimalValue: String? { isCut ? value.map { String($0.dropLast()) } : value }
}

extension Obligation {
  /// Returns what a rule advises to do about a violation; nothing where it is done, if late.
  public func guidance(of rule: Rule?) -> String? {
    verdict == .metLate ? nil : rule?.guidance
  }
}

/// How many rows one reason took out of a population.
public struct Exclusion: Sendable, Hashable {
  /// The reason, as the pack writes it.
  public let reason: String
  /// How many rows.
  public let count: Int

  /// Makes an exclusion.
  public init(reason: String, count: Int) {
    self.reason = reason
    self.count = count
  }
}
