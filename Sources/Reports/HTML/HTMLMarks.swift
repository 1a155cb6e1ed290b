internal import Diagnostics
internal import Findings
internal import Rules

/// How verdicts, severities and changes look where colour may be missing: a sign, a word, a class.
enum HTMLMarks {
  /// A verdict's sign.
  static func sign(_ verdict: Verdict) -> String {
    switch verdict {
    case .error: "!"
    case .noData: "?"
    case .failed: "✗"
    case .overdue: "⊗"
    case .metLate: "◷"
    case .waived: "○"
    case .pending: "…"
    case .notApplicable: "–"
    case .met: "✓"
    }
  }

  /// The order in which verdicts are told: what is open first, as everywhere.
  static let order: [Verdict] = [
    .error, .noData, .failed, .overdue, .metLate, .waived, .pending, .met, .notApplicable,
  ]

  /// The marks of a severity: none, one or two.
  static func emphasis(_ severity: Severity) -> String {
    switch severity {
    case .minor: ""
    case .major: "!"
    case .critical: "!!"
    }
  }
}
