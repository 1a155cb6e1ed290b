internal import CivilTime
internal import Diagnostics
internal import Rules

/// Makes the mutants of a rule's times: flipped bounds, days moved by one, no rolling, other periods.
struct DeadlineMutations {
  /// One changed rule.
  struct Variant {
    let rule: Rule
    let description: Phrase
  }

  let calendar: WorkingCalendar
  let rule: Rule
  /// Whether rows say which period they are for; else only the current period is judged.
  let spansPeriods: Bool

  /// Returns the mutants that may judge otherwise than the rule.
  ///
  /// - Parameter equivalent: Counts those that cannot: every last good day stays what it is, as far
  ///   as anybody could tell.
  /// - Returns: The mutants.
  func variants(equivalent: inout Int) -> [Variant] {
    guard let due = rule.due else { return [] }
    var variants: [Variant] = []
    func add(_ key: String, _ from: String, _ to: String, _ change: (inout Rule) -> Void) {
      var changed = rule
      change(&changed)
      guard isLegal(changed) else { return }
      let variant = Variant(rule: changed, description: Phrase(verbatim: "\(key): \(from) → \(to)"))
      if lastDays(changed) == lastDays(rule) { equivalent += 1 } else { variants.append(variant) }
    }
    for other in Self.neighbours(of: due, effective: rule.effective) {
      add("due", Self.text(due), Self.text(other)) { $0.due = other }
    }
    let ways = rule.rolling.ways
    for roll in [Roll.none, .following, .preceding] where rule.rolling.canMove && ways != [roll] {
      let own = ways.map(\.rawValue).joined(separator: ", ")
      add("roll", own, roll.rawValue) { $0.rolling = Rolling(roll) }
    }
    if let every = rule.every {
      let other: PeriodKind = every == .month ? .quarter : .month
      add("every", every.rawValue, other.rawValue) { $0.every = other }
    }
    return variants
  }

  /// Returns a deadline written the other way round, and one a day earlier or later.
  private static func neighbours(of due: Due, effective: RuleDates) -> [Due] {
    switch due {
    case .unknown:
      guard let from = effective.from else { return [] }
      return [.by(from)]
    case .before(let day): return [.by(day), .before(day.adding(days: -1))]
    case .by(let day): return [.before(day), .by(day.adding(days: 1))]
    case .beforeDay(let day, let months):
      return [.byDay(day, monthsAfter: months)]
        + (day > 1 ? [.beforeDay(day - 1, monthsAfter: months)] : [])
        + moved(months) { .beforeDay(day, monthsAfter: $0) }
    case .byDay(let day, let months):
      return [.beforeDay(day, monthsAfter: months)]
        + (day < 31 ? [.byDay(day + 1, monthsAfter: months)] : [])
        + moved(months) { .byDay(day, monthsAfter: $0) }
    case .end: return [.beforeDay(31, monthsAfter: 0)]
    }
  }

  private static func moved(_ months: Int, _ make: (Int) -> Due) -> [Due] {
    months > 0 ? [make(months - 1)] : []
  }

  /// Whether a pack could say so: a fixed day lies within the effective dates, a week has no day
  /// numbers.
  private func isLegal(_ changed: Rule) -> Bool {
    switch changed.due {
    case .before?, .by?:
      return changed.due?.nominal(in: nil).map(changed.effective.contains) ?? false
    case .beforeDay?, .byDay?: return changed.every != .week
    case .end?, .unknown?, nil: return true
    }
  }

  /// The last good days of all periods that a rule is in force for, as far as they can be told apart.
  ///
  /// A check that judges the current period only is never asked after the period's end, so that a
  /// later last day is as good as the period's own. Five years stand for a rule without end.
  private func lastDays(_ rule: Rule) -> [String] {
    guard let due = rule.due, due != .unknown else { return ["unknown"] }
    guard let kind = rule.every else {
      return due.nominal(in: nil).map { [roll($0, rule).description] } ?? []
    }
    let from = rule.effective.from ?? CivilDate.min
    let to = rule.effective.to ?? from.adding(months: 60)
    var period = Period(kind: kind, containing: from.adding(months: -24))
    var days: [String] = []
    while period.first <= to {
      if let nominal = due.nominal(in: period), rule.effective.contains(nominal) {
        let rolled = roll(nominal, rule)
        let day = spansPeriods ? rolled : min(rolled, period.last)
        days.append("\(period) \(day)")
      }
      let next = period.next
      guard next != period else { break }
      period = next
    }
    return days
  }

  private func roll(_ day: CivilDate, _ rule: Rule) -> CivilDate {
    do {
      return try calendar.roll(day, rule.rolling.roll(on: day))
    } catch {
      return day
    }
  }

  /// Writes a deadline as a pack does.
  static func text(_ due: Due) -> String {
    func months(_ count: Int) -> String { count > 0 ? ", months_after: \(count)" : "" }
    return switch due {
    case .unknown: "unknown"
    case .before(let day): "{before: \(day)}"
    case .by(let day): "{by: \(day)}"
    case .beforeDay(let day, let count): "{before: \(day)\(months(count))}"
    case .byDay(let day, let count): "{by: \(day)\(months(count))}"
    case .end: "{by: end}"
    }
  }
}
