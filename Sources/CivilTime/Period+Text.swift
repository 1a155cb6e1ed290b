extension Period: CustomStringConvertible {
  /// Reads a period as rules write it, or returns nil.
  ///
  /// The forms are `2026`, `2026-H1`, `2026-Q2`, `2026-10` and the ISO week `2026-W07`; exactly
  /// what `description` prints is accepted.
  public init?(text: String) {
    let bytes = Array(text.utf8.prefix(9))
    guard bytes.count >= 4, let year = DecimalText.number(bytes[0..<4]),
      let newYear = CivilDate(year: year, month: 1, day: 1)
    else { return nil }
    if bytes.count == 4 {
      self.init(kind: .year, containing: newYear)
      return
    }
    guard bytes[4] == DecimalText.hyphen else { return nil }
    let rest = bytes[5...]
    switch (rest.count, rest.first) {
    case (2, UInt8(ascii: "Q")):
      self.init(newYear, kind: .quarter, months: 3, number: rest.dropFirst(), upTo: 4)
    case (2, UInt8(ascii: "H")):
      self.init(newYear, kind: .halfYear, months: 6, number: rest.dropFirst(), upTo: 2)
    case (2, _):
      self.init(newYear, kind: .month, months: 1, number: rest, upTo: 12)
    case (3, UInt8(ascii: "W")):
      self.init(weekOf: year, number: rest.dropFirst())
    default:
      return nil
    }
  }

  private init?(
    _ newYear: CivilDate,
    kind: PeriodKind,
    months: Int,
    number digits: some Collection<UInt8>,
    upTo count: Int
  ) {
    guard let number = DecimalText.number(digits), number >= 1, number <= count else { return nil }
    self.init(kind: kind, containing: newYear.adding(months: (number - 1) * months))
  }

  private init?(weekOf year: Int, number digits: some Collection<UInt8>) {
    // ISO 8601: week 1 is the one with 4 January; a week belongs to the year of its Thursday.
    guard let number = DecimalText.number(digits), (1...53).contains(number),
      let inFirstWeek = CivilDate(year: year, month: 1, day: 4)
    else { return nil }
    let firstWeek = Period(kind: .week, containing: inFirstWeek)
    let week = Period(kind: .week, ordinal: firstWeek.ordinal + Int32(number) - 1)
    guard week.first.adding(days: 3).year == year else { return nil }
    self = week
  }

  /// The period as rules and reports write it, such as `2026-Q2`.
  public var description: String {
    let ordinal = Int(ordinal)
    return switch kind {
    case .week: weekDescription
    case .month: Self.text(ordinal / 12, "-", ordinal % 12 + 1, width: 2)
    case .quarter: Self.text(ordinal / 4, "-Q", ordinal % 4 + 1, width: 1)
    case .halfYear: Self.text(ordinal / 2, "-H", ordinal % 2 + 1, width: 1)
    case .year: DecimalText.padded(ordinal, to: 4)
    }
  }

  private var weekDescription: String {
    let thursday = first.adding(days: 3)
    let year = thursday.year
    let newYear = CivilDate(existingYear: year, month: 1, day: 1)
    return Self.text(year, "-W", (thursday - newYear) / 7 + 1, width: 2)
  }

  private static func text(_ year: Int, _ mark: String, _ number: Int, width: Int) -> String {
    DecimalText.padded(year, to: 4) + mark + DecimalText.padded(number, to: width)
  }
}
