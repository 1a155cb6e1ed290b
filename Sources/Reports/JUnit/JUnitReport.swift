public import Diagnostics
internal import CivilTime
internal import Findings
internal import Rules
internal import Scores

/// The report for build servers: a suite a unit, a case an obligation.
///
/// A violation is a failure whatever `--fail-on` says, what could not be judged is an error, and what
/// is waived, not due yet or not applicable is skipped.
public enum JUnitReport: ReportFormat {
  /// The word after `--format`.
  public static let name = "junit"

  /// What the format is for.
  public static let purpose = Phrase(
    vi: "JUnit XML cho máy chủ tích hợp: mỗi đơn vị một bộ, mỗi nghĩa vụ một phép thử",
    en: "JUnit XML for build servers: a suite a unit, a case an obligation"
  )

  /// Writes a run as a document of suites.
  public static func render(_ content: ReportContent, _ options: ReportOptions) -> [UInt8] {
    let view = FindingView(content, options)
    var document = JUnitDocument(name: view.run.rules.pack.name)
    for part in view.run.parts(where: { _ in true }) {
      let cases = part.places.map { testCase(view, view.run.obligations[$0]) }
      let score = view.scorecard?.units.first { $0.unit == part.unit }
      document.append(
        suite: view.name(of: part.unit),
        properties: score.map { properties(view, $0) } ?? [],
        cases
      )
    }
    return document.rendered
  }

  /// The ends of a unit's score, exact, and what they are not.
  private static func properties(
    _ view: FindingView,
    _ score: UnitScore
  ) -> [(name: String, value: String)] {
    let none = view.text(ScoreWords.none)
    return [
      ("score.worst", score.range?.worst.description ?? none),
      ("score.best", score.range?.best.description ?? none),
      ("score.note", view.text(ScoreWords.caution)),
    ]
  }

  private static func testCase(_ view: FindingView, _ obligation: Obligation) -> JUnitDocument.Case
  {
    JUnitDocument.Case(
      group: obligation.id.rule.text,
      name: view.title(of: obligation.id),
      outcome: outcome(view, obligation)
    )
  }

  private static func outcome(
    _ view: FindingView,
    _ obligation: Obligation
  ) -> JUnitDocument.Outcome {
    let row = view.row(obligation)
    let label = view.text(obligation.verdict.label)
    let type = obligation.verdict.rawValue
    switch obligation.verdict {
    case .met: return .passed
    case .metLate, .overdue, .failed:
      let message = "\(label): \(row.value(.message).plain)"
      return .failed(message: message, text: details(row, deadline: true), type: type)
    case .noData, .error:
      let message = "\(label): \(row.value(.cause).plain)"
      return .error(
        message: message,
        text: details(row, deadline: false),
        type: obligation.reason?.rawValue ?? type
      )
    case .waived: return .skipped(message: "\(label): \(row.value(.waiverText).plain)")
    case .pending, .notApplicable:
      let deadline = obligation.deadlineText.map { "; \(view.text($0))" } ?? ""
      return .skipped(message: label + deadline)
    }
  }

  /// What a unit needs to follow or contest the case, a line a fact.
  private static func details(_ row: FindingRow, deadline: Bool) -> String {
    let fields: [FindingField] = [
      .clauses, .severity, .points, .pointsAtRisk, .needed, .change, .since, .waiverText,
      .guidance, .supporting,
    ]
    var lines: [String] = []
    if deadline, let text = row.obligation.deadlineText { lines.append(row.view.text(text)) }
    for field in fields {
      let value = row.value(field).plain
      if !value.isEmpty { lines.append("\(row.view.text(field.label)): \(value)") }
    }
    for place in row.places { lines.append("- \(place)") }
    let rest = row.obligation.evidenceTotal - row.obligation.evidence.count
    if rest > 0 {
      let number = row.view.count(rest)
      lines.append(row.view.text(vi: "… và \(number) minh chứng nữa", en: "… and \(number) more"))
    }
    lines.append("\(row.view.text(FindingField.fingerprint.label)): \(row.id.fingerprint)")
    return lines.joined(separator: "\n")
  }
}
