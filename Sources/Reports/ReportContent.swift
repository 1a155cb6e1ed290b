public import Findings
public import Scores

/// What reports are written from: a run, and what follows from it.
public struct ReportContent: Sendable {
  /// The run.
  public var run: Run
  /// What the pack's scoring table makes of it; nil if the pack has none.
  public var scorecard: Scorecard?
  /// What earlier runs say; nil without a history.
  public var chronicle: Chronicle?

  /// Makes the content of reports.
  public init(run: Run, scorecard: Scorecard? = nil, chronicle: Chronicle? = nil) {
    self.run = run
    self.scorecard = scorecard
    self.chronicle = chronicle
  }
}
