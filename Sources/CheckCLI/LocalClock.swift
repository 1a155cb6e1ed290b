internal import CivilTime
internal import Diagnostics
internal import Glibc
internal import Rules
internal import YAMLTree

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

  /// Reads the clock that is so many seconds ahead of UTC.
  private init(utcOffsetSeconds: Int) {
    let (local, isOverflow) = time(nil).addingReportingOverflow(utcOffsetSeconds)
    let days = isOverflow ? 0 : Int(floor(Double(local) / 86_400))
    self.init(
      today: CivilDate(dayNumber: Int32(clamping: days)),
      utcOffsetSeconds: utcOffsetSeconds
    )
  }

  /// Reads the clock of a pack's time zone.
  ///
  /// A zone that the system does not know is a mistake of the pack: guessing a day could shift its
  /// deadlines. Whoever goes on looking for further mistakes gets the clock of UTC.
  ///
  /// - Parameters:
  ///   - pack: The pack.
  ///   - sink: Receives the mistake, at the place of the zone's name.
  init(of pack: LoadedPack, into sink: inout DiagnosticSink) {
    let zone = pack.ruleSet.pack.timezone
    if let offset = Self.offset(of: zone) {
      self.init(utcOffsetSeconds: offset)
      return
    }
    let places = pack.roots.compactMap { $0["pack"]?["timezone"]?.range }
    sink.error(
      .invalidValue,
      Phrase(
        vi: "hệ thống không biết múi giờ '\(zone)'",
        en: "the system does not know the time zone '\(zone)'"
      ),
      at: places.first,
      help: Phrase(
        vi: "ví dụ: Asia/Ho_Chi_Minh; nếu tên đã đúng, hãy cài gói tzdata",
        en: "for example: Asia/Ho_Chi_Minh; if the name is right, install the package tzdata"
      )
    )
    self.init(utcOffsetSeconds: 0)
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
  private static func offset(of zone: String) -> Int? {
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
    var now = time(nil)
    guard unsafe localtime_r(&now, &parts) != nil else { return nil }
    return unsafe parts.tm_gmtoff
  }
}
