/// Writes and reads IEEE 754 numbers.
enum DoubleNotation {
  /// Writes the shortest digits that read back as the same number, as C's `%g` lays them out.
  ///
  /// Plain notation from 10^-4 up to 10^6, scientific beyond; `nan`, `inf`, `-inf`; a whole number
  /// has no point. CEL's implementations in Go and C++ agree on the layout of finite numbers.
  static func text(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = shortestDigits(value.magnitude)
    let sign = value < 0 ? "-" : ""
    guard exponent >= -4, exponent < 6 else {
      let rest = digits.dropFirst()
      let mantissa = rest.isEmpty ? String(digits) : "\(digits.prefix(1)).\(rest)"
      let size = exponent.magnitude
      return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(size < 10 ? "0" : "")\(size)"
    }
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    if digits.utf8.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.utf8.count)
    }
    return "\(sign)\(digits.prefix(exponent + 1)).\(digits.dropFirst(exponent + 1))"
  }

  /// Returns the significant digits of a positive number and the power of ten of the first.
  private static func shortestDigits(_ value: Double) -> (digits: String, exponent: Int) {
    var digits = ""
    var pointAt: Int?
    var exponent = 0
    let text = "\(value)"
    let parts = text.split(separator: "e")
    for character in parts.first ?? "" {
      if character == "." { pointAt = digits.utf8.count } else { digits.append(character) }
    }
    if parts.count > 1 { exponent = Int(parts[1]) ?? 0 }
    exponent += (pointAt ?? digits.utf8.count) - 1
    let leadingZeros = digits.prefix { $0 == "0" }.utf8.count
    digits.removeFirst(leadingZeros)
    exponent -= leadingZeros
    while digits.last == "0" { digits.removeLast() }
    return (digits, exponent)
  }

  /// Reads a number, or returns nil if the text is none or its size is beyond the finite ones.
  static func parse(_ text: String) -> Double? {
    let bytes = text.utf8
    let isPlain = bytes.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    if isPlain {
      guard let value = Double(text), value.isFinite else { return nil }
      return value
    }
    switch text.lowercased() {
    case "nan": return .nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default: return nil
    }
  }
}
