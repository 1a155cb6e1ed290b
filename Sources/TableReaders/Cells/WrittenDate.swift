internal import CivilTime
internal import Diagnostics
internal import VietnameseText

/// Tells why a text is no date, for a person who thinks that it is one; nothing is ever read by it.
enum WrittenDate {
  /// The days that a spreadsheet counts from 1900 on, for the years 1954 to 2064.
  private static let serialDays = 20_000...60_000

  private static let example = Phrase(
    vi: "viết như 25/12/2026",
    en: "write it like 25/12/2026"
  )

  /// What is wrong with a text that was not read as a date, and what helps.
  ///
  /// - Parameter text: The cell's text.
  /// - Returns: What follows the text in a message.
  static func fault(_ text: String) -> Phrase {
    let text = NameFolding.fold(text)
    if text.utf8.count == 5, let number = number(text[...]), serialDays.contains(number) {
      return Phrase(
        vi: " có thể là số ngày của Excel: định dạng cột dd/mm/yyyy rồi lưu lại",
        en: " may be Excel's number of a day: format the column as dd/mm/yyyy and save again"
      )
    }
    let unknown = Phrase(vi: " không phải ngày có thật", en: " is no date that exists")
    let marks = text.filter { !$0.isNumber }
    let known = groups(text).flatMap { fault(of: $0, marks: marks) }
    return (known ?? unknown) + "; " + example
  }

  /// Tells what is wrong with three numbers, the first thing first; nil if that is not known.
  private static func fault(of groups: [Substring], marks: String) -> Phrase? {
    let isYearFirst = groups[0].utf8.count == 4
    let ordered = isYearFirst ? groups : groups.reversed()
    guard let year = number(ordered[0]), let month = number(ordered[1]),
      let day = number(ordered[2])
    else { return nil }
    if !isYearFirst, ordered[0].utf8.count == 2 {
      return Phrase(
        vi: " ghi năm bằng 2 chữ số; cần đủ 4 chữ số",
        en: " has a year of two digits; four are needed"
      )
    }
    guard ordered[0].utf8.count == 4, year > 0 else { return nil }
    guard (1...12).contains(month) else {
      let order = Phrase(
        vi: isYearFirst ? "" : ": ngày đứng trước, tháng đứng sau",
        en: isYearFirst ? "" : ": the day comes first, then the month"
      )
      return Phrase(vi: " ghi tháng \(month)", en: " has the month \(month)") + order
    }
    guard CivilDate(year: year, month: month, day: day) != nil else {
      return Phrase(
        vi: ": tháng \(month)/\(year) không có ngày \(day)",
        en: ": the month \(month)/\(year) has no day \(day)"
      )
    }
    let mark = isYearFirst ? "-" : "/"
    guard marks == mark + mark else {
      let found = marks.first { "\($0)" != mark }.map { "\($0)" } ?? mark
      let first = isYearFirst ? (vi: "năm", en: "year") : (vi: "ngày", en: "day")
      return Phrase(
        vi: " dùng dấu '\(found)'; \(first.vi) đứng trước thì dùng dấu '\(mark)'",
        en: " has the mark '\(found)'; with the \(first.en) first it is '\(mark)'"
      )
    }
    return Phrase(
      vi: " cần đủ 2 chữ số cho tháng và ngày khi năm đứng trước",
      en: " needs two digits for month and day when the year comes first"
    )
  }

  /// The three numbers of a text with one mark between each two; nil if it is no such text.
  private static func groups(_ text: String) -> [Substring]? {
    let groups = text.split(omittingEmptySubsequences: false) { "/-. ".contains($0) }
    return groups.count == 3 && groups.allSatisfy { (1...4).contains($0.utf8.count) } ? groups : nil
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
