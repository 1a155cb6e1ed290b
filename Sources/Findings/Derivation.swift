public import CivilTime
public import Rules

/// What can be found of one obligation's requirement, before deadlines and the state of the data.
public enum Reading: String, Sendable, Hashable {
  /// The requirement is reached, or it was done in time.
  case met
  /// It was done after the deadline.
  case metLate = "met_late"
  /// The requirement is not reached, or it was not done.
  case unmet
  /// The rule says that nothing is owed.
  case notApplicable = "not_applicable"
}

/// The step of §7 and §13 of the rule language that decided a verdict.
public enum JudgementStep: String, Sendable, Hashable, CaseIterable {
  /// Another body has still to set the date (§13.4).
  case dateUnknown = "date_unknown"
  /// A dataset has no file.
  case datasetMissing = "dataset_missing"
  /// A dataset's file could not be read as a whole.
  case datasetBroken = "dataset_broken"
  /// A dataset has no rows, and the deadline has not passed.
  case emptyBeforeDeadline = "empty_before_deadline"
  /// A dataset has no rows (§13.4).
  case datasetEmpty = "dataset_empty"
  /// The check could not be evaluated.
  case notEvaluated = "not_evaluated"
  /// Unknown rows leave it open, and the deadline has not passed (§13.2).
  case openBeforeDeadline = "open_before_deadline"
  /// Unknown rows could tip it (§13.2).
  case open
  /// The rule takes the obligation out.
  case notApplicable = "not_applicable"
  /// It is reached or was done in time.
  case met
  /// It was done after the deadline.
  case metLate = "met_late"
  /// Not reached or done yet, and the deadline has not passed.
  case notYet = "not_yet"
  /// What was found rests on data that end too early (§13.3).
  case incomplete
  /// A file lacks a column that the check reads.
  case columnMissing
  /// Not done, and the deadline has passed.
  case notDone = "not_done"
  /// Not reached.
  case notReached = "not_reached"
}

/// What became of one row of a population.
public enum RowOutcome: String, Sendable, Hashable, CaseIterable {
  /// It satisfies the requirement, or is counted.
  case counts
  /// It does not satisfy the requirement, or is not counted.
  case countsNot = "counts_not"
  /// It is in the population, and a cell that matters cannot be read or is empty.
  case unknown
  /// It is perhaps in the population.
  case perhaps
  /// An `exclude` takes it out.
  case excluded
}

/// How one verdict was reached: everything a unit needs to follow or contest it.
///
/// Only a run that is asked to explain itself fills it.
public struct Derivation: Sendable {
  /// Whether the dumps of a dataset are there, and up to which day they must be and are complete.
  public struct Source: Sendable {
    /// The dataset.
    public var dataset: DatasetID
    /// What is wrong with it: the reason that it gives a verdict; nil if nothing is.
    public var fault: Reason?
    /// Up to which day it is complete.
    public var coversUntil: CivilDate
    /// Up to which day it must be; nil while the deadline has not passed.
    public var neededUntil: CivilDate?

    /// Makes the state of a dataset.
    public init(
      dataset: DatasetID,
      fault: Reason?,
      coversUntil: CivilDate,
      neededUntil: CivilDate?
    ) {
      self.dataset = dataset
      self.fault = fault
      self.coversUntil = coversUntil
      self.neededUntil = neededUntil
    }
  }

  /// The step that decided.
  public var step: JudgementStep
  /// The reading with every unknown row taken the most favourable way; nil if nothing was judged.
  public var favourable: Reading?
  /// The reading with every unknown row taken the least favourable way.
  public var unfavourable: Reading?
  /// The verdict before a waiver turned it into `waived`.
  public var bare: Verdict
  /// The waiver on file for the obligation, whether or not it changed anything.
  public var waiver: String?
  /// The datasets that the obligation reads, in pack order.
  public var sources: [Source]
  /// What became of their rows, one entry a side of the check.
  public var rows: [RowFlow]

  /// Makes a derivation without sources and rows.
  public init(
    step: JudgementStep,
    favourable: Reading?,
    unfavourable: Reading?,
    bare: Verdict,
    waiver: String?
  ) {
    self.step = step
    self.favourable = favourable
    self.unfavourable = unfavourable
    self.bare = bare
    self.waiver = waiver
    sources = []
    rows = []
  }
}

/// What became of the rows of one dataset, for one obligation.
public struct RowFlow: Sendable {
  /// One row with its cells.
  public struct Row: Sendable {
    /// What became of it.
    public var outcome: RowOutcome
    /// The file, relative to the data folder.
    public var file: String
    /// The record's first line.
    public var line: Int?
    /// The cells that the check reads.
    public var cells: [Cell]

    /// Makes a row.
    public init(outcome: RowOutcome, file: String, line: Int?, cells: [Cell]) {
      self.outcome = outcome
      self.file = file
      self.line = line
      self.cells = cells
    }
  }

  /// One cell as the file has it.
  public struct Cell: Sendable {
    /// The column's id.
    public var column: String
    /// Its text; empty if the cell is absent.
    public var value: String
    /// Whether it is personal and masked on request.
    public var isPersonal: Bool

    /// Makes a cell.
    public init(column: String, value: String, isPersonal: Bool) {
      self.column = column
      self.value = value
      self.isPersonal = isPersonal
    }
  }

  /// The dataset.
  public var dataset: DatasetID
  /// How many rows it has.
  public var total: Int
  /// How many of them belong to other units or periods.
  public var elsewhere: Int
  /// How many `where` leaves out.
  public var outside: Int
  /// How many each `exclude` takes out, in the rule's order, with its reason.
  public var excluded: [Exclusion]
  /// How many rows of the population came out how.
  public var counts: [RowOutcome: Int]
  /// The first rows of every outcome.
  public var rows: [Row]

  /// Makes a flow.
  public init(
    dataset: DatasetID,
    total: Int,
    elsewhere: Int,
    outside: Int,
    excluded: [Exclusion],
    counts: [RowOutcome: Int],
    rows: [Row]
  ) {
    self.dataset = dataset
    self.total = total
    self.elsewhere = elsewhere
    self.outside = outside
    self.excluded = excluded
    self.counts = counts
    self.rows = rows
  }
}
