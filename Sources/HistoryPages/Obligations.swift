internal import CivilTime
internal import Diagnostics
internal import Findings
internal import History
internal import Reports
internal import Rules

extension RecordedVerdict {
  /// The obligation in words: title, rule and period.
  func name(_ style: HistoryStyle) -> String {
    let period = id.period.map { " (\(style.text(DateText.period($0))))" } ?? ""
    return "\(title) [\(id.rule)]\(period)"
  }

  /// The obligation for programs.
  func json(
    _ language: Language,
    change: Chronicle.Change.Kind?,
    sighting: Chronicle.Sighting?
  ) -> JSONValue {
    .object([
      ("fingerprint", .string(id.fingerprint)),
      ("rule", .string(id.rule.text)),
      ("title", .string(title)),
      ("clauses", .texts(clauses)),
      ("severity", .string(severity.rawValue)),
      ("rule_digest", .string("sha256:\(terms.ruleDigest)")),
      ("unit", .string(id.unit.text)),
      ("period", .text(id.period?.description)),
      ("verdict", .string(verdict.rawValue)),
      ("reason", .text(reason?.rawValue)),
      ("nominal_due", .text(terms.nominalDue?.description)),
      ("due", .text(terms.due?.description)),
      ("done", .text(done?.description)),
      ("days_late", .number(daysLate)),
      ("measured", measured?.json ?? .null),
      ("waiver", .text(waiver)),
      ("evidence_total", .int(evidenceTotal)),
      ("message", .text(said?.text(language))),
      ("change", .text(change?.rawValue)),
      ("first_seen", .text(sighting?.firstSeen.description)),
      ("last_seen", .text(sighting?.lastSeen.description)),
      ("since", .text(sighting?.since.description)),
      ("months", .number(sighting?.periods)),
    ])
  }
}

extension ObligationID {
  /// The obligation in words, without its title.
  func name(_ style: HistoryStyle) -> String {
    let period = period.map { " (\(style.text(DateText.period($0))))" } ?? ""
    return "[\(rule)]\(period)"
  }

  /// The obligation for programs, ids only.
  var json: JSONValue {
    .object([
      ("fingerprint", .string(fingerprint)),
      ("rule", .string(rule.text)),
      ("unit", .string(unit.text)),
      ("period", .text(period?.description)),
    ])
  }
}

extension Measured {
  /// The figures for programs, as the JSON report has them.
  fileprivate var json: JSONValue {
    .object([
      ("true", .int(trueCount)),
      ("false", .int(falseCount)),
      ("unknown", .int(unknownCount)),
      ("perhaps", .int(perhapsCount)),
      ("excluded", .int(excludedCount)),
      ("extra", .number(extra)),
      ("value", .text(value)),
      ("target", .text(target)),
    ])
  }
}

/// How many changes there are of each kind.
struct ChangeCounts {
  private let counts: [Chronicle.Change.Kind: Int]

  /// Counts changes.
  init(_ changes: some Sequence<Chronicle.Change>) {
    counts = changes.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
  }

  /// The number of changes of a kind.
  subscript(kind: Chronicle.Change.Kind) -> Int { counts[kind] ?? 0 }

  /// The counts in words: what is always asked, and whatever else there is.
  var phrase: Phrase {
    let always: Set<Chronicle.Change.Kind> = [.new, .continuing, .resolved]
    let parts = Chronicle.Change.Kind.shown.filter { always.contains($0) || self[$0] > 0 }
      .map { kind in Phrase(verbatim: "\(self[kind]) ") + kind.label }
    return Phrase(
      vi: parts.map(\.vi).joined(separator: ", "),
      en: parts.map(\.en).joined(separator: ", ")
    )
  }

  /// The counts for programs.
  var json: JSONValue {
    .object(Chronicle.Change.Kind.allCases.map { ($0.rawValue, .int(self[$0])) })
  }
}
