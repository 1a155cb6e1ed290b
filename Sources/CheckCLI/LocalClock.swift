internal import CivilTime
internal import Diagnostics
internal import Glibc

/// What the clocks of a time zone show: the only place of the program that asks the time.
struct LocalClock: Sendable {
  /// The date on which the zone's clocks stand.
  let today: CivilDate
  /// How many seconds they are ahead of UTC.
  let utcOffsetSeconds: Int

  private init(today: CivilDate, utcOffsetSeconds: Int) {
    self.today = today
    self.utcOffsetSeconds = utcOffsetSeconds
  }

  /// The same clock on another day.
  func with(today: CivilDate) -> LocalClock {
    LocalClock(today: today, utcOffsetSeconds: utcOffsetSeconds)
  }

  /// Reads the clock.
  ///
  /// - Parameters:
  ///   - zone: The IANA name of the time zone.
  ///   - language: The language of messages.
  /// - Throws: `Failure` if the system does not know the zone; guessing a day could shift deadlines.
  init(zone: String, _ language: Language) throws {
    let now = time(nil)
    guard let offset = Self.offset(of: zone, at: now) else {
      let message = Phrase(
        vi: "hệ thống không biết múi giờ '\(zone)'; hãy cài tzdata",
        en: "the system does not know the time zone '\(zone)'; install tzdata"
      )
      throw Failure.usage(message, language)
    }
    let (local, isOverflow) = now.addingReportingOverflow(offset)
    let days = isOverflow ? 0 : Int(floor(Double(local) / 86_400))
    today = CivilDate(dayNumber: Int32(clamping: days))
    utcOffsetSeconds = offset
  }

  /// How many seconds the clocks of this machine are ahead of UTC now.
  static var systemOffset: Int {
    var now = time(nil)
    var parts = unsafe tm()
    guard unsafe localtime_r(&now, &parts) != nil else { return 0 }
    return unsafe parts.tm_gmtoff
  }

  /// Returns how many seconds a zone is ahead of UTC.
  ///
  /// Vietnam has kept UTC+7 since 1975, whatever data a small machine has; other zones are the
  /// system's to know.
  private static func offset(of zone: String, at now: time_t) -> Int? {
    switch zone {
    case "Asia/Ho_Chi_Minh", "Asia/Saigon", "Asia/Bangkok": return 7 * 3600
    case "UTC", "Etc/UTC": return 0
    default: break
    }
    guard !zone.isEmpty, !zone.hasPrefix("/"), !zone.contains("..") else { return nil }
    guard unsafe access("/usr/share/zoneinfo/\(zone)", R_OK) == 0 else { return nil }
    _ = unsafe setenv("TZ", zone, 1)
    tzset()
    var parts = unsafe tm()
    var now = now
    guard unsafe localtime_r(&now, &parts) != nil else { return nil }
    return unsafe parts.tm_gmtoff
  }
}
