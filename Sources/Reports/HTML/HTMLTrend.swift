internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

/// What changed since the last run, and how many violations each recorded run had.
struct HTMLTrend {
  /// A recorded run: a bar of parts.
  struct Entry {
    let asOf: String
    let isThis: Bool
    let violations: String
    let open: String
    let parts: [Part]
  }

  /// A part of a bar.
  struct Part {
    let x: String
    let width: String
    let mark: String
  }

  /// A kind of change.
  struct Kind {
    let kind: String
    let label: String
    let count: String
    let isZero: Bool
    /// What is no violation any more, one by one.
    let items: [Item]
    let rest: String?
  }

  /// One obligation that changed.
  struct Item {
    let unit: String
    let duty: String
    let before: String
    let after: String
  }

  let hasBaseline: Bool
  let baseline: String
  let kinds: [Kind]
  let details: [Kind]
  let entries: [Entry]
  let hasSeveralRuns: Bool
  let leftOut: String?
}

extension HTMLContext {
  /// What earlier runs say; nil without a history.
  var trend: HTMLTrend? {
    guard let chronicle else { return nil }
    let shown = chronicle.trend.suffix(HTMLLimit.runs)
    let kinds = chronicle.baseline == nil ? [] : changeKinds(chronicle.changes)
    return HTMLTrend(
      hasBaseline: chronicle.baseline != nil,
      baseline: chronicle.baseline.map { date($0.asOf) } ?? "",
      kinds: kinds,
      details: kinds.filter { !$0.items.isEmpty },
      entries: entries(Array(shown)),
      hasSeveralRuns: shown.count > 1,
      leftOut: leftOut(chronicle.trend.count - shown.count)
    )
  }

  private func changeKinds(_ changes: [Chronicle.Change]) -> [HTMLTrend.Kind] {
    let byKind = Dictionary(grouping: changes, by: \.kind)
    return Chronicle.Change.Kind.allCases.map { kind in
      let members = byKind[kind] ?? []
      // What goes on stands among the violations of its unit, with the day since when.
      let listed = kind == .continuing ? [] : members
      let items = listed.prefix(HTMLLimit.entries).map { change in
        HTMLTrend.Item(
          unit: name(of: change.obligation.unit),
          duty: duty(of: change.obligation),
          before: verdict(change.before),
          after: verdict(change.after)
        )
      }
      return HTMLTrend.Kind(
        kind: kind.rawValue,
        label: text(kind.label),
        count: count(members.count),
        isZero: members.isEmpty,
        items: items,
        rest: leftOut(listed.count - items.count)
      )
    }
  }

  private func verdict(_ verdict: Verdict?) -> String {
    verdict.map { "\(HTMLMarks.sign($0)) \(text($0.label))" }
      ?? text(vi: "không có nghĩa vụ", en: "not owed")
  }

  private func entries(_ runs: [Chronicle.Entry]) -> [HTMLTrend.Entry] {
    let order: [Verdict] = [.failed, .overdue, .metLate, .noData, .error]
    let greatest = max(
      1,
      runs.map { run in order.reduce(0) { $0 + (run.counts[$1] ?? 0) } }.max() ?? 1
    )
    return runs.enumerated().map { index, run in
      var start = 0
      let parts = order.compactMap { verdict -> HTMLTrend.Part? in
        let number = run.counts[verdict] ?? 0
        guard number > 0 else { return nil }
        defer { start += number }
        return HTMLTrend.Part(
          x: ScoreAxis.percent(start * 10_000 / greatest),
          width: ScoreAxis.percent(number * 10_000 / greatest),
          mark: verdict.isUndecided ? "open" : verdict.rawValue
        )
      }
      return HTMLTrend.Entry(
        asOf: date(run.asOf),
        isThis: index == runs.count - 1,
        violations: count(run.violations),
        open: count((run.counts[.noData] ?? 0) + (run.counts[.error] ?? 0)),
        parts: parts
      )
    }
  }
}
