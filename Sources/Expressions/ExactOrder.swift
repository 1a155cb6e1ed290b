/// Compares numbers of different kinds by their exact values, never by rounded ones.
enum ExactOrder {
  /// The order of two numbers.
  enum Outcome: Sendable, Hashable {
    case less
    case equal
    case greater
  }

  /// Compares two signed numbers.
  @inline(__always)
  static func compare<Number: Comparable>(_ a: Number, _ b: Number) -> Outcome {
    a < b ? .less : a == b ? .equal : .greater
  }

  /// Compares `a / b` with `c / d`; the denominators are positive.
  @inline(__always)
  static func compare(_ a: Int128, over b: Int128, _ c: Int128, over d: Int128) -> Outcome {
    if let a = small(a), let b = small(b), let c = small(c), let d = small(d) {
      return compare(Int128(a) &* Int128(d), Int128(c) &* Int128(b))
    }
    return compareWide(a, over: b, c, over: d)
  }

  @inline(__always)
  private static func small(_ number: Int128) -> Int64? {
    let low = Int64(truncatingIfNeeded: number)
    return Int128(low) == number ? low : nil
  }

  private static func compareWide(
    _ a: Int128,
    over b: Int128,
    _ c: Int128,
    over d: Int128
  ) -> Outcome {
    let left = a.multipliedFullWidth(by: d)
    let right = c.multipliedFullWidth(by: b)
    return left.high == right.high
      ? compare(left.low, right.low) : compare(left.high, right.high)
  }

  /// Compares `a / b` with an IEEE number, or returns nil if that is not a number.
  static func compare(_ a: Int128, over b: Int128, _ double: Double) -> Outcome? {
    if double.isNaN { return nil }
    if a == 0 || double == 0 || (a < 0) != (double < 0) {
      let sign: Double = a < 0 ? -1 : a == 0 ? 0 : 1
      let other: Double = double < 0 ? -1 : double == 0 ? 0 : 1
      return compare(sign, other)
    }
    let magnitude = compareMagnitudes(a.magnitude, over: b.magnitude, double.magnitude)
    guard a < 0 else { return magnitude }
    return switch magnitude {
    case .less: .greater
    case .equal: .equal
    case .greater: .less
    }
  }

  /// Compares two positive numbers, `a / b` and `double`.
  private static func compareMagnitudes(
    _ a: UInt128,
    over b: UInt128,
    _ double: Double
  ) -> Outcome {
    guard double < 0x1p128 else { return .less }
    // double = significand × 2^exponent with a whole significand below 2^53.
    let exponent = Int(double.exponent) - 52
    let significand = UInt128(double.significand * 0x1p52)
    if exponent >= 0 {
      let whole = significand << UInt128(exponent)
      let right = b.multipliedFullWidth(by: whole)
      return right.high > 0 ? .less : compare(a, right.low)
    }
    let right = b.multipliedFullWidth(by: significand)
    // a × 2^-exponent against right, which is below 2^181.
    let shift = -exponent
    guard a.bitWidth - a.leadingZeroBitCount + shift <= 255 else { return .greater }
    let high = shift >= 128 ? a << UInt128(shift - 128) : a >> UInt128(128 - shift)
    let low = shift >= 128 ? 0 : a << UInt128(shift)
    return high == right.high ? compare(low, right.low) : compare(high, right.high)
  }
}
