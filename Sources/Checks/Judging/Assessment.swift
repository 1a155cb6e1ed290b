public import CivilTime
public import Diagnostics
public import Findings
public import Tables

/// What a check found for one obligation, before deadlines, waivers and the state of the data.
///
/// Every unknown row is read twice: the most favourable way and the least favourable way.
public struct Assessment: Sendable {
  /// What a check can find.
  public typealias Reading = Findings.Reading

  /// The first of the rows that a row is held against.
  public struct Counterpart: Sendable {
    /// Which of the check's sides it is of.
    public let side: Int
    /// The row.
    public let row: RowReference
  }

  /// One row that shows why.
  public struct Proof: Sendable {
    /// Which of the check's sides the row is of.
    public let side: Int
    /// The row.
    public let row: RowReference
    /// The columns to show, the telling one first.
    public let columns: [Int]
    /// What the row shows, beyond its cells; nil for a row that is undecided.
    public let note: Phrase?
    /// What it is held against: the first row with its key, or the first record behind a figure.
    public let against: Counterpart?

    /// Makes a proof.
    public init(
      side: Int,
      row: RowReference,
      columns: [Int],
      note: Phrase? = nil,
      against: Counterpart? = nil
    ) {
      self.side = side
      self.row = row
      self.columns = columns
      self.note = note
      self.against = against
    }
  }

  /// The reading if every unknown row turns out well.
  public var favourable: Reading
  /// The reading if every unknown row turns out badly.
  public var unfavourable: Reading
  /// Why the two differ, if they do.
  public var doubt = Reason.unknownRows
  /// Whether `met` holds whatever rows a partial dump lacks.
  public var metStandsOnPartialData = false
  /// Whether `unmet` holds whatever rows a partial dump lacks.
  public var unmetStandsOnPartialData = false
  /// When it was done.
  public var done: CivilDate?
  /// The figures.
  public var measured: Measured?
  /// The first rows that show why.
  public var proofs: [Proof] = []
  /// How many rows show why in all.
  public var proofTotal = 0

  /// What became of the rows of every side; empty unless the check is traced.
  public var traces: [Trace] = []

  /// Makes an assessment that is the same either way.
  public init(_ reading: Reading) {
    favourable = reading
    unfavourable = reading
  }

  /// Makes an assessment of two readings.
  public init(favourable: Reading, unfavourable: Reading) {
    self.favourable = favourable
    self.unfavourable = unfavourable
  }
}
