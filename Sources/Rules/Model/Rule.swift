public import CivilTime
public import Diagnostics
public import YAMLTree

/// One obligation of a legal document, as the pack encodes it.
public struct Rule: Sendable {
  /// Who owes a rule.
  public enum Bearer: Sendable, Hashable {
    /// One unit, by its index in the register: one obligation over all rows.
    case unit(Int)
    /// Every unit of a list, by index: one obligation each. Group `all` is `everyone`.
    case each([Int])
    /// Every unit active on the day.
    case everyone
  }

  /// The rule's id.
  public var id: RuleID
  /// Its title.
  public var title: String
  /// The clauses it rests on, at least one.
  public var clauses: [ClauseReference]
  /// Who owes it.
  public var bearer: Bearer
  /// The units informed of it and never blamed, by index.
  public var supporting: [Int]
  /// How grave a violation is.
  public var severity: Severity
  /// When it is in force: the rule's own dates, else those of its documents.
  public var effective: RuleDates
  /// Its tags.
  public var tags: [String]
  /// What to do about a violation.
  public var guidance: String?
  /// The rules that judge the same fact; a violation of both is charged once.
  public var sameFactAs: [RuleID]
  /// The length of its periods, if it recurs.
  public var every: PeriodKind?
  /// When it is due; nil for a standing duty.
  public var due: Due?
  /// Where a last day goes that is no working day.
  public var rolling: Rolling
  /// How long before the deadline a reminder starts.
  public var remind: Span?
  /// Which check judges it, as the YAML key spells it.
  public var checkKind: String
  /// The keys of the check, not yet decoded.
  public var checkNode: Node
  /// Where the rule stands.
  public var range: SourceRange?
  /// Where its `due` stands, else the rule.
  public var dueRange: SourceRange?
  /// Where its `responsible` stands, else the rule.
  public var bearerRange: SourceRange?

  /// Makes a rule.
  public init(
    id: RuleID,
    title: String,
    clauses: [ClauseReference],
    bearer: Bearer,
    supporting: [Int],
    severity: Severity,
    effective: RuleDates,
    tags: [String],
    guidance: String?,
    every: PeriodKind?,
    due: Due?,
    rolling: Rolling,
    remind: Span?,
    checkKind: String,
    checkNode: Node,
    range: SourceRange?,
    dueRange: SourceRange?,
    bearerRange: SourceRange?
  ) {
    self.id = id
    self.title = title
    self.clauses = clauses
    self.bearer = bearer
    self.supporting = supporting
    self.severity = severity
    self.effective = effective
    self.tags = tags
    self.guidance = guidance
    self.sameFactAs = []
    self.every = every
    self.due = due
    self.rolling = rolling
    self.remind = remind
    self.checkKind = checkKind
    self.checkNode = checkNode
    self.range = range
    self.dueRange = dueRange
    self.bearerRange = bearerRange
  }
}

/// An approved exception to a rule.
public struct Waiver: Sendable {
  /// What a waiver does.
  public enum Effect: Sendable, Hashable {
    /// A violation becomes `waived`.
    case exempt
    /// The deadline moves to a day.
    case extend(until: CivilDate)
    /// The check's `at_least` (true) or `at_most` (false) becomes another number.
    case target(Decimal, isAtLeast: Bool)
  }

  /// The waiver's id.
  public var id: String
  /// The rule it works on.
  public var rule: RuleID
  /// The units it works for, by index.
  public var units: [Int]
  /// The periods it works for; nil for any.
  public var periods: [Period]?
  /// What it does.
  public var effect: Effect
  /// Why.
  public var reason: String
  /// The document that grants it.
  public var document: String
  /// Who approved it.
  public var approvedBy: String
  /// When it was approved.
  public var approvedOn: CivilDate
  /// The days within which an obligation's original deadline must lie.
  public var valid: EffectiveDates
  /// Where the pack declares it.
  public var range: SourceRange?

  /// Makes a waiver.
  public init(
    id: String,
    rule: RuleID,
    units: [Int],
    periods: [Period]?,
    effect: Effect,
    reason: String,
    document: String,
    approvedBy: String,
    approvedOn: CivilDate,
    valid: EffectiveDates,
    range: SourceRange?
  ) {
    self.id = id
    self.rule = rule
    self.units = units
    self.periods = periods
    self.effect = effect
    self.reason = reason
    self.document = document
    self.approvedBy = approvedBy
    self.approvedOn = approvedOn
    self.valid = valid
    self.range = range
  }
}
