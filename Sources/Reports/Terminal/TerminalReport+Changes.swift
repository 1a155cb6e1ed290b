internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension TerminalRendering {
  /// Writes what changed since the run that this one is compared with.
  mutating func writeChanges() {
    guard let chronicle else { return }
    guard let baseline = chronicle.baseline else {
      heading(text(vi: "So với lần trước", en: "Since last time"))
      page.line(
        text(vi: "Lịch sử chưa có lần chạy nào trước đó.", en: "The history holds no earlier run."),
        indent: 2
      )
      return
    }
    let date = text(DateText.date(baseline.asOf))
    heading(
      text(
        vi: "So với lần chạy \(baseline.number), tính đến \(date)",
        en: "Since run \(baseline.number), as of \(date)"
      )
    )
    for kind in Chronicle.Change.Kind.allCases {
      let changes = chronicle.changes.filter { $0.kind == kind }
      guard !changes.isEmpty else { continue }
      page.line(
        [.init("\(text(kind.label)): \(count(changes.count))", kind == .new ? .bad : .strong)],
        indent: 2
      )
      // What goes on stands among the violations below, each with the day since when.
      guard kind != .continuing else { continue }
      for change in changes.prefix(Limit.changes) {
        page.line(
          [
            .init("\(bearer(of: change.obligation)): \(title(of: change.obligation.rule))"),
            .init(" [\(change.obligation.rule)]", .faint),
          ],
          indent: 4
        )
      }
      let rest = changes.count - Limit.changes
      if rest > 0 {
        page.line(text(vi: "… và \(count(rest)) nữa", en: "… and \(count(rest)) more"), indent: 4)
      }
    }
  }

  /// Writes since when a violation was seen.
  mutating func writeSighting(of obligation: Obligation, indent: Int) {
    guard let sighting = chronicle?.sightings[obligation.id] else { return }
    page.line([.init(text(sighting.phrase), .doubtful)], indent: indent)
  }
}
