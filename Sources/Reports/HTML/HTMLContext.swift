internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores
internal import VietnameseText

/// What the sections of the page have in common: names, groups, scores and what earlier runs say.
struct HTMLContext {
  let run: Run
  let scorecard: Scorecard?
  let chronicle: Chronicle?
  let language: Language
  let mask: CellMask
  let rules: [RuleID: Rule]
  let clauses: [ClauseReference: Clause]
  let documents: [String: Document]
  let waivers: [String: Waiver]
  let groups: PlanGroups
  let scores: [UnitID: UnitScore]
  let changes: [ObligationID: Chronicle.Change]
  /// The units that owe anything, in the order of the Vietnamese alphabet.
  let units: [UnitRef]
  let obligationsOfUnit: [UnitID: [Obligation]]

  /// A unit as the page names it.
  struct UnitRef: Hashable {
    let id: UnitID
    let name: String
    /// The place in the page's order, from 0.
    let place: Int
  }

  private let unitNames: [UnitID: String]

  init(_ content: ReportContent, _ options: ReportOptions) {
    run = content.run
    scorecard = content.scorecard
    chronicle = content.chronicle
    language = options.language
    mask = CellMask(run, isOn: options.masksPersonal)
    rules = Dictionary(run.rules.rules.map { ($0.id, $0) }) { first, _ in first }
    documents = Dictionary(run.rules.documents.map { ($0.id, $0) }) { first, _ in first }
    waivers = Dictionary(run.rules.waivers.map { ($0.id, $0) }) { first, _ in first }
    let all = run.rules.documents.flatMap { document in
      document.clauses.map {
        (ClauseReference(document: document.id, clause: $0.id), $0)
      }
    }
    clauses = Dictionary(all) { first, _ in first }
    groups = PlanGroups(run.rules)
    scores = Dictionary((scorecard?.units ?? []).map { ($0.unit, $0) }) { first, _ in first }
    changes = Dictionary((chronicle?.changes ?? []).map { ($0.obligation, $0) }) { a, _ in a }
    unitNames = Dictionary(run.rules.units.map { ($0.id, $0.name) }) { first, _ in first }
    obligationsOfUnit = Dictionary(grouping: run.obligations, by: \.id.unit)
    units = Self.ordered(Array(obligationsOfUnit.keys), unitNames)
  }

  /// Orders units by name as a Vietnamese reader expects, `Thôn 2` before `Thôn 10`.
  private static func ordered(_ ids: [UnitID], _ names: [UnitID: String]) -> [UnitRef] {
    let keyed = ids.map { id in
      let name = names[id] ?? id.text
      return (id: id, name: name, key: VietnameseOrder.sortKey(name) + [0] + Array(id.text.utf8))
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.enumerated().map {
      UnitRef(id: $0.element.id, name: $0.element.name, place: $0.offset)
    }
  }

  func text(_ phrase: Phrase) -> String { phrase.text(language) }

  func text(vi: String, en: String) -> String { Phrase(vi: vi, en: en).text(language) }

  func count(_ number: Int) -> String { text(NumberText.count(number)) }

  func number(_ number: Decimal) -> String { text(NumberText.decimal(number)) }

  func date(_ date: CivilDate) -> String { text(DateText.date(date)) }

  func name(of unit: UnitID) -> String { unitNames[unit] ?? unit.text }

  func title(of rule: RuleID) -> String { rules[rule]?.title ?? rule.text }

  func severity(of rule: RuleID) -> Severity { rules[rule]?.severity ?? .critical }

  /// The group that an obligation of a rule is counted under.
  func group(of rule: RuleID) -> PlanGroup {
    rules[rule].flatMap(groups.group) ?? PlanGroup(document: "", section: "–")
  }

  /// A group's name as columns bear it; with the document where there are several.
  func label(of group: PlanGroup) -> String {
    Set(groups.all.map(\.document)).count > 1 && !group.document.isEmpty
      ? group.key : group.section
  }

  /// The rule's title and, after it, the period.
  func duty(of id: ObligationID) -> String {
    guard let period = id.period else { return title(of: id.rule) }
    return "\(title(of: id.rule)) – \(text(DateText.period(period)))"
  }

  /// The unit's name and, in brackets, the period.
  func bearer(of id: ObligationID) -> String {
    guard let period = id.period else { return name(of: id.unit) }
    return "\(name(of: id.unit)) (\(text(DateText.period(period))))"
  }

  /// The text of a cell as a page may show it: one line, cut if it is long.
  func cell(_ value: String) -> String {
    PrintableText.escaped(SummaryTable.cut(value, to: HTMLLimit.cellCharacters))
  }

  /// Which waiver works, who approved it and why.
  func waiver(_ id: String?) -> String? {
    guard let id else { return nil }
    guard let waiver = waivers[id] else { return id }
    let day = date(waiver.approvedOn)
    return text(
      vi: "\(id): \(waiver.reason) (\(waiver.document), \(waiver.approvedBy) duyệt \(day))",
      en: "\(id): \(waiver.reason) (\(waiver.document), approved by \(waiver.approvedBy) on \(day))"
    )
  }

  /// Says how many entries of a list are left out; nil if none are.
  func leftOut(_ rest: Int) -> String? {
    guard rest > 0 else { return nil }
    return text(vi: "… và \(count(rest)) mục nữa", en: "… and \(count(rest)) more")
  }
}

extension Sequence {
  /// Groups elements, in the order in which their keys first appear.
  func groupedInOrder<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, members: [Element])] {
    var order: [Key] = []
    var members: [Key: [Element]] = [:]
    for element in self {
      let name = key(element)
      if members[name] == nil { order.append(name) }
      members[name, default: []].append(element)
    }
    return order.map { ($0, members[$0] ?? []) }
  }
}
