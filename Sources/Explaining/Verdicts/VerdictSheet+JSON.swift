internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Reports
internal import Rules

extension VerdictSheet {
  /// The derivation as one object.
  func json(_ language: Language) -> JSONValue {
    let measured = obligation.measured
    let derivation = obligation.derivation
    return .object([
      ("fingerprint", .string(obligation.id.fingerprint)),
      ("rule", .string(obligation.id.rule.text)),
      ("title", .text(rule?.title)),
      ("clauses", .texts((rule?.clauses ?? []).map(\.description))),
      ("unit", .string(obligation.id.unit.text)),
      ("unit_name", .string(unitName)),
      ("period", .text(obligation.id.period?.description)),
      ("verdict", .string(obligation.verdict.rawValue)),
      ("bare_verdict", .text(derivation?.bare.rawValue)),
      ("reason", .text(obligation.reason?.rawValue)),
      ("message", .string(run.message(of: obligation).text(language))),
      (
        "deadline",
        .object([
          ("nominal", .text(obligation.deadline?.nominal.description)),
          ("rolled", .text(obligation.deadline?.rolled.description)),
          ("effective", .text(obligation.deadline?.effective.description)),
          ("holiday", .text(obligation.deadline?.holiday)),
          ("steps", .texts(deadline.map { $0.text(language) })),
        ])
      ),
      ("done", .text(obligation.done?.description)),
      ("days_late", .number(obligation.daysLate)),
      ("waiver", .text(derivation?.waiver)),
      ("sources", .array((derivation?.sources ?? []).map(source))),
      ("rows", .array((derivation?.rows ?? []).map(flow))),
      (
        "arithmetic",
        measured.map { measured in
          .object([
            ("true", .int(measured.trueCount)),
            ("false", .int(measured.falseCount)),
            ("unknown", .int(measured.unknownCount)),
            ("perhaps", .int(measured.perhapsCount)),
            ("excluded", .int(measured.excludedCount)),
            ("extra", .number(measured.extra)),
            ("numerator", .number(measured.numeratorAndDenominator?.part)),
            ("denominator", .number(measured.numeratorAndDenominator?.whole)),
            ("value", .text(measured.decimalValue)),
            ("target", .text(measured.target)),
            ("text", .string(measured.phrase(asOf: run.asOf).text(language))),
          ])
        } ?? .null
      ),
      (
        "judgement",
        .object([
          ("step", .text(derivation?.step.rawValue)),
          ("favourable", .text(derivation?.favourable?.rawValue)),
          ("unfavourable", .text(derivation?.unfavourable?.rawValue)),
          ("steps", .texts(steps.map { $0.text(language) })),
        ])
      ),
      ("evidence_total", .int(obligation.evidenceTotal)),
      (
        "evidence",
        .array(
          obligation.evidence.map { evidence in
            let shown = mask.shown(evidence)
            return .object([
              ("dataset", .string(evidence.dataset.text)),
              ("file", .string(evidence.file)),
              ("row", .number(evidence.row)),
              ("key", .text(shown.key)),
              ("column", .text(evidence.column)),
              ("value", .string(shown.value)),
              ("note", .text(shown.note?.text(language))),
            ])
          }
        )
      ),
    ])
  }

  private func source(_ source: Derivation.Source) -> JSONValue {
    .object([
      ("dataset", .string(source.dataset.text)),
      ("fault", .text(source.fault?.rawValue)),
      ("covers_until", .string(source.coversUntil.description)),
      ("needed_until", .text(source.neededUntil?.description)),
      (
        "files",
        .array(
          run.inputs.filter { $0.dataset == source.dataset && $0.file != nil }.map { input in
            .object([
              ("file", .text(input.file)),
              ("sha256", .text(input.sha256)),
              ("rows", .int(input.rows)),
              ("data_errors", .int(input.dataErrors)),
            ])
          }
        )
      ),
    ])
  }

  private func flow(_ flow: RowFlow) -> JSONValue {
    .object([
      ("dataset", .string(flow.dataset.text)),
      ("total", .int(flow.total)),
      ("elsewhere", .int(flow.elsewhere)),
      ("outside", .int(flow.outside)),
      (
        "excluded",
        .array(
          flow.excluded.map {
            .object([("reason", .string($0.reason)), ("count", .int($0.count))])
          }
        )
      ),
      (
        "counts",
        .object(
          RowOutcome.allCases.filter { $0 != .excluded }
            .map { ($0.rawValue, .int(flow.counts[$0] ?? 0)) }
        )
      ),
      (
        "rows",
        .array(
          flow.rows.map { row in
            .object([
              ("outcome", .string(row.outcome.rawValue)),
              ("file", .string(row.file)),
              ("row", .number(row.line)),
              ("cells", .object(row.cells.map { ($0.column, .string(shown($0))) })),
            ])
          }
        )
      ),
    ])
  }
}
