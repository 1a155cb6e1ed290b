public import CivilTime
public import Diagnostics
public import Findings
public import Rules

/// What came of one test.
public struct TestOutcome: Sendable {
  /// The test.
  public var test: RuleTest
  /// The run that was compared; nil if the rules could not be judged at the test's date.
  public var run: Run?
  /// Where the run differs from what was expected, by rule, unit and period.
  public var differences: [Difference]
  /// Why the rules could not be judged.
  public var problems: [Diagnostic]
  /// What the author should know about the data, such as a cell that is no date.
  public var remarks: [Phrase]

  /// Whether everything came out as expected.
  public var isPassed: Bool { differences.isEmpty && problems.isEmpty }

  /// Whether something is wrong with the data though no expectation has to do with it.
  var hasSurprise: Bool {
    !remarks.isEmpty
      && !test.expectations.contains { $0.verdict == .noData || $0.verdict == .pending }
  }
}

/// One obligation that came out otherwise than expected.
public struct Difference: Sendable {
  /// One fact that differs.
  public struct Field: Sendable, Hashable {
    /// The fact's name, `verdict` among them.
    public let name: String
    /// What the test expects; nil for nothing.
    public let expected: String?
    /// What came out; nil for nothing.
    public let got: String?
  }

  /// The rule.
  public var rule: RuleID
  /// The unit; nil for `*`.
  public var unit: UnitID?
  /// The period.
  public var period: Period?
  /// What was expected; nil if the obligation was not expected at all.
  public var expectation: Expectation?
  /// What came out; nil if there is no such obligation.
  public var obligation: Obligation?
  /// What differs: the verdict and other facts.
  public var fields: [Field]
  /// What came out, in words.
  public var message: Phrase?
  /// The cells that the verdict rests on, with the place of the row in the test.
  public var evidence: [Phrase]
}
