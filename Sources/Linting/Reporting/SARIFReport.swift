internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Reports

/// Writes a lint report in the Static Analysis Results Interchange Format.
///
/// Warnings that the author of the pack has explained are there, marked as suppressed in source with
/// the reason, so that a code scanner shows them as dismissed.
///
/// - SeeAlso: SARIF 2.1.0 (OASIS Standard, 27 March 2020), §3.
struct SARIFReport {
  let language: Language

  func render(_ report: LintReport) -> [UInt8] {
    let ids = Set(report.findings.map(\.diagnostic.id.rawValue)).sorted()
      .compactMap(DiagnosticID.init)
    let indices = Dictionary(ids.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    return SARIFLog.render([
      ("tool", .object([("driver", driver(ids))])),
      ("language", .string(language.rawValue)),
      ("columnKind", .string("unicodeCodePoints")),
      (
        "results",
        .array(report.findings.map { result($0, indices[$0.diagnostic.id] ?? 0, report) })
      ),
    ])
  }

  private func driver(_ ids: [DiagnosticID]) -> JSONValue {
    .object([
      ("name", .string("\(Tool.name) lint")),
      ("version", .string(Tool.version)),
      ("semanticVersion", .string(Tool.version)),
      ("rules", .array(ids.map(rule))),
    ])
  }

  private func rule(_ id: DiagnosticID) -> JSONValue {
    let explanation = id.explanation
    return .object([
      ("id", .string(id.rawValue)),
      ("shortDescription", text(explanation.title)),
      ("fullDescription", text(explanation.meaning)),
      ("help", text(explanation.cure)),
    ])
  }

  private func result(_ finding: LintFinding, _ index: Int, _ report: LintReport) -> JSONValue {
    let diagnostic = finding.diagnostic
    let parts = [diagnostic.message] + diagnostic.notes + [diagnostic.help].compactMap(\.self)
    let message = parts.map { $0.text(language) }.joined(separator: "\n")
    var fields: [(String, JSONValue)] = [
      ("ruleId", .string(diagnostic.id.rawValue)),
      ("ruleIndex", .int(index)),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", SARIFLog.message(message)),
    ]
    if let range = diagnostic.range {
      fields.append(("locations", .array([location(range, report)])))
    }
    if let reason = finding.reason {
      let suppression: JSONValue = .object([
        ("kind", .string("inSource")), ("justification", .string(reason)),
      ])
      fields.append(("suppressions", .array([suppression])))
    }
    return .object(fields)
  }

  private func location(_ range: SourceRange, _ report: LintReport) -> JSONValue {
    let source = report.sources.first { $0.file == range.start.file }
    let region = SARIFLog.region(
      line: range.start.line,
      columns: range.start.column..<range.start.column + range.length,
      snippet: source?.line(range.start.line)
    )
    let artifact = SARIFLog.artifact(range.start.file)
    return .object([("physicalLocation", SARIFLog.place(artifact, region: region))])
  }

  private func text(_ phrase: Phrase) -> JSONValue { SARIFLog.message(phrase.text(language)) }
}
