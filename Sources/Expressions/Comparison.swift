internal import CivilTime
internal import Glibc
internal import Tables

/// Compares values of many rows, with a loop of its own for every layout.
///
/// The bits of rows that are not known are arbitrary. Nothing here fails.
enum Comparison {
  /// Returns the rows for which a relation holds.
  ///
  /// - Parameters:
  ///   - relation: The comparison.
  ///   - a: The left values.
  ///   - b: The right values; not both are constants.
  ///   - rowCount: How many rows there are.
  /// - Returns: One bit a row; nothing holds between layouts that do not compare.
  static func rows(_ relation: Relation, _ a: Values, _ b: Values, _ rowCount: Int) -> BitPlane {
    switch (a, b) {
    case (.constant, _):
      rows(relation.mirrored, b, a, rowCount)
    case (.int(let x), .int(let y)): pairs(relation, x, y, rowCount)
    case (.double(let x), .double(let y)): pairs(relation, x, y, rowCount)
    case (.time(let x), .time(let y)): pairs(relation, x, y, rowCount)
    case (.days(let x), .days(let y)): pairs(relation, x, y, rowCount)
    case (.decimal(let x, let s), .decimal(let y, let t)) where s == t:
      pairs(relation, x, y, rowCount)
    case (.bool(let x), .bool(let y)): bools(relation, x, y)
    case (.text(let x), .text(let y)): texts(relation, x, y, rowCount)
    case (_, .constant(let constant)): rows(relation, a, constant, rowCount)
    default: numbers(relation, a, b, rowCount)
    }
  }

  // MARK: Against one value

  private static func rows(
    _ relation: Relation,
    _ a: Values,
    _ constant: Constant,
    _ rowCount: Int
  ) -> BitPlane {
    switch (a, constant) {
    case (.int(let x), .int(let c)): scan(relation, x, c, rowCount)
    case (.double(let x), .double(let c)): scan(relation, x, c, rowCount)
    case (.time(let x), .timestamp(let c)), (.time(let x), .duration(let c)):
      scan(relation, x, c, rowCount)
    case (.days(let x), .date(let c)): scan(relation, x, c.dayNumber, rowCount)
    case (.days(let x), .unit(let c)): scan(relation, x, c, rowCount)
    case (.days(let x), .period(let c)): scan(relation, x, c.ordinal, rowCount)
    case (.bool(let x), .bool(let c)):
      bools(relation, x, BitPlane(repeating: c, count: rowCount))
    case (.text(let x), .string(let c)): text(relation, x, Array(c.utf8), rowCount)
    case (.int(let x), .decimal(let c, let scale)):
      threshold(relation, c, scale, to: 0).map {
        scan($0.relation, x, $0.bound, rowCount)
      } ?? numbers(relation, a, .constant(constant), rowCount)
    case (.decimal(let x, let s), .decimal(let c, let scale)):
      threshold(relation, c, scale, to: s).map { scan($0.relation, x, $0.bound, rowCount) }
        ?? numbers(relation, a, .constant(constant), rowCount)
    case (.decimal(let x, let s), .int(let c)):
      threshold(relation, Int128(c), 0, to: s).map { scan($0.relation, x, $0.bound, rowCount) }
        ?? numbers(relation, a, .constant(constant), rowCount)
    default: numbers(relation, a, .constant(constant), rowCount)
    }
  }

