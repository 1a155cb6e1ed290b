internal import CivilTime

/// Instants and spans of time in nanoseconds, as CEL bounds and writes them.
enum Instant {
  /// A second.
  static let second: Int128 = 1_000_000_000
  /// A day of 24 hours.
  static let day: Int128 = 86_400 * second
  /// 0001-01-01T00:00:00Z.
  static let earliest: Int128 = -62_135_596_800 * second
  /// 9999-12-31T23:59:59.999999999Z.
  static let latest: Int128 = 253_402_300_800 * second - 1
  /// The spans that there are: those of 64 bits, some 292 years either way.
  static let spans: ClosedRange<Int128> = Int128(Int64.min)...Int128(Int64.max)

  /// Whether an instant lies within the years 1 to 9999.
  @inline(__always)
  static func exists(_ instant: Int128) -> Bool { instant >= earliest && instant <= latest }

  /// Returns the civil date of an instant at an offset east of UTC, or nil past the last year.
  @inline(__always)
  static func date(_ instant: Int128, offsetSeconds: Int) -> CivilDate? {
    let local = instant &+ Int128(offsetSeconds) &* second
    guard exists(local) else { return nil }
    let (quotient, remainder) = local.quotientAndRemainder(dividingBy: day)
    return CivilDate(dayNumber: Int32(clamping: remainder < 0 ? quotient - 1 : quotient))
  }

  /// Writes an instant as RFC 3339 in UTC, with as many digits of the second as it needs.
  static func text(_ instant: Int128) -> String {
    guard let date = date(instant, offsetSeconds: 0) else { return "\(instant)" }
    let inDay = instant - Int128(date.dayNumber) * day
    let seconds = Int(inDay / second)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { number in
      number < 10 ? "0\(number)" : "\(number)"
    }
    let fraction = fractionText(inDay % second)
    return "\(date)T\(clock.joined(separator: ":"))\(fraction)Z"
  }

  /// Writes a span in seconds, such as `3.5s`.
  static func spanText(_ span: Int128) -> String {
    let magnitude = span < 0 ? -span : span
    return "\(span < 0 ? "-" : "")\(magnitude / second)\(fractionText(magnitude % second))s"
  }

  private static func fractionText(_ nanoseconds: Int128) -> String {
    guard nanoseconds != 0 else { return "" }
    let exact = DecimalNotation.trimmed(nanoseconds, scale: 9)
    return String(DecimalNotation.text(exact.mantissa, scale: exact.scale).dropFirst())
  }

  /// Reads an RFC 3339 instant, or returns nil; digits after the ninth of a second are cut off.
  static func parse(_ text: String) -> Int128? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20,
      let date = CivilDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let hour = pair(bytes, 11), hour < 24,
      let minute = pair(bytes, 14), minute < 60, let second = pair(bytes, 17), second < 60
    else { return nil }
    var index = 19
    var nanoseconds = 0
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      var unit = 100_000_000
      let first = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
        nanoseconds += Int(bytes[index] - 0x30) * unit
        unit /= 10
        index += 1
      }
      guard index > first else { return nil }
    }
    guard let offset = offset(bytes, index) else { return nil }
    let seconds = Int(date.dayNumber) * 86_400 + hour * 3600 + minute * 60 + second - offset
    let instant = Int128(seconds) * Self.second + Int128(nanoseconds)
    return exists(instant) ? instant : nil
  }

  private static func offset(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "Z") { return index + 1 == bytes.count ? 0 : nil }
    guard bytes.count == index + 6, bytes[index + 3] == UInt8(ascii: ":"),
      let hour = pair(bytes, index + 1), hour < 24, let minute = pair(bytes, index + 4), minute < 60
    else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "+"): return hour * 3600 + minute * 60
    case UInt8(ascii: "-"): return -(hour * 3600 + minute * 60)
    default: return nil
    }
  }

  private static func pair(_ bytes: [UInt8], _ index: Int) -> Int? {
    let (tens, ones) = (bytes[index], bytes[index + 1])
    guard (0x30...0x39).contains(tens), (0x30...0x39).contains(ones) else { return nil }
    return Int(tens - 0x30) * 10 + Int(ones - 0x30)
  }

  /// Reads a span such as `1h30m`, `-1.5s` or `250ms`, or returns nil.
  ///
  /// Units are `h` `m` `s` `ms` `us` `µs` `ns`, as CEL has them; a bare `0` needs none.
  static func parseSpan(_ text: String) -> Int128? {
    var rest = Array(text.unicodeScalars)[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    if rest.elementsEqual(["0"]) { return 0 }
    guard !rest.isEmpty else { return nil }
    var total: Int128 = 0
    while !rest.isEmpty {
      let number = rest.prefix { $0.isDigit || $0 == "." }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { !$0.isDigit && $0 != "." }
      rest = rest.dropFirst(unit.count)
      guard number.contains(where: \.isDigit), let factor = units[String(scalars: unit)],
        let part = amount(String(scalars: number), times: factor)
      else { return nil }
      total += part
      guard total <= spans.upperBound + 1 else { return nil }
    }
    let span = isNegative ? -total : total
    return spans.contains(span) ? span : nil
  }

  private static let units: [String: Int128] = [
    "h": 3600 * second, "m": 60 * second, "s": second, "ms": 1_000_000, "us": 1_000,
    "\u{B5}s": 1_000, "\u{3BC}s": 1_000, "ns": 1,
  ]

  /// Returns a decimal text times a unit, cut to whole nanoseconds, or nil if it is too large.
  private static func amount(_ text: String, times factor: Int128) -> Int128? {
    // More digits than these change nothing, or are too large for any span.
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, whole.utf8.count <= 20 else { return nil }
    let fraction = parts.count == 2 ? String(parts[1].prefix(13)) : ""
    guard let exact = DecimalNotation.parse("\(whole).\(fraction)"),
      let power = DecimalNotation.power(exact.scale)
    else { return nil }
    let (product, isOverflow) = exact.mantissa.multipliedReportingOverflow(by: factor)
    return isOverflow ? nil : product / power
  }
}
