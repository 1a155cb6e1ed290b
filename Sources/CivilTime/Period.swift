/// How long the periods of a recurring obligation are.
public enum PeriodKind: String, Sendable, Hashable, CaseIterable {
  /// An ISO 8601 week, Monday to Sunday.
  case week
  /// A calendar month.
  case month
  /// A quarter of three months.
  case quarter
  /// January to June or July to December.
  case halfYear = "half_year"
  /// A calendar year.
  case year
}

/// One week, month, quarter, half-year or year.
///
/// Periods saturate with `CivilDate`: the one before the first is the first, the one after the last
/// is the last.
public struct Period: Sendable, Hashable {
  /// How long it is.
  public let kind: PeriodKind
  /// Its place among the periods of its kind; the next one's is greater by one.
  public let ordinal: Int32

  /// Makes the period of a kind with an ordinal, saturating at the first and last there is.
  public init(kind: PeriodKind, ordinal: Int32) {
    let first = Self.ordinal(kind, of: .min)
    let last = Self.ordinal(kind, of: .max)
    self.kind = kind
    self.ordinal = min(max(ordinal, first), last)
  }

  /// Makes the period of a kind that a day lies in.
  public init(kind: PeriodKind, containing date: CivilDate) {
    self.kind = kind
    self.ordinal = Self.ordinal(kind, of: date)
  }

  private static func ordinal(_ kind: PeriodKind, of date: CivilDate) -> Int32 {
    let (year, month, _) = date.components
    return switch kind {
    // Week 0 begins on 0001-01-01, a Monday.
    case .week: Int32((date - .min) / 7)
    case .month: Int32(year * 12 + month - 1)
    case .quarter: Int32(year * 4 + (month - 1) / 3)
    case .halfYear: Int32(year * 2 + (month - 1) / 6)
    case .year: Int32(year)
    }
  }

  /// The period's first day.
  public var first: CivilDate {
    let ordinal = Int(ordinal)
    return switch kind {
    case .week: CivilDate.min.adding(days: ordinal * 7)
    case .month: CivilDate(existingYear: ordinal / 12, month: ordinal % 12 + 1, day: 1)
    case .quarter: CivilDate(existingYear: ordinal / 4, month: ordinal % 4 * 3 + 1, day: 1)
    case .halfYear: CivilDate(existingYear: ordinal / 2, month: ordinal % 2 * 6 + 1, day: 1)
    case .year: CivilDate(existingYear: ordinal, month: 1, day: 1)
    }
  }

  /// The period's last day.
  public var last: CivilDate {
    switch kind {
    case .week: first.adding(days: 6)
    case .month: first.lastOfMonth
    case .quarter: first.adding(months: 2).lastOfMonth
    case .halfYear: first.adding(months: 5).lastOfMonth
    case .year: first.adding(months: 11).lastOfMonth
    }
  }

  /// The period after this one.
  public var next: Period { Period(kind: kind, ordinal: ordinal + 1) }

  /// The period before this one.
  public var previous: Period { Period(kind: kind, ordinal: ordinal - 1) }

  /// Returns whether a day lies in the period.
  public func contains(_ date: CivilDate) -> Bool {
    Self.ordinal(kind, of: date) == ordinal
  }
}

extension Period: Comparable {
  /// Orders periods by their first day, then their last.
  public static func < (a: Period, b: Period) -> Bool {
    if a.kind == b.kind { return a.ordinal < b.ordinal }
    let (firstA, firstB) = (a.first, b.first)
    // Weeks are shorter than any other kind, and two kinds never share both ends.
    return firstA == firstB ? a.last < b.last : firstA < firstB
  }
}
