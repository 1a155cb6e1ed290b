internal import CivilTime
public import Diagnostics
internal import Findings

/// Writes moments for people, by the clock of a place.
public enum MomentText {
  /// Writes a moment to the minute: `28/11/2026 07:00`.
  ///
  /// - Parameters:
  ///   - seconds: Seconds since 1970, UTC.
  ///   - utcOffsetSeconds: How far the clock of the place is ahead of UTC.
  /// - Returns: The moment by that clock.
  public static func phrase(_ seconds: Int64, utcOffsetSeconds: Int) -> Phrase {
    let (local, _) = seconds.addingReportingOverflow(Int64(utcOffsetSeconds))
    let time = ((local % 86_400) + 86_400) % 86_400
    let date = DateText.date(CivilDate(dayNumber: Int32(clamping: (local &- time) / 86_400)))
    let clock = [time / 3600, time / 60 % 60].map { ($0 < 10 ? "0" : "") + String($0) }
    return date + Phrase(verbatim: " " + clock.joined(separator: ":"))
  }
}
