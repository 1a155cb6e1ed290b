// Scheduling: what falls due, for whom, between two days; as text, JSON and an iCalendar file.
//
// It works out no deadline itself: the engine's planner does, the same that a verdict rests on.

public import CivilTime
public import Diagnostics
public import Engine
internal import Findings
internal import Reports
public import Rules

/// The formats of a schedule.
public enum ScheduleFormat: String, Sendable, Hashable, CaseIterable {
  /// For people.
  case text
  /// For programs: one JSON object.
  case json
  /// For calendar programs: one iCalendar object.
  case ics
}

/// What falls due between two days.
public struct Schedule: Sendable {
  /// The pack.
  public let rules: RuleSet
  /// The day it is made for, which says what is near.
  public let asOf: CivilDate
  /// The first day.
  public let from: CivilDate
  /// The last day.
  public let through: CivilDate
  /// The obligations, by deadline, rule, unit and period.
  public let obligations: [ScheduledObligation]

  /// Makes a schedule of obligations that the engine worked out.
  public init(
    rules: RuleSet,
    asOf: CivilDate,
    from: CivilDate,
    through: CivilDate,
    obligations: [ScheduledObligation]
  ) {
    self.rules = rules
    self.asOf = asOf
    self.from = from
    self.through = through
    self.obligations = obligations
  }

  /// Writes the schedule as a whole file or stream, in UTF-8; the same schedule gives the same bytes.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - language: The language of everything printed.
  ///   - usesColor: Whether colours are used; in text only.
  ///   - width: The columns of the terminal; nil breaks no line.
  /// - Returns: The bytes.
  public func render(
    _ format: ScheduleFormat,
    _ language: Language,
    usesColor: Bool = false,
    width: Int? = nil
  ) -> [UInt8] {
    switch format {
    case .text: Array(text(language, usesColor: usesColor, width: width).utf8)
    case .json: json(language).rendered
    case .ics: Array(CalendarFile(self, language).text.utf8)
    }
  }

  /// Returns the rule of an obligation.
  func rule(of obligation: ScheduledObligation) -> Rule? {
    rules.rules.first { $0.id == obligation.id.rule }
  }

  /// Returns the unit of an obligation.
  func unit(of obligation: ScheduledObligation) -> Unit? {
    rules.units.first { $0.id == obligation.id.unit }
  }
}
