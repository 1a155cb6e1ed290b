internal import Tables

// Numbers of different types, compared by their exact values.

extension Comparison {
  /// A number of any type: an exact quotient or an IEEE number.
  private enum Number {
    case quotient(Int128, over: Int128)
    case double(Double)
  }

  /// Compares numbers of any two layouts; nothing holds between other layouts.
  static func numbers(
    _ relation: Relation,
    _ a: Values,
    _ b: Values,
    _ rowCount: Int
  ) -> BitPlane {
    guard isNumeric(a), isNumeric(b) else { return BitPlane(repeating: false, count: rowCount) }
    return BitPlane(rows: rowCount) { row in
      guard let x = number(a, row), let y = number(b, row) else { return false }
      guard let outcome = order(x, y) else { return relation == .notEqual }
      return relation.holds(outcome)
    }
  }

  private static func isNumeric(_ values: Values) -> Bool {
    switch values {
    case .int, .double, .decimal, .ratio: true
    case .constant(let constant): constant.type.isNumber
    case .bool, .text, .time, .days, .list: false
    }
  }

  @inline(__always)
  private static func number(_ values: Values, _ row: Int) -> Number? {
    switch values {
    case .int(let v): return .quotient(Int128(v[row]), over: 1)
    case .double(let v): return .double(v[row])
    case .decimal(let v, let scale):
      return DecimalNotation.power(scale).map { .quotient(v[row], over: $0) }
    // Rows that are not known may hold any number below the line.
    case .ratio(let a, let b): return b[row] > 0 ? .quotient(a[row], over: b[row]) : nil
    case .constant(.int(let v)): return .quotient(Int128(v), over: 1)
    case .constant(.double(let v)): return .double(v)
    case .constant(.decimal(let v, let scale)):
      return DecimalNotation.power(scale).map { .quotient(v, over: $0) }
    case .constant(.ratio(let a, let b)): return b > 0 ? .quotient(a, over: b) : nil
    case .constant, .bool, .text, .time, .days, .list: return nil
    }
  }

  /// Orders two numbers, or returns nil if one of them is no number.
  private static func order(_ x: Number, _ y: Number) -> ExactOrder.Outcome? {
    switch (x, y) {
    case (.quotient(let a, let b), .quotient(let c, let d)):
      return ExactOrder.compare(a, over: b, c, over: d)
    case (.quotient(let a, let b), .double(let d)):
      return ExactOrder.compare(a, over: b, d)
    case (.double(let d), .quotient(let a, let b)):
      guard let outcome = ExactOrder.compare(a, over: b, d) else { return nil }
      return switch outcome {
      case .less: .greater
      case .equal: .equal
      case .greater: .less
      }
    case (.double(let a), .double(let b)):
      return a.isNaN || b.isNaN ? nil : ExactOrder.compare(a, b)
    }
  }
}
