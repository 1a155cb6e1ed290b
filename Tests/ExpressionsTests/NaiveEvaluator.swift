import CivilTime
import Tables

@testable import Expressions

/// Works an expression out row by row through its tree, sharing nothing with the kernels.
struct NaiveEvaluator {
  /// A value; a number with a point is both what was written and the nearest double.
  indirect enum Value {
    case int(Int64)
    case double(Double)
    case decimal(Int128, Int)
    case literal(Double, Int128, Int)
    case string(String)
    case bool(Bool)
    case date(CivilDate)
    case list([Value])
  }

  /// Why there is no value.
  enum Stop: Error {
    case unknown
    case error
  }

  let cells: [String: Sheet.Cell]

  /// Returns the row's answer as short words.
  func answer(_ text: String, type: ExpressionType) -> String {
    do {
      return word(try value(try Parser.parse(text)), type)
    } catch Stop.unknown {
      return "unknown"
    } catch {
      return "error"
    }
  }

  private func word(_ value: Value, _ type: ExpressionType) -> String {
    switch (value, type) {
    case (.int(let v), .decimal): plain(.decimal(Int128(v), scale: 0))
    case (.literal(_, let m, let s), .decimal), (.decimal(let m, let s), _): decimal(m, s)
    case (.literal(let v, _, _), _), (.double(let v), _): "\(v)"
    case (.int(let v), _): "\(v)"
    case (.string(let v), _): v
    case (.bool(let v), _): "\(v)"
    case (.date(let v), _): v.description
    case (.list(let v), .list(let element)):
      "[" + v.map { word($0, element) }.joined(separator: ", ") + "]"
    case (.list, _): "?"
    }
  }

  private func decimal(_ mantissa: Int128, _ scale: Int) -> String {
    let short = DecimalNotation.trimmed(mantissa, scale: scale)
    return DecimalNotation.text(short.mantissa, scale: short.scale)
  }

  private func value(_ syntax: Syntax) throws -> Value {
    switch syntax.form {
    case .int(let v): return .int(v)
    case .double(let v, let exact):
      return exact.map { .literal(v, $0.mantissa, $0.scale) } ?? .double(v)
    case .string(let v): return .string(v)
    case .bool(let v): return .bool(v)
    case .name(let name): return try cell(name)
    case .list(let elements): return .list(try all(elements))
    case .not(let a): return .bool(!(try bool(a)))
    case .negate(let a): return try negate(try value(a))
    case .and(let parts): return .bool(try logic(parts, decidedBy: false))
    case .or(let parts): return .bool(try logic(parts, decidedBy: true))
    case .conditional(let c, let a, let b): return try bool(c) ? try value(a) : try value(b)
    case .binary(let sign, let a, let b):
      let operands = try all([a, b])
      return try binary(sign, operands[0], operands[1])
    case .call(let name, _, let arguments): return try call(name, arguments)
    case .method(let target, let name, _, let arguments):
      return try call(name, [target] + arguments)
    case .unsupported, .field: throw Stop.error
    }
  }

  private func cell(_ name: String) throws -> Value {
    guard case .value(let constant)? = cells[name] else { throw Stop.unknown }
    switch constant {
    case .int(let v): return .int(v)
    case .double(let v): return .double(v)
    case .decimal(let m, let s): return .decimal(m, s)
    case .string(let v): return .string(v)
    case .bool(let v): return .bool(v)
    case .date(let v): return .date(v)
    default: throw Stop.error
    }
  }

  /// Works out all parts; one unknown makes the whole unknown, whatever errors there are.
  private func all(_ parts: [Syntax]) throws -> [Value] {
    var values: [Value] = []
    var isError = false
    for part in parts {
      do {
        values.append(try value(part))
      } catch Stop.error {
        isError = true
      }
    }
    if isError { throw Stop.error }
    return values
  }

  private func bool(_ syntax: Syntax) throws -> Bool {
    guard case .bool(let v) = try value(syntax) else { throw Stop.error }
    return v
  }

  private func logic(_ parts: [Syntax], decidedBy decisive: Bool) throws -> Bool {
    var stops: [Stop] = []
    for part in parts {
      do {
        if try bool(part) == decisive { return decisive }
      } catch let stop as Stop {
        stops.append(stop)
      }
    }
    if stops.contains(.unknown) { throw Stop.unknown }
    if stops.contains(.error) { throw Stop.error }
    return !decisive
  }

  private func negate(_ value: Value) throws -> Value {
    switch value {
    case .int(let v):
      guard v != .min else { throw Stop.error }
      return .int(-v)
    case .double(let v): return .double(-v)
    case .decimal(let m, let s): return .decimal(-m, s)
    case .literal(let v, let m, let s): return .literal(-v, -m, s)
    default: throw Stop.error
    }
  }

  private func binary(_ sign: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
    switch sign {
    case .plus, .minus, .times, .modulo: return try calculate(sign, a, b)
    case .isIn:
      guard case .list(let elements) = b else { throw Stop.error }
      return .bool(elements.contains { order(a, $0) == 0 })
    case .equal: return .bool(order(a, b) == 0)
    case .notEqual: return .bool(order(a, b) != 0)
    case .less: return .bool(order(a, b).map { $0 < 0 } ?? false)
    case .lessOrEqual: return .bool(order(a, b).map { $0 <= 0 } ?? false)
    case .greater: return .bool(order(a, b).map { $0 > 0 } ?? false)
    case .greaterOrEqual: return .bool(order(a, b).map { $0 >= 0 } ?? false)
    case .over: throw Stop.error
    }
  }

