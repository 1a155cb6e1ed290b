internal import CivilTime

/// Writes moments as the header `Date` has them.
public enum MailDate {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Writes a moment: `Sat, 28 Nov 2026 07:00:05 +0700`.
  ///
  /// - Parameters:
  ///   - seconds: Seconds since 1970.
  ///   - utcOffsetSeconds: How far the clocks of the place are ahead of UTC.
  /// - Returns: The moment by the clocks of the place.
  /// - SeeAlso: RFC 5322 §3.3.
  public static func text(_ seconds: Int64, utcOffsetSeconds: Int) -> String {
    let local = seconds &+ Int64(utcOffsetSeconds)
    let time = ((local % 86_400) + 86_400) % 86_400
    let date = CivilDate(dayNumber: Int32(clamping: (local - time) / 86_400))
    let (year, month, day) = date.components
    let weekday = weekdays[Weekday.allCases.firstIndex(of: date.weekday) ?? 0]
    let clock = [time / 3600, time / 60 % 60, time % 60].map { twoDigits(Int($0)) }
    let offset = abs(utcOffsetSeconds) / 60
    let zone = (utcOffsetSeconds < 0 ? "-" : "+") + twoDigits(offset / 60) + twoDigits(offset % 60)
    let shownDay = "\(weekday), \(day) \(months[month - 1]) \(year)"
    return "\(shownDay) \(clock.joined(separator: ":")) \(zone)"
  }

  private static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }
}
