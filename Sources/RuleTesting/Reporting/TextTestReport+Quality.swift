internal import Diagnostics
internal import Reports
internal import Rules

/// What the tests themselves lack: cases that rules have no test of, and mutants that live.
extension TextTestReport {
  /// Writes the cases that are missing, a line a rule.
  mutating func add(_ shortfalls: [Shortfall]) {
    guard !shortfalls.isEmpty else { return }
    let title = Phrase(vi: "Quy tắc thiếu phép thử", en: "Rules that lack tests")
    page.line([.init(text(title), .title)])
    for shortfall in shortfalls {
      let missing = shortfall.missing.map { text($0.label) }.joined(separator: "; ")
      page.line([.init("✗ ", .bad), .init("\(shortfall.rule)", .strong), .init(": \(missing)")])
    }
    page.blank()
  }

  /// Writes the mutants that no test noticed, by rule.
  mutating func add(_ result: MutationResult) {
    guard !result.isPassed else { return }
    let title = Phrase(
      vi: "Sai đi mà không phép thử nào phát hiện",
      en: "Changes that no test notices"
    )
    page.line([.init(text(title), .title)])
    for rule in result.untested {
      let reason = text(ReportWords.untested)
      page.line([.init("✗ ", .bad), .init("\(rule.id)", .strong), .init(": \(reason)")])
    }
    for (rule, mutants) in result.survivorsByRule {
      page.line([.init("✗ ", .bad), .init("\(rule)", .strong), .init(": \(mutants.count)")])
      for mutant in mutants {
        page.line(
          [.init("\(mutant.place): ", .faint), .init(text(mutant.description))],
          indent: 4
        )
      }
    }
    page.blank()
  }

  /// Writes how many mutants there were.
  mutating func addTotal(_ result: MutationResult) {
    page.line([.init(text(ReportWords.mutants(result)), result.isPassed ? .good : .bad)])
  }
}
