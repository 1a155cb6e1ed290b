internal import CivilTime

extension Constant: CustomStringConvertible {
  /// Reads an exact decimal with a point, such as `-1.50`; nil if it is none or too long.
  public init?(decimal text: String) {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    guard let first = digits.first, let last = digits.last, (0x30...0x39).contains(first),
      (0x30...0x39).contains(last), let exact = DecimalNotation.parse(text)
    else { return nil }
    let short = DecimalNotation.trimmed(exact.mantissa, scale: exact.scale)
    self = .decimal(short.mantissa, scale: short.scale)
  }

  /// Reads an RFC 3339 instant such as `2026-04-30T08:00:00+07:00`, or returns nil.
  public init?(timestamp text: String) {
    guard let instant = Instant.parse(text) else { return nil }
    self = .timestamp(instant)
  }

  /// Reads a span such as `1h30m` or `3.5s`, or returns nil.
  public init?(duration text: String) {
    guard let span = Instant.parseSpan(text) else { return nil }
    self = .duration(span)
  }

  /// The value as `string()` writes it; a unit as its index, a ratio as `a/b` in lowest terms.
  public var description: String {
    switch self {
    case .int(let value): "\(value)"
    case .double(let value): DoubleNotation.text(value)
    case .decimal(let value, let scale): DecimalNotation.text(value, scale: scale)
    case .ratio(let a, let b): Self.reduced(a, over: b)
    case .string(let text): text
    case .bool(let value): "\(value)"
    case .date(let date): date.description
    case .timestamp(let instant): Instant.text(instant)
    case .duration(let span): Instant.spanText(span)
    case .unit(let unit): "\(unit)"
    case .period(let period): period.description
    case .list(let elements): "[" + elements.map(\.description).joined(separator: ", ") + "]"
    }
  }

  private static func reduced(_ a: Int128, over b: Int128) -> String {
    var (x, y) = (a.magnitude, b.magnitude)
    while y != 0 { (x, y) = (y, x % y) }
    guard x > 1 else { return "\(a)/\(b)" }
    let sign = (a < 0) != (b < 0) ? "-" : ""
    return "\(sign)\(a.magnitude / x)/\(b.magnitude / x)"
  }
}
