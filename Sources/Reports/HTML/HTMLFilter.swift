internal import Diagnostics
internal import Findings
internal import Rules

/// The choices of the filters: what some violation has, whether it is written on the page or not.
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
  /// What is said when nothing written fits.
  let noneWords: String
}

extension HTMLContext {
  /// The choices for a list of units.
  func filter(of list: HTMLUnits) -> HTMLFilter {
    let violations = run.obligations.filter(\.verdict.isViolation)
    let concerned = Set(violations.map(\.id.unit))
    let broken = Set(violations.map(\.id.rule))
    let verdicts = Set(violations.map(\.verdict))
    let severities = Set(broken.map { severity(of: $0) })
    let kinds = Set(violations.compactMap { changes[$0.id]?.kind })
    let changeChoices = Chronicle.Change.Kind.allCases.filter(kinds.contains)
    let groupChoices = Set(broken.map { group(of: $0) }).sorted { a, b in
      let (x, y) = (groups.place(of: a), groups.place(of: b))
      return x == y ? a.key < b.key : x < y
    }
    return HTMLFilter(
      units: units.filter { concerned.contains($0.id) }.map {
        .init(value: $0.id.text, label: $0.name)
      },
      verdicts: HTMLMarks.order.filter(verdicts.contains).map {
        .init(value: $0.rawValue, label: "\(HTMLMarks.sign($0)) \(text($0.label))")
      },
      severities: Severity.allCases.reversed().filter(severities.contains).map {
        .init(value: $0.rawValue, label: text($0.label))
      },
      changes: changeChoices.map { .init(value: $0.rawValue, label: text($0.label)) },
      groups: groupChoices.map { .init(value: $0.key, label: label(of: $0)) },
      hasChanges: !changeChoices.isEmpty,
      isUseful: list.writtenCount > 0,
      noneWords: list.isCut ? unwritten : unfit
    )
  }

  private var unfit: String {
    text(
      vi: "Không có vi phạm nào khớp. Hãy bớt điều kiện.",
      en: "No violation fits. Loosen the filters."
    )
  }

  /// Said of a page that does not write everything, where more may fit than stands on it.
  private var unwritten: String {
    text(
      vi: "Trang này không ghi vi phạm nào khớp; danh sách đầy đủ: --format csv=TỆP, "
        + "--format xlsx=TỆP.",
      en: "None that fits is written on this page; the whole list: --format csv=FILE, "
        + "--format xlsx=FILE."
    )
  }
}
