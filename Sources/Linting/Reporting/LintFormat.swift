public import Diagnostics

/// The formats of a lint report.
public enum LintFormat: String, Sendable, Hashable, CaseIterable {
  /// For people.
  case text
  /// For programs.
  case json
  /// For code scanning: the Static Analysis Results Interchange Format.
  case sarif
  /// For GitHub Actions: workflow commands, shown at the lines of a change.
  case github

  /// Writes a report.
  ///
  /// - Parameters:
  ///   - report: What was found.
  ///   - language: The language of everything printed.
  /// - Returns: A whole file or stream, in UTF-8; the same report gives the same bytes.
  public func render(_ report: LintReport, _ language: Language) -> [UInt8] {
    switch self {
    case .text: Array(TextLintReport(language: language).render(report).utf8)
    case .json: JSONLintReport(language: language).render(report)
    case .sarif: SARIFReport(language: language).render(report)
    case .github: Array(GitHubReport(language: language).render(report).utf8)
    }
  }
}
