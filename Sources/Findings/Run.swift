public import CivilTime
public import Diagnostics
public import Rules

/// One run of the checker: what was judged, at which date, from which inputs, with what result.
public struct Run: Sendable {
  /// Where the as-of date came from.
  public enum AsOfSource: String, Sendable, Hashable {
    /// The option `--as-of`.
    case option
    /// The data folder's `dump.yaml`.
    case dump
    /// Today, in the pack's time zone.
    case today
  }

  /// The rules that were judged by.
  public var rules: RuleSet
  /// The date judged at.
  public var asOf: CivilDate
  /// Where that date came from.
  public var asOfSource: AsOfSource
  /// The date that `dump.yaml` gives; nil if it gives none.
  public var dumpedAsOf: CivilDate?
  /// The digest over the inputs' files.
  public var dataDigest: String
  /// Every dump that was read, by dataset in pack order, then by file name.
  public var inputs: [Input]
  /// The obligations, by rule id, unit in register order, and period.
  public var obligations: [Obligation]
  /// The mistakes in the data, by dataset, file, row and column.
  public var dataErrors: [DataError]
  /// How many mistakes there are, those not listed counted.
  public var dataErrorTotal: Int
  /// Remarks that change no verdict, such as a lapsed waiver.
  public var warnings: [Phrase]
  /// From which severity on a violation counts for the exit code; nil for never.
  public var failOn: Severity?
  /// What was selected, as the command line spells it, in order; empty for a whole run.
  public var selectors: [String]
  /// Whether waivers were applied.
  public var usesWaivers: Bool

  /// Makes a run.
  public init(
    rules: RuleSet,
    asOf: CivilDate,
    asOfSource: AsOfSource,
    dataDigest: String,
    inputs: [Input],
    obligations: [Obligation],
    dataErrors: [DataError],
    dataErrorTotal: Int,
    warnings: [Phrase],
    failOn: Severity? = .minor,
    selectors: [String] = [],
    usesWaivers: Bool = true
  ) {
    self.rules = rules
    self.asOf = asOf
    self.asOfSource = asOfSource
    self.dataDigest = dataDigest
    self.inputs = inputs
    self.obligations = obligations
    self.dataErrors = dataErrors
    self.dataErrorTotal = dataErrorTotal
    self.warnings = warnings
    self.failOn = failOn
    self.selectors = selectors
    self.usesWaivers = usesWaivers
  }
}

/// One file of a dataset, or the dataset itself where no file was found.
public struct Input: Sendable {
  /// The dataset.
  public var dataset: DatasetID
  /// The file, relative to the data folder; nil if no file was found.
  public var file: String?
  /// The SHA-256 of its bytes.
  public var sha256: String?
  /// How many records it holds.
  public var rows: Int
  /// How many mistakes it holds.
  public var dataErrors: Int
  /// Its encoding.
  public var encoding: String?
  /// Up to which day it is complete.
  public var coversUntil: CivilDate?
  /// Remarks about it.
  public var warnings: [Phrase]

  /// Makes an input.
  public init(dataset: DatasetID, file: String?, coversUntil: CivilDate?) {
    self.dataset = dataset
    self.file = file
    self.coversUntil = coversUntil
    rows = 0
    dataErrors = 0
    warnings = []
  }
}
