internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Reports
internal import Rules

/// Writes a test report as one JSON object, `"schema": "check-test/1"`.
struct JSONTestReport {
  let language: Language

  func render(_ report: TestReport) -> [UInt8] {
    JSONValue.object([
      ("schema", .string("check-test/1")),
      ("tool", .object([("name", .string(Tool.name)), ("version", .string(Tool.version))])),
      ("pack", .string(report.packName)),
      (
        "summary",
        .object([
          ("tests", .int(report.outcomes.count)),
          ("passed", .int(report.outcomes.count - report.failedCount)),
          ("failed", .int(report.failedCount)),
        ])
      ),
      ("tests", .array(report.outcomes.map(test))),
      ("missing_cases", report.shortfalls.map { .array($0.map(shortfall)) } ?? .null),
      ("mutation", report.mutation.map(mutation) ?? .null),
    ]).rendered
  }

  private func shortfall(_ shortfall: Shortfall) -> JSONValue {
    .object([
      ("rule", .string(shortfall.rule.text)),
      ("file", .text(shortfall.range?.start.file)),
      ("line", .number(shortfall.range?.start.line)),
      ("missing", .texts(shortfall.missing.map(\.rawValue))),
    ])
  }

  private func mutation(_ result: MutationResult) -> JSONValue {
    .object([
      ("tried", .int(result.tried)),
      ("killed", .int(result.killed)),
      ("survived", .int(result.survivors.count)),
      ("equivalent", .int(result.equivalent)),
      ("invalid", .int(result.invalid)),
      ("untested", .texts(result.untested.map(\.id.text))),
      (
        "survivors",
        .array(
          result.survivors.map { mutant in
            .object([
              ("rule", .string(mutant.rule.text)),
              ("file", .text(mutant.range?.start.file)),
              ("line", .number(mutant.range?.start.line)),
              ("column", .number(mutant.range?.start.column)),
              ("change", .string(mutant.description.text(language))),
            ])
          }
        )
      ),
    ])
  }

  private func test(_ outcome: TestOutcome) -> JSONValue {
    let test = outcome.test
    return .object([
      ("name", .string(test.name)),
      ("file", .string(test.file)),
      ("line", .int(test.range.start.line)),
      ("rules", .texts(test.rules.map(\.text))),
      ("as_of", .string(test.asOf.description)),
      ("passed", .bool(outcome.isPassed)),
      ("differences", .array(outcome.differences.map(difference))),
      ("problems", .texts(outcome.problems.map { $0.message.text(language) })),
      ("remarks", .texts(outcome.remarks.map { $0.text(language) })),
    ])
  }

  private func difference(_ difference: Difference) -> JSONValue {
    .object([
      ("rule", .string(difference.rule.text)),
      ("unit", .string(difference.unit?.text ?? "*")),
      ("period", .text(difference.period?.description)),
      ("line", .number(difference.expectation?.range.start.line)),
      (
        "fields",
        .array(
          difference.fields.map { field in
            .object([
              ("name", .string(field.name)),
              ("expected", .text(field.expected)),
              ("got", .text(field.got)),
            ])
          }
        )
      ),
      ("message", .text(difference.message?.text(language))),
      ("evidence", .texts(difference.evidence.map { $0.text(language) })),
    ])
  }
}
