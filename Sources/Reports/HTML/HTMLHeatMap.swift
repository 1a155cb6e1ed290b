internal import Diagnostics
internal import Findings
internal import Rules

/// Units against groups of the plan: in each cell the gravest of what was found, and how many.
struct HTMLHeatMap {
  /// A column: one group.
  struct Column {
    let label: String
    let key: String
    let summary: String?
    let total: String
  }

  /// A row: one unit.
  struct Row {
    let name: String
    let unit: String
    let anchor: String
    let cells: [Cell]
    let total: Cell
  }

  /// What became of one unit's obligations of one group.
  struct Cell {
    let mark: String
    let bad: String?
    let open: String?
    let plain: String?
    /// The same in words, for those who do not see it.
    let words: String
    /// The place in the page to go to, and the filter that then shows only its violations.
    let link: Link?
  }

  /// A place in the page with a filter.
  struct Link {
    let target: String
    let filter: String
  }

  let columns: [Column]
  let rows: [Row]
  let totals: [Cell]
  let all: Cell
  let leftOut: String?
}

/// How many obligations came to what, with the gravest violation.
struct VerdictTally {
  var counts: [Verdict: Int] = [:]
  var gravest: Severity?

  mutating func add(_ obligation: Obligation, _ severity: Severity) {
    counts[obligation.verdict, default: 0] += 1
    if obligation.verdict.isViolation { gravest = max(gravest ?? .minor, severity) }
  }

  var total: Int { counts.values.reduce(0, +) }
  var violations: Int { sum { $0.isViolation } }
  var open: Int { sum { $0.isUndecided } }

  private func sum(_ isCounted: (Verdict) -> Bool) -> Int {
    counts.reduce(0) { isCounted($1.key) ? $0 + $1.value : $0 }
  }
}

extension HTMLContext {
  /// The heat map; nil if nothing is owed.
  var heatMap: HTMLHeatMap? {
    guard !run.obligations.isEmpty else { return nil }
    var tallies: [UnitID: [PlanGroup: VerdictTally]] = [:]
    var ofGroups: [PlanGroup: VerdictTally] = [:]
    var all = VerdictTally()
    let groupOfRule = Dictionary(
      Set(run.obligations.map(\.id.rule)).map { ($0, group(of: $0)) }
    ) { first, _ in first }
    for obligation in run.obligations {
      guard let group = groupOfRule[obligation.id.rule] else { continue }
      let severity = severity(of: obligation.id.rule)
      tallies[obligation.id.unit, default: [:]][group, default: .init()].add(obligation, severity)
      ofGroups[group, default: .init()].add(obligation, severity)
      all.add(obligation, severity)
    }
    let columns = ofGroups.keys.sorted { a, b in
      let (x, y) = (groups.place(of: a), groups.place(of: b))
      return x == y ? a.key < b.key : x < y
    }
    let shown = mostConcerned.prefix(HTMLLimit.units).sorted { $0.place < $1.place }
    let wholeClauses = clauses
    return HTMLHeatMap(
      columns: columns.map { group in
        HTMLHeatMap.Column(
          label: label(of: group),
          key: group.key,
          summary: wholeClauses[
            ClauseReference(document: group.document, clause: group.section)
          ]?.summary,
          total: count(ofGroups[group]?.total ?? 0)
        )
      },
      rows: shown.map { unit in
        let cells = tallies[unit.id] ?? [:]
        var sum = VerdictTally()
        for obligation in obligationsOfUnit[unit.id] ?? [] {
          sum.add(obligation, severity(of: obligation.id.rule))
        }
        return HTMLHeatMap.Row(
          name: unit.name,
          unit: unit.id.text,
          anchor: anchor(of: unit),
          cells: columns.map { tallyCell(cells[$0], unit: unit, group: $0) },
          total: tallyCell(sum, unit: unit)
        )
      },
      totals: columns.map { tallyCell(ofGroups[$0], group: $0) },
      all: tallyCell(all),
      leftOut: leftOut(units.count - shown.count)
    )
  }

  /// The units, those with the most violations and open obligations first.
  var mostConcerned: [UnitRef] {
    guard units.count > HTMLLimit.units else { return units }
    let weights = units.map { unit in
      (obligationsOfUnit[unit.id] ?? []).filter {
        $0.verdict.isViolation || $0.verdict.isUndecided
      }.count
    }
    return units.sorted { a, b in
      let (x, y) = (weights[a.place], weights[b.place])
      return x == y ? a.place < b.place : x > y
    }
  }

  func anchor(of unit: UnitRef) -> String { "u-\(unit.place + 1)" }

  private func tallyCell(
    _ tally: VerdictTally?,
    unit: UnitRef? = nil,
    group: PlanGroup? = nil
  ) -> HTMLHeatMap.Cell {
    guard let tally, tally.total > 0 else {
      let words = text(vi: "không có nghĩa vụ", en: "nothing owed")
      return .init(
        mark: "none",
        bad: nil,
        open: nil,
        plain: nil,
        words: words,
        link: nil
      )
    }
    let (bad, open, total) = (tally.violations, tally.open, count(tally.total))
    let emphasis = HTMLMarks.emphasis(tally.gravest ?? .minor)
    var words = HTMLMarks.order.compactMap { verdict in
      tally.counts[verdict].map { "\(count($0)) \(text(verdict.label))" }
    }
    words.append(text(vi: "trong \(total) nghĩa vụ", en: "of \(total) obligations"))
    if bad > 0, let gravest = tally.gravest {
      words.append(text(vi: "nặng nhất: ", en: "gravest: ") + text(gravest.label))
    }
    let plain = HTMLMarks.order.first { tally.counts[$0] != nil && $0 != .notApplicable }
    return HTMLHeatMap.Cell(
      mark: bad > 0 ? (tally.gravest ?? .minor).rawValue : open > 0 ? "open" : mark(plain),
      bad: bad > 0 ? "✗\(emphasis) \(count(bad))" : nil,
      open: open > 0 ? "? \(count(open))" : nil,
      plain: bad + open > 0 ? nil : signs(tally),
      words: words.joined(separator: ", "),
      link: bad > 0
        ? .init(
          target: unit.map(anchor) ?? "violations",
          filter: filter(unit: unit, group: group)
        ) : nil
    )
  }

  /// How a cell without violations looks; what nobody has looked at yet never looks met.
  private func mark(_ verdict: Verdict?) -> String {
    verdict == .met ? "met" : verdict == .waived ? "waived" : "calm"
  }

  /// What a cell without violations shows: every verdict in it, sign and number kept together.
  private func signs(_ tally: VerdictTally) -> String {
    HTMLMarks.order.compactMap { verdict in
      tally.counts[verdict].map { "\(HTMLMarks.sign(verdict))\u{A0}\(count($0))" }
    }.joined(separator: " ")
  }

  /// The part of an address after `#` that filters violations.
  private func filter(unit: UnitRef?, group: PlanGroup?) -> String {
    let parts =
      (unit.map { ["unit=" + PageAddress.encoded($0.id.text)] } ?? [])
      + (group.map { ["group=" + PageAddress.encoded($0.key)] } ?? [])
    return parts.joined(separator: "&")
  }
}

/// Writes values into the part of an address after `#`.
enum PageAddress {
  /// Percent-encodes everything but unreserved characters.
  ///
  /// - SeeAlso: RFC 3986, §2.3.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
