internal import CivilTime
internal import Expressions
public import Tables

/// One batch as a check sees it: the dataset's columns and those of the rows it refers to.
///
/// `columns` is indexed by the slots of the dataset's scope: the declared columns, the four bound
/// variables (nil until a rule binds them), the fields reached through references.
public struct BatchView {
  /// The rows and their declared columns.
  public let batch: Batch
  /// Every column an expression may read.
  public let columns: [Column?]
  /// The fixed zone of the pack, for days of timestamps.
  public let utcOffsetSeconds: Int

  /// Makes a view.
  public init(batch: Batch, columns: [Column?], utcOffsetSeconds: Int) {
    self.batch = batch
    self.columns = columns
    self.utcOffsetSeconds = utcOffsetSeconds
  }

  /// Returns the inputs of expressions with a rule's own variables bound.
  func inputs(_ bound: BoundVariables, layout: Layout, slots: RowSlots) -> Inputs {
    guard !bound.isEmpty else { return Inputs(rowCount: batch.rowCount, columns: columns) }
    var columns = columns
    for variable in bound.used {
      columns[bound.firstSlot + variable.rawValue] = variable.column(
        layout: layout,
        slots: slots,
        rowCount: batch.rowCount
      )
    }
    return Inputs(rowCount: batch.rowCount, columns: columns)
  }
}

/// The variables that the engine binds for each row from its obligation.
public struct BoundVariables: Sendable {
  /// A variable of the rule language, §6.
  enum Variable: Int, Sendable, CaseIterable {
    case unit
    case periodStart
    case periodEnd
    case due

    var name: String {
      switch self {
      case .unit: "unit"
      case .periodStart: "period_start"
      case .periodEnd: "period_end"
      case .due: "due"
      }
    }
  }

  /// The slot of the first variable.
  let firstSlot: Int
  /// The variables that some expression of the rule reads.
  let used: [Variable]

  var isEmpty: Bool { used.isEmpty }

  init(firstSlot: Int, expressions: [CompiledExpression]) {
    self.firstSlot = firstSlot
    used = Variable.allCases.filter { variable in
      expressions.contains { $0.slots.contains(firstSlot + variable.rawValue) }
    }
  }
}

extension BoundVariables.Variable {
  /// Returns the variable's value for each row; absent where the obligation is not known.
  func column(layout: Layout, slots: RowSlots, rowCount: Int) -> Column {
    var values = [Int32](repeating: 0, count: rowCount)
    var present = BitPlane(repeating: false, count: rowCount)
    for row in 0..<rowCount {
      let slot = slots[row]
      guard slot >= 0 else { continue }
      let unit = slot / (layout.periodCount + 1)
      let period = slot % (layout.periodCount + 1)
      guard let value = value(unit: unit, period: period, layout) else { continue }
      values[row] = value
      present[row] = true
    }
    let erroneous = BitPlane(repeating: false, count: rowCount)
    switch self {
    case .unit:
      return Column(values: .unit(values), present: present, erroneous: erroneous)
    case .periodStart, .periodEnd, .due:
      return Column(values: .date(values), present: present, erroneous: erroneous)
    }
  }

  private func value(unit: Int, period: Int, _ layout: Layout) -> Int32? {
    switch self {
    case .unit:
      return layout.namesUnits && unit < layout.unitCount ? Int32(layout.units[unit]) : nil
    case .periodStart:
      return period < layout.periods.count ? layout.periods[period].first.dayNumber : nil
    case .periodEnd:
      return period < layout.periods.count ? layout.periods[period].last.dayNumber : nil
    case .due:
      guard unit < layout.unitCount, period < layout.periodCount else { return nil }
      return layout.dueDates[unit * layout.periodCount + period]?.dayNumber
    }
  }
}
