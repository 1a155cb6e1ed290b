internal import Checks
public import CivilTime
public import Findings
public import Rules

/// One obligation with the day it falls due, before anything is read.
public struct ScheduledObligation: Sendable {
  /// What is owed.
  public let id: ObligationID
  /// How its deadline came about.
  public let deadline: Deadline
  /// The first day of its reminder, if the rule has one.
  public let remindsFrom: CivilDate?
  /// The waiver that works for it, if any.
  public let waiver: String?
}

extension Evaluator {
  /// Returns what falls due between two days, by deadline, rule, unit and period.
  ///
  /// The same planner as that of a run works it out, so that a schedule and a verdict never differ
  /// about a deadline. No dump is read.
  ///
  /// - Parameters:
  ///   - rules: The pack.
  ///   - from: The first day.
  ///   - last: The last day.
  ///   - selection: Which rules and units.
  ///   - usesWaivers: Whether waivers move deadlines.
  /// - Returns: The obligations, in order.
  public static func schedule(
    rules: RuleSet,
    from: CivilDate,
    through last: CivilDate,
    selection: Selection = Selection(),
    usesWaivers: Bool = true
  ) -> [ScheduledObligation] {
    let planner = ObligationPlanner(
      rules: rules,
      asOf: last,
      selection: selection,
      usesWaivers: usesWaivers
    )
    let chosen = rules.rules.filter { selection.rules?.contains($0.id) ?? true }
      .sorted { $0.id < $1.id }
    let due = chosen.flatMap { rule in
      planner.due(rule, from: from, through: last).compactMap { planned in
        planned.deadline.map { deadline in
          ScheduledObligation(
            id: ObligationID(
              rule: rule.id,
              unit: rules.units[planned.unit].id,
              period: planned.period
            ),
            deadline: deadline,
            remindsFrom: rule.remind.map {
              rules.calendar.reminderStart($0, before: deadline.effective)
            },
            waiver: planned.waiver?.id
          )
        }
      }
    }
    return due.enumerated().sorted { a, b in
      let (x, y) = (a.element.deadline.effective, b.element.deadline.effective)
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
  }
}
