internal import Tables

/// Reads numbers as people write them, exactly.
///
/// The integer part is plain digits, or groups of three behind one to three digits that do not begin
/// with a zero ("0.985" would else be nine hundred and eighty-five). A sign may stand in front, the
/// minus also as U+2212. Everything else, "12.5" under Vietnamese conventions included, is no
/// number: what could mean two things is never guessed.
enum WrittenNumber {
  /// An exact decimal number.
  struct Decimal: Sendable, Hashable {
    /// The number times ten to the power of its scale.
    let mantissa: Int128
    /// How many digits stand after the decimal mark.
    let scale: Int
  }

  /// The most digits after the decimal mark that are kept.
  static let maximumScale = 18
  /// The most digits before it: with them and `maximumScale`, a mantissa always fits 128 bits.
  static let maximumIntegerDigits = 20

  /// Why a text is no number that is kept.
  enum Fault: Error {
    case notANumber
    case outOfRange
  }

  /// The marks between groups of three digits and before the fraction.
  static func marks(_ style: TableSchema.NumberStyle) -> (group: UInt8, decimal: UInt8) {
    switch style {
    case .vi: (UInt8(ascii: "."), UInt8(ascii: ","))
    case .en: (UInt8(ascii: ","), UInt8(ascii: "."))
    }
  }

  /// Returns the range before a percent sign at the end and the spaces before it, or nil.
  static func withoutPercent(_ text: CellBytes) -> Range<Int>? {
    guard text.count > 1, text[text.count - 1] == UInt8(ascii: "%") else { return nil }
    return 0..<EdgeSpace.trimmedRange(text.extracting(0..<text.count - 1)).upperBound
  }

  /// Returns the number that a range of a text writes.
  static func decimal(
    _ text: CellBytes,
    _ range: Range<Int>,
    style: TableSchema.NumberStyle
  ) throws(Fault) -> Decimal {
    let (groupMark, decimalMark) = marks(style)
    var (index, isNegative) = sign(text, range)
    let integerStart = index
    while index < range.upperBound, text[index] != decimalMark { index += 1 }
    let hasFraction = index < range.upperBound
    var digits = try integerDigits(text, integerStart..<index, groupMark: groupMark)
    if hasFraction {
      let fraction = index + 1..<range.upperBound
      guard !fraction.isEmpty else { throw .notANumber }
      for place in fraction {
        let digit = text[place] &- UInt8(ascii: "0")
        guard digit < 10 else { throw .notANumber }
        digits.append(digit)
      }
      guard fraction.count <= maximumScale else { throw .outOfRange }
    }
    let scale = hasFraction ? range.upperBound - index - 1 : 0
    var mantissa: Int128 = 0
    for digit in digits { mantissa = mantissa * 10 + Int128(digit) }
    if mantissa == 0 { isNegative = false }
    return Decimal(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
  }

  /// Returns the digits of an integer part without leading zeros, at most as many as are kept.
  private static func integerDigits(
    _ text: CellBytes,
    _ range: Range<Int>,
    groupMark: UInt8
  ) throws(Fault) -> [UInt8] {
    var digits: [UInt8] = []
    var group = 0
    var isGrouped = false
    for index in range {
      if text[index] == groupMark {
        guard isGrouped ? group == 3 : (1...3).contains(group) else { throw .notANumber }
        guard text[range.lowerBound] != UInt8(ascii: "0") else { throw .notANumber }
        isGrouped = true
        group = 0
        continue
      }
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { throw .notANumber }
      group += 1
      if !digits.isEmpty || digit != 0 { digits.append(digit) }
    }
    guard isGrouped ? group == 3 : group > 0 else { throw .notANumber }
    guard digits.count <= maximumIntegerDigits else { throw .outOfRange }
    return digits
  }

  private static func sign(_ text: CellBytes, _ range: Range<Int>) -> (Int, Bool) {
    let start = range.lowerBound
    guard let first = range.first.map({ text[$0] }) else { return (start, false) }
    if first == UInt8(ascii: "+") { return (start + 1, false) }
    if first == UInt8(ascii: "-") { return (start + 1, true) }
    // U+2212, the minus sign
    let isMinus =
      range.count > 3 && first == 0xE2 && text[start + 1] == 0x88 && text[start + 2] == 0x92
    return isMinus ? (start + 3, true) : (start, false)
  }
}
