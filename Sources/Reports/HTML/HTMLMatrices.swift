internal import Diagnostics
internal import Findings
internal import Rules

/// Every rule of every group against the units that owe it, one sign an obligation.
struct HTMLMatrices {
  /// One group of the plan.
  struct Group {
    let label: String
    let key: String
    let count: String
    let mark: String?
    /// The units side by side; empty where there are too many.
    let units: [Unit]
    let rules: [Rule]
  }

  /// A column.
  struct Unit {
    let short: String
    let name: String
  }

  /// A row.
  struct Rule {
    let title: String
    let id: String
    let severity: String
    let cells: [Cell]
    /// The counts in words where the units are not side by side.
    let counts: String?
  }

  /// The obligations of one unit under one rule.
  struct Cell {
    let sign: String
    let mark: String
    let words: String
  }

  let groups: [Group]
  let leftOut: String?
}

extension HTMLContext {
  /// The matrices; nil if nothing is owed.
  var matrices: HTMLMatrices? {
    let byRule = run.obligations.groupedInOrder(by: \.id.rule)
    guard !byRule.isEmpty else { return nil }
    let shown = byRule.prefix(HTMLLimit.rules)
    let byGroup = shown.groupedInOrder { group(of: $0.key) }.sorted { a, b in
      let (x, y) = (groups.place(of: a.key), groups.place(of: b.key))
      return x == y ? a.key.key < b.key.key : x < y
    }
    var room = HTMLLimit.matrixCells
    let made = byGroup.map { group, rules in
      let owing = Set(rules.flatMap { $0.members.map(\.id.unit) })
      let columns = units.filter { owing.contains($0.id) }
      let fits =
        columns.count <= HTMLLimit.matrixUnits && columns.count * rules.count <= room
      if fits { room -= columns.count * rules.count }
      return matrix(group, rules.map { ($0.key, $0.members) }, fits ? columns : [])
    }
    return HTMLMatrices(groups: made, leftOut: leftOut(byRule.count - shown.count))
  }

  private func matrix(
    _ group: PlanGroup,
    _ rules: [(RuleID, [Obligation])],
    _ columns: [UnitRef]
  ) -> HTMLMatrices.Group {
    let obligations = rules.reduce(0) { $0 + $1.1.count }
    let violations = rules.reduce(0) { $0 + $1.1.filter(\.verdict.isViolation).count }
    let open = rules.reduce(0) { $0 + $1.1.filter(\.verdict.isUndecided).count }
    let marks =
      (violations > 0 ? ["✗ \(count(violations))"] : []) + (open > 0 ? ["? \(count(open))"] : [])
    return HTMLMatrices.Group(
      label: label(of: group),
      key: group.key,
      count: text(
        vi: "\(count(rules.count)) quy tắc, \(count(obligations)) nghĩa vụ",
        en: "\(count(rules.count)) rules, \(count(obligations)) obligations"
      ),
      mark: marks.isEmpty ? nil : marks.joined(separator: "  "),
      units: columns.map { .init(short: $0.id.text, name: $0.name) },
      rules: rules.map { rule, members in
        row(rule, members, columns)
      }
    )
  }

  private func row(_ rule: RuleID, _ members: [Obligation], _ columns: [UnitRef])
    -> HTMLMatrices.Rule
  {
    let byUnit = Dictionary(grouping: members, by: \.id.unit)
    return HTMLMatrices.Rule(
      title: title(of: rule),
      id: rule.text,
      severity: text(severity(of: rule).label),
      cells: columns.map { matrixCell(byUnit[$0.id] ?? []) },
      counts: columns.isEmpty ? words(members) : nil
    )
  }

  private func words(_ obligations: [Obligation]) -> String {
    let counts = Dictionary(grouping: obligations, by: \.verdict).mapValues(\.count)
    return HTMLMarks.order.compactMap { verdict in
      counts[verdict].map {
        "\(HTMLMarks.sign(verdict)) \(count($0)) \(text(verdict.label))"
      }
    }.joined(separator: ", ")
  }

  /// One sign for one obligation; the gravest with its number, and the rest, for several.
  private func matrixCell(_ obligations: [Obligation]) -> HTMLMatrices.Cell {
    let counts = Dictionary(grouping: obligations, by: \.verdict).mapValues(\.count)
    let order = HTMLMarks.order.filter { counts[$0] != nil }
    guard let worst = order.first else {
      let words = text(vi: "không có nghĩa vụ", en: "nothing owed")
      return .init(sign: "", mark: "none", words: words)
    }
    let signs = order.map { verdict in
      let number = counts[verdict] ?? 0
      return HTMLMarks.sign(verdict) + (obligations.count > 1 ? count(number) : "")
    }
    let isBad = order.contains(where: \.isViolation)
    return .init(
      sign: signs.joined(separator: " "),
      mark: isBad ? "bad" : worst.isUndecided ? "open" : worst.rawValue,
      words: order.map { "\(count(counts[$0] ?? 0)) \(text($0.label))" }.joined(separator: ", ")
    )
  }
}
