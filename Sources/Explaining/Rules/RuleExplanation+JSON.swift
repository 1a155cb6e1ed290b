internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Engine
internal import Findings
internal import Reports
internal import Rules

extension RuleExplanation {
  /// The explanation as one object.
  func json(_ language: Language) -> JSONValue {
    func texts(_ phrases: [Phrase]) -> JSONValue { .texts(phrases.map { $0.text(language) }) }
    let words = DemandWords(rules: rules, rule: rule, check: check)
    return .object([
      ("schema", .string("check-explain/1")),
      ("kind", .string("rule")),
      ("as_of", .string(asOf.description)),
      ("rule", .string(rule.id.text)),
      ("title", .string(rule.title)),
      ("severity", .string(rule.severity.rawValue)),
      ("tags", .texts(rule.tags)),
      ("check", .string(rule.checkKind)),
      (
        "place",
        .text(rule.range.map { "\($0.start.file):\($0.start.line):\($0.start.column)" })
      ),
      (
        "clauses",
        .array(
          rule.clauses.map { reference in
            let document = rules.documents.first { $0.id == reference.document }
            let clause = document?.clauses.first { $0.id == reference.clause }
            return .object([
              ("clause", .string(reference.description)),
              ("summary", .text(clause?.summary)),
              ("document", .text(document?.title)),
            ])
          }
        )
      ),
      ("each", .bool(isDivided)),
      ("units", .texts(units.map { rules.units[$0].id.text })),
      ("supporting", .texts(rule.supporting.map { rules.units[$0].id.text })),
      ("effective_from", .text(rule.effective.from?.description)),
      ("effective_to", .text(rule.effective.to?.description)),
      ("every", .text(rule.every?.rawValue)),
      ("roll", .string(rule.rolling.ways.map(\.rawValue).joined(separator: ", "))),
      ("remind", .text(rule.remind?.description)),
      ("time", texts(time)),
      ("calendar", deadlines.json(language)),
      ("rows", .array(check.rows.map { rows in json(rows) })),
      ("demand", texts(words.demand)),
      ("if_empty", .text(check.ifEmpty)),
      ("doubts", texts(words.doubts)),
      ("waivers", texts(waivers.map { rules.words($0) })),
      ("guidance", .text(rule.guidance)),
    ])
  }

  private var isDivided: Bool {
    switch rule.bearer {
    case .unit: false
    case .each, .everyone: true
    }
  }

  private func json(_ rows: DescribedRows) -> JSONValue {
    let dataset = rules.datasets[rows.dataset]
    func id(_ column: Int?) -> JSONValue { .text(column.map { dataset.columns[$0].id }) }
    return .object([
      ("dataset", .string(dataset.id.text)),
      ("file", .string(dataset.file)),
      ("where", .texts(rows.conditions)),
      (
        "exclude",
        .array(
          rows.exclusions.map {
            .object([("reason", .string($0.reason)), ("where", .texts($0.conditions))])
          }
        )
      ),
      ("unit", id(rows.division.unitColumn)),
      ("period", id(rows.division.period?.column)),
    ])
  }
}
