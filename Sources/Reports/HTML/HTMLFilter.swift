internal import Diagnostics
internal import Findings
internal import Rules

/// The choices of the filters: only what some written violation has.
struct HTMLFilter {
  /// One choice.
  struct Choice {
    let value: String
    let label: String
  }

  let units: [Choice]
  let verdicts: [Choice]
  let severities: [Choice]
  let changes: [Choice]
  let groups: [Choice]
  let hasChanges: Bool
  let isUseful: Bool
}

extension HTMLContext {
  /// The choices for a list of units.
  func filter(of list: HTMLUnits) -> HTMLFilter {
    let written = list.units.flatMap(\.violations)
    let verdicts = Set(written.map(\.verdict))
    let severities = Set(written.map(\.severity))
    let changes = Set(written.map(\.change))
    let keys = Set(written.map(\.group))
    let changeChoices = Chronicle.Change.Kind.allCases.filter { changes.contains($0.rawValue) }
    return HTMLFilter(
      units: list.units.filter { !$0.isClean }.map { .init(value: $0.id, label: $0.name) },
      verdicts: HTMLMarks.order.filter { verdicts.contains($0.rawValue) }.map {
        .init(value: $0.rawValue, label: "\(HTMLMarks.sign($0)) \(text($0.label))")
      },
      severities: Severity.allCases.reversed().filter { severities.contains($0.rawValue) }.map {
        .init(value: $0.rawValue, label: text($0.label))
      },
      changes: changeChoices.map { .init(value: $0.rawValue, label: text($0.label)) },
      groups: groups.all.filter { keys.contains($0.key) }.map {
        .init(value: $0.key, label: label(of: $0))
      },
      hasChanges: !changeChoices.isEmpty,
      isUseful: !written.isEmpty
    )
  }
}
