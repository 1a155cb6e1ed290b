public import CivilTime

/// The table that turns violations into deductions; data, never code.
public struct Scoring: Sendable {
  /// One row of deductions; the first that matches a violation decides.
  public struct Deduction: Sendable {
    /// The rule it is for, or any.
    public var rule: RuleID?
    /// The verdict it is for, as reports spell it, or any.
    public var verdict: String?
    /// The severity it is for, or any.
    public var severity: Severity?
    /// The tag it is for, or any.
    public var tag: String?
    /// How many points a violation costs.
    public var points: Decimal
    /// How many more points each day late costs.
    public var perDay: Decimal?
    /// The most that one violation costs.
    public var atMost: Decimal?

    /// Makes a row.
    public init(
      rule: RuleID?,
      verdict: String?,
      severity: Severity?,
      tag: String?,
      points: Decimal,
      perDay: Decimal?,
      atMost: Decimal?
    ) {
      self.rule = rule
      self.verdict = verdict
      self.severity = severity
      self.tag = tag
      self.points = points
      self.perDay = perDay
      self.atMost = atMost
    }
  }

  /// A warning for whoever decides on rewards; never a decision.
  public struct Gate: Sendable {
    /// The gate's id.
    public var id: String
    /// What it warns of.
    public var title: String
    /// The clause it rests on.
    public var clause: ClauseReference?
    /// The tags whose violations open it.
    public var tags: [String]
    /// How many violations open it.
    public var atLeast: Int

    /// Makes a gate.
    public init(id: String, title: String, clause: ClauseReference?, tags: [String], atLeast: Int) {
      self.id = id
      self.title = title
      self.clause = clause
      self.tags = tags
      self.atLeast = atLeast
    }
  }

  /// A named band of scores.
  public struct Band: Sendable {
    /// The least score of the band.
    public var atLeast: Decimal
    /// Its name.
    public var name: String

    /// Makes a band.
    public init(atLeast: Decimal, name: String) {
      self.atLeast = atLeast
      self.name = name
    }
  }

  /// The score of a unit without violations.
  public var base: Decimal
  /// The least score.
  public var floor: Decimal
  /// The rows of deductions, in order.
  public var deductions: [Deduction]
  /// The gates.
  public var gates: [Gate]
  /// The bands, from the highest.
  public var bands: [Band]

  /// Makes a table.
  public init(
    base: Decimal,
    floor: Decimal,
    deductions: [Deduction],
    gates: [Gate],
    bands: [Band]
  ) {
    self.base = base
    self.floor = floor
    self.deductions = deductions
    self.gates = gates
    self.bands = bands
  }
}
