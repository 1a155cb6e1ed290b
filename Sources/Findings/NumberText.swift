public import CivilTime
public import Diagnostics

/// Writes exact numbers for people: decimal comma in Vietnamese, decimal point in English.
///
/// No number is ever rounded up to a target that it misses.
public enum NumberText {
  /// Writes a count with its thousands grouped.
  public static func count(_ number: Int) -> Phrase {
    // Nearly every count is short, and the same in both languages.
    if (0..<1000).contains(number) { return Phrase(verbatim: String(number)) }
    return decimal(Decimal(mantissa: Int128(number)))
  }

  /// Writes an exact decimal with its thousands grouped.
  public static func decimal(_ number: Decimal) -> Phrase {
    let text = number.description
    return Phrase(vi: grouped(text, by: ".", point: ","), en: grouped(text, by: ",", point: "."))
  }

  /// Writes a measured value, or a text that is no number as it is.
  ///
  /// - Parameters:
  ///   - text: The number with a point; a cut one ends with the mark of `Measured.cutMark`.
  ///   - isShare: Whether it is written as a percentage.
  /// - Returns: The number, the mark behind its last digit.
  public static func value(_ text: String, isShare: Bool) -> Phrase {
    let isCut = text.hasSuffix(Measured.cutMark)
    guard let number = Decimal(isCut ? String(text.dropLast()) : text) else {
      return Phrase(verbatim: text)
    }
    let written = isShare ? percent(number) : decimal(number)
    guard isCut else { return written }
    func marked(_ text: String) -> String {
      let digits = text.prefix { $0 != "%" && $0 != " " }
      return digits + Measured.cutMark + text.dropFirst(digits.count)
    }
    return Phrase(vi: marked(written.vi), en: marked(written.en))
  }

  /// Writes an exact share such as 0.895 as a percentage such as `89,5 %`.
  public static func percent(_ share: Decimal) -> Phrase {
    let text = String(share.percent.dropLast())
    return Phrase(
      vi: grouped(text, by: ".", point: ",") + " %",
      en: grouped(text, by: ",", point: ".") + "%"
    )
  }

  /// Writes a share of a whole as a percentage with at least two digits' exactness.
  ///
  /// As many digits are written as it takes for the figure to stand on the same side of the target,
  /// of nothing, of the whole and of the nearest whole percentage as the exact share does: 89996 of
  /// 100000 never reads 90 %.
  ///
  /// - Parameters:
  ///   - part: The rows that count, 0 or more.
  ///   - whole: All rows, at least 1.
  ///   - target: The share that is asked for, if one is.
  /// - Returns: The percentage, zeros at the end left out.
  public static func share(_ part: Int, of whole: Int, against target: Decimal?) -> Phrase {
    percent(faithfulShare(part, of: whole, against: target))
  }

  /// Reads the target of a check as the pack writes it, and writes it for people.
  ///
  /// Percentages, plain numbers and spans are written in both languages; anything else is left as
  /// it is.
  public static func target(_ text: String) -> Phrase {
    if let number = Decimal(text) { return text.hasSuffix("%") ? percent(number) : decimal(number) }
    if let span = Span(text: text) { return SpanText.phrase(span) }
    return Phrase(verbatim: text)
  }

  /// Returns a share of a whole with as many digits as `share` writes.
  ///
  /// - Parameters:
  ///   - part: The rows that count, 0 or more.
  ///   - whole: All rows, at least 1.
  ///   - target: The share that is asked for, if one is.
  /// - Returns: The share, 1 for the whole.
  public static func faithfulShare(
    _ part: Int,
    of whole: Int,
    against target: Decimal?
  ) -> Decimal {
    let landmarks =
      [Decimal(mantissa: 0), Decimal(mantissa: 1), nearestPercent(part, of: whole), target]
      .compactMap(\.self)
    var best = Decimal(mantissa: 0)
    for digits in 4...34 {
      guard let rounded = roundedShare(part, of: whole, digits: digits) else { return best }
      best = rounded
      let isFaithful = landmarks.allSatisfy { landmark in
        compare(part, whole, landmark) == (rounded < landmark ? -1 : rounded > landmark ? 1 : 0)
      }
      if isFaithful { return rounded }
    }
    return best
  }

  /// The whole percentage that a share is nearest to.
  private static func nearestPercent(_ part: Int, of whole: Int) -> Decimal? {
    roundedShare(part, of: whole, digits: 2)
  }

  private static func compare(_ part: Int, _ whole: Int, _ landmark: Decimal) -> Int {
    Decimal.compareFractions(
      Int128(part),
      over: Int128(whole),
      to: landmark.mantissa,
      over: Decimal.power(landmark.scale)
    )
  }

  /// Divides digit by digit, half away from zero; nil if the digits no longer fit.
  private static func roundedShare(_ part: Int, of whole: Int, digits: Int) -> Decimal? {
    let divisor = Int128(max(1, whole))
    var (quotient, rest) = Int128(max(0, part)).quotientAndRemainder(dividingBy: divisor)
    for _ in 0..<digits {
      let (shifted, isOverflow) = quotient.multipliedReportingOverflow(by: 10)
      guard !isOverflow, shifted < Int128.max - 10 else { return nil }
      let step = (rest * 10).quotientAndRemainder(dividingBy: divisor)
      quotient = shifted + step.quotient
      rest = step.remainder
    }
    if rest * 2 >= divisor { quotient += 1 }
    return Decimal(mantissa: quotient, scale: digits)
  }

  private static func grouped(_ plain: String, by separator: String, point: String) -> String {
    let isNegative = plain.hasPrefix("-")
    let parts = plain.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let whole = Array(parts.first ?? "0")
    var text = isNegative ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return parts.count > 1 ? text + point + parts[1] : text
  }
}
