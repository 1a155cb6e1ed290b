/// A length of time in days, working days or months, as `within` and `remind` write it.
public struct Span: Sendable, Hashable {
  /// What is counted.
  public enum Unit: Sendable, Hashable, CaseIterable {
    /// Calendar days.
    case days
    /// Working days of the pack's calendar.
    case workingDays
    /// Months, as `CivilDate.adding(months:)` counts them.
    case months
  }

  /// How many, 0 or more.
  public let count: Int
  /// Of what.
  public let unit: Unit

  /// Makes a span; a negative count becomes 0.
  public init(count: Int, unit: Unit) {
    self.count = max(0, count)
    self.unit = unit
  }

  /// Reads a span such as `7 days`, `1 month`, `3 working days` or `3 ngày làm việc`.
  ///
  /// The count is at most nine ASCII digits; words are lower case and parted by white space.
  /// Returns nil for anything else.
  public init?(text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, let count = DecimalText.number(Array(first.utf8)) else {
      return nil
    }
    // String equality is canonical, so that decomposed accents match too.
    switch words.dropFirst().joined(separator: " ") {
    case "day", "days", "ngày": unit = .days
    case "working day", "working days", "ngày làm việc": unit = .workingDays
    case "month", "months", "tháng": unit = .months
    default: return nil
    }
    self.count = count
  }
}

extension Span: CustomStringConvertible {
  /// The span in English, as a pack may write it.
  public var description: String {
    let word =
      switch unit {
      case .days: "day"
      case .workingDays: "working day"
      case .months: "month"
      }
    return "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
