internal import Findings
internal import Rules

extension TerminalRendering {
  /// Writes the violations, unit by unit in register order, the gravest first.
  mutating func writeViolations() {
    let parts = run.violationsByUnit
    guard !parts.isEmpty else { return }
    let total = count(parts.reduce(0) { $0 + $1.places.count })
    let units = count(parts.count)
    heading(
      text(
        vi: "Vi phạm: \(total) nghĩa vụ của \(units) đơn vị",
        en: "Violations: \(total) obligations of \(units) units"
      ),
      .bad
    )
    for part in parts {
      page.blank()
      let number = count(part.places.count)
      page.line([
        .init(name(of: part.unit), .strong), .init(" (\(part.unit))", .faint),
        .init(text(vi: ": \(number) vi phạm", en: ": \(number)")),
      ])
      for place in part.places { write(run.obligations[place]) }
    }
  }

  func severity(of obligation: Obligation) -> Severity {
    rules[obligation.id.rule]?.severity ?? .critical
  }

  /// Writes one violation with everything needed to contest it.
  private mutating func write(_ violation: Obligation) {
    let rule = rules[violation.id.rule]
    let period = violation.id.period.map { " – \(text(DateText.period($0)))" } ?? ""
    page.line(
      [
        .init("✗ \(text(violation.verdict.label)): ", .bad),
        .init(title(of: violation.id.rule) + period, .strong),
      ],
      indent: 2
    )
    let clauses = (rule?.clauses ?? []).map(\.description).joined(separator: ", ")
    let severity = text(severity(of: violation).label)
    page.line(
      [
        .init("\(violation.id.rule) · ", .faint),
        .init(text(vi: "căn cứ \(clauses)", en: "clause \(clauses)")),
        .init(" · \(severity)", violation.isGrave(rules) ? .bad : .plain),
      ],
      indent: 4
    )
    if let deadline = violation.deadlineText { page.line(text(deadline), indent: 4) }
    page.line([.init(text(run.message(of: violation)), .strong)], indent: 4)
    if let excluded = violation.measured?.exclusionPhrase { page.line(text(excluded), indent: 4) }
    writeSighting(of: violation, indent: 4)
    writeWaiver(of: violation, indent: 4)
    writeEvidence(of: violation, indent: 4)
    if let guidance = violation.guidance(of: rule) {
      page.line([.init("→ \(guidance)", .good)], indent: 4)
    }
    let supporting = (rule?.supporting ?? []).filter(run.rules.units.indices.contains)
      .map { run.rules.units[$0] }.filter { $0.id != violation.id.unit }
    if !supporting.isEmpty {
      let names = supporting.map(\.name).joined(separator: ", ")
      page.line(text(vi: "phối hợp: \(names)", en: "supporting: \(names)"), indent: 4)
    }
  }

  /// Writes the cells that a verdict rests on.
  mutating func writeEvidence(of obligation: Obligation, indent: Int) {
    for evidence in obligation.evidence {
      cell(CellPlace(evidence), evidence.column, mask.shown(evidence), indent: indent)
    }
    let rest = obligation.evidenceTotal - obligation.evidence.count
    guard rest > 0 else { return }
    page.line(
      text(vi: "… và \(count(rest)) minh chứng nữa", en: "… and \(count(rest)) more"),
      indent: indent
    )
  }

  /// Writes which waiver worked, who approved it and why.
  mutating func writeWaiver(of obligation: Obligation, indent: Int) {
    guard let waiver = run.waiverPhrase(of: obligation) else { return }
    page.line(text(waiver), indent: indent)
  }
}

extension Obligation {
  fileprivate func isGrave(_ rules: [RuleID: Rule]) -> Bool {
    rules[id.rule]?.severity == .critical
  }
}
