public import Diagnostics
public import Rules

/// The cases that a rule must be tested in and is not.
public struct Shortfall: Sendable {
  /// A case that a rule must be tested in.
  public enum Case: String, Sendable, Hashable, CaseIterable {
    /// An obligation that is `met`.
    case met
    /// An obligation that is a violation.
    case violation
    /// An obligation that is `no_data`.
    case noData = "no_data"
    /// An obligation that is `pending`, of a rule that cannot be violated: its date is unknown, or it
    /// is never looked at after its last good day.
    case pending
    /// An obligation looked at the day before its last good day.
    case dayBefore = "day_before"
    /// An obligation looked at on its last good day.
    case lastDay = "last_day"
    /// An obligation looked at the day after its last good day.
    case dayAfter = "day_after"

    /// The case in words.
    var label: Phrase {
      switch self {
      case .met: Phrase(vi: "trường hợp đạt", en: "a case that is met")
      case .violation: Phrase(vi: "trường hợp vi phạm", en: "a violation")
      case .noData: Phrase(vi: "trường hợp thiếu số liệu", en: "a case without data")
      case .pending: Phrase(vi: "trường hợp chưa đến hạn", en: "a case that is pending")
      case .dayBefore: Phrase(vi: "ngày ngay trước hạn", en: "the day before the last good day")
      case .lastDay: Phrase(vi: "đúng ngày hạn", en: "the last good day")
      case .dayAfter: Phrase(vi: "ngày ngay sau hạn", en: "the day after the last good day")
      }
    }
  }

  /// The rule.
  public var rule: RuleID
  /// Where the rule stands.
  public var range: SourceRange?
  /// What is missing, in the order of `Case`; at least one.
  public var missing: [Case]
}
