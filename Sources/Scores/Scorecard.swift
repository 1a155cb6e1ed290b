public import CivilTime
public import Findings
public import Rules

/// What the scoring table of a pack makes of a run, unit by unit: input for those who classify units,
/// never a classification (§11 of the rule language).
public struct Scorecard: Sendable {
  /// The table.
  public var table: Scoring
  /// The units that owe something in the run, in register order.
  public var units: [UnitScore]
  /// Whether only some obligations of the units were judged; no unit has a number then.
  public var isPartial: Bool

  /// Makes a scorecard from parts.
  public init(table: Scoring, units: [UnitScore], isPartial: Bool = false) {
    self.table = table
    self.units = units
    self.isPartial = isPartial
  }
}

/// What counts against one unit, and how sure that is.
public struct UnitScore: Sendable {
  /// The unit.
  public var unit: UnitID
  /// The interval of its score; nil if nothing of it was judged, or only a part was looked at.
  public var range: ScoreRange?
  /// The band at the worst end; nil without a score, or if no band reaches so low.
  public var worstBand: String?
  /// The band at the best end.
  public var bestBand: String?
  /// One entry a violation, the dearest first: what is certain.
  public var deductions: [Deduction]
  /// One entry an undecided obligation, the dearest first: what may come.
  public var possible: [Deduction]
  /// The obligations that a waiver takes out: never deducted, shown apart.
  public var waived: [ObligationID]
  /// The gates of the table, in its order.
  public var gates: [GateState]
  /// The rules violated in several periods of this run.
  public var repeated: [Repetition]
  /// How many obligations were judged: met, late, failed, overdue or waived.
  public var judged: Int
  /// How many could not be decided.
  public var undecided: Int
  /// The days late of all violations, added up.
  public var daysLate: Int

  /// Makes the score of a unit that owes nothing yet.
  public init(unit: UnitID) {
    self.unit = unit
    deductions = []
    possible = []
    waived = []
    gates = []
    repeated = []
    judged = 0
    undecided = 0
    daysLate = 0
  }
}

/// What one obligation costs a unit, or would cost if it turned out violated.
public struct Deduction: Sendable, Hashable {
  /// The obligation.
  public var obligation: ObligationID
  /// The verdict charged: the obligation's own; for an undecided one the dearest it may still get.
  public var verdict: Verdict
  /// The row of the table that decides, from 0; nil if none fits, and nothing is deducted.
  public var row: Int?
  /// The points that the row asks for; 0 if no row fits.
  public var points: Decimal
  /// The obligation that already carries the same fact, if there is one.
  public var sameFactAs: ObligationID?
  /// The points that go into the score: none, or only what is dearer, if the fact is carried already.
  public var counted: Decimal

  /// Makes a deduction.
  public init(
    obligation: ObligationID,
    verdict: Verdict,
    row: Int?,
    points: Decimal,
    sameFactAs: ObligationID? = nil,
    counted: Decimal? = nil
  ) {
    self.obligation = obligation
    self.verdict = verdict
    self.row = row
    self.points = points
    self.sameFactAs = sameFactAs
    self.counted = counted ?? (sameFactAs == nil ? points : Decimal(mantissa: 0))
  }

  /// Whether any points go into the score.
  public var isCounted: Bool { counted > Decimal(mantissa: 0) }
}

extension [Deduction] {
  /// The points counted; nil if they are more than any number holds.
  public var total: Decimal? {
    reduce(Decimal?.some(Decimal(mantissa: 0))) { $0?.adding($1.counted) }
  }
}

/// Whether a gate is open for a unit, and what opened it: a warning, never a decision.
public struct GateState: Sendable, Hashable {
  /// How sure the gate is open.
  public enum Kind: String, Sendable, Hashable {
    /// Enough violations bear one of its tags.
    case open
    /// Undecided obligations, or such as were not looked at, could open it.
    case perhaps
    /// Nothing opens it.
    case closed
  }

  /// The gate's id.
  public var gate: String
  /// Whether it is open.
  public var kind: Kind
  /// The violations that open it; one a fact.
  public var violations: [ObligationID]
  /// The undecided obligations that could; one a fact.
  public var undecided: [ObligationID]

  /// Makes a state.
  public init(gate: String, kind: Kind, violations: [ObligationID], undecided: [ObligationID]) {
    self.gate = gate
    self.kind = kind
    self.violations = violations
    self.undecided = undecided
  }
}

/// A rule that a unit broke in more than one period.
public struct Repetition: Sendable, Hashable {
  /// The rule.
  public var rule: RuleID
  /// The periods, in order, at least two.
  public var periods: [Period]

  /// Makes a repetition.
  public init(rule: RuleID, periods: [Period]) {
    self.rule = rule
    self.periods = periods
  }
}
