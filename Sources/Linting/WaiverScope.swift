internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Rules

/// What a waiver can work on: units that owe the rule, and deadlines within its dates.
struct WaiverScope {
  private let waiver: Waiver
  private let rule: Rule
  private let asOf: CivilDate
  private let units: Set<Int>
  /// The original deadlines within `valid` and `periods`.
  private let deadlines: [PlannedDeadline]
  /// Whether a unit of the waiver is active when it matters.
  private let isActive: Bool
  private let isWithinDates: Bool
  private let spansPeriods: Bool

  /// Works out what a waiver matches.
  init(_ waiver: Waiver, of rule: Rule, in pack: LintedPack) {
    self.waiver = waiver
    self.rule = rule
    asOf = pack.asOf
    let units = pack.bearers(of: rule).intersection(waiver.units)
      .filter { pack.rules.units.indices.contains($0) }
    self.units = units
    spansPeriods = pack.checks[rule.id]?.spansPeriods ?? true
    guard rule.hasDate else {
      deadlines = []
      isWithinDates = rule.effective.overlaps(waiver.valid)
      isActive = units.contains { pack.rules.units[$0].active.overlaps(waiver.valid) }
      return
    }
    // A deadline may roll into `valid`, by no more than the longest stretch of days off.
    let last = (waiver.valid.to ?? .max).adding(days: 31)
    let deadlines =
      (pack.days(of: rule, through: last).map { pack.deadlines(of: rule, within: $0) } ?? [])
      .filter { deadline in
        rule.effective.contains(deadline.nominal)
          && waiver.valid.contains(deadline.rolled ?? deadline.nominal)
          && (waiver.periods.map { periods in deadline.period.map(periods.contains) ?? false }
            ?? true)
      }
    self.deadlines = deadlines
    isWithinDates = !deadlines.isEmpty
    isActive = units.contains { unit in
      deadlines.contains { pack.rules.units[unit].active.contains($0.rolled ?? $0.nominal) }
    }
  }

  /// Whether the waiver can never have worked on anything.
  var isEmpty: Bool { units.isEmpty || !isWithinDates || !isActive }

  /// Why it cannot.
  var reason: Phrase {
    if units.isEmpty {
      return Phrase(
        vi: "đơn vị nêu trong miễn trừ không chịu trách nhiệm theo quy tắc này",
        en: "the units of the waiver do not owe this rule"
      )
    }
    if !isWithinDates {
      return Phrase(
        vi: "không có hạn gốc nào \(waiver.valid.words.vi)"
          + (waiver.periods == nil ? "" : " thuộc các kỳ đã nêu"),
        en: "there is no original deadline \(waiver.valid.words.en)"
          + (waiver.periods == nil ? "" : " of the periods named")
      )
    }
    return Phrase(vi: "đơn vị khi đó không hoạt động", en: "the units are not active then")
  }

  /// Whether the waiver's dates are over and nothing is judged by them any more.
  ///
  /// A waiver of a dated obligation works for as long as the obligation is reported; one of a
  /// standing duty, or of a check that judges the current period only, ends with its dates.
  var isOver: Bool {
    guard let to = waiver.valid.to, to < asOf, !isEmpty else { return false }
    guard rule.hasDate else { return true }
    guard rule.every != nil, !spansPeriods else { return false }
    return !deadlines.contains { $0.period?.contains(asOf) ?? false }
  }
}

extension Rule {
  /// Whether the rule has a deadline that is known.
  fileprivate var hasDate: Bool { due != nil && due != .unknown }
}
