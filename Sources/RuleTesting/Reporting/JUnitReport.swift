internal import CivilTime
internal import Diagnostics
internal import Reports
internal import Rules

/// Writes a test report as JUnit's XML, a suite a file.
///
/// No time is in it, so that the same tests give the same bytes.
struct JUnitReport {
  let language: Language

  func render(_ report: TestReport) -> [UInt8] {
    var suites: [(name: String, cases: [JUnitDocument.Case])] = []
    for outcome in report.outcomes {
      if suites.last?.name != outcome.test.file { suites.append((outcome.test.file, [])) }
      suites[suites.count - 1].cases.append(testCase(outcome))
    }
    if let shortfalls = report.shortfalls { suites.append(("--require-tests", cases(shortfalls))) }
    if let mutation = report.mutation { suites.append(("--mutate", cases(mutation))) }
    var document = JUnitDocument(name: report.packName)
    for suite in suites { document.append(suite: suite.name, suite.cases) }
    return document.rendered
  }

  private func testCase(_ outcome: TestOutcome) -> JUnitDocument.Case {
    let test = outcome.test
    var lines = outcome.problems.map { "[\($0.id.rawValue)] \($0.message.text(language))" }
    for difference in outcome.differences { lines += self.lines(difference) }
    let failure = JUnitDocument.Outcome.failed(
      message: lines.first ?? "",
      text: lines.joined(separator: "\n")
    )
    return JUnitDocument.Case(
      group: test.rules.map(\.text).joined(separator: ","),
      name: test.name,
      place: (test.file, test.range.start.line),
      outcome: outcome.isPassed ? .passed : failure,
      output: outcome.remarks.map { $0.text(language) }.joined(separator: "\n")
    )
  }

  private func cases(_ shortfalls: [Shortfall]) -> [JUnitDocument.Case] {
    shortfalls.map { shortfall in
      let missing = shortfall.missing.map { $0.label.text(language) }.joined(separator: "; ")
      return JUnitDocument.Case(
        group: shortfall.rule.text,
        name: "--require-tests",
        place: (shortfall.range?.start.file ?? "", shortfall.range?.start.line ?? 0),
        outcome: .failed(message: missing, text: missing)
      )
    }
  }

  /// One failed case a rule with survivors or without tests, and one for all mutants together.
  private func cases(_ result: MutationResult) -> [JUnitDocument.Case] {
    let total = JUnitDocument.Case(
      group: "--mutate",
      name: ReportWords.mutants(result).text(language),
      place: ("", 0),
      outcome: .passed
    )
    let untested = result.untested.map { rule in
      let message = ReportWords.untested.text(language)
      return JUnitDocument.Case(
        group: rule.id.text,
        name: "--mutate",
        place: (rule.range?.start.file ?? "", rule.range?.start.line ?? 0),
        outcome: .failed(message: message, text: message)
      )
    }
    let survivors = result.survivorsByRule.map { rule, mutants in
      let lines = mutants.map { "\($0.place): \($0.description.text(language))" }
      return JUnitDocument.Case(
        group: rule.text,
        name: "--mutate",
        place: (mutants[0].range?.start.file ?? "", mutants[0].range?.start.line ?? 0),
        outcome: .failed(message: lines[0], text: lines.joined(separator: "\n"))
      )
    }
    return [total] + untested + survivors
  }

  private func lines(_ difference: Difference) -> [String] {
    let period = difference.period.map { " \($0)" } ?? ""
    let name = "\(difference.rule) \(difference.unit?.text ?? "*")\(period)"
    let expected = Phrase(vi: "mong đợi", en: "expected").text(language)
    let got = Phrase(vi: "thực tế", en: "got").text(language)
    let fields = difference.fields.map { field in
      "\(name): \(field.name): \(expected) \(field.expected ?? "–"), \(got) \(field.got ?? "–")"
    }
    let facts = ([difference.message].compactMap(\.self) + difference.evidence)
    return fields + facts.map { "    " + $0.text(language) }
  }
}
