internal import CivilTime
internal import Diagnostics

/// Writes a lint report for people: what is open with its line and carets, then what is known, then
/// how many there are.
struct TextLintReport {
  let language: Language

  func render(_ report: LintReport) -> String {
    let renderer = DiagnosticRenderer(language: language, sources: report.sources)
    let open = report.findings.filter(\.isOpen).map(\.diagnostic)
    var text = renderer.render(open)
    for finding in report.findings {
      guard let reason = finding.reason else { continue }
      text += renderer.render(finding.diagnostic, knownBecause: reason)
    }
    let total = [summary(report), report.unreadRemark].compactMap { $0?.text(language) }
    return text + total.joined(separator: "; ") + "\n" + advice(open)
  }

  private func summary(_ report: LintReport) -> Phrase {
    if !report.isWhole {
      return Phrase(
        vi: "\(report.errorCount) lỗi trong bộ quy tắc; chưa xét điều đáng ngờ",
        en: "\(count(report.errorCount, "error")) in the rule pack; suspicions were not looked for"
      )
    }
    return Phrase(
      vi:
        "\(report.errorCount) lỗi, \(report.warningCount) cảnh báo, \(report.knownCount) điều đã biết; "
        + "tính đến ngày \(report.asOf.vietnamese)",
      en: "\(count(report.errorCount, "error")), \(count(report.warningCount, "warning")), "
        + "\(report.knownCount) known; as of \(report.asOf)"
    )
  }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  private func advice(_ open: [Diagnostic]) -> String {
    guard let first = open.first else { return "" }
    return Phrase(
      vi: "giải thích từng mã, ví dụ: check explain \(first.id.rawValue)",
      en: "every id is explained, for instance: check explain \(first.id.rawValue)"
    ).text(language) + "\n"
  }
}
