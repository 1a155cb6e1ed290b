internal import CivilTime
internal import Tables

/// What the kernels need of a scope.
struct EvaluationScope: Sendable {
  let unitIDs: [String]
  let calendar: WorkingCalendar?
  let utcOffsetSeconds: Int

  init(_ scope: Scope) {
    unitIDs = scope.unitIDs
    calendar = scope.calendar
    utcOffsetSeconds = scope.utcOffsetSeconds
  }
}

/// One run of an expression over the rows of a batch, operation by operation.
struct Evaluation {
  let scope: EvaluationScope
  let rowCount: Int
  let columns: [Column?]
  /// The first thing that went wrong in some row, for messages.
  private(set) var fault: EvaluationFault?

  init(scope: EvaluationScope, rowCount: Int, columns: [Column?]) {
    self.scope = scope
    self.rowCount = rowCount
    self.columns = columns
  }

  /// Works out a node for all rows.
  mutating func vector(of node: Node) -> Vector {
    switch node.operation {
    case .constant(let value): return .constant(value, rowCount: rowCount)
    case .fault(let fault):
      note(fault)
      return .faulty(rowCount: rowCount)
    case .column(let slot): return column(slot, node.type)
    case .has(let slot): return has(slot)
    case .list(let elements): return list(elements, node.type)
    case .not(let operand): return not(vector(of: operand))
    case .negate(let operand): return negate(operand)
    case .and(let operands): return conjunction(operands)
    case .or(let operands): return disjunction(operands)
    case .choose(let condition, let yes, let no): return choose(condition, yes, no)
    case .compare(let relation, let a, let b): return compare(relation, a, b)
    case .isIn(let element, let list): return isIn(element, list)
    case .arithmetic(let operation, let a, let b): return arithmetic(operation, a, b, node.type)
    case .convert(let operand): return convert(operand, to: node.type)
    case .textSize(let operand): return textSize(operand)
    case .listSize(let operand): return listSize(operand)
    case .search(let kind, let text, let part): return search(kind, text, part)
    case .matches(let text, let pattern): return matches(text, pattern)
    case .matchesAny(let text, let pattern): return matchesAny(text, pattern)
    case .fold(let operand): return fold(operand)
    case .part(let part, let operand): return datePart(part, operand)
    case .addDays(let date, let count): return addDays(date, count)
    case .addMonths(let date, let count): return addMonths(date, count)
    case .workdays(let a, let b): return workdays(a, b)
    case .ratio(let a, let b): return ratio(a, b)
    }
  }

  /// Keeps the first reason for an error.
  mutating func note(_ reason: EvaluationFault) {
    if fault == nil { fault = reason }
  }

  /// Puts a better reason in the place of a kept one.
  mutating func renote(_ reason: EvaluationFault, as better: EvaluationFault) {
    if fault == reason { fault = better }
  }

  // MARK: Columns

  /// Returns the values of a column if it has all rows in the layout of its type.
  private func columnValues(_ column: Column, _ type: ExpressionType) -> Values? {
    switch (column.values, type) {
    case (.integer(let values), .int): rows(values).map { .int($0) }
    case (.double(let values), .double): rows(values).map { .double($0) }
    case (.decimal(let values, let scale), .decimal):
      (0...DecimalNotation.greatestScale).contains(scale)
        ? rows(values).map { .decimal($0, scale: scale) } : nil
    case (.boolean(let bits), .bool): bits.count == rowCount ? .bool(bits) : nil
    case (.text(let texts), .string): texts.count >= rowCount ? .text(texts) : nil
    case (.timestamp(let values), .timestamp), (.duration(let values), .duration):
      rows(values).map { .time($0) }
    case (.date(let values), .date), (.period(let values), .period), (.unit(let values), .unit):
      rows(values).map { .days($0) }
    default: nil
    }
  }

  /// Returns as many elements as there are rows, or nil if there are fewer.
  private func rows<Value>(_ values: [Value]) -> [Value]? {
    if values.count == rowCount { return values }
    return values.count > rowCount ? Array(values.prefix(rowCount)) : nil
  }

  private func column(_ slot: Int) -> Column? {
    guard columns.indices.contains(slot), let column = columns[slot],
      column.present.count == rowCount, column.erroneous.count == rowCount
    else { return nil }
    return column
  }

  /// Reads a column; what is absent or erroneous, or not there at all, is unknown.
  private func column(_ slot: Int, _ type: ExpressionType) -> Vector {
    guard let column = column(slot), let values = columnValues(column, type) else {
      return .unknown(rowCount: rowCount)
    }
    let known = column.erroneous.isEmpty ? column.present : column.present - column.erroneous
    return Vector(values, known: known, faulty: BitPlane(repeating: false, count: rowCount))
  }

  /// Asks which cells are filled; of one that cannot be read nobody knows.
  private func has(_ slot: Int) -> Vector {
    guard let column = column(slot) else { return .unknown(rowCount: rowCount) }
    return Vector(
      .bool(column.present),
      known: ~column.erroneous,
      faulty: BitPlane(repeating: false, count: rowCount)
    )
  }

  // MARK: Strict operations

  /// Combines the operands of an operation that needs all of them.
  ///
  /// A row with an unknown operand is unknown, whatever the others are; else one with an error is
  /// an error.
  func strict(_ operands: [Vector], _ values: Values) -> Vector {
    var known = BitPlane(repeating: true, count: rowCount)
    var unknown = BitPlane(repeating: false, count: rowCount)
    for operand in operands {
      known = known & operand.known
      unknown = unknown | operand.unknown
    }
    return Vector(values, known: known, faulty: ~(known | unknown))
  }

  /// Returns a vector after moving the rows of a plane to the errors.
  mutating func failing(_ vector: Vector, at rows: BitPlane, _ reason: EvaluationFault) -> Vector {
    let failed = rows & vector.known
    if failed.isEmpty { return vector }
    note(reason)
    var result = vector
    result.fail(failed)
    return result
  }

  /// Returns the values of a vector with one element a row.
  ///
  /// Only a list of constants that have no common scale cannot be written out; its rows fail.
  mutating func spread(_ vector: inout Vector, _ type: ExpressionType) -> Values {
    if let values = vector.values.spread(over: rowCount, type: type) { return values }
    note(.overflow)
    vector.fail(vector.known)
    return .bool(BitPlane(repeating: false, count: rowCount))
  }
}
