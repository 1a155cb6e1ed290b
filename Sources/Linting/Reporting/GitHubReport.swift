internal import Diagnostics

/// Writes a lint report as workflow commands of GitHub Actions, one line a remark.
///
/// - SeeAlso: GitHub Actions, "Workflow commands": `::warning file=…,line=…::message`.
struct GitHubReport {
  let language: Language

  func render(_ report: LintReport) -> String {
    report.findings.map(line).joined()
  }

  private func line(_ finding: LintFinding) -> String {
    let diagnostic = finding.diagnostic
    var properties: [String] = []
    if let range = diagnostic.range {
      properties = [
        "file=\(property(range.start.file))",
        "line=\(range.start.line)",
        "col=\(range.start.column)",
        "endColumn=\(range.start.column + range.length)",
      ]
    }
    properties.append("title=\(property(diagnostic.id.rawValue))")
    var parts = ([diagnostic.message] + diagnostic.notes).map { $0.text(language) }
    if let reason = finding.reason {
      parts.append(Phrase(vi: "đã biết: \(reason)", en: "known: \(reason)").text(language))
    } else if let help = diagnostic.help {
      parts.append(help.text(language))
    }
    let command = finding.isOpen ? diagnostic.severity.rawValue : "notice"
    let message = escaped(parts.joined(separator: "\n"))
    return "::\(command) \(properties.joined(separator: ","))::\(message)\n"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r\n", with: "%0D%0A")
      .replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private func property(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
