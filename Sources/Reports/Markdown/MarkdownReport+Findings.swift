internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension MarkdownRendering {
  /// Writes what could not be judged, by cause, and what would decide it.
  mutating func writeUndecided() {
    let groups = OpenGroup.groups(of: run)
    guard !groups.isEmpty else { return }
    let total = view.count(groups.reduce(0) { $0 + $1.obligations.count })
    heading(
      2,
      say(vi: "Chưa kết luận được: \(total) nghĩa vụ", en: "Not decided: \(total) obligations")
    )
    for group in groups {
      let until = group.neededUntil(asOf: run.asOf)
      let label = escaped(view.text(group.cause.verdict.label))
      let why = escaped(view.text(run.explanation(of: group.cause, neededUntil: until)))
      let remedy = escaped(view.text(run.remedy(for: group.cause, neededUntil: until)))
      let needed = say(vi: "cần", en: "needed")
      line("- **\(label)**: \(why); \(needed): \(remedy)")
      let byRule = TerminalRendering.grouped(group.obligations, by: \.id.rule)
      for (rule, obligations) in byRule.prefix(Limit.rules) {
        let names = view.text(run.bearers(of: obligations, atMost: Limit.units))
        line("  - \(name(of: rule)): \(escaped(names))")
        if group.hasPlaces { writeCells(of: obligations) }
      }
      let rest = byRule.count - Limit.rules
      if rest > 0 {
        let number = view.count(rest)
        line("  - " + say(vi: "… và \(number) quy tắc nữa", en: "… and \(number) more rules"))
      }
    }
  }

  private mutating func writeCells(of obligations: [Obligation]) {
    let shown = Array(obligations.lazy.flatMap(\.evidence).prefix(Limit.cells))
    for evidence in shown { line("    - \(cell(evidence))") }
    let total = obligations.reduce(0) { $0 + $1.evidenceTotal }
    let rest = total - shown.count
    if rest > 0 { line("    - \(more(rest))") }
  }

  private func more(_ count: Int) -> String {
    let number = view.count(count)
    return say(vi: "… và \(number) minh chứng nữa", en: "… and \(number) more")
  }

  /// A rule's title and id.
  private func name(of rule: RuleID) -> String {
    "\(escaped(view.title(of: rule))) \(MarkdownText.code(rule.text))"
  }

  /// Where a cell is, what it holds and what that means.
  private func cell(_ evidence: Evidence) -> String {
    cell(CellPlace(evidence), evidence.column, view.mask.shown(evidence))
  }

  private func cell(_ place: CellPlace, _ column: String?, _ shown: ShownCell) -> String {
    var text = MarkdownText.code(place.text)
    if let column {
      let value = SummaryTable.cut(shown.value, to: Limit.cellCharacters)
      text += " " + MarkdownText.code("\(column) = \"\(value)\"")
    }
    if let key = shown.key, !key.isEmpty {
      text += " (\(escaped(SummaryTable.cut(key, to: Limit.cellCharacters))))"
    }
    if let note = shown.note { text += " \(escaped(view.text(note)))" }
    return text
  }

  /// Writes the mistakes in the data.
  mutating func writeDataErrors() {
    guard run.dataErrorTotal > 0 else { return }
    let total = view.count(run.dataErrorTotal)
    heading(2, say(vi: "Lỗi dữ liệu: \(total)", en: "Data errors: \(total)"))
    for error in run.dataErrors.prefix(Limit.dataErrors) {
      let place = cell(CellPlace(error), error.column, view.mask.shown(error))
      line("- \(place) \(MarkdownText.code(error.code))")
    }
    let rest = run.dataErrorTotal - min(run.dataErrors.count, Limit.dataErrors)
    if rest > 0 {
      let number = view.count(rest)
      line("- " + say(vi: "… và \(number) lỗi nữa", en: "… and \(number) more"))
    }
  }

  /// Writes how many violations changed since the run that this one is compared with.
  mutating func writeChanges() {
    guard let chronicle = view.chronicle, let baseline = chronicle.baseline else { return }
    let date = view.text(DateText.date(baseline.asOf))
    heading(2, say(vi: "So với lần ngày \(date)", en: "Since the run of \(date)"))
    for kind in Chronicle.Change.Kind.allCases {
      let changes = chronicle.changes.filter { $0.kind == kind }
      guard !changes.isEmpty else { continue }
      line("- \(escaped(view.text(kind.label))): \(view.count(changes.count))")
    }
    if chronicle.changes.isEmpty {
      line("- " + say(vi: "không có thay đổi nào", en: "nothing changed"))
    }
  }

  // MARK: Violations

  /// Writes the violations, unit by unit in register order, the gravest first.
  mutating func writeViolations() {
    let parts = run.violationsByUnit
    guard !parts.isEmpty else { return }
    let total = view.count(parts.reduce(0) { $0 + $1.places.count })
    let units = view.count(parts.count)
    heading(
      2,
      say(
        vi: "Vi phạm: \(total) nghĩa vụ của \(units) đơn vị",
        en: "Violations: \(total) obligations of \(units) units"
      )
    )
    text.removeLast()
    for part in parts {
      let number = view.count(part.places.count)
      let name = "\(escaped(view.name(of: part.unit))) (\(MarkdownText.code(part.unit.text)))"
      heading(3, name + say(vi: ": \(number) vi phạm", en: ": \(number)"))
      table(
        [
          say(vi: "Mức độ", en: "Severity"), say(vi: "Kết luận", en: "Verdict"),
          say(vi: "Nghĩa vụ", en: "Obligation"), say(vi: "Căn cứ", en: "Clause"),
          say(vi: "Nhận định", en: "Finding"), say(vi: "Minh chứng", en: "Evidence"),
          say(vi: "Việc cần làm", en: "What to do"),
        ],
        part.places.prefix(Limit.violations).map { violation(run.obligations[$0]) }
      )
      writeRest(part.places.count - Limit.violations)
    }
  }

  private func violation(_ obligation: Obligation) -> [String] {
    let row = view.row(obligation)
    let clauses = view.clauses(of: obligation.id.rule).map(MarkdownText.code)
    var cells = obligation.evidence.prefix(Limit.cells).map(cell)
    let rest = obligation.evidenceTotal - cells.count
    if rest > 0 { cells.append(more(rest)) }
    let severity = view.severity(of: obligation.id.rule)
    let label = escaped(view.text(severity.label))
    return [
      severity == .critical ? "**\(label)**" : label,
      escaped(view.text(obligation.verdict.label)),
      "\(escaped(view.title(of: obligation.id))) \(MarkdownText.code(obligation.id.rule.text))",
      clauses.joined(separator: ", "),
      finding(row),
      cells.joined(separator: "<br>"),
      actions(row),
    ]
  }

  /// The deadline, the figures, since when, and the waiver, a line each.
  private func finding(_ row: FindingRow) -> String {
    var parts: [String] = []
    if let deadline = row.obligation.deadlineText { parts.append(view.text(deadline)) }
    parts.append(row.value(.message).plain)
    if let change = view.change(of: row.id) { parts.append(view.text(change.kind.label)) }
    if let sighting = view.sighting(of: row.id) { parts.append(view.text(sighting.phrase)) }
    if let waiver = run.waiverPhrase(of: row.obligation) { parts.append(view.text(waiver)) }
    return parts.map(escaped).joined(separator: "<br>")
  }

  private func actions(_ row: FindingRow) -> String {
    var parts = [row.value(.guidance).plain]
    let supporting = row.value(.supporting).plain
    if !supporting.isEmpty {
      parts.append(say(vi: "phối hợp: \(supporting)", en: "supporting: \(supporting)"))
    }
    return parts.filter { !$0.isEmpty }.map(escaped).joined(separator: "<br>")
  }

  // MARK: Soon, waived

  /// Writes what falls due soon, the nearest first.
  mutating func writeDueSoon() {
    let soon = run.dueSoon
    guard !soon.isEmpty else { return }
    let total = view.count(soon.count)
    heading(2, say(vi: "Sắp đến hạn: \(total)", en: "Due soon: \(total)"))
    for obligation in soon.prefix(Limit.obligations) {
      let due = (obligation.deadline?.effective).map { "\(view.text(DateText.date($0))): " } ?? ""
      line("- \(due)\(bearer(of: obligation))")
    }
    writeRest(soon.count - Limit.obligations)
  }

  /// Writes what a waiver takes out or eases, with who approved it.
  mutating func writeWaived() {
    let waived = run.obligations.filter { obligation in
      obligation.verdict == .waived
        || (obligation.waiver != nil && !obligation.verdict.isViolation)
    }
    guard !waived.isEmpty else { return }
    let total = view.count(waived.count)
    heading(
      2,
      say(
        vi: "Được miễn, gia hạn hoặc giảm chỉ tiêu: \(total)",
        en: "Waived, or eased by a waiver: \(total)"
      )
    )
    for obligation in waived.prefix(Limit.obligations) {
      let verdict = escaped(view.text(obligation.verdict.label))
      let waiver = escaped(view.row(obligation).value(.waiverText).plain)
      line("- \(verdict): \(bearer(of: obligation)); \(waiver)")
    }
    writeRest(waived.count - Limit.obligations)
  }

  private func bearer(of obligation: Obligation) -> String {
    let unit = escaped(view.name(of: obligation.id.unit))
    let rule = MarkdownText.code(obligation.id.rule.text)
    return "\(unit) – \(escaped(view.title(of: obligation.id))) \(rule)"
  }
}
