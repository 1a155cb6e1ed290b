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
    return JSONValue.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver(ids))])),
            ("language", .string(language.rawValue)),
            ("columnKind", .string("unicodeCodePoints")),
            (
              "results",
              .array(report.findings.map { result($0, indices[$0.diagnostic.id] ?? 0, report) })
            ),
          ])
        ])
      ),
    ]).rendered
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
      ("message", .object([("text", .string(message))])),
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
    var region: [(String, JSONValue)] = [
      ("startLine", .int(range.start.line)),
      ("startColumn", .int(range.start.column)),
      ("endColumn", .int(range.start.column + range.length)),
    ]
    let source = report.sources.first { $0.file == range.start.file }
    if let line = source?.line(range.start.line) {
      region.append(("snippet", .object([("text", .string(line))])))
    }
    return .object([
      (
        "physicalLocation",
        .object([
          ("artifactLocation", .object([("uri", .string(Self.reference(to: range.start.file)))])),
          ("region", .object(region)),
        ])
      )
    ])
  }

  private func text(_ phrase: Phrase) -> JSONValue {
    .object([("text", .string(phrase.text(language)))])
  }

  /// Returns a file's path as a URI reference: RFC 3986, with everything but plain letters, digits
  /// and `-._~/` escaped.
  private static func reference(to path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var reference = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 47, 95, 126:
        reference.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        reference += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return reference
  }
}
