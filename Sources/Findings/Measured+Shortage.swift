internal import CivilTime
public import Diagnostics

extension Measured {
  /// Says how far the figures are from the target, in rows, keys or the target's own unit.
  ///
  /// Nil where the target is reached or the distance cannot be told. Rows that are unknown are
  /// taken the most favourable way, as in the message.
  public var distance: Phrase? {
    switch kind {
    case .ratio: counted(difference, vi: "dòng", en: "rows")
    case .cover: counted(difference, vi: "khoá", en: "keys")
    case .measure: counted(valueDifference, vi: "", en: "")
    case .records, .reference, .unique: broken(vi: "dòng phải sửa", en: "rows to mend")
    case .compare: broken(vi: "khoá phải đối chiếu lại", en: "keys to reconcile")
    case .evidence: missing
    case .fresh: nil
    }
  }

  private func counted(_ difference: Phrase, vi: String, en: String) -> Phrase? {
    let texts = (String(difference.vi.dropFirst(2)), String(difference.en.dropFirst(2)))
    guard !texts.0.isEmpty else { return nil }
    return Phrase(
      vi: vi.isEmpty ? texts.0 : "\(texts.0) \(vi)",
      en: en.isEmpty ? texts.1 : "\(texts.1) (\(en))"
    )
  }

  private func broken(vi: String, en: String) -> Phrase? {
    guard falseCount > 0 else { return nil }
    let number = NumberText.count(falseCount)
    return Phrase(vi: "\(number.vi) \(vi)", en: "\(number.en) \(en)")
  }

  private var missing: Phrase? {
    guard let target, let wanted = Int(target), wanted > trueCount else { return nil }
    let number = NumberText.count(wanted - trueCount)
    return Phrase(vi: "còn thiếu \(number.vi) minh chứng", en: "\(number.en) still missing")
  }

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
