internal import CivilTime
internal import Tables
internal import VietnameseText

/// Reads yes and no: có/không, đạt/chưa đạt, true/false, 1/0 and x for yes, in any case.
struct BooleanParser: CellParser {
  static let zero: UInt8 = 0
  static let remembers = true

  private static let yes: Set<String> = ["có", "đạt", "true", "1", "x"]
  private static let no: Set<String> = ["không", "chưa đạt", "false", "0"]

  @inline(__always)
  func readPlain(_ text: UnsafePointer<UInt8>, _ count: Int) -> UInt8? {
    guard count == 1 else { return nil }
    let bit = unsafe text[0] &- UInt8(ascii: "0")
    return bit < 2 ? bit : nil
  }

  func read(_ text: CellBytes) -> CellValue<UInt8> {
    let name = NameFolding.fold(String(text))
    if Self.yes.contains(name) { return .value(1) }
    return Self.no.contains(name) ? .value(0) : .fault(.badBoolean)
  }

  func values(_ values: [UInt8], present: [UInt64]) -> ColumnValues {
    var words = [UInt64](repeating: 0, count: present.count)
    for (row, value) in values.enumerated() where value != 0 {
      words[row >> 6] |= 1 << UInt64(row & 63)
    }
    return .boolean(BitPlane(words: words, count: values.count))
  }
}

/// Reads the names of units.
struct UnitParser: CellParser {
  static let zero: Int32 = 0
  static let remembers = true

  let unitsByName: [String: Int32]

  func readPlain(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int32? { nil }

  func read(_ text: CellBytes) -> CellValue<Int32> {
    unitsByName[NameFolding.fold(String(text))].map { .value($0) } ?? .fault(.unknownUnit)
  }

  func values(_ values: [Int32], present: [UInt64]) -> ColumnValues { .unit(values) }
}

/// Reads months (2026-10, 10/2026, Tháng 10/2026), quarters (2026-Q2, Q2/2026, Quý II/2026), years
/// (2026, Năm 2026), and weeks and half-years as rules write them.
struct PeriodParser: CellParser {
  static let zero: Int32 = 0
  static let remembers = true

  private static let month = NameFolding.fold("tháng") + " "
  private static let quarter = NameFolding.fold("quý") + " "
  private static let year = NameFolding.fold("năm") + " "
  private static let roman = ["i": 1, "ii": 2, "iii": 3, "iv": 4]

  let kind: PeriodKind

  func readPlain(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int32? { nil }

  func read(_ text: CellBytes) -> CellValue<Int32> {
    let name = NameFolding.fold(String(text))
    let period = Period(text: name.uppercased()) ?? named(name)
    guard let period, period.kind == kind else { return .fault(.badPeriod) }
    return .value(period.ordinal)
  }

  func values(_ values: [Int32], present: [UInt64]) -> ColumnValues { .period(values) }

  /// Returns the period of a folded name such as `tháng 10/2026`.
  private func named(_ name: String) -> Period? {
    switch kind {
    case .month:
      monthsOfYear(name.dropping(prefix: Self.month) ?? name[...], count: 12) { number($0) }
    case .quarter:
      if let rest = name.dropping(prefix: Self.quarter) {
        monthsOfYear(rest, count: 4) { Self.roman[String($0)] ?? number($0) }
      } else if let rest = name.dropping(prefix: "q") {
        monthsOfYear(rest, count: 4) { number($0) }
      } else {
        nil
      }
    case .year:
      name.dropping(prefix: Self.year).flatMap { Period(text: String($0)) }
    case .week, .halfYear:
      nil
    }
  }

  /// Returns the period of a text such as `10/2026`, where the year has so many of them.
  private func monthsOfYear(
    _ text: Substring,
    count: Int,
    _ ordinal: (Substring) -> Int?
  ) -> Period? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let place = ordinal(parts[0]), (1...count).contains(place),
      parts[1].utf8.count == 4, let year = number(parts[1]),
      let first = CivilDate(year: year, month: (place - 1) * (12 / count) + 1, day: 1)
    else { return nil }
    return Period(kind: kind, containing: first)
  }

  private func number(_ text: Substring) -> Int? {
    let digits = Array(text.utf8)
    guard digits.count <= (digits.count == 4 ? 4 : 2) else { return nil }
    return DateText.number(digits.span, 0..<digits.count)
  }
}

extension String {
  /// Makes a string of UTF-8 bytes, repairing what is not.
  init(_ text: CellBytes) {
    self = unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Returns what follows a prefix, or nil if the text does not begin with it.
  fileprivate func dropping(prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
