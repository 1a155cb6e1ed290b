public import CivilTime
public import Findings

/// The state of the dumps that an obligation reads, the worst of them.
public enum DataState: Int, Sendable, Hashable, Comparable {
  /// Everything is there.
  case complete
  /// A dump ends before the day that it is asked about.
  case incomplete
  /// A dump has no rows, and that does not mean "none".
  case empty
  /// A file could not be read as a whole.
  case broken
  /// No file was found.
  case missing

  /// Orders states from good to bad.
  public static func < (a: DataState, b: DataState) -> Bool { a.rawValue < b.rawValue }
}

/// Everything a verdict depends on.
public struct Circumstances: Sendable {
  /// When an obligation is due.
  public enum DueState: Sendable, Hashable {
    /// A standing duty, judged at the as-of date.
    case standing
    /// Another body has still to set the date.
    case unknown
    /// The last good day.
    case on(CivilDate)
  }

  /// The date judged at.
  public var asOf: CivilDate
  /// When it is due.
  public var due: DueState
  /// The state of the dumps it reads.
  public var data: DataState
  /// What the check found; nil if it could not be evaluated.
  public var assessment: Assessment?
  /// Whether the check looks for something done, not for a measure reached.
  public var isEvidence: Bool
  /// Whether an approved waiver exempts the unit.
  public var isExempt: Bool
  /// Whether the check reads a column that a file does not have.
  public var lacksColumns = false

  /// Makes circumstances.
  public init(
    asOf: CivilDate,
    due: DueState,
    data: DataState,
    assessment: Assessment?,
    isEvidence: Bool,
    isExempt: Bool
  ) {
    self.asOf = asOf
    self.due = due
    self.data = data
    self.assessment = assessment
    self.isEvidence = isEvidence
    self.isExempt = isExempt
  }
}

/// What was decided, why, and by which step.
public struct Ruling: Sendable, Hashable {
  /// The verdict.
  public var verdict: Verdict
  /// The reason, where data or dates are to blame.
  public var reason: Reason?
  /// The step that decided.
  public let step: JudgementStep
  /// The verdict before an exemption.
  public let bare: Verdict

  fileprivate init(_ step: JudgementStep, _ verdict: Verdict, _ reason: Reason? = nil) {
    self.step = step
    self.verdict = verdict
    self.reason = reason
    bare = verdict
  }
}

/// Decides verdicts: the only place that knows §7 and §13 of the rule language.
public enum Judgement {
  /// Returns the verdict of one obligation, the reason where data or dates are to blame, and the
  /// step that decided.
  public static func ruling(_ facts: Circumstances) -> Ruling {
    var ruling = bare(facts)
    if ruling.verdict.isViolation, facts.isExempt {
      ruling.verdict = .waived
      ruling.reason = nil
    }
    return ruling
  }

  private static func bare(_ facts: Circumstances) -> Ruling {
    if facts.due == .unknown { return Ruling(.dateUnknown, .pending, .noDate) }
    switch facts.data {
    case .missing: return Ruling(.datasetMissing, .noData, .missingDataset)
    case .broken: return Ruling(.datasetBroken, .noData, .brokenDataset)
    case .empty where facts.isOpen: return Ruling(.emptyBeforeDeadline, .pending)
    case .empty: return Ruling(.datasetEmpty, .noData, .emptyDataset)
    case .complete, .incomplete: break
    }
    guard let found = facts.assessment else { return Ruling(.notEvaluated, .error, .ruleError) }
    guard found.favourable == found.unfavourable else {
      return facts.isOpen
        ? Ruling(.openBeforeDeadline, .pending) : Ruling(.open, .noData, found.doubt)
    }
    let isPartial = facts.data == .incomplete
    let tooEarly = Ruling(.incomplete, .noData, .incompleteData)
    switch found.favourable {
    case .notApplicable:
      if facts.lacksColumns { return unseen(facts) }
      return isPartial ? tooEarly : Ruling(.notApplicable, .notApplicable)
    case .met:
      if facts.lacksColumns { return unseen(facts) }
      return isPartial && !found.metStandsOnPartialData ? tooEarly : Ruling(.met, .met)
    case .metLate:
      return Ruling(.metLate, .metLate)
    case .unmet:
      if facts.isOpen { return Ruling(.notYet, .pending) }
      if isPartial, !found.unmetStandsOnPartialData { return tooEarly }
      return facts.isEvidence ? Ruling(.notDone, .overdue) : Ruling(.notReached, .failed)
    }
  }
}

extension Judgement {
  /// What comes of a requirement that only seems reached because a whole column is missing: its
  /// cells are absent (§13.15), but nobody looked, and that is never met.
  private static func unseen(_ facts: Circumstances) -> Ruling {
    facts.isOpen
      ? Ruling(.openBeforeDeadline, .pending) : Ruling(.columnMissing, .noData, .unknownRows)
  }
}

extension Circumstances {
  /// Whether the deadline has not passed; it runs to the end of its day.
  fileprivate var isOpen: Bool {
    switch due {
    case .on(let day): asOf <= day
    case .standing, .unknown: false
    }
  }
}
