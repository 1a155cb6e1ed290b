public import CivilTime
public import Diagnostics

extension Measured {
  /// Says what was measured, against which target, and how much is missing.
  ///
  /// For instance `7/8 = 87,5 % (cần 100 %), còn thiếu 1`.
  ///
  /// - Parameter asOf: The date judged at, for the age of the newest date.
  /// - Returns: The phrase, without a final stop.
  public func phrase(asOf: CivilDate) -> Phrase {
    var text =
      switch kind {
      case .ratio, .cover: sharePhrase
      case .evidence: evidencePhrase
      case .measure: valuePhrase
      case .fresh: agePhrase(asOf: asOf)
      case .records: brokenPhrase(vi: "dòng không đạt", en: "rows fail")
      case .reference: brokenPhrase(vi: "dòng không tìm thấy", en: "rows not found")
      case .unique: brokenPhrase(vi: "dòng trùng khoá", en: "rows repeat a key")
      case .compare: brokenPhrase(vi: "khoá không khớp", en: "keys differ")
      }
    if let extra, extra > 0 {
      let number = NumberText.count(extra)
      text = text + Phrase(vi: ", thừa \(number.vi)", en: ", \(number.en) too many")
    }
    return text + uncertainty
  }

  /// Says how many rows were taken out, by reason; nil if none were.
  public var exclusionPhrase: Phrase? {
    guard excludedCount > 0 else { return nil }
    let total = NumberText.count(excludedCount)
    let start = Phrase(vi: "loại trừ \(total.vi): ", en: "\(total.en) excluded: ")
    let isSplit = excluded.count > 1
    let reasons = excluded.map { exclusion in
      isSplit
        ? Phrase(verbatim: "\(exclusion.reason) ") + NumberText.count(exclusion.count)
        : Phrase(verbatim: exclusion.reason)
    }
    return start
      + Phrase(
        vi: reasons.map(\.vi).joined(separator: "; "),
        en: reasons.map(\.en).joined(separator: "; ")
      )
  }

  /// Whether something was done, but less than is asked for.
  var isPartial: Bool {
    guard kind == .evidence, trueCount > 0, let target, let wanted = Decimal(target) else {
      return false
    }
    return Decimal(mantissa: Int128(trueCount)) < wanted
  }

  /// The rows or keys that certainly count.
  private var judgedCount: Int { trueCount + falseCount + unknownCount }

  private var sharePhrase: Phrase {
    let whole = judgedCount
    let done = NumberText.count(trueCount)
    let all = NumberText.count(whole)
    var text = done + "/" + all
    if whole > 0 {
      text = text + " = " + NumberText.share(trueCount, of: whole, against: targetShare)
    }
    return text + requirement + difference
  }

  private var evidencePhrase: Phrase {
    let found = NumberText.count(trueCount)
    let text = Phrase(vi: "có \(found.vi)", en: "\(found.en) found")
    guard let target, target != "1" else { return text }
    return text + requirement
  }

  private var valuePhrase: Phrase {
    guard let value else {
      return Phrase(vi: "chưa tính được giá trị", en: "no value") + requirement
    }
    return Self.written(value, like: target) + requirement + valueDifference
  }

  private func brokenPhrase(vi: String, en: String) -> Phrase {
    let broken = NumberText.count(falseCount)
    let all = NumberText.count(judgedCount)
    return Phrase(vi: "\(broken.vi)/\(all.vi) \(vi)", en: "\(broken.en)/\(all.en) \(en)")
  }

  private func agePhrase(asOf: CivilDate) -> Phrase {
    guard let value, let newest = CivilDate(iso: value) else {
      return Phrase(vi: "chưa có ngày cập nhật", en: "no date of update")
    }
    let date = DateText.date(newest)
    let age = DateText.days(asOf - newest)
    let allowed = target.map(NumberText.target)
    let text = Phrase(
      vi: "cập nhật mới nhất \(date.vi), cách \(age.vi)",
      en: "last updated \(date.en), \(age.en) ago"
    )
    guard let allowed else { return text }
    return text + Phrase(vi: " (cho phép \(allowed.vi))", en: " (\(allowed.en) allowed)")
  }

  /// The target in brackets: `(cần 100 %)`, `(cần ít nhất 95 %)`, `(không quá 5 %)`.
  private var requirement: Phrase {
    guard let target else { return Phrase(verbatim: "") }
    let number = NumberText.target(target)
    switch relation {
    case .atMost: return Phrase(vi: " (không quá \(number.vi))", en: " (at most \(number.en))")
    case .equals: return Phrase(vi: " (phải bằng \(number.vi))", en: " (must be \(number.en))")
    case .atLeast, nil:
      let isWhole = target == "100%"
      return isWhole
        ? Phrase(vi: " (cần \(number.vi))", en: " (\(number.en) required)")
        : Phrase(vi: " (cần ít nhất \(number.vi))", en: " (at least \(number.en) required)")
    }
  }

  /// How much is missing or too much, in the target's own unit.
  var valueDifference: Phrase {
    guard let value = decimalValue.flatMap(Decimal.init), let wanted = targetNumber ?? targetShare
    else {
      return Phrase(verbatim: "")
    }
    let (low, high) = value < wanted ? (value, wanted) : (wanted, value)
    guard low < high, let gap = high.subtracting(low) else { return Phrase(verbatim: "") }
    let isPercent = target?.hasSuffix("%") == true
    let exact = isPercent ? NumberText.percent(gap) : NumberText.decimal(gap)
    let number = isCut ? Phrase(vi: "khoảng \(exact.vi)", en: "about \(exact.en)") : exact
    switch (relation, value < wanted) {
    case (.atLeast, true), (.equals, true):
      return Phrase(vi: ", còn thiếu \(number.vi)", en: ", \(number.en) short")
    case (.atMost, false), (.equals, false):
      return Phrase(vi: ", vượt \(number.vi)", en: ", \(number.en) over")
    case (.atLeast, false), (.atMost, true), (nil, _):
      return Phrase(verbatim: "")
    }
  }

  /// What stands open besides the figures.
  private var uncertainty: Phrase {
    var text = Phrase(verbatim: "")
    if unknownCount > 0 {
      let number = NumberText.count(unknownCount)
      text = text + Phrase(vi: ", \(number.vi) chưa rõ", en: ", \(number.en) unknown")
    }
    if perhapsCount > 0 {
      let number = NumberText.count(perhapsCount)
      text =
        text
        + Phrase(vi: ", \(number.vi) có thể thuộc phạm vi", en: ", \(number.en) perhaps in scope")
    }
    return text
  }

  private static func written(_ value: String, like target: String?) -> Phrase {
    if let date = CivilDate(iso: value) { return DateText.date(date) }
    return NumberText.value(value, isShare: target?.hasSuffix("%") == true)
  }
}
