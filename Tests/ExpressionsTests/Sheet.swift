import CivilTime
import Diagnostics
import Tables

@testable import Expressions

/// A few rows of typed columns to run expressions over.
struct Sheet {
  /// A cell: a value, an empty cell, or one that could not be read.
  enum Cell: Sendable, Hashable {
    case value(Constant)
    case absent
    case erroneous
  }

  private(set) var variables: [Scope.Variable] = []
  private(set) var columns: [Column?] = []
  private(set) var cells: [[Cell]] = []
  let rowCount: Int
  var constants: [String: Constant] = [:]
  var unitIDs = ["vp", "kt", "vhxh"]
  var calendar: WorkingCalendar?

  init(rowCount: Int) {
    self.rowCount = rowCount
  }

  /// Adds a column.
  mutating func add(_ name: String, _ type: ExpressionType, _ cells: [Cell], scale: Int = 0) {
    precondition(cells.count == rowCount)
    variables.append(Scope.Variable(name: name, type: type, slot: columns.count))
    columns.append(
      Column(
        values: Self.values(cells, type, scale: scale),
        present: BitPlane(cells.map { if case .value = $0 { true } else { false } }),
        erroneous: BitPlane(cells.map { $0 == .erroneous })
      )
    )
    self.cells.append(cells)
  }

  var scope: Scope {
    Scope(
      variables: variables,
      constants: constants,
      unitIDs: unitIDs,
      calendar: calendar,
      utcOffsetSeconds: 7 * 3600
    )
  }

  /// Compiles an expression as a pack does; nil if anything is wrong with it.
  func compile(_ text: String, expecting: ExpressionType? = nil) -> CompiledExpression? {
    var sink = DiagnosticSink()
    return .compile(text, in: scope, expecting: expecting, at: { _, _ in nil }, into: &sink)
  }

  /// Returns what an expression comes to in every row, as short words.
  func answers(_ text: String) -> [String] {
    guard let expression = compile(text) else { return Array(repeating: "pack", count: rowCount) }
    return answers(expression, columns: columns, rowCount: rowCount)
  }

  /// Returns what an expression comes to in one row that is alone in its batch.
  func answerAlone(_ expression: CompiledExpression, row: Int) -> String {
    let alone = zip(variables, cells).map { variable, cells -> Column? in
      var sheet = Sheet(rowCount: 1)
      let scale =
        if case .decimal(_, let scale)? = self.columns[variable.slot]?.values { scale } else { 0 }
      sheet.add(variable.name, variable.type, [cells[row]], scale: scale)
      return sheet.columns[0]
    }
    return answers(expression, columns: alone, rowCount: 1)[0]
  }

  func answers(_ expression: CompiledExpression) -> [String] {
    answers(expression, columns: columns, rowCount: rowCount)
  }

  private func answers(
    _ expression: CompiledExpression,
    columns: [Column?],
    rowCount: Int
  ) -> [String] {
    let result = expression.column(over: Inputs(rowCount: rowCount, columns: columns))
    return (0..<rowCount).map { row in
      if let value = result.constant(at: row) { return plain(value) }
      return result.isError[row] ? "error" : "unknown"
    }
  }

  private static func values(
    _ cells: [Cell],
    _ type: ExpressionType,
    scale: Int
  ) -> ColumnValues {
    func all<Value>(_ filler: Value, _ value: (Constant) -> Value?) -> [Value] {
      cells.map { if case .value(let constant) = $0 { value(constant) ?? filler } else { filler } }
    }
    return switch type {
    case .int: .integer(all(7) { if case .int(let v) = $0 { v } else { nil } })
    case .double: .double(all(.nan) { if case .double(let v) = $0 { v } else { nil } })
    case .decimal:
      .decimal(
        mantissas: all(.max) {
          guard case .decimal(let v, let s) = $0 else { return nil }
          return DecimalNotation.rescaled(v, from: s, to: scale)
        },
        scale: scale
      )
    case .bool: .boolean(BitPlane(all(true) { if case .bool(let v) = $0 { v } else { nil } }))
    case .date: .date(all(.min) { if case .date(let v) = $0 { v.dayNumber } else { nil } })
    case .unit: .unit(all(-1) { if case .unit(let v) = $0 { v } else { nil } })
    case .period: .period(all(.max) { if case .period(let v) = $0 { v.ordinal } else { nil } })
    case .timestamp: .timestamp(all(.max) { if case .timestamp(let v) = $0 { v } else { nil } })
    case .duration: .duration(all(.min) { if case .duration(let v) = $0 { v } else { nil } })
    case .string, .ratio, .list, .nothing:
      .text(TextColumn(all("") { if case .string(let v) = $0 { v } else { nil } }))
    }
  }
}

extension Sheet.Cell {
  static func int(_ value: Int64) -> Self { .value(.int(value)) }
  static func text(_ value: String) -> Self { .value(.string(value)) }
  static func bool(_ value: Bool) -> Self { .value(.bool(value)) }
  static func decimal(_ text: String) -> Self {
    Constant(decimal: text).map { .value($0) } ?? .erroneous
  }
  static func date(_ text: String) -> Self {
    CivilDate(iso: text).map { .value(.date($0)) } ?? .erroneous
  }
  static func period(_ text: String) -> Self {
    Period(text: text).map { .value(.period($0)) } ?? .erroneous
  }
  static func instant(_ text: String) -> Self {
    Constant(timestamp: text).map { .value($0) } ?? .erroneous
  }
}
