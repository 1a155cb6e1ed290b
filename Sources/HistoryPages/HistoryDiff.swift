internal import CivilTime
public import Diagnostics
internal import Findings
public import History
internal import Reports
internal import Rules

/// What lies between two recorded runs, by kind and by unit.
public struct HistoryDiff: HistoryPage {
  private let earlier: RecordedRun
  private let later: RecordedRun
  private let changes: [Chronicle.Change]
  /// The changes by kind and unit, in their order.
  private let groups: [Chronicle.Change.Kind: [UnitID: [Chronicle.Change]]]
  /// The verdicts of the later run, those of the earlier one for what is gone.
  private let verdicts: [ObligationID: RecordedVerdict]

  /// Compares two runs.
  ///
  /// - Parameters:
  ///   - earlier: The run to compare with, with its verdicts.
  ///   - later: The run to say something about, with its verdicts.
  public init(
    from earlier: (run: RecordedRun, verdicts: [RecordedVerdict]),
    to later: (run: RecordedRun, verdicts: [RecordedVerdict])
  ) {
    self.earlier = earlier.run
    self.later = later.run
    let changes =
      Comparison(
        from: .init(
          asOf: earlier.run.asOf,
          isWhole: earlier.run.isWhole,
          verdicts: earlier.verdicts
        ),
        to: .init(asOf: later.run.asOf, isWhole: later.run.isWhole, verdicts: later.verdicts)
      ).changes
    self.changes = changes
    groups = Dictionary(grouping: changes, by: \.kind).mapValues { group in
      Dictionary(grouping: group) { $0.obligation.unit }
    }
    verdicts = Dictionary((later.verdicts + earlier.verdicts).map { ($0.id, $0) }) { first, _ in
      first
    }
  }

  /// Writes the page for people.
  public func text(_ style: HistoryStyle) -> String {
    var page = style.page
    page.line([Page.Span(style.text(Messages.comparison(earlier, later)), .strong)])
    for remark in remarks { page.line(style.text(remark)) }
    guard !changes.isEmpty else {
      page.line(style.text(Messages.noChange))
      return page.text
    }
    page.line(style.text(ChangeCounts(changes).phrase))
    page.blank()
    unitTable(style).write(to: &page)
    for kind in Chronicle.Change.Kind.shown { write(kind, &page, style) }
    return page.text
  }

  private var remarks: [Phrase] {
    var remarks: [Phrase] = []
    if !earlier.isWhole || !later.isWhole { remarks.append(Messages.onlyShared) }
    if earlier.usesWaivers != later.usesWaivers { remarks.append(Messages.waiversDiffer) }
    if earlier.pack != later.pack { remarks.append(Messages.packsDiffer) }
    if earlier.rulesDigest != later.rulesDigest { remarks.append(Messages.rulesDiffer) }
    if earlier.tool != later.tool { remarks.append(Messages.toolsDiffer) }
    return remarks
  }

  /// The units with changes, in the order of the later run, then those that only the earlier had.
  private var units: [UnitID] {
    let own = later.units.map(\.unit)
    let known = Set(own)
    let all = own + earlier.units.map(\.unit).filter { !known.contains($0) }
    let changed = Set(changes.map(\.obligation.unit))
    return all.filter(changed.contains)
  }

  private func name(of unit: UnitID) -> String {
    later.result(of: unit)?.name ?? earlier.name(of: unit)
  }

  private var kinds: [Chronicle.Change.Kind] {
    let counts = ChangeCounts(changes)
    return Chronicle.Change.Kind.shown.filter { counts[$0] > 0 }
  }

  private func unitTable(_ style: HistoryStyle) -> Grid {
    let kinds = self.kinds
    var grid = Grid(
      [Grid.Column(style.text(Messages.unit))]
        + kinds.map { Grid.Column(style.text($0.label), isNumber: true) }
    )
    for unit in units {
      let counts = kinds.map { groups[$0]?[unit]?.count ?? 0 }
      grid.add([name(of: unit)] + counts.map { $0 == 0 ? "·" : "\($0)" })
    }
    return grid
  }

  private func write(
    _ kind: Chronicle.Change.Kind,
    _ page: inout Page,
    _ style: HistoryStyle
  ) {
    guard let group = groups[kind] else { return }
    let count = group.values.reduce(0) { $0 + $1.count }
    page.blank()
    page.line([
      Page.Span("\(style.text(kind.label).uppercased()): \(count)", Self.style(kind)),
      Page.Span(" (\(style.text(kind.meaning)))"),
    ])
    for unit in units {
      guard let own = group[unit] else { continue }
      page.line([Page.Span(name(of: unit), .strong)], indent: 2)
      for change in own {
        let verdict = verdicts[change.obligation]
        page.line(verdict?.name(style) ?? change.obligation.name(style), indent: 4)
        let said = change.after == nil ? nil : verdict?.said
        let more = said.map { " · \(style.text($0))" } ?? ""
        page.line(style.text(Messages.verdicts(change)) + more, indent: 6)
      }
    }
  }

  private static func style(_ kind: Chronicle.Change.Kind) -> Page.Style {
    switch kind {
    case .new, .continuing: .bad
    case .undecided, .changedByRule: .doubtful
    case .excused, .gone: .plain
    case .resolved: .good
    }
  }

  /// Writes the page for programs: one JSON object.
  public func json(_ language: Language) -> [UInt8] {
    JSONValue.object([
      ("schema", .string("check-history-diff/1")),
      ("earlier", earlier.json),
      ("later", later.json),
      ("summary", ChangeCounts(changes).json),
      ("remarks", .texts(remarks.map { $0.text(language) })),
      ("changes", .array(changes.map { json($0, language) })),
    ]).rendered
  }

  private func json(_ change: Chronicle.Change, _ language: Language) -> JSONValue {
    let verdict = verdicts[change.obligation]
    return .object([
      ("kind", .string(change.kind.rawValue)),
      ("fingerprint", .string(change.obligation.fingerprint)),
      ("rule", .string(change.obligation.rule.text)),
      ("title", .text(verdict?.title)),
      ("clauses", .texts(verdict?.clauses ?? [])),
      ("severity", .text(verdict?.severity.rawValue)),
      ("unit", .string(change.obligation.unit.text)),
      ("unit_name", .string(name(of: change.obligation.unit))),
      ("period", .text(change.obligation.period?.description)),
      ("before", .text(change.before?.rawValue)),
      ("after", .text(change.after?.rawValue)),
      ("message", .text(change.after == nil ? nil : verdict?.said?.text(language))),
    ])
  }
}
