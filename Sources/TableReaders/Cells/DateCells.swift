internal import CivilTime
internal import Tables

/// Reads civil dates: `d/m/yyyy` with one or two digits, and ISO 8601's `yyyy-mm-dd`.
struct DateParser: CellParser {
  static let zero: Int32 = 0
  static let remembers = true

  @inline(__always)
  func readPlain(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int32? {
    guard count == 10 else { return nil }
    return unsafe DateText.plain(text)
  }

  func read(_ text: CellBytes) -> CellValue<Int32> {
    DateText.date(text, 0..<text.count).map { .value($0.dayNumber) } ?? .fault(.badDate)
  }

  func values(_ values: [Int32], present: [UInt64]) -> ColumnValues { .date(values) }
}

/// Reads a civil date, a space or `T`, and `HH:MM` or `HH:MM:SS`, in the pack's time zone.
struct TimestampParser: CellParser {
  static let zero: Int128 = 0
  static let remembers = false

  /// Seconds east of UTC.
  let utcOffsetSeconds: Int

  func readPlain(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int128? { nil }

  func read(_ text: CellBytes) -> CellValue<Int128> {
    for index in 0..<text.count where text[index] == 0x20 || text[index] == UInt8(ascii: "T") {
      guard let date = DateText.date(text, 0..<index),
        let seconds = DateText.secondOfDay(text, index + 1..<text.count)
      else { break }
      let total = Int(date.dayNumber) * 86_400 + seconds - utcOffsetSeconds
      return .value(Int128(total) * 1_000_000_000)
    }
    return .fault(.badDatetime)
  }

  func values(_ values: [Int128], present: [UInt64]) -> ColumnValues { .timestamp(values) }
}

/// Reads the parts of dates and times.
enum DateText {
  private static let slash = UInt8(ascii: "/")
  private static let hyphen = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")

  /// Returns the day number of ten bytes `dd/mm/yyyy` or `yyyy-mm-dd` from 1901 to 2099, or nil.
  ///
  /// Eight bytes are checked and taken apart at once. Between these years every fourth year is a
  /// leap year, so that the day number needs no division.
  @inline(__always)
  static func plain(_ text: UnsafePointer<UInt8>) -> Int32? {
    let raw = unsafe UnsafeRawPointer(text)
    let head = unsafe raw.loadUnaligned(as: UInt64.self).littleEndian
    let tail = unsafe UInt64(raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self).littleEndian)
    let last = tail ^ 0x3030
    var wrong = ((last &+ 0x7676) | last) & 0x8080
    if unsafe text[2] == slash {
      // Digits become 0...9 and slashes 0; adding moves whatever is larger into the top bit.
      let x = head ^ 0x3030_2F30_302F_3030
      wrong |= ((x &+ 0x7676_7F76_767F_7676) | x) & 0x8080_8080_8080_8080
      guard wrong == 0 else { return nil }
      return day(two(x, 48) &* 100 &+ two(last, 0), two(x, 24), two(x, 0))
    }
    let x = head ^ 0x2D30_302D_3030_3030
    wrong |= ((x &+ 0x7F76_767F_7676_7676) | x) & 0x8080_8080_8080_8080
    guard wrong == 0 else { return nil }
    return day(two(x, 0) &* 100 &+ two(x, 16), two(x, 40), two(last, 0))
  }

  @inline(__always)
  private static func two(_ digits: UInt64, _ shift: UInt64) -> Int32 {
    Int32(truncatingIfNeeded: (digits &>> shift & 15) &* 10 &+ (digits &>> (shift &+ 8) & 15))
  }

  /// Days from civil, after Howard Hinnant, for the years in which leap years are simple.
  @inline(__always)
  private static func day(_ year: Int32, _ month: Int32, _ day: Int32) -> Int32? {
    guard year &- 1901 < 199, year > 1900, month > 0, month < 13, day > 0 else { return nil }
    let isLeap: Int32 = year & 3 == 0 ? 1 : 0
    let length = month == 2 ? 28 &+ isLeap : 30 &+ ((month ^ (month &>> 3)) & 1)
    guard day <= length else { return nil }
    // Years begin in March, so that the leap day is the last of its year.
    let marchYear = month > 2 ? year : year &- 1
    let marchMonth = month > 2 ? month &- 3 : month &+ 9
    let leapDays = (marchYear &>> 2) &- 15  // Less the hundreds, plus the four hundreds: 19 - 4.
    return marchYear &* 365 &+ leapDays &+ (153 &* marchMonth &+ 2) / 5 &+ day &- 719_469
  }

  /// Returns the date that some bytes write, or nil.
  static func date(_ text: CellBytes, _ range: Range<Int>) -> CivilDate? {
    let marks = range.filter { text[$0] == slash || text[$0] == hyphen }
    guard marks.count == 2, text[marks[0]] == text[marks[1]] else { return nil }
    let parts = [
      range.lowerBound..<marks[0], marks[0] + 1..<marks[1], marks[1] + 1..<range.upperBound,
    ]
    let isISO = text[marks[0]] == hyphen
    guard parts[isISO ? 0 : 2].count == 4, (isISO ? 2...2 : 1...2).contains(parts[1].count),
      (isISO ? 2...2 : 1...2).contains(parts[isISO ? 2 : 0].count),
      let year = number(text, parts[isISO ? 0 : 2]), let month = number(text, parts[1]),
      let day = number(text, parts[isISO ? 2 : 0])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Returns the seconds since midnight that `HH:MM` or `HH:MM:SS` write, or nil.
  static func secondOfDay(_ text: CellBytes, _ range: Range<Int>) -> Int? {
    let start = range.lowerBound
    guard range.count == 5 || range.count == 8, text[start + 2] == colon,
      let hour = number(text, start..<start + 2), hour < 24,
      let minute = number(text, start + 3..<start + 5), minute < 60
    else { return nil }
    guard range.count == 8 else { return hour * 3600 + minute * 60 }
    guard text[start + 5] == colon, let second = number(text, start + 6..<start + 8), second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Returns the number that one to nine ASCII digits write, or nil.
  static func number(_ text: CellBytes, _ range: Range<Int>) -> Int? {
    guard (1...9).contains(range.count) else { return nil }
    var number = 0
    for index in range {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
