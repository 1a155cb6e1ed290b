internal import CivilTime
public import Diagnostics
public import Findings
public import History
internal import Reports
internal import Rules

/// One recorded run: what was open, what counted against whom, and since when.
public struct HistoryShow: HistoryPage {
  private let run: RecordedRun
  private let verdicts: [RecordedVerdict]
  private let chronicle: Chronicle

  /// Makes the page of a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - verdicts: Its verdicts.
  ///   - chronicle: What it knew of the past.
  public init(_ run: RecordedRun, verdicts: [RecordedVerdict], chronicle: Chronicle) {
    self.run = run
    self.verdicts = verdicts
    self.chronicle = chronicle
  }

  /// Writes the page for people.
  public func text(_ style: HistoryStyle) -> String {
    var page = style.page
    writeHeader(&page, style)
    writeOpen(&page, style)
    writeViolations(&page, style)
    writePast(&page, style)
    return page.text
  }

  private func writeHeader(_ page: inout Page, _ style: HistoryStyle) {
    page.line([Page.Span(run.pack, .strong)])
    page.line(style.text(Messages.runHeading(run) + " · " + run.scope))
    page.line(style.text(Messages.counts(run)))
    page.line([Page.Span(style.text(Messages.digests(run)), .faint)])
    guard let baseline = chronicle.baseline else {
      page.line(style.text(Messages.noBaseline))
      return
    }
    let counts = ChangeCounts(chronicle.changes).phrase
    page.line(style.text(Messages.comparedWith(baseline) + ": " + counts))
  }

  /// Writes what is open by rule and cause, with all units that wait for the same.
  private func writeOpen(_ page: inout Page, _ style: HistoryStyle) {
    let open = verdicts.filter(\.verdict.isUndecided)
    guard !open.isEmpty else { return }
    page.blank()
    page.line([Page.Span(style.text(Messages.openHeading) + ": \(open.count)", .doubtful)])
    for group in byCause(open) {
      page.line(group[0].name(style), indent: 2)
      if let said = group[0].said { page.line(style.text(said), indent: 4) }
      let names = group.map { verdict -> String in
        let name = run.name(of: verdict.id.unit)
        guard let past = chronicle.sightings[verdict.id] else { return name }
        return "\(name) (\(style.text(Messages.pastSighting(past))))"
      }
      page.line(names.joined(separator: ", "), indent: 4)
    }
  }

  /// Puts verdicts together that have rule, period and words in common, in their order.
  private func byCause(_ verdicts: [RecordedVerdict]) -> [[RecordedVerdict]] {
    var groups: [[RecordedVerdict]] = []
    var indexes: [Cause: Int] = [:]
    for verdict in verdicts {
      let cause = Cause(rule: verdict.id.rule, period: verdict.id.period, said: verdict.said)
      if let index = indexes[cause] {
        groups[index].append(verdict)
      } else {
        indexes[cause] = groups.count
        groups.append([verdict])
      }
    }
    return groups
  }

  /// What verdicts of a group have in common.
  private struct Cause: Hashable {
    let rule: RuleID
    let period: Period?
    let said: Phrase?
  }

  private func writeViolations(_ page: inout Page, _ style: HistoryStyle) {
    let violations = verdicts.filter(\.verdict.isViolation)
    page.blank()
    guard !violations.isEmpty else {
      page.line(style.text(Messages.noViolation))
      return
    }
    let kinds = Dictionary(chronicle.changes.map { ($0.obligation, $0.kind) }) { $1 }
    page.line([
      Page.Span(style.text(Messages.violationHeading) + ": \(violations.count)", .bad)
    ])
    for (unit, group) in byUnit(violations) {
      let count = style.text(Messages.violationCount(group.count))
      page.line([Page.Span(run.name(of: unit), .strong), Page.Span(": \(count)")], indent: 2)
      for verdict in group {
        let kind = kinds[verdict.id].map { "[\(style.text($0.label))] " } ?? ""
        let clauses = verdict.clauses.joined(separator: ", ")
        page.line("\(kind)\(verdict.name(style)) · \(clauses)", indent: 4)
        let severity = style.text(verdict.severity.label)
        let label = style.text(verdict.verdict.label)
        let said = verdict.said.map { " · \(style.text($0))" } ?? ""
        page.line("\(severity), \(label)\(said)", indent: 6)
        if let sighting = chronicle.sightings[verdict.id] {
          page.line(style.text(sighting.phrase), indent: 6)
        }
      }
    }
  }

  /// What was a violation in the run before and is none now, but for what is open.
  private func writePast(_ page: inout Page, _ style: HistoryStyle) {
    let past = chronicle.changes.filter { change in
      !(change.after?.isViolation ?? false) && change.kind != .undecided
    }
    guard !past.isEmpty else { return }
    let known = Dictionary(verdicts.map { ($0.id, $0) }) { first, _ in first }
    page.blank()
    // Waived, not owed or judged by another rule is nothing to be glad of.
    let isGood = past.allSatisfy { $0.kind == .resolved }
    let heading = style.text(Messages.noLongerHeading) + ": \(past.count)"
    page.line([Page.Span(heading, isGood ? .good : .strong)])
    for change in past {
      let name =
        known[change.obligation].map { $0.name(style) } ?? change.obligation.name(style)
      let kind = style.text(change.kind.label)
      page.line("[\(kind)] \(run.name(of: change.obligation.unit)): \(name)", indent: 2)
      if let sighting = chronicle.sightings[change.obligation] {
        page.line(style.text(Messages.pastSighting(sighting)), indent: 4)
      }
    }
  }

  private func byUnit(_ verdicts: [RecordedVerdict]) -> [(UnitID, [RecordedVerdict])] {
    let groups = Dictionary(grouping: verdicts, by: \.id.unit)
    return run.units.compactMap { result in groups[result.unit].map { (result.unit, $0) } }
  }

  /// Writes the page for programs: one JSON object.
  public func json(_ language: Language) -> [UInt8] {
    let kinds = Dictionary(chronicle.changes.map { ($0.obligation, $0) }) { $1 }
    return JSONValue.object([
      ("schema", .string("check-history-run/1")),
      ("run", run.json),
      ("baseline", .number(chronicle.baseline?.number)),
      ("units", .array(run.units.map(\.json))),
      (
        "obligations",
        .array(
          verdicts.map { verdict in
            verdict.json(
              language,
              change: kinds[verdict.id]?.kind,
              sighting: chronicle.sightings[verdict.id]
            )
          }
        )
      ),
      (
        "gone",
        .array(chronicle.changes.filter { $0.kind == .gone }.map { $0.obligation.json })
      ),
    ]).rendered
  }
}
