/// Writes and reads exact decimals.
enum DecimalNotation {
  /// The greatest scale a decimal may have: 10 to this power is an `Int128`.
  static let greatestScale = 38

  /// The powers of ten that an `Int128` holds, from 10^0 to 10^38.
  static let powers: [Int128] = (0..<greatestScale).reduce(into: [1]) { powers, index in
    powers.append(powers[index] * 10)
  }

  /// Returns 10 to a power, or nil where an `Int128` does not hold it.
  static func power(_ exponent: Int) -> Int128? {
    powers.indices.contains(exponent) ? powers[exponent] : nil
  }

  /// Reads `digits.digits`, or returns nil if it is something else or too long to be exact.
  static func parse(_ text: String) -> ExactDecimal? {
    var mantissa: Int128 = 0
    var scale = 0
    var isAfterPoint = false
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      if byte == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
      } else if byte == UInt8(ascii: "-"), index == 0 {
        isNegative = true
      } else {
        guard (0x30...0x39).contains(byte) else { return nil }
        let (tens, isOverflow) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, isTooLarge) = tens.addingReportingOverflow(Int128(byte - 0x30))
        guard !isOverflow, !isTooLarge else { return nil }
        mantissa = sum
        if isAfterPoint { scale += 1 }
      }
    }
    guard scale <= greatestScale else { return nil }
    return ExactDecimal(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
  }

  /// Writes a decimal with exactly `scale` digits after the point.
  static func text(_ mantissa: Int128, scale: Int) -> String {
    guard scale > 0 else { return "\(mantissa)" }
    var digits = "\(mantissa.magnitude)"
    if digits.utf8.count <= scale {
      digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
    }
    let point = digits.index(digits.endIndex, offsetBy: -scale)
    return (mantissa < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
  }

  /// Writes a literal that reads back with the same digits; one after the point at least.
  static func literal(_ value: ExactDecimal) -> String {
    value.scale > 0 ? text(value.mantissa, scale: value.scale) : "\(value.mantissa).0"
  }

  /// Returns the same number without zeros at the end.
  static func trimmed(_ mantissa: Int128, scale: Int) -> ExactDecimal {
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    return ExactDecimal(mantissa: mantissa, scale: scale)
  }

  /// Returns the same number with more digits after the point, or nil if it does not fit.
  static func rescaled(_ mantissa: Int128, from scale: Int, to wanted: Int) -> Int128? {
    guard let factor = power(wanted - scale) else { return mantissa == 0 ? 0 : nil }
    let (value, isOverflow) = mantissa.multipliedReportingOverflow(by: factor)
    return isOverflow ? nil : value
  }
}
