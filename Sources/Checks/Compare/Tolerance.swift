internal import CivilTime
internal import Rules

/// How far the two sides of a comparison may be apart.
enum Tolerance: Sendable, Hashable {
  /// A fixed amount.
  case amount(Decimal)
  /// A share of the right side.
  case share(Decimal)
  /// Half a unit of the last digit written on the left.
  case asReported

  /// Reads `tolerance`; exact by default.
  static func read(_ reader: inout MappingReader) -> Tolerance? {
    guard let node = reader.optional("tolerance") else {
      return .amount(Decimal(mantissa: 0))
    }
    guard let text = reader.text(of: node, key: "tolerance") else { return nil }
    if text == "as_reported" { return .asReported }
    guard let number = Decimal(text), Decimal(mantissa: 0) <= number else {
      reader.report(
        node,
        CheckMessages.notTolerance(text),
        help: CheckMessages.toleranceForms
      )
      return nil
    }
    return text.contains("%") ? .share(number) : .amount(number)
  }

  /// Returns the tolerance against a right side, or nil if it cannot be computed.
  ///
  /// - Parameters:
  ///   - right: The right side.
  ///   - written: The cells of the left side as they are written.
  ///   - isEnglish: Whether the point, and not the comma, is the decimal mark.
  /// - Returns: How far apart the sides may be.
  func width(right: Fraction, written: [String?], isEnglish: Bool) -> Fraction? {
    switch self {
    case .amount(let amount): return Fraction(amount)
    case .share(let share): return right.magnitude.multiplied(by: Fraction(share))
    case .asReported:
      let scales = written.compactMap { $0.map { Self.scale(of: $0, isEnglish: isEnglish) } }
      guard let coarsest = scales.min(), coarsest < 36 else { return nil }
      return Fraction(numerator: 5, denominator: Decimal.power(coarsest + 1))
    }
  }

  /// Returns how many digits a number is written with behind the decimal mark, those of a
  /// percentage counted as two more.
  private static func scale(of text: String, isEnglish: Bool) -> Int {
    let mark: Unicode.Scalar = isEnglish ? "." : ","
    let scalars = text.unicodeScalars
    let percent = scalars.contains("%") ? 2 : 0
    guard let place = scalars.lastIndex(of: mark) else { return percent }
    let digits = scalars[scalars.index(after: place)...].count { ("0"..."9").contains($0) }
    return digits + percent
  }
}
