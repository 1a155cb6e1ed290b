// Checks: one folder a check kind, each decoding its own keys, binding them to the datasets and
// evaluating them over columns. This room knows nothing of files, of reports or of the clock.

public import CivilTime
public import Findings
internal import Rules
public import Tables

/// One bound check of one rule: what it reads, how it counts, what it concludes.
public protocol Check: Sendable {
  /// The datasets whose rows it counts, in the order of its states.
  var sides: [CheckSide] { get }
  /// The datasets that rows refer to.
  var lookups: [LookupRequest] { get }
  /// Whether rows say which period they are for; else only the current period is judged.
  var spansPeriods: Bool { get }
  /// Which figures it reports.
  var kind: Measured.Kind { get }
  /// The words that say how the figures are bounded, if its target can be waived.
  var target: Target? { get }

  /// Returns an empty state for one side.
  func accumulator(side: Int, layout: Layout, limit: Int, lookups: [LookupRequest: Lookup])
    -> any Accumulator

  /// Concludes one obligation from the joined states of all sides.
  func assess(_ states: [any Accumulator], _ facts: ObligationFacts) -> Assessment

  /// Returns what the check demands, as plain values.
  func describe() -> CheckDescription
}

extension Check {
  /// No dataset is referred to.
  public var lookups: [LookupRequest] { joinedLookups }
  /// The lookups that expressions over references need.
  var joinedLookups: [LookupRequest] {
    Array(Set(sides.flatMap { $0.joined.map(\.lookup) })).sorted()
  }
  /// Only the current period is judged.
  public var spansPeriods: Bool { false }
  /// No target.
  public var target: Target? { nil }
}

/// What a check may know of the obligation that it concludes.
public struct ObligationFacts: Sendable {
  /// The unit's slot in the layout.
  public let unit: Int
  /// The period's slot in the layout.
  public let period: Int
  /// The effective deadline.
  public let due: CivilDate?
  /// The date judged at.
  public let asOf: CivilDate
  /// The number that a waiver puts in the target's place.
  public let waivedTarget: Decimal?
  /// The datasets whose dumps end too early, by index.
  public let partialDatasets: Set<Int>
  /// Reads raw cells again; only `as_reported` needs it.
  public let rawCells: @Sendable (_ side: Int, [RowReference], _ column: Int) -> [String?]

  /// Makes facts.
  public init(
    unit: Int,
    period: Int,
    due: CivilDate?,
    asOf: CivilDate,
    waivedTarget: Decimal?,
    partialDatasets: Set<Int>,
    rawCells: @escaping @Sendable (_ side: Int, [RowReference], _ column: Int) -> [String?]
  ) {
    self.unit = unit
    self.period = period
    self.due = due
    self.asOf = asOf
    self.waivedTarget = waivedTarget
    self.partialDatasets = partialDatasets
    self.rawCells = rawCells
  }
}

/// A dataset whose rows a check counts, and what it reads of them.
public struct CheckSide: Sendable {
  /// The dataset's index in the pack.
  public let dataset: Int
  /// The declared columns that it reads.
  public let columns: Set<Int>
  /// Those of them whose absence can leave a row undecided.
  public let valueColumns: Set<Int>
  /// Those of these that some expression also asks `has` about: their absence mostly decides.
  public let guardedColumns: Set<Int>
  /// The fields of other datasets that its expressions reach.
  public let joined: [JoinedField]
  /// The columns from or to which working days are counted.
  public let calendarColumns: Set<Int>
  /// Whether working days are counted.
  public let asksCalendar: Bool
  /// Whether its rows are not divided by unit though the rule is: each unit sees all of them.
  public let isShared: Bool

  /// Returns the layout of the side's rows.
  func layout(_ layout: Layout) -> Layout { isShared ? layout.shared : layout }

  /// Returns the slot of a unit among the side's rows.
  func unitSlot(_ unit: Int) -> Int { isShared ? 0 : unit }
}

/// A dataset kept in memory by a key.
public struct LookupRequest: Sendable, Hashable, Comparable {
  /// The dataset's index in the pack.
  public let dataset: Int
  /// The columns of the key.
  public let key: [Int]

  /// Orders requests by dataset and key.
  public static func < (a: LookupRequest, b: LookupRequest) -> Bool {
    a.dataset == b.dataset ? a.key.lexicographicallyPrecedes(b.key) : a.dataset < b.dataset
  }
}

/// A field of another dataset's row, reached through a reference column.
public struct JoinedField: Sendable, Hashable {
  /// The variable's slot.
  public let slot: Int
  /// The reference column.
  public let column: Int
  /// The other dataset, by its key.
  public let lookup: LookupRequest
  /// The field's index in the other dataset.
  public let field: Int
}

/// The bound of a check: a number, and whether the value must reach it or not pass it.
public struct Target: Sendable, Hashable {
  /// The number.
  public let number: Decimal
  /// Whether the value must reach it, keep below it or be it.
  public let relation: Measured.Relation
  /// Whether the pack writes it as a percentage.
  public let isPercent: Bool

  /// The target as reports print it.
  public func text(waived: Decimal?) -> String {
    let number = waived ?? number
    return isPercent ? number.percent : number.description
  }
}
