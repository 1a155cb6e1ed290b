public import CivilTime
public import Rules

/// What earlier runs say about the obligations of a run: what changed, and seen since when.
///
/// Only runs recorded before the run itself go in, so that a run repeated later, with the same
/// inputs, has the same chronicle.
public struct Chronicle: Sendable {
  /// A recorded run, in short.
  public struct Entry: Sendable, Hashable {
    /// Its number in the history, from 1.
    public var number: Int
    /// The date it judged at.
    public var asOf: CivilDate
    /// The digest of its rules.
    public var rulesDigest: String
    /// The digest of its data.
    public var dataDigest: String
    /// How many obligations came to each verdict.
    public var counts: [Verdict: Int]
    /// The score of every unit that had one.
    public var scores: [UnitID: ScoreRange]
    /// The digest of the scoring table that the scores come from; nil if there was none.
    ///
    /// Scores of different tables are not to be compared.
    public var scoringDigest: String?

    /// Makes an entry.
    public init(
      number: Int,
      asOf: CivilDate,
      rulesDigest: String,
      dataDigest: String,
      counts: [Verdict: Int],
      scores: [UnitID: ScoreRange],
      scoringDigest: String? = nil
    ) {
      self.number = number
      self.asOf = asOf
      self.rulesDigest = rulesDigest
      self.dataDigest = dataDigest
      self.counts = counts
      self.scores = scores
      self.scoringDigest = scoringDigest
    }

    /// The number of violations.
    public var violations: Int {
      Verdict.allCases.filter(\.isViolation).reduce(0) { $0 + (counts[$1] ?? 0) }
    }
  }

  /// How one obligation differs between two runs.
  public struct Change: Sendable, Hashable {
    /// What sort of change it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// A violation that the earlier run did not have.
      case new
      /// A violation in both.
      case continuing
      /// A violation then; met now.
      case resolved
      /// A violation in one of them only, and the rule is no longer the same.
      case changedByRule = "changed_by_rule"
      /// A violation then that now cannot be judged: not resolved.
      case undecided
      /// A violation then; waived, not applicable or no longer due now.
      case excused
      /// A violation then; the obligation is not in the later run.
      case gone
    }

    /// The obligation.
    public var obligation: ObligationID
    /// What sort of change it is.
    public var kind: Kind
    /// The earlier verdict; nil if the earlier run did not hold the obligation.
    public var before: Verdict?
    /// The later verdict; nil if the later run does not hold it.
    public var after: Verdict?

    /// Makes a change.
    public init(obligation: ObligationID, kind: Kind, before: Verdict?, after: Verdict?) {
      self.obligation = obligation
      self.kind = kind
      self.before = before
      self.after = after
    }
  }

  /// When an obligation was seen violated.
  public struct Sighting: Sendable, Hashable {
    /// The as-of date of the first run that saw it.
    public var firstSeen: CivilDate
    /// The as-of date of the last run that saw it.
    public var lastSeen: CivilDate
    /// The first date of the unbroken series of runs that ends with the last sighting.
    public var since: CivilDate
    /// How many months of as-of dates that series holds.
    public var periods: Int

    /// Makes a sighting.
    public init(firstSeen: CivilDate, lastSeen: CivilDate, since: CivilDate, periods: Int) {
      self.firstSeen = firstSeen
      self.lastSeen = lastSeen
      self.since = since
      self.periods = periods
    }
  }

  /// The run that this one is compared with: the last whole run before it; nil for the first.
  ///
  /// What it could not decide is compared with the last run before it that could.
  public var baseline: Entry?
  /// Violations of either run, in the order of obligations; those that are gone come last.
  public var changes: [Change]
  /// When violations of this or earlier runs were seen, this run included.
  public var sightings: [ObligationID: Sighting]
  /// The whole runs up to this one, by as-of date: the last of each date, this run as the last.
  public var trend: [Entry]

  /// Makes a chronicle.
  public init(
    baseline: Entry?,
    changes: [Change],
    sightings: [ObligationID: Sighting],
    trend: [Entry]
  ) {
    self.baseline = baseline
    self.changes = changes
    self.sightings = sightings
    self.trend = trend
  }
}