  /// Turns a comparison with a decimal into one with whole multiples of `10^-scale`.
  ///
  /// A value between two of them, such as 1.5 for whole numbers, is brought down to the lower one
  /// and the relation changed to match. Returns nil where that cannot be expressed.
  private static func threshold(
    _ relation: Relation,
    _ mantissa: Int128,
    _ scale: Int,
    to wanted: Int
  ) -> (relation: Relation, bound: Int128)? {
    if wanted >= scale {
      return DecimalNotation.rescaled(mantissa, from: scale, to: wanted).map { (relation, $0) }
    }
    guard let factor = DecimalNotation.power(scale - wanted) else { return nil }
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: factor)
    if remainder == 0 { return (relation, quotient) }
    let floor = remainder < 0 ? quotient - 1 : quotient
    switch relation {
    case .less, .lessOrEqual: return (.lessOrEqual, floor)
    case .greater, .greaterOrEqual: return (.greater, floor)
    // No multiple equals a value between two of them.
    case .equal, .notEqual: return nil
    }
  }

  private static func scan(
    _ relation: Relation,
    _ values: [Int64],
    _ bound: Int128,
    _ rowCount: Int
  ) -> BitPlane {
    guard let bound = Int64(exactly: bound) else {
      let isBelow = bound > 0
      let holds =
        switch relation {
        case .less, .lessOrEqual: isBelow
        case .greater, .greaterOrEqual: !isBelow
        case .equal: false
        case .notEqual: true
        }
      return BitPlane(repeating: holds, count: rowCount)
    }
    return scan(relation, values, bound, rowCount)
  }

  @inline(__always)
  private static func scan<Value: Comparable>(
    _ relation: Relation,
    _ values: [Value],
    _ bound: Value,
    _ rowCount: Int
  ) -> BitPlane {
    precondition(values.count >= rowCount, "a column shorter than its batch")
    return unsafe values.withUnsafeBufferPointer { v in
      switch relation {
      case .less: BitPlane(rows: rowCount) { unsafe v[$0] < bound }
      case .lessOrEqual: BitPlane(rows: rowCount) { unsafe v[$0] <= bound }
      case .greater: BitPlane(rows: rowCount) { unsafe v[$0] > bound }
      case .greaterOrEqual: BitPlane(rows: rowCount) { unsafe v[$0] >= bound }
      case .equal: BitPlane(rows: rowCount) { unsafe v[$0] == bound }
      case .notEqual: BitPlane(rows: rowCount) { unsafe v[$0] != bound }
      }
    }
  }

  // MARK: Row against row

  @inline(__always)
  private static func pairs<Value: Comparable>(
    _ relation: Relation,
    _ a: [Value],
    _ b: [Value],
    _ rowCount: Int
  ) -> BitPlane {
    switch relation {
    case .less: BitPlane(rows: rowCount) { a[$0] < b[$0] }
    case .lessOrEqual: BitPlane(rows: rowCount) { a[$0] <= b[$0] }
    case .greater: BitPlane(rows: rowCount) { a[$0] > b[$0] }
    case .greaterOrEqual: BitPlane(rows: rowCount) { a[$0] >= b[$0] }
    case .equal: BitPlane(rows: rowCount) { a[$0] == b[$0] }
    case .notEqual: BitPlane(rows: rowCount) { a[$0] != b[$0] }
    }
  }

  /// Compares truth values; false comes before true.
  private static func bools(_ relation: Relation, _ a: BitPlane, _ b: BitPlane) -> BitPlane {
    switch relation {
    case .less: b - a
    case .lessOrEqual: ~(a - b)
    case .greater: a - b
    case .greaterOrEqual: ~(b - a)
    case .equal: ~((a - b) | (b - a))
    case .notEqual: (a - b) | (b - a)
    }
  }

  // MARK: Text

  private static func texts(
    _ relation: Relation,
    _ a: TextColumn,
    _ b: TextColumn,
    _ rowCount: Int
  ) -> BitPlane {
    unsafe a.bytes.withUnsafeBytes { x in
      unsafe b.bytes.withUnsafeBytes { y in
        BitPlane(rows: rowCount) { row in
          let left = unsafe UnsafeRawBufferPointer(rebasing: x[a.range(row)])
          let right = unsafe UnsafeRawBufferPointer(rebasing: y[b.range(row)])
          return unsafe holds(relation, left, right)
        }
      }
    }
  }

  private static func text(
    _ relation: Relation,
    _ a: TextColumn,
    _ constant: [UInt8],
    _ rowCount: Int
  ) -> BitPlane {
    unsafe a.bytes.withUnsafeBytes { x in
      unsafe constant.withUnsafeBytes { right in
        BitPlane(rows: rowCount) { row in
          let left = unsafe UnsafeRawBufferPointer(rebasing: x[a.range(row)])
          return unsafe holds(relation, left, right)
        }
      }
    }
  }

  /// Compares two texts by their code points, which is the order of their UTF-8 bytes.
  @inline(__always)
  private static func holds(
    _ relation: Relation,
    _ a: UnsafeRawBufferPointer,
    _ b: UnsafeRawBufferPointer
  ) -> Bool {
    if relation.isEquality {
      let isEqual = unsafe a.count == b.count && sameBytes(a, b)
      return isEqual == (relation == .equal)
    }
    return relation.holds(unsafe order(a, b))
  }

  @inline(__always)
  private static func sameBytes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    let count = a.count
    // Names of a few words: two or three loads cost less than the call of memcmp.
    guard count >= 8 else {
      for index in 0..<count where unsafe a[index] != b[index] { return false }
      return true
    }
    var index = 0
    while index &+ 8 < count {
      if unsafe word(a, index) != word(b, index) { return false }
      index &+= 8
    }
    return unsafe word(a, count &- 8) == word(b, count &- 8)
  }

  @inline(__always)
  private static func word(_ text: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    unsafe text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  private static func order(
    _ a: UnsafeRawBufferPointer,
    _ b: UnsafeRawBufferPointer
  ) -> ExactOrder.Outcome {
    let shared = min(a.count, b.count)
    if shared > 0, let x = a.baseAddress, let y = b.baseAddress {
      let difference = unsafe memcmp(x, y, shared)
      if difference != 0 { return difference < 0 ? .less : .greater }
    }
    return ExactOrder.compare(a.count, b.count)
  }
}

extension Relation {
  /// Whether the comparison holds for two values in an order.
  @inline(__always)
  func holds(_ outcome: ExactOrder.Outcome) -> Bool {
    switch self {
    case .less: outcome == .less
    case .lessOrEqual: outcome != .greater
    case .greater: outcome == .greater
    case .greaterOrEqual: outcome != .less
    case .equal: outcome == .equal
    case .notEqual: outcome != .equal
    }
  }
}
