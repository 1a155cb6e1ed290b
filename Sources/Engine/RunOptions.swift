// Engine: plans what must be read, reads every dataset once for all rules, and concludes.
//
// It knows checks, tables and readers; it knows no report, no clock and no environment. The same
// inputs give the same run whatever the number of workers.

public import CivilTime
internal import Findings
public import Rules

/// Which obligations to judge; nil means all.
public struct Selection: Sendable, Hashable {
  /// The rules.
  public var rules: Set<RuleID>?
  /// The units, by their index in the register.
  public var units: Set<Int>?

  /// Makes a selection.
  public init(rules: Set<RuleID>? = nil, units: Set<Int>? = nil) {
    self.rules = rules
    self.units = units
  }
}

/// Where the dumps of a run are.
public enum DumpSource: Sendable {
  /// A folder, whose files belong to the datasets by their names.
  case folder(String)
  /// Memory: what a test of rules says the units sent.
  case memory([MemoryDump])
}

/// One file of a dataset, held in memory and read by the same code as a file of a folder.
public struct MemoryDump: Sendable {
  /// The dataset it belongs to, whatever its name.
  public var dataset: DatasetID
  /// The name that evidence and data errors give it; its extension says the format.
  public var name: String
  /// Its bytes.
  public var text: [UInt8]

  /// Makes a dump.
  public init(dataset: DatasetID, name: String, text: [UInt8]) {
    self.dataset = dataset
    self.name = name
    self.text = text
  }
}

/// What a run needs besides the rules.
public struct RunOptions: Sendable {
  /// Where the dumps are.
  public var source: DumpSource
  /// The date to judge at; nil takes the dump's own date, then today.
  public var asOf: CivilDate?
  /// Today, in the pack's time zone.
  public var today: CivilDate
  /// How far the pack's time zone is ahead of UTC, for days of date-times.
  public var utcOffsetSeconds: Int
  /// Which obligations to judge.
  public var selection: Selection
  /// Whether waivers work.
  public var usesWaivers: Bool
  /// How many cells to list an obligation.
  public var evidenceLimit: Int
  /// How many workers read a large dump.
  public var jobs: Int
  /// How many bytes of a dump a worker takes at a time; it changes no finding.
  public var blockBytes: Int
  /// From which severity on a violation counts for the exit code; nil for never.
  public var failOn: Severity?
  /// Whether every obligation says how its verdict was reached, and what became of which row.
  public var explains: Bool

  /// Makes options with the defaults of the command line.
  public init(dataFolder: String, today: CivilDate) {
    self.init(source: .folder(dataFolder), today: today)
  }

  /// Makes options with the defaults of the command line, for dumps from anywhere.
  public init(source: DumpSource, today: CivilDate) {
    self.source = source
    self.today = today
    utcOffsetSeconds = 7 * 3600
    selection = Selection()
    usesWaivers = true
    evidenceLimit = 20
    jobs = 1
    blockBytes = 256 << 10
    failOn = .minor
    explains = false
  }
}

/// How far a run has come.
public struct Progress: Sendable {
  /// The dataset being read.
  public let dataset: DatasetID
  /// How many blocks of all its files are read.
  public let blocksDone: Int
  /// How many blocks they have.
  public let blockCount: Int
}
