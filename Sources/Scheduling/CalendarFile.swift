internal import CivilTime
internal import Diagnostics
internal import Engine
internal import Findings
internal import Rules

/// Writes a schedule as one iCalendar object: an all-day event a deadline, with its reminder.
///
/// Each event keeps its UID whatever is scheduled around it, so that an imported calendar is
/// updated, not doubled. No clock is read: the stamp is the as-of date, and the sequence number the
/// days by which a waiver moved the deadline, so that a moved event counts as the newer one.
///
/// - SeeAlso: RFC 5545.
struct CalendarFile {
  private let schedule: Schedule
  private let language: Language

  init(_ schedule: Schedule, _ language: Language) {
    self.schedule = schedule
    self.language = language
  }

  /// The whole file: lines of at most 75 octets, ended by CRLF.
  var text: String {
    var lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//\(Tool.name)//\(Tool.name) \(Tool.version)//VI",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:\(Self.escaped(schedule.rules.pack.name))",
      "X-WR-TIMEZONE:\(schedule.rules.pack.timezone)",
    ]
    for obligation in schedule.obligations { lines += event(obligation) }
    lines.append("END:VCALENDAR")
    return lines.flatMap(Self.folded).map { $0 + "\r\n" }.joined()
  }

  /// An all-day event on the last good day: floating, so that no time zone can move it.
  private func event(_ obligation: ScheduledObligation) -> [String] {
    let due = obligation.deadline.effective
    let rule = schedule.rule(of: obligation)
    let unit = schedule.unit(of: obligation)?.name ?? obligation.id.unit.text
    let title = rule?.title ?? obligation.id.rule.text
    let period = obligation.id.period.map { DateText.period($0).text(language) } ?? ""
    let summary = ScheduleMessages.summary(title: title, period: period, unit: unit)
    var lines = [
      "BEGIN:VEVENT",
      "UID:\(obligation.id.fingerprint)@\(Tool.name).invalid",
      "DTSTAMP:\(Self.compact(schedule.asOf))T000000Z",
      "SEQUENCE:\(max(0, due - obligation.deadline.rolled))",
      "DTSTART;VALUE=DATE:\(Self.compact(due))",
      "DTEND;VALUE=DATE:\(Self.compact(due.adding(days: 1)))",
      "SUMMARY:\(Self.escaped(summary.text(language)))",
      "DESCRIPTION:\(Self.escaped(description(obligation, rule)))",
      "CATEGORIES:\(Self.escaped(unit))",
      "TRANSP:TRANSPARENT",
    ]
    if let start = obligation.remindsFrom, start < due {
      lines += [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:\(Self.escaped(ScheduleMessages.alarm(title).text(language)))",
        "TRIGGER:-P\(due - start)D",
        "END:VALARM",
      ]
    }
    lines.append("END:VEVENT")
    return lines
  }

  private func description(_ obligation: ScheduledObligation, _ rule: Rule?) -> String {
    var lines = [obligation.deadline.phrase.text(language)]
    if let clauses = rule?.clauses, !clauses.isEmpty {
      let list = clauses.map(\.description).joined(separator: ", ")
      lines.append("\(ScheduleMessages.clause.text(language)): \(list)")
    }
    if let guidance = rule?.guidance {
      lines.append("\(ScheduleMessages.guidance.text(language)): \(guidance)")
    }
    return lines.joined(separator: "\n")
  }

  private static func compact(_ date: CivilDate) -> String {
    date.description.filter { $0 != "-" }
  }

  /// Escapes a TEXT value (RFC 5545 §3.3.11); control characters are dropped.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default:
        if scalar.properties.generalCategory != .control { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// Folds a line after at most 75 octets, never within a character (RFC 5545 §3.1).
  private static func folded(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        lines.append(current)
        current = " "
        octets = 1
      }
      current.unicodeScalars.append(scalar)
      octets += width
    }
    lines.append(current)
    return lines
  }
}
