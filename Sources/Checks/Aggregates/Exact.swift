internal import CivilTime
internal import Diagnostics
internal import Findings

/// An exact sum of decimals; nil-like once it no longer fits 128 bits.
struct ExactSum: Sendable, Hashable {
  private(set) var mantissa: Int128 = 0
  private(set) var scale = 0
  /// Whether the sum no longer fits.
  private(set) var isOverflow = false

  /// Adds `mantissa / 10^scale`.
  mutating func add(_ other: Int128, scale otherScale: Int) {
    var other = other
    if otherScale < scale {
      let product = other.multipliedReportingOverflow(by: Decimal.power(scale - otherScale))
      isOverflow = isOverflow || product.overflow
      other = product.partialValue
    } else if otherScale > scale {
      let product = mantissa.multipliedReportingOverflow(by: Decimal.power(otherScale - scale))
      isOverflow = isOverflow || product.overflow
      mantissa = product.partialValue
      scale = otherScale
    }
    let sum = mantissa.addingReportingOverflow(other)
    isOverflow = isOverflow || sum.overflow
    mantissa = sum.partialValue
  }

  /// Adds another sum.
  mutating func add(_ other: ExactSum) {
    isOverflow = isOverflow || other.isOverflow
    add(other.mantissa, scale: other.scale)
  }

  /// The sum as a fraction, or nil if it did not fit.
  var fraction: Fraction? {
    isOverflow ? nil : Fraction(numerator: mantissa, denominator: Decimal.power(scale))
  }
}

/// An exact fraction with a positive denominator.
struct Fraction: Sendable, Hashable {
  let numerator: Int128
  let denominator: Int128

  init(numerator: Int128, denominator: Int128 = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  init(_ decimal: Decimal) {
    self.init(numerator: decimal.mantissa, denominator: Decimal.power(decimal.scale))
  }

  /// Returns -1, 0 or 1 as the fraction is below, at or above another; never overflows.
  func compared(to other: Fraction) -> Int {
    Decimal.compareFractions(
      numerator,
      over: denominator,
      to: other.numerator,
      over: other.denominator
    )
  }

  /// Returns the sum, or nil if it does not fit.
  func adding(_ other: Fraction) -> Fraction? {
    let left = numerator.multipliedReportingOverflow(by: other.denominator)
    let right = other.numerator.multipliedReportingOverflow(by: denominator)
    let sum = left.partialValue.addingReportingOverflow(right.partialValue)
    let bottom = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !left.overflow, !right.overflow, !sum.overflow, !bottom.overflow else { return nil }
    return Fraction(numerator: sum.partialValue, denominator: bottom.partialValue).reduced
  }

  /// Returns the product, or nil if it does not fit.
  func multiplied(by other: Fraction) -> Fraction? {
    let top = numerator.multipliedReportingOverflow(by: other.numerator)
    let bottom = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !top.overflow, !bottom.overflow else { return nil }
    return Fraction(numerator: top.partialValue, denominator: bottom.partialValue).reduced
  }

  /// The fraction with its sign turned.
  var negated: Fraction { Fraction(numerator: 0 &- numerator, denominator: denominator) }

  /// The fraction without its sign.
  var magnitude: Fraction { numerator < 0 ? negated : self }

  /// The fraction in lowest terms.
  var reduced: Fraction {
    var a = numerator < 0 ? 0 &- numerator : numerator
    var b = denominator
    while b != 0 { (a, b) = (b, a % b) }
    guard a > 1 else { return self }
    return Fraction(numerator: numerator / a, denominator: denominator / a)
  }

  /// The number for people: grouped and with the decimal mark of each language.
  var phrase: Phrase { NumberText.value(text, isShare: false) }

  /// The number with a point: exact where it ends, else cut after at most twelve digits, with "…".
  var text: String {
    let fraction = reduced
    for scale in 0...18 {
      let product = fraction.numerator.multipliedReportingOverflow(by: Decimal.power(scale))
      if product.overflow { break }
      if product.partialValue % fraction.denominator == 0 {
        return Decimal(mantissa: product.partialValue / fraction.denominator, scale: scale)
          .description
      }
    }
    for scale in stride(from: 12, through: 1, by: -1) {
      let product = fraction.numerator.multipliedReportingOverflow(by: Decimal.power(scale))
      if product.overflow { continue }
      let cut = Decimal(mantissa: product.partialValue / fraction.denominator, scale: scale)
      return cut.description + Measured.cutMark
    }
    return Decimal(mantissa: fraction.numerator / fraction.denominator).description
      + Measured.cutMark
  }
}
