public import CivilTime
public import Findings

/// Where an obligation stood when somebody was told of it.
public enum Standing: String, Sendable, Hashable, CaseIterable {
  /// It counted against the unit.
  case violation
  /// Nothing could be decided.
  case open
  /// It was in order, excused or not yet due.
  case clear
}

/// What one message tells of one obligation.
public struct Notice: Sendable, Hashable {
  /// What the message tells it for.
  public enum Topic: String, Sendable, Hashable, CaseIterable {
    /// How the obligation was judged.
    case finding
    /// That its deadline is near.
    case reminder
  }

  /// The obligation.
  public var obligation: ObligationID
  /// What it is told for.
  public var topic: Topic
  /// Where it stood.
  public var standing: Standing
  /// The last standing that was not open, this one or an earlier one; nil if there was none.
  public var decided: Standing?
  /// The verdict.
  public var verdict: Verdict
  /// The digest of what was told, to see whether there is more to tell.
  public var state: String
  /// The day it was told.
  public var day: CivilDate

  /// Makes a notice.
  public init(
    obligation: ObligationID,
    topic: Topic,
    standing: Standing,
    decided: Standing?,
    verdict: Verdict,
    state: String,
    day: CivilDate
  ) {
    self.obligation = obligation
    self.topic = topic
    self.standing = standing
    self.decided = decided
    self.verdict = verdict
    self.state = state
    self.day = day
  }
}

/// What an audience was last told, obligation by obligation.
public struct Told: Sendable, Hashable {
  /// How obligations were judged.
  public var findings: [ObligationID: Notice]
  /// Which deadlines it was reminded of.
  public var reminders: [ObligationID: Notice]

  /// Makes what an audience was told; nothing, unless it is given.
  public init(
    findings: [ObligationID: Notice] = [:],
    reminders: [ObligationID: Notice] = [:]
  ) {
    self.findings = findings
    self.reminders = reminders
  }
}
