internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

/// What could not be judged, by cause, with what would decide it.
struct HTMLUndecided {
  /// One cause and what it keeps open.
  struct Cause {
    let sign: String
    let label: String
    let count: String
    let why: String
    let remedy: String
    let faults: [HTMLCell]
    let rules: [Line]
    let rest: String?
  }

  /// One rule, or one obligation with cells of its own to mend.
  struct Line {
    let title: String
    let rule: String
    let who: String
    let figures: String?
    let cells: [HTMLCell]
    let rest: String?
  }

  let total: String
  let causes: [Cause]
}

/// One cell of a dump: where it is, what it holds, what that means.
struct HTMLCell {
  let place: String
  let column: String?
  let value: String?
  let key: String?
  let note: String?
}

extension HTMLContext {
  /// What could not be judged; nil if everything was.
  var undecided: HTMLUndecided? {
    let groups = OpenGroup.groups(of: run)
    guard !groups.isEmpty else { return nil }
    return HTMLUndecided(
      total: count(groups.reduce(0) { $0 + $1.obligations.count }),
      causes: groups.prefix(HTMLLimit.entries).map(cause)
    )
  }

  private func cause(_ group: OpenGroup) -> HTMLUndecided.Cause {
    let until = group.neededUntil(asOf: run.asOf)
    let lines = group.hasPlaces ? places(of: group) : rules(of: group)
    return HTMLUndecided.Cause(
      sign: HTMLMarks.sign(group.cause.verdict),
      label: text(group.cause.verdict.label),
      count: count(group.obligations.count),
      why: text(run.explanation(of: group.cause, neededUntil: until)),
      remedy: text(run.remedy(for: group.cause, neededUntil: until)),
      faults: group.cause.reason == .brokenDataset ? faults(of: group.cause.datasets) : [],
      rules: lines.shown,
      rest: leftOut(lines.rest)
    )
  }

  /// The first faults of files that made datasets unreadable.
  private func faults(of datasets: [DatasetID]) -> [HTMLCell] {
    let errors = run.dataErrors.filter { datasets.contains($0.dataset) }
    let ofFiles = errors.filter { $0.row == nil || $0.column == nil }
    return (ofFiles.isEmpty ? errors : ofFiles).prefix(3).map(cell)
  }

  private func rules(of group: OpenGroup) -> (shown: [HTMLUndecided.Line], rest: Int) {
    let byRule = group.obligations.groupedInOrder(by: \.id.rule)
    let shown = byRule.prefix(HTMLLimit.entries).map { rule, obligations in
      HTMLUndecided.Line(
        title: title(of: rule),
        rule: rule.text,
        who: bearers(of: obligations),
        figures: nil,
        cells: [],
        rest: nil
      )
    }
    return (shown, byRule.count - shown.count)
  }

  private func places(of group: OpenGroup) -> (shown: [HTMLUndecided.Line], rest: Int) {
    let shown = group.obligations.prefix(HTMLLimit.entries).map { obligation in
      let cells = obligation.evidence.prefix(HTMLLimit.names).map(cell)
      return HTMLUndecided.Line(
        title: title(of: obligation.id.rule),
        rule: obligation.id.rule.text,
        who: bearer(of: obligation.id),
        figures: obligation.measured.map { text($0.phrase(asOf: run.asOf)) },
        cells: cells,
        rest: leftOut(obligation.evidenceTotal - cells.count)
      )
    }
    return (shown, group.obligations.count - shown.count)
  }

  /// Names units, each with its periods, and counts those that do not fit.
  private func bearers(of obligations: [Obligation]) -> String {
    let byUnit = obligations.groupedInOrder(by: \.id.unit)
    let names = byUnit.prefix(HTMLLimit.names).map { unit, obligations in
      let periods = obligations.compactMap(\.id.period).map { text(DateText.period($0)) }
      guard let first = periods.first, let last = periods.last else { return name(of: unit) }
      let word = text(vi: "kỳ", en: "periods")
      return periods.count == 1
        ? "\(name(of: unit)) (\(first))"
        : "\(name(of: unit)) (\(count(periods.count)) \(word): \(first)–\(last))"
    }
    let rest = leftOut(byUnit.count - names.count).map { ", \($0)" } ?? ""
    return names.joined(separator: ", ") + rest
  }

  /// A cell of evidence as the page may show it.
  func cell(_ evidence: Evidence) -> HTMLCell {
    cell(CellPlace(evidence), evidence.column, mask.shown(evidence), code: nil)
  }

  /// A mistake in the data as the page may show it.
  func cell(_ error: DataError) -> HTMLCell {
    cell(CellPlace(error), error.column, mask.shown(error), code: error.code)
  }

  private func cell(_ place: CellPlace, _ column: String?, _ shown: ShownCell, code: String?)
    -> HTMLCell
  {
    let note = shown.note.map(text) ?? ""
    let full = code.map { note.isEmpty ? "[\($0)]" : "\(note) [\($0)]" } ?? note
    let value = cell(shown.value)
    return HTMLCell(
      place: place.text,
      column: column,
      value: column == nil && value.isEmpty
        ? nil : value.isEmpty ? text(vi: "(trống)", en: "(empty)") : value,
      key: shown.key.map(cell).flatMap { $0.isEmpty ? nil : $0 },
      note: full.isEmpty ? nil : full
    )
  }
}