  private func calculate(_ sign: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)):
      if sign == .modulo, y == 0 { throw Stop.error }
      let (value, isOverflow) =
        switch sign {
        case .plus: x.addingReportingOverflow(y)
        case .minus: x.subtractingReportingOverflow(y)
        case .times: x.multipliedReportingOverflow(by: y)
        default: x.remainderReportingOverflow(dividingBy: y)
        }
      if isOverflow { throw Stop.error }
      return .int(value)
    case (.string(let x), .string(let y)): return .string(x + y)
    case (.list(let x), .list(let y)): return .list(x + y)
    case (.date(let x), .date(let y)): return .int(Int64(x - y))
    case (.double(let x), .double(let y)), (.double(let x), .literal(let y, _, _)),
      (.literal(let x, _, _), .double(let y)):
      return .double(double(sign, x, y))
    case (.literal(let x, let m, let s), .literal(let y, let n, let t)):
      let (value, scale) = exact(sign, (m, s), (n, t))
      return .literal(double(sign, x, y), value, scale)
    default:
      guard let x = mantissa(a), let y = mantissa(b) else { throw Stop.error }
      let (value, scale) = exact(sign, x, y)
      return .decimal(value, scale)
    }
  }

  private func double(_ sign: BinaryOperator, _ x: Double, _ y: Double) -> Double {
    sign == .plus ? x + y : sign == .minus ? x - y : x * y
  }

  private func exact(
    _ sign: BinaryOperator,
    _ a: (Int128, Int),
    _ b: (Int128, Int)
  ) -> (Int128, Int) {
    if sign == .times { return (a.0 * b.0, a.1 + b.1) }
    let scale = max(a.1, b.1)
    let x = a.0 * DecimalNotation.powers[scale - a.1]
    let y = b.0 * DecimalNotation.powers[scale - b.1]
    return (sign == .plus ? x + y : x - y, scale)
  }

  private func mantissa(_ value: Value) -> (Int128, Int)? {
    switch value {
    case .int(let v): (Int128(v), 0)
    case .decimal(let m, let s), .literal(_, let m, let s): (m, s)
    default: nil
    }
  }

  /// Orders two values as -1, 0 or 1; nil where there is no order.
  private func order(_ a: Value, _ b: Value) -> Int? {
    func sign<T: Comparable>(_ x: T, _ y: T) -> Int { x < y ? -1 : x == y ? 0 : 1 }
    switch (a, b) {
    case (.string(let x), .string(let y)):
      return x == y ? 0 : x.utf8.lexicographicallyPrecedes(y.utf8) ? -1 : 1
    case (.bool(let x), .bool(let y)): return sign(x ? 1 : 0, y ? 1 : 0)
    case (.date(let x), .date(let y)): return sign(x, y)
    case (.list(let x), .list(let y)):
      return x.count == y.count && zip(x, y).allSatisfy { order($0, $1) == 0 } ? 0 : 1
    case (.double(let x), .double(let y)), (.double(let x), .literal(let y, _, _)),
      (.literal(let x, _, _), .double(let y)), (.literal(let x, _, _), .literal(let y, _, _)):
      return x.isNaN || y.isNaN ? nil : sign(x, y)
    case (.double(let x), _): return order(b, a).map { -$0 } ?? (x.isNaN ? nil : 0)
    case (_, .double(let y)):
      guard let (m, s) = mantissa(a), !y.isNaN else { return nil }
      if y.isInfinite { return y > 0 ? -1 : 1 }
      // All test doubles are multiples of 1/1024 of modest size.
      return sign(m * 1_024, Int128(y * 1_024) * DecimalNotation.powers[s])
    default:
      guard let x = mantissa(a), let y = mantissa(b) else { return nil }
      let difference = exact(.minus, x, y).0
      return sign(difference, 0)
    }
  }

  private func call(_ name: String, _ arguments: [Syntax]) throws -> Value {
    if name == "has" {
      guard case .name(let column) = arguments[0].form else { throw Stop.error }
      switch cells[column] {
      case .value: return .bool(true)
      case .absent: return .bool(false)
      case .erroneous, nil: throw Stop.unknown
      }
    }
    let values = try all(arguments)
    switch (name, values[0], values.count > 1 ? values[1] : .bool(true)) {
    case ("size", .string(let s), _): return .int(Int64(s.unicodeScalars.count))
    case ("size", .list(let l), _): return .int(Int64(l.count))
    case ("contains", .string(let s), .string(let t)):
      return .bool(
        t.isEmpty
          || s.unicodeScalars.indices.contains {
            s[$0...].unicodeScalars.starts(with: t.unicodeScalars)
          }
      )
    case ("startsWith", .string(let s), .string(let t)): return .bool(s.utf8.starts(with: t.utf8))
    case ("endsWith", .string(let s), .string(let t)):
      return .bool(s.utf8.reversed().starts(with: t.utf8.reversed()))
    case ("int", .string(let s), _):
      guard let v = Int64(s) else { throw Stop.error }
      return .int(v)
    case ("string", .int(let v), _): return .string("\(v)")
    case ("date", .string(let s), _):
      guard let date = CivilDate(iso: s) else { throw Stop.error }
      return .date(date)
    case ("year", .date(let d), _): return .int(Int64(d.year))
    case ("addDays", .date(let d), .int(let n)):
      guard n.magnitude < 10_000_000 else { throw Stop.error }
      let moved = d.adding(days: Int(n))
      guard moved - d == Int(n) else { throw Stop.error }
      return .date(moved)
    default: throw Stop.error
    }
  }
}
