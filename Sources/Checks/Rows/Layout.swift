public import CivilTime
internal import Tables

/// How the rows of a check fall to obligations: one slot a unit and period.
///
/// Unit slots are the bearers in register order and, last, "unknown unit"; period slots are the
/// rule's periods in order and, last, "unknown period". A row whose unit or period cannot be read
/// goes to the last ones: it perhaps belongs to every obligation that nothing else rules out.
public struct Layout: Sendable {
  /// How many units owe the rule.
  public let unitCount: Int
  /// How many periods it has; 1 for a rule without periods.
  public let periodCount: Int
  /// The unit slot of every unit of the register, -1 for units that do not owe the rule.
  public let slotOfUnit: [Int32]
  /// The register index of every unit slot.
  public let units: [Int]
  /// The periods by slot; empty for a rule without periods.
  public let periods: [Period]
  /// The effective deadline by unit and period slot, `unitSlot * periodCount + periodSlot`.
  public let dueDates: [CivilDate?]

  /// Whether a row's unit slot says which unit it is for.
  let namesUnits: Bool
  private let periodSlots: [Int32]
  private let firstOrdinal: Int

  /// Makes a layout.
  ///
  /// - Parameters:
  ///   - units: The register indices of the bearers, ascending.
  ///   - registerCount: How many units the register has.
  ///   - periods: The rule's periods, ascending and of one kind; empty for none.
  ///   - dueDates: The effective deadline of each unit and period slot.
  ///   - namesUnits: False if one slot stands for all units.
  public init(
    units: [Int],
    registerCount: Int,
    periods: [Period],
    dueDates: [CivilDate?],
    namesUnits: Bool = true
  ) {
    self.namesUnits = namesUnits
    self.units = units
    self.periods = periods
    self.dueDates = dueDates
    unitCount = units.count
    periodCount = max(1, periods.count)
    var slotOfUnit = [Int32](repeating: -1, count: registerCount)
    for (slot, unit) in units.enumerated() { slotOfUnit[unit] = Int32(slot) }
    self.slotOfUnit = slotOfUnit
    let first = periods.first.map { Int($0.ordinal) } ?? 0
    let span = periods.last.map { Int($0.ordinal) - first + 1 } ?? 0
    var periodSlots = [Int32](repeating: -1, count: span)
    for (slot, period) in periods.enumerated() {
      periodSlots[Int(period.ordinal) - first] = Int32(slot)
    }
    firstOrdinal = first
    self.periodSlots = periodSlots
  }

  /// How many slots there are, the unknown ones counted.
  public var slotCount: Int { (unitCount + 1) * (periodCount + 1) }

  /// The layout of rows that are not divided by unit: one unit slot that stands for all units.
  ///
  /// A deadline is known there only as far as it is the same for all units.
  var shared: Layout {
    let common = (0..<periodCount).map { period in
      let days = Set(units.indices.map { dueDates[$0 * periodCount + period] })
      return days.count == 1 ? days.first ?? nil : nil
    }
    return Layout(
      units: Array(units.prefix(1)),
      registerCount: slotOfUnit.count,
      periods: periods,
      dueDates: common,
      namesUnits: false
    )
  }

  /// Whether a slot is one of those for an unknown unit or period.
  func isUnknown(_ slot: Int) -> Bool {
    slot / (periodCount + 1) == unitCount || slot % (periodCount + 1) == periodCount
  }

  /// Returns the slot of a unit slot and a period slot.
  public func slot(unit: Int, period: Int) -> Int { unit * (periodCount + 1) + period }

  /// Returns the slots whose rows certainly, and then perhaps, belong to one obligation.
  public func slots(unit: Int, period: Int) -> (certain: Int, perhaps: [Int]) {
    (
      slot(unit: unit, period: period),
      [
        slot(unit: unit, period: periodCount),
        slot(unit: unitCount, period: period),
        slot(unit: unitCount, period: periodCount),
      ]
    )
  }

  /// Returns the period slot of a period's ordinal, or -1 if the rule has no such period.
  func periodSlot(ordinal: Int) -> Int {
    let index = ordinal - firstOrdinal
    guard index >= 0, index < periodSlots.count else { return -1 }
    return Int(periodSlots[index])
  }
}

/// Which columns divide a dataset's rows among obligations.
public struct Division: Sendable, Hashable {
  /// Where a row's period comes from.
  public enum PeriodSource: Sendable, Hashable {
    /// A column of periods.
    case period(column: Int)
    /// The period that a date column falls in.
    case date(column: Int, kind: PeriodKind)
    /// The period that a date and time column falls in, in the pack's time zone.
    case timestamp(column: Int, kind: PeriodKind)

    /// The column's index.
    public var column: Int {
      switch self {
      case .period(let column), .date(let column, _), .timestamp(let column, _): column
      }
    }
  }

  /// The column of units; nil if all rows fall to one unit.
  public var unitColumn: Int?
  /// Where a row's period comes from; nil if all rows fall to one period.
  public var period: PeriodSource?
  /// The last day whose rows count, where a date says the period: rows of the future belong to
  /// nobody yet (§13.12).
  public var lastDay: CivilDate?

