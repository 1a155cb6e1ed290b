internal import CivilTime
internal import Diagnostics

extension Measured {
  /// The target as an exact share, if it is a number.
  var targetShare: Decimal? { targetNumber ?? target.flatMap(Decimal.init) }

  /// How many rows are missing, or too many, for a share to reach its target.
  ///
  /// Rows that are unknown or perhaps in the population are taken the most favourable way; the
  /// count is then the least that is missing.
  var difference: Phrase {
    guard let wanted = targetShare, trueCount >= 0, falseCount >= 0 else {
      return Phrase(verbatim: "")
    }
    let open = unknownCount + perhapsCount
    let whole = trueCount + falseCount + open
    let isExact = open == 0
    switch relation {
    case .atMost:
      guard let allowed = wanted.times(whole, roundingUp: false) else {
        return Phrase(verbatim: "")
      }
      let surplus = Int128(trueCount) - allowed
      return Self.amount(surplus, isExact: isExact, vi: "vượt", en: "too many")
    case .atLeast, .equals, nil:
      guard let needed = wanted.times(whole, roundingUp: true) else { return Phrase(verbatim: "") }
      let shortage = needed - Int128(trueCount + open)
      return Self.amount(shortage, isExact: isExact, vi: "còn thiếu", en: "missing")
    }
  }

  private static func amount(_ count: Int128, isExact: Bool, vi: String, en: String) -> Phrase {
    guard count > 0, let count = Int(exactly: count) else { return Phrase(verbatim: "") }
    let number = NumberText.count(count)
    return isExact
      ? Phrase(vi: ", \(vi) \(number.vi)", en: ", \(number.en) \(en)")
      : Phrase(vi: ", \(vi) ít nhất \(number.vi)", en: ", at least \(number.en) \(en)")
  }
}

extension Decimal {
  /// Returns this number times a count as a whole number, or nil if it does not fit.
  fileprivate func times(_ count: Int, roundingUp: Bool) -> Int128? {
    let (product, isOverflow) = mantissa.multipliedReportingOverflow(by: Int128(count))
    guard !isOverflow else { return nil }
    let divisor = Decimal.power(scale)
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: divisor)
    if rest > 0, roundingUp { return quotient + 1 }
    if rest < 0, !roundingUp { return quotient - 1 }
    return quotient
  }
}
