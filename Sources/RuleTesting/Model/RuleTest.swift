public import CivilTime
public import Diagnostics
public import Rules

/// One test of rules: data, a date, and what must come out.
public struct RuleTest: Sendable {
  /// What the test shows, in the author's words.
  public var name: String
  /// The rules that are judged, in the order named; at least one.
  public var rules: [RuleID]
  /// The date judged at.
  public var asOf: CivilDate
  /// The dumps that the units sent; a dataset that is not among them has no file.
  public var data: [TestData]
  /// What must come out.
  public var expectations: [Expectation]
  /// The periods that are compared; nil compares all.
  public var periods: [Period]?
  /// Where the test stands.
  public var range: SourceRange

  /// The file that holds the test.
  public var file: String { range.start.file }
}

/// The rows of one dataset, as a test writes them.
public struct TestData: Sendable {
  /// One row: the cells that it fills.
  public struct Row: Sendable {
    /// The text of each cell, by the column's index; a column that is not among them is empty.
    public var cells: [Int: String]
    /// Where the row stands.
    public var range: SourceRange
  }

  /// The dataset's index in the pack.
  public var dataset: Int
  /// The rows, in the order written.
  public var rows: [Row]
}