  /// Makes a division.
  public init(unitColumn: Int?, period: PeriodSource?, lastDay: CivilDate? = nil) {
    self.unitColumn = unitColumn
    self.period = period
    self.lastDay = lastDay
  }

  /// The columns that it reads.
  public var columns: [Int] { [unitColumn, period?.column].compactMap(\.self) }
}

/// The slot of every row of a batch.
struct RowSlots {
  /// The slot of each row, -1 for rows that belong to no obligation of the rule.
  let slots: [Int32]
  /// The one slot of all rows, if nothing divides them.
  let onlySlot: Int?

  init(_ division: Division, layout: Layout, batch: Batch, utcOffsetSeconds: Int) {
    guard division.unitColumn != nil || division.period != nil else {
      onlySlot = layout.slot(unit: 0, period: 0)
      slots = []
      return
    }
    onlySlot = nil
    var slots = [Int32](repeating: 0, count: batch.rowCount)
    Self.addUnits(to: &slots, division, layout, batch)
    if let source = division.period {
      let ordinals = batch.columns[source.column].map {
        PeriodOrdinals(
          source,
          $0.values,
          lastDay: division.lastDay,
          utcOffsetSeconds: utcOffsetSeconds
        )
      }
      Self.addPeriods(to: &slots, ordinals, batch.columns[source.column], layout)
    }
    self.slots = slots
  }

  /// Returns the slot of a row.
  @inline(__always)
  subscript(row: Int) -> Int { onlySlot ?? Int(slots[row]) }

  private static func addUnits(
    to slots: inout [Int32],
    _ division: Division,
    _ layout: Layout,
    _ batch: Batch
  ) {
    guard let index = division.unitColumn, let column = batch.columns[index],
      case .unit(let codes) = column.values
    else {
      guard division.unitColumn != nil else { return }
      let unknown = Int32(layout.slot(unit: layout.unitCount, period: 0))
      for row in slots.indices { slots[row] = unknown }
      return
    }
    let stride = Int32(layout.periodCount + 1)
    let unknown = Int32(layout.unitCount)
    for row in slots.indices {
      let unit = column.present[row] ? layout.slotOfUnit[Int(codes[row])] : unknown
      slots[row] = unit < 0 ? -1 : unit &* stride
    }
  }

  private static func addPeriods(
    to slots: inout [Int32],
    _ ordinals: PeriodOrdinals?,
    _ column: Column?,
    _ layout: Layout
  ) {
    let unknown = Int32(layout.periodCount)
    guard let ordinals, let column else {
      for row in slots.indices where slots[row] >= 0 { slots[row] += unknown }
      return
    }
    for row in slots.indices where slots[row] >= 0 {
      guard column.present[row] else {
        slots[row] += unknown
        continue
      }
      let period = ordinals[row].map { layout.periodSlot(ordinal: $0) } ?? -1
      slots[row] = period < 0 ? -1 : slots[row] + Int32(period)
    }
  }
}

/// The period's ordinal of each row, remembered day by day; nil for a row of the future.
private struct PeriodOrdinals {
  private static let future = Int32.min
  private let ordinals: [Int32]

  init(
    _ source: Division.PeriodSource,
    _ values: ColumnValues,
    lastDay: CivilDate?,
    utcOffsetSeconds: Int
  ) {
    let last = lastDay?.dayNumber ?? .max
    switch (source, values) {
    case (.period, .period(let ordinals)):
      self.ordinals = ordinals
    case (.date(_, let kind), .date(let days)):
      ordinals = Self.ordinals(of: days, kind, last)
    case (.timestamp(_, let kind), .timestamp(let instants)):
      let days = instants.map { CivilDay.number(of: $0, utcOffsetSeconds: utcOffsetSeconds) }
      ordinals = Self.ordinals(of: days, kind, last)
    default:
      preconditionFailure("a period column of another type than the plan says")
    }
  }

  subscript(row: Int) -> Int? { ordinals[row] == Self.future ? nil : Int(ordinals[row]) }

  private static func ordinals(of days: [Int32], _ kind: PeriodKind, _ last: Int32) -> [Int32] {
    var known: [Int32: Int32] = [:]
    return days.map { day in
      guard day <= last else { return future }
      if let ordinal = known[day] { return ordinal }
      let ordinal = Period(kind: kind, containing: CivilDate(dayNumber: day)).ordinal
      known[day] = ordinal
      return ordinal
    }
  }
}

/// The civil day of an instant.
enum CivilDay {
  /// Returns the day number of an instant in nanoseconds since 1970, in a fixed zone.
  static func number(of nanoseconds: Int128, utcOffsetSeconds: Int) -> Int32 {
    let day: Int128 = 86_400_000_000_000
    let local = nanoseconds + Int128(utcOffsetSeconds) * 1_000_000_000
    let quotient = local / day
    let floored = local % day < 0 ? quotient - 1 : quotient
    return Int32(clamping: floored)
  }
}
