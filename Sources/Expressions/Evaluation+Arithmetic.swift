internal import CivilTime
internal import Tables

// Calculation; a result that does not fit its type is an error of its row, never a wrapped number.

extension Evaluation {
  mutating func negate(_ operand: Node) -> Vector {
    var vector = vector(of: operand)
    var lost = BitPlane(repeating: false, count: rowCount)
    switch spread(&vector, operand.type) {
    case .int(let values):
      vector.values = .int(values.map { 0 &- $0 })
      lost = BitPlane(rows: rowCount) { values[$0] == .min }
    case .double(let values):
      vector.values = .double(values.map { -$0 })
    case .decimal(let values, let scale):
      vector.values = .decimal(values.map { 0 &- $0 }, scale: scale)
      lost = BitPlane(rows: rowCount) { values[$0] == .min }
    default:
      break
    }
    return failing(vector, at: lost, .overflow)
  }

  mutating func arithmetic(
    _ operation: Arithmetic,
    _ left: Node,
    _ right: Node,
    _ type: ExpressionType
  ) -> Vector {
    var a = vector(of: left)
    var b = vector(of: right)
    if case .list = type { return joinLists(a, b, type) }
    let (x, y) = (spread(&a, left.type), spread(&b, right.type))
    switch (x, y) {
    case (.int(let x), .int(let y)): return ints(operation, x, y, strict([a, b], .int([])))
    case (.double(let x), .double(let y)):
      return strict([a, b], .double(Self.doubles(operation, x, y, rowCount)))
    case (.decimal(let x, let s), .decimal(let y, let t)):
      return decimals(operation, (x, s), (y, t), strict([a, b], .int([])))
    case (.time(let x), .time(let y)):
      return times(operation, x, y, type, strict([a, b], .int([])))
    case (.days(let x), .days(let y)):
      let days = (0..<rowCount).map { Int64(x[$0]) - Int64(y[$0]) }
      return strict([a, b], .int(days))
    case (.text(let x), .text(let y)): return texts(x, y, strict([a, b], .int([])))
    default:
      // A side without a value in any row has no layout, and neither has the result.
      return strict([a, b], .bool(BitPlane(repeating: false, count: rowCount)))
    }
  }

  // MARK: Numbers

  private mutating func ints(
    _ operation: Arithmetic,
    _ a: [Int64],
    _ b: [Int64],
    _ frame: Vector
  ) -> Vector {
    if operation == .modulo { return remainders(a, b, frame) }
    var values: [Int64] = []
    values.reserveCapacity(rowCount)
    let lost = BitPlane(rows: rowCount) { row in
      let (value, isOverflow) =
        switch operation {
        case .plus: a[row].addingReportingOverflow(b[row])
        case .minus: a[row].subtractingReportingOverflow(b[row])
        case .times, .modulo: a[row].multipliedReportingOverflow(by: b[row])
        }
      values.append(value)
      return isOverflow
    }
    var result = frame
    result.values = .int(values)
    return failing(result, at: lost, .overflow)
  }

  /// The remainder has the sign of the left side, as in CEL.
  private mutating func remainders(_ a: [Int64], _ b: [Int64], _ frame: Vector) -> Vector {
    var result = frame
    result.values = .int(
      (0..<rowCount).map { row in
        b[row] == 0 || b[row] == -1 ? 0 : a[row] % b[row]
      }
    )
    let zero = BitPlane(rows: rowCount) { b[$0] == 0 }
    let lost = BitPlane(rows: rowCount) { b[$0] == -1 && a[$0] == .min }
    result = failing(result, at: zero, .divisionByZero)
    return failing(result, at: lost, .overflow)
  }

  private static func doubles(
    _ operation: Arithmetic,
    _ a: [Double],
    _ b: [Double],
    _ rowCount: Int
  ) -> [Double] {
    switch operation {
    case .plus: (0..<rowCount).map { a[$0] + b[$0] }
    case .minus: (0..<rowCount).map { a[$0] - b[$0] }
    case .times: (0..<rowCount).map { a[$0] * b[$0] }
    case .modulo: (0..<rowCount).map { a[$0].truncatingRemainder(dividingBy: b[$0]) }
    }
  }

