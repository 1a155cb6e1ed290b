/// An exact decimal number: `mantissa / 10^scale`.
public struct Decimal: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The digits as a whole number.
  public let mantissa: Int128
  /// How many of them stand behind the point, from 0 to 36.
  public let scale: Int

  /// Makes a number in lowest terms: no zero at the end behind the point.
  public init(mantissa: Int128, scale: Int = 0) {
    var mantissa = mantissa
    var scale = scale
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// Reads a plain number such as `5`, `-0.25` or, as a hundredth, `89.5%`.
  ///
  /// Returns nil for anything else, for more than 18 digits behind the point and for more than 18
  /// before it.
  public init?(_ text: String) {
    var digits = Substring(text)
    let isPercent = digits.last == "%"
    if isPercent {
      digits.removeLast()
      while digits.last == " " || digits.last == "\u{A0}" { digits.removeLast() }
    }
    let isNegative = digits.first == "-"
    if isNegative { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 2,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts[0].utf8.count <= 18, parts.count == 1 || parts[1].utf8.count <= 18,
      let magnitude = Int128(parts.joined())
    else { return nil }
    let scale = (parts.count == 2 ? parts[1].utf8.count : 0) + (isPercent ? 2 : 0)
    self.init(mantissa: isNegative ? -magnitude : magnitude, scale: scale)
  }

  /// 10 to a power from 0 to 38.
  public static func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<min(max(exponent, 0), 38) { result *= 10 }
    return result
  }

  /// Orders numbers by value, exactly.
  public static func < (a: Decimal, b: Decimal) -> Bool { compare(a, b) < 0 }

  /// Returns -1, 0 or 1 as `a·d` is below, at or above `c·b`, for fractions `a/b` and `c/d` with
  /// positive denominators; the products are 256 bits wide and cannot overflow.
  public static func compareFractions(
    _ a: Int128,
    over b: Int128,
    to c: Int128,
    over d: Int128
  ) -> Int {
    let left = a.multipliedFullWidth(by: d)
    let right = c.multipliedFullWidth(by: b)
    if left.high != right.high { return left.high < right.high ? -1 : 1 }
    if left.low != right.low { return left.low < right.low ? -1 : 1 }
    return 0
  }

  private static func compare(_ a: Decimal, _ b: Decimal) -> Int {
    compareFractions(a.mantissa, over: power(a.scale), to: b.mantissa, over: power(b.scale))
  }

  /// The number with a point, without needless zeros.
  public var description: String {
    guard scale > 0 else { return "\(mantissa)" }
    var digits = "\(mantissa.magnitude)"
    while digits.utf8.count <= scale { digits = "0" + digits }
    let point = digits.index(digits.endIndex, offsetBy: -scale)
    return (mantissa < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
  }

  /// The number as a percentage with a point, such as `89.5%`.
  public var percent: String {
    scale <= 2
      ? "\(Decimal(mantissa: mantissa * Decimal.power(2 - scale)))%"
      : "\(Decimal(mantissa: mantissa, scale: scale - 2))%"
  }
}
