internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Reports

/// Writes a lint report as one JSON object, `"schema": "check-lint/1"`.
struct JSONLintReport {
  let language: Language

  func render(_ report: LintReport) -> [UInt8] {
    JSONValue.object([
      ("schema", .string("check-lint/1")),
      ("tool", .object([("name", .string(Tool.name)), ("version", .string(Tool.version))])),
      ("pack", .string(report.packName)),
      ("as_of", .string(report.asOf.description)),
      (
        "summary",
        .object([
          ("errors", .int(report.errorCount)),
          ("warnings", .int(report.warningCount)),
          ("known", .int(report.knownCount)),
          ("complete", .bool(report.isWhole)),
          ("remark", .text(report.unreadRemark?.text(language))),
        ])
      ),
      ("findings", .array(report.findings.map(finding))),
    ]).rendered
  }

  private func finding(_ finding: LintFinding) -> JSONValue {
    let diagnostic = finding.diagnostic
    let start = diagnostic.range?.start
    return .object([
      ("id", .string(diagnostic.id.rawValue)),
      ("severity", .string(diagnostic.severity.rawValue)),
      ("file", .text(start?.file)),
      ("line", .number(start?.line)),
      ("column", .number(start?.column)),
      ("length", .number(diagnostic.range?.length)),
      ("message", .string(diagnostic.message.text(language))),
      ("notes", .texts(diagnostic.notes.map { $0.text(language) })),
      ("help", .text(diagnostic.help?.text(language))),
      ("known_because", .text(finding.reason)),
    ])
  }
}
