/// When an obligation is due, as a rule's `due` says it.
public enum Due: Sendable, Hashable {
  /// Another body has still to set the date.
  case unknown
  /// The last good day is the day before the date.
  case before(CivilDate)
  /// The last good day is the date; a period is given by its last day.
  case by(CivilDate)
  /// Each period's last good day is the day before a day number of a month.
  case beforeDay(Int, monthsAfter: Int)
  /// Each period's last good day is a day number of a month.
  case byDay(Int, monthsAfter: Int)
  /// Each period's last good day is its last day.
  case end

  /// Whether the day depends on a period.
  public var isPeriodic: Bool {
    switch self {
    case .unknown, .before, .by: false
    case .beforeDay, .byDay, .end: true
    }
  }

  /// How many months after its period a periodic deadline lies.
  public var monthsAfter: Int {
    switch self {
    case .beforeDay(_, let months), .byDay(_, let months): months
    case .unknown, .before, .by, .end: 0
    }
  }

  /// Returns the last good day before any rolling.
  ///
  /// A day number counts in the month of the period's last day, or so many months after it; one
  /// past the month's end means the month's last day. For `before` that happens first: before 31
  /// in February is before the 28th, so the last good day is the 27th.
  ///
  /// - Parameter period: The period; needed by the periodic forms only.
  /// - Returns: The day, or nil for `unknown` or a periodic form without a period.
  public func nominal(in period: Period?) -> CivilDate? {
    switch self {
    case .unknown: nil
    case .before(let date): date.adding(days: -1)
    case .by(let date): date
    case .beforeDay(let number, let months):
      period.map { Self.day(number, months, after: $0).adding(days: -1) }
    case .byDay(let number, let months): period.map { Self.day(number, months, after: $0) }
    case .end: period?.last
    }
  }

  private static func day(_ number: Int, _ months: Int, after period: Period) -> CivilDate {
    let lastOfMonth = CivilDate(
      existingYear: period.last.year,
      month: period.last.month,
      day: 1
    ).adding(months: months).lastOfMonth
    return lastOfMonth.adding(days: min(max(number, 1), lastOfMonth.day) - lastOfMonth.day)
  }
}
