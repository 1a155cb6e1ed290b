internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

/// Obligations that one cause keeps open.
struct OpenGroup {
  let cause: OpenCause
  let obligations: [Obligation]

  /// The groups of a run: errors before missing data, then by order of the first obligation.
  static func groups(of run: Run) -> [OpenGroup] {
    var order: [OpenCause] = []
    var members: [OpenCause: [Obligation]] = [:]
    for obligation in run.obligations where obligation.verdict.isUndecided {
      let cause = obligation.openCause
      if members[cause] == nil { order.append(cause) }
      members[cause, default: []].append(obligation)
    }
    let errors = order.filter { $0.verdict == .error }
    return (errors + order.filter { $0.verdict != .error }).map {
      OpenGroup(cause: $0, obligations: members[$0] ?? [])
    }
  }

  /// The latest day up to which one of the obligations needs complete data.
  func neededUntil(asOf: CivilDate) -> CivilDate {
    obligations.map { $0.neededUntil(asOf: asOf) }.max() ?? asOf
  }

  /// Whether each obligation has places of its own to look at.
  var hasPlaces: Bool {
    switch cause.reason {
    case .missingDataset, .brokenDataset, .emptyDataset, .incompleteData, .noDate: false
    case .unknownRows, .emptyPopulation, .ruleError, nil: true
    }
  }
}

extension TerminalRendering {
  /// Writes what could not be judged, by cause, and what would decide it.
  mutating func writeUndecided() {
    let groups = OpenGroup.groups(of: run)
    guard !groups.isEmpty else { return }
    let total = count(groups.reduce(0) { $0 + $1.obligations.count })
    heading(
      text(vi: "Chưa kết luận được: \(total) nghĩa vụ", en: "Not decided: \(total) obligations"),
      .doubtful
    )
    for group in groups {
      page.blank()
      let until = group.neededUntil(asOf: run.asOf)
      let label = text(group.cause.verdict.label)
      let why = text(run.explanation(of: group.cause, neededUntil: until))
      page.line([.init("? \(label): ", .doubtful), .init(why, .strong)], indent: 2)
      let remedy = text(run.remedy(for: group.cause, neededUntil: until))
      page.line(text(vi: "cần: \(remedy)", en: "needed: \(remedy)"), indent: 4)
      if group.cause.reason == .brokenDataset { writeFaults(of: group.cause.datasets) }
      if group.hasPlaces {
        for obligation in group.obligations { writeOpen(obligation) }
      } else {
        writeRules(of: group)
      }
    }
  }

  /// Writes the first faults of files that made datasets unreadable.
  private mutating func writeFaults(of datasets: [DatasetID]) {
    let errors = run.dataErrors.filter { datasets.contains($0.dataset) }
    let ofFiles = errors.filter { $0.row == nil || $0.column == nil }
    for error in (ofFiles.isEmpty ? errors : ofFiles).prefix(Limit.faults) {
      cell(CellPlace(error), error.column, mask.shown(error), indent: 4)
    }
  }

  /// Writes one line a rule, with the units it leaves open.
  private mutating func writeRules(of group: OpenGroup) {
    let byRule = Self.grouped(group.obligations, by: \.id.rule)
    for (rule, obligations) in byRule.prefix(Limit.rules) {
      let names = text(run.bearers(of: obligations, atMost: Limit.units))
      page.line(
        [.init(title(of: rule)), .init(" [\(rule)]", .faint), .init(": \(names)")],
        indent: 4
      )
    }
    let rest = byRule.dropFirst(Limit.rules)
    guard !rest.isEmpty else { return }
    let obligations = count(rest.reduce(0) { $0 + $1.1.count })
    page.line(
      text(
        vi: "… và \(count(rest.count)) quy tắc nữa (\(obligations) nghĩa vụ)",
        en: "… and \(count(rest.count)) more rules (\(obligations) obligations)"
      ),
      indent: 4
    )
  }

  /// Writes one open obligation with its figures and the cells to mend.
  private mutating func writeOpen(_ obligation: Obligation) {
    var spans: [Page.Span] = [
      .init("\(bearer(of: obligation.id)): "), .init(title(of: obligation.id.rule)),
      .init(" [\(obligation.id.rule)]", .faint),
    ]
    if obligation.measured != nil {
      spans.append(.init(" – \(text(run.message(of: obligation)))"))
    }
    page.line(spans, indent: 4)
    writeEvidence(of: obligation, indent: 6)
  }

  /// Groups elements in the order in which their keys first appear.
  static func grouped<Key: Hashable>(
    _ obligations: [Obligation],
    by key: (Obligation) -> Key
  ) -> [(Key, [Obligation])] {
    var order: [Key] = []
    var members: [Key: [Obligation]] = [:]
    for obligation in obligations {
      let name = key(obligation)
      if members[name] == nil { order.append(name) }
      members[name, default: []].append(obligation)
    }
    return order.map { ($0, members[$0] ?? []) }
  }

  /// Writes the mistakes in the data.
  mutating func writeDataErrors() {
    guard run.dataErrorTotal > 0 else { return }
    let total = count(run.dataErrorTotal)
    heading(text(vi: "Lỗi dữ liệu: \(total)", en: "Data errors: \(total)"), .doubtful)
    for error in run.dataErrors.prefix(Limit.dataErrors) {
      cell(CellPlace(error), error.column, mask.shown(error), code: error.code)
    }
    let rest = run.dataErrorTotal - min(run.dataErrors.count, Limit.dataErrors)
    guard rest > 0 else { return }
    page.line(
      text(vi: "… và \(count(rest)) lỗi nữa", en: "… and \(count(rest)) more"),
      indent: 2
    )
  }

  private mutating func cell(
    _ place: CellPlace,
    _ column: String?,
    _ shown: ShownCell,
    code: String
  ) {
    let note = (shown.note ?? Phrase(verbatim: "")) + " [\(code)]"
    cell(place, column, ShownCell(value: shown.value, key: shown.key, note: note), indent: 2)
  }
}
