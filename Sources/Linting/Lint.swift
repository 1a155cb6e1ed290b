// Linting: looks for what a pack may say but hardly means. It reads rules, never data; it judges
// nothing and changes nothing. One file a lint, in `Lints`.

public import Diagnostics

/// One suspicion about packs: something legal that is probably a mistake.
///
/// What it means, an example and its cure stand in the explanation of its id, so that the messages,
/// `check explain ID` and the reference pages agree.
public protocol Lint: Sendable {
  /// The id of what it reports.
  var id: DiagnosticID { get }

  /// Looks through a sound pack, and warns of every place that gives rise to the suspicion.
  func look(at pack: LintedPack, into sink: inout DiagnosticSink)
}

/// Every lint, in the order of the reference pages: one word a lint, one file each.
public enum LintRegistry {
  /// The lints.
  public static let all: [any Lint] = [
    // What the rules rest on.
    UnbackedRule(), UncoveredClause(), SameFact(),
    // What the rules ask.
    RatioWithoutFilter(), TrivialTarget(), StandingDutyWithoutPeriod(), RuleNeverOwed(),
    // Time.
    ChainedDeadlines(), MissingCalendarYear(),
    // Names and data.
    SimilarUnitNames(), UnusedDataset(), UnusedColumn(),
    // Exceptions and proof.
    IdleWaiver(), LapsedWaiver(), UntestedViolation(),
  ]
}
