/// One word or sign of an expression and where it stands.
struct Token: Sendable, Hashable {
  /// What a token is.
  enum Kind: Sendable, Hashable {
    /// A whole number without its sign; at most 2^63.
    case int(UInt64)
    /// A number with a point or an exponent, and its exact value where it has no exponent.
    case double(Double, exact: ExactDecimal?)
    /// A `u` literal, which the grammar knows and the checker refuses.
    case unsignedInt
    /// A text in NFC.
    case string(String)
    /// A `b"…"` literal, which the grammar knows and the checker refuses.
    case bytes
    /// A name in NFC, keywords included.
    case name(String)
    /// An operator or a bracket.
    case sign(String)
    /// The end of the text.
    case end
  }

  /// What it is.
  let kind: Kind
  /// Where it stands, in Unicode scalars.
  let place: Place
}

/// A stretch of an expression's text, in Unicode scalars from 0.
struct Place: Sendable, Hashable {
  /// Where it begins.
  let offset: Int
  /// How long it is.
  let length: Int

  /// The smallest stretch that holds this one and another.
  func joined(with other: Place) -> Place {
    let start = min(offset, other.offset)
    let end = max(offset + length, other.offset + other.length)
    return Place(offset: start, length: end - start)
  }
}

/// Why a text is no expression.
struct SyntaxError: Error, Sendable, Hashable {
  let complaint: Complaint
  let place: Place
}

/// A decimal number as it was written: `mantissa / 10^scale`.
struct ExactDecimal: Sendable, Hashable {
  let mantissa: Int128
  let scale: Int

  /// The number with the other sign, or nil if there is none.
  var negated: ExactDecimal? {
    let (value, isOverflow) = Int128.zero.subtractingReportingOverflow(mantissa)
    return isOverflow ? nil : ExactDecimal(mantissa: value, scale: scale)
  }
}
