public import CivilTime
public import Diagnostics
public import Findings
public import Rules

/// A run as the history keeps it, without its verdicts.
public struct RecordedRun: Sendable, Hashable {
  /// What a run came to for one unit.
  public struct UnitResult: Sendable, Hashable {
    /// The unit.
    public var unit: UnitID
    /// Its name at the time.
    public var name: String
    /// How many of its obligations came to each verdict.
    public var counts: [Verdict: Int]
    /// The interval of its score, if it had one.
    public var score: ScoreRange?

    /// The number of its violations.
    public var violations: Int { counts.violations }
    /// The number of its obligations that could not be decided.
    public var undecided: Int { counts.undecided }
  }

  /// Its number, from 1.
  public var number: Int
  /// The date it judged at.
  public var asOf: CivilDate
  /// The pack's name.
  public var pack: String
  /// The digest of the pack's files.
  public var rulesDigest: String
  /// The digest of the data.
  public var dataDigest: String
  /// The digest of the calendar.
  public var calendarDigest: String
  /// The digest of the scoring table; empty if there was none.
  public var scoringDigest: String
  /// The version of the program.
  public var tool: String
  /// What was selected, sorted; empty for a whole run.
  public var selectors: [String]
  /// Whether waivers were applied.
  public var usesWaivers: Bool
  /// The number of mistakes in the data.
  public var dataErrors: Int
  /// The units that owed something, in register order.
  public var units: [UnitResult]

  /// Whether everything was judged, and not a selection.
  public var isWhole: Bool { selectors.isEmpty }

  /// How many obligations came to each verdict.
  public var counts: [Verdict: Int] {
    units.reduce(into: [:]) { counts, unit in counts.merge(unit.counts, uniquingKeysWith: +) }
  }

  /// Returns the last whole run of each pack and as-of date, by pack and date: what trends are made of.
  ///
  /// - Parameters:
  ///   - runs: Runs, in order of number.
  ///   - usesWaivers: Whether waivers were applied; runs of the other sort are left out.
  /// - Returns: The runs, at most one a pack and date.
  public static func lastOfEachDate(
    _ runs: [RecordedRun],
    usesWaivers: Bool
  ) -> [RecordedRun] {
    let whole = runs.filter { $0.isWhole && $0.usesWaivers == usesWaivers }
    let packs = Dictionary(grouping: whole, by: \.pack).sorted { $0.key < $1.key }
    return packs.flatMap { _, runs in
      Dictionary(runs.map { ($0.asOf, $0) }) { _, last in last }
        .values.sorted { $0.asOf < $1.asOf }
    }
  }

  /// The run in short, as reports show it.
  public var entry: Chronicle.Entry {
    let scored = units.compactMap { unit in unit.score.map { (unit.unit, $0) } }
    return Chronicle.Entry(
      number: number,
      asOf: asOf,
      rulesDigest: rulesDigest,
      dataDigest: dataDigest,
      counts: counts,
      scores: Dictionary(scored) { first, _ in first },
      scoringDigest: scoringDigest.isEmpty ? nil : scoringDigest
    )
  }
}

/// An obligation as the history keeps it: the verdict, and what the rule was at the time.
public struct RecordedVerdict: Sendable, Hashable {
  /// The obligation.
  public var id: ObligationID
  /// The rule's title.
  public var title: String
  /// The rule's severity.
  public var severity: Severity
  /// The rule's clauses, such as `kh57/III.4.2.KQ4`.
  public var clauses: [String]
  /// On what terms it was judged.
  public var terms: Terms
  /// The first as-of date at which the pack had the obligation; nil for any.
  public var owedFrom: CivilDate?
  /// The verdict.
  public var verdict: Verdict
  /// Why nothing better could be concluded.
  public var reason: Reason?
  /// When it was done.
  public var done: CivilDate?
  /// The days between deadline and `done`, or the as-of date.
  public var daysLate: Int?
  /// The waiver that worked.
  public var waiver: String?
  /// The figures.
  public var measured: Measured?
  /// How many cells the verdict rested on.
  public var evidenceTotal: Int
  /// What the report said, for violations, waived obligations and open ones.
  public var said: Phrase?

  /// What decides about a verdict besides the data.
  public struct Terms: Sendable, Hashable {
    /// The digest of what the rule asked.
    public var ruleDigest: String
    /// The digest of the waivers for it, lapsed or not; nil without any.
    public var waiversDigest: String?
    /// The last good day as the plan writes it.
    public var nominalDue: CivilDate?
    /// The last good day that counted.
    public var due: CivilDate?
  }
}

extension [Verdict: Int] {
  /// The number of violations.
  public var violations: Int {
    Verdict.allCases.filter(\.isViolation).reduce(0) { $0 + (self[$1] ?? 0) }
  }

  /// The number of obligations that could not be decided.
  public var undecided: Int {
    Verdict.allCases.filter(\.isUndecided).reduce(0) { $0 + (self[$1] ?? 0) }
  }
}
