internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension JSONRendering {
  /// One obligation with its dates and figures.
  func obligation(_ obligation: Obligation) -> JSONValue {
    .object([
      ("fingerprint", .string(obligation.id.fingerprint)),
      ("rule", .string(obligation.id.rule.text)),
      ("unit", .string(obligation.id.unit.text)),
      ("period", .text(obligation.id.period?.description)),
      ("verdict", .string(obligation.verdict.rawValue)),
      ("reason", .text(obligation.reason?.rawValue)),
      ("nominal_due", .text(obligation.deadline?.nominal.description)),
      ("due", .text(obligation.deadline?.effective.description)),
      ("done", .text(obligation.done?.description)),
      ("days_late", .number(obligation.daysLate)),
      ("measured", obligation.measured.map(measured) ?? .null),
      ("waiver", .text(obligation.waiver)),
      ("due_soon", .bool(obligation.isDueSoon)),
    ])
  }

  /// The figures of a check; `extra` only where a check counts it.
  private func measured(_ measured: Measured) -> JSONValue {
    .object(
      [
        ("true", .int(measured.trueCount)),
        ("false", .int(measured.falseCount)),
        ("unknown", .int(measured.unknownCount)),
        ("perhaps", .int(measured.perhapsCount)),
        ("excluded", .int(measured.excludedCount)),
      ]
        + (measured.extra.map { [("extra", .int($0))] } ?? [])
        + [("value", .text(measured.decimalValue)), ("target", .text(measured.target))]
    )
  }

  /// One violation with everything needed to contest it.
  func violation(_ obligation: Obligation) -> JSONValue {
    let rule = rules[obligation.id.rule]
    let unit = units[obligation.id.unit]
    let supporting = (rule?.supporting ?? []).compactMap { index in
      run.rules.units.indices.contains(index) ? run.rules.units[index].id.text : nil
    }
    return .object([
      ("fingerprint", .string(obligation.id.fingerprint)),
      ("rule", .string(obligation.id.rule.text)),
      ("title", .text(rule?.title)),
      ("clauses", .texts((rule?.clauses ?? []).map(\.description))),
      ("severity", .text(rule?.severity.rawValue)),
      ("unit", .string(obligation.id.unit.text)),
      ("unit_name", .text(unit?.name)),
      ("period", .text(obligation.id.period?.description)),
      ("verdict", .string(obligation.verdict.rawValue)),
      ("message", text(run.fullMessage(of: obligation))),
      ("guidance", .text(rule?.guidance)),
      ("supporting", .texts(supporting)),
      ("evidence_total", .int(obligation.evidenceTotal)),
      ("evidence", .array(obligation.evidence.map(evidence))),
    ])
  }

  private func evidence(_ evidence: Evidence) -> JSONValue {
    let shown = mask.shown(evidence)
    return .object([
      ("dataset", .string(evidence.dataset.text)),
      ("file", .string(evidence.file)),
      ("sheet", .text(evidence.sheet)),
      ("row", .number(evidence.row)),
      ("cell", .text(evidence.cell)),
      ("key", .text(shown.key)),
      ("column", .text(evidence.column)),
      ("value", .string(shown.value)),
      ("note", .text(shown.note?.text(language))),
    ])
  }

  /// One mistake in the data.
  func dataError(_ error: DataError) -> JSONValue {
    let shown = mask.shown(error)
    return .object([
      ("dataset", .string(error.dataset.text)),
      ("file", .string(error.file)),
      ("sheet", .text(error.sheet)),
      ("row", .number(error.row)),
      ("cell", .text(error.cell)),
      ("column", .text(error.column)),
      ("value", .string(shown.value)),
      ("code", .string(error.code)),
      ("message", .text(shown.note?.text(language))),
    ])
  }
}
