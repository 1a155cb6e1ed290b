internal import CivilTime
internal import Diagnostics
internal import Rules

/// Writes a test report as JUnit's XML, a suite a file.
///
/// No time is in it, so that the same tests give the same bytes.
struct JUnitReport {
  let language: Language

  /// One test case of a suite.
  private struct Case {
    var group: String
    var name: String
    var place: (file: String, line: Int)
    var failure: (message: String, text: String)?
    var output: String
  }

  func render(_ report: TestReport) -> [UInt8] {
    var suites: [(name: String, cases: [Case])] = []
    for outcome in report.outcomes {
      if suites.last?.name != outcome.test.file { suites.append((outcome.test.file, [])) }
      suites[suites.count - 1].cases.append(testCase(outcome))
    }
    if let shortfalls = report.shortfalls { suites.append(("--require-tests", cases(shortfalls))) }
    if let mutation = report.mutation { suites.append(("--mutate", cases(mutation))) }
    let all = suites.flatMap(\.cases)
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"\(escaped(report.packName))\" \(counts(all))>\n"
    for suite in suites {
      text += "  <testsuite name=\"\(escaped(suite.name))\" \(counts(suite.cases))>\n"
      for testCase in suite.cases { text += xml(testCase) }
      text += "  </testsuite>\n"
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  private func counts(_ cases: [Case]) -> String {
    let failures = cases.count { $0.failure != nil }
    return "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\""
  }

  private func xml(_ test: Case) -> String {
    var text = "    <testcase classname=\"\(escaped(test.group))\" name=\"\(escaped(test.name))\""
    text += " file=\"\(escaped(test.place.file))\" line=\"\(test.place.line)\""
    guard test.failure != nil || !test.output.isEmpty else { return text + "/>\n" }
    text += ">\n"
    if let failure = test.failure {
      text += "      <failure message=\"\(escaped(failure.message))\">"
      text += content(failure.text) + "</failure>\n"
    }
    if !test.output.isEmpty {
      text += "      <system-out>\(content(test.output))</system-out>\n"
    }
    return text + "    </testcase>\n"
  }

  private func testCase(_ outcome: TestOutcome) -> Case {
    let test = outcome.test
    var lines = outcome.problems.map { "[\($0.id.rawValue)] \($0.message.text(language))" }
    for difference in outcome.differences { lines += self.lines(difference) }
    let failure = outcome.isPassed ? nil : (lines.first ?? "", lines.joined(separator: "\n"))
    return Case(
      group: test.rules.map(\.text).joined(separator: ","),
      name: test.name,
      place: (test.file, test.range.start.line),
      failure: failure,
      output: outcome.remarks.map { $0.text(language) }.joined(separator: "\n")
    )
  }

  private func cases(_ shortfalls: [Shortfall]) -> [Case] {
    shortfalls.map { shortfall in
      let missing = shortfall.missing.map { $0.label.text(language) }.joined(separator: "; ")
      return Case(
        group: shortfall.rule.text,
        name: "--require-tests",
        place: (shortfall.range?.start.file ?? "", shortfall.range?.start.line ?? 0),
        failure: (missing, missing),
        output: ""
      )
    }
  }

  /// One failed case a rule with survivors or without tests, and one for all mutants together.
  private func cases(_ result: MutationResult) -> [Case] {
    let total = Case(
      group: "--mutate",
      name: ReportWords.mutants(result).text(language),
      place: ("", 0),
      failure: nil,
      output: ""
    )
    let untested = result.untested.map { rule in
      let message = ReportWords.untested.text(language)
      return Case(
        group: rule.id.text,
        name: "--mutate",
        place: (rule.range?.start.file ?? "", rule.range?.start.line ?? 0),
        failure: (message, message),
        output: ""
      )
    }
    let survivors = result.survivorsByRule.map { rule, mutants in
      let lines = mutants.map { "\($0.place): \($0.description.text(language))" }
      return Case(
        group: rule.text,
        name: "--mutate",
        place: (mutants[0].range?.start.file ?? "", mutants[0].range?.start.line ?? 0),
        failure: (lines[0], lines.joined(separator: "\n")),
        output: ""
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

  private func escaped(_ text: String) -> String { XMLText.escaped(text) }

  /// Escapes several lines; between tags a line end may stay one.
  private func content(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escaped(String($0)) }.joined(separator: "\n")
  }
}