  private mutating func decimals(
    _ operation: Arithmetic,
    _ a: (values: [Int128], scale: Int),
    _ b: (values: [Int128], scale: Int),
    _ frame: Vector
  ) -> Vector {
    var result = frame
    let scale = operation == .times ? a.scale + b.scale : max(a.scale, b.scale)
    guard scale <= DecimalNotation.greatestScale else {
      return failing(result, at: result.known, .overflow)
    }
    let factorA = operation == .times ? 1 : DecimalNotation.powers[scale - a.scale]
    let factorB = operation == .times ? 1 : DecimalNotation.powers[scale - b.scale]
    var values: [Int128] = []
    values.reserveCapacity(rowCount)
    let lost = BitPlane(rows: rowCount) { row in
      let (x, isLostX) = Self.product(a.values[row], factorA)
      let (y, isLostY) = Self.product(b.values[row], factorB)
      let (value, isOverflow) =
        switch operation {
        case .plus: x.addingReportingOverflow(y)
        case .minus: x.subtractingReportingOverflow(y)
        case .times, .modulo: Self.product(x, y)
        }
      values.append(value)
      return isLostX || isLostY || isOverflow
    }
    result.values = .decimal(values, scale: scale)
    return failing(result, at: lost, .overflow)
  }

  /// Multiplies; numbers of 64 bits, which nearly all are, need no check of the 128-bit product.
  @inline(__always)
  private static func product(_ a: Int128, _ b: Int128) -> (Int128, Bool) {
    let (x, y) = (Int64(truncatingIfNeeded: a), Int64(truncatingIfNeeded: b))
    if Int128(x) == a, Int128(y) == b { return (Int128(x) &* Int128(y), false) }
    return a.multipliedReportingOverflow(by: b)
  }

  // MARK: Time

  private mutating func times(
    _ operation: Arithmetic,
    _ a: [Int128],
    _ b: [Int128],
    _ type: ExpressionType,
    _ frame: Vector
  ) -> Vector {
    var values: [Int128] = []
    values.reserveCapacity(rowCount)
    let lost = BitPlane(rows: rowCount) { row in
      let (value, isOverflow) =
        operation == .plus
        ? a[row].addingReportingOverflow(b[row]) : a[row].subtractingReportingOverflow(b[row])
      values.append(value)
      let exists = type == .timestamp ? Instant.exists(value) : Instant.spans.contains(value)
      return isOverflow || !exists
    }
    var result = frame
    result.values = .time(values)
    return failing(result, at: lost, .outOfRange(type: type.name))
  }

  // MARK: Text

  /// The most bytes that the texts of one batch may have together.
  private static let mostTextBytes = 1 << 30

  private mutating func texts(_ a: TextColumn, _ b: TextColumn, _ frame: Vector) -> Vector {
    var texts = TextColumn()
    let lost = BitPlane(rows: rowCount) { row in
      let (x, y) = (a.range(row), b.range(row))
      guard frame.known[row], texts.bytes.count + x.count + y.count <= Self.mostTextBytes else {
        texts.add([])
        return true
      }
      texts.bytes.append(contentsOf: a.bytes[x])
      texts.add(b.bytes[y])
      return false
    }
    var result = frame
    result.values = .text(texts)
    return failing(result, at: lost, .textTooLong)
  }

  // MARK: Ratios

  mutating func ratio(_ numerator: Node, _ denominator: Node) -> Vector {
    var a = vector(of: numerator)
    var b = vector(of: denominator)
    let (x, y) = (spread(&a, numerator.type), spread(&b, denominator.type))
    var result = strict([a, b], .bool(BitPlane(repeating: false, count: rowCount)))
    if case .double(let x) = x, case .double(let y) = y {
      result.values = .double((0..<rowCount).map { x[$0] / y[$0] })
      return failing(result, at: BitPlane(rows: rowCount) { y[$0] == 0 }, .divisionByZero)
    }
    guard let (x, s) = Self.mantissas(x), let (y, t) = Self.mantissas(y) else { return result }
    // a/10^s over b/10^t is a·10^t over b·10^s; equal powers cancel out.
    let shared = min(s, t)
    let (factorX, factorY) = (
      DecimalNotation.powers[t - shared], DecimalNotation.powers[s - shared]
    )
    var above: [Int128] = []
    var below: [Int128] = []
    above.reserveCapacity(rowCount)
    below.reserveCapacity(rowCount)
    let lost = BitPlane(rows: rowCount) { row in
      let sign: Int128 = y[row] < 0 ? -1 : 1
      let (p, isLostP) = Self.product(x[row], factorX &* sign)
      let (q, isLostQ) = Self.product(y[row], factorY &* sign)
      above.append(p)
      below.append(q)
      return isLostP || isLostQ
    }
    result.values = .ratio(above, over: below)
    result = failing(result, at: BitPlane(rows: rowCount) { y[$0] == 0 }, .divisionByZero)
    return failing(result, at: lost, .overflow)
  }

  private static func mantissas(_ values: Values) -> (values: [Int128], scale: Int)? {
    switch values {
    case .int(let values): (values.map { Int128($0) }, 0)
    case .decimal(let values, let scale): (values, scale)
    default: nil
    }
  }
}
