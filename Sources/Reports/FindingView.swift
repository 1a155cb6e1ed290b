internal import CivilTime
internal import Diagnostics
public import Findings
public import Rules
internal import Scores

/// A run as tables show it: what their rows have in common is looked up once.
///
/// CSV, the workbook, Markdown, SARIF and JUnit read obligations through it alone, so that no two
/// of them can differ. Rows are made when they are written and kept by nobody.
public struct FindingView {
  /// The run.
  public let run: Run
  let scorecard: Scorecard?
  let chronicle: Chronicle?
  let language: Language
  let mask: CellMask
  let rules: [RuleID: Rule]
  let units: [UnitID: Unit]

  private let charges: [ObligationID: Deduction]
  private let risks: [ObligationID: Deduction]
  private let changes: [ObligationID: Chronicle.Change]

  /// Looks up what rows have in common.
  public init(_ content: ReportContent, _ options: ReportOptions) {
    run = content.run
    scorecard = content.scorecard
    chronicle = content.chronicle
    language = options.language
    mask = CellMask(run, isOn: options.masksPersonal)
    rules = Dictionary(run.rules.rules.map { ($0.id, $0) }) { first, _ in first }
    units = Dictionary(run.rules.units.map { ($0.id, $0) }) { first, _ in first }
    let scores = content.scorecard?.units ?? []
    charges = Self.byObligation(scores.flatMap(\.deductions))
    risks = Self.byObligation(scores.flatMap(\.possible))
    let changes = (content.chronicle?.changes ?? []).map { ($0.obligation, $0) }
    self.changes = Dictionary(changes) { first, _ in first }
  }

  private static func byObligation(_ deductions: [Deduction]) -> [ObligationID: Deduction] {
    Dictionary(deductions.map { ($0.obligation, $0) }) { first, _ in first }
  }

  func text(_ phrase: Phrase) -> String { phrase.text(language) }

  func text(vi: String, en: String) -> String { language == .vi ? vi : en }

  func count(_ number: Int) -> String { text(NumberText.count(number)) }

  /// A unit's name, or its id.
  public func name(of unit: UnitID) -> String { units[unit]?.name ?? unit.text }

  func title(of rule: RuleID) -> String { rules[rule]?.title ?? rule.text }

  /// A rule's title, and the period if there is one.
  public func title(of id: ObligationID) -> String {
    title(of: id.rule) + (id.period.map { " – \(text(DateText.period($0)))" } ?? "")
  }

  func clauses(of rule: RuleID) -> [String] { (rules[rule]?.clauses ?? []).map(\.description) }

  /// A rule's severity; the gravest for one that the pack lacks.
  public func severity(of rule: RuleID) -> Severity { rules[rule]?.severity ?? .critical }

  /// What a violation costs.
  func charge(for id: ObligationID) -> Deduction? { charges[id] }

  /// What an undecided obligation may still cost.
  func risk(for id: ObligationID) -> Deduction? { risks[id] }

  func change(of id: ObligationID) -> Chronicle.Change? { changes[id] }

  /// When an obligation was seen violated; nil without a history.
  public func sighting(of id: ObligationID) -> Chronicle.Sighting? { chronicle?.sightings[id] }

  /// The row of one obligation.
  public func row(_ obligation: Obligation) -> FindingRow {
    FindingRow(view: self, obligation: obligation)
  }

  /// The units that a rule informs besides the one that owes.
  func supporting(of id: ObligationID) -> [Unit] {
    (rules[id.rule]?.supporting ?? []).filter(run.rules.units.indices.contains)
      .map { run.rules.units[$0] }.filter { $0.id != id.unit }
  }

  /// The places of what counts against somebody or stays open: what is open first, by cause; then
  /// violations, unit by unit, the gravest first; then what is waived.
  var order: [Int] {
    let open = run.openPlaces
    let waived = run.parts { $0.verdict == .waived }.flatMap(\.places)
    return open + run.violationsByUnit.flatMap(\.places) + waived
  }
}

extension Run {
  /// The places of undecided obligations, grouped by cause, errors before missing data.
  var openPlaces: [Int] {
    var order: [OpenCause] = []
    var places: [OpenCause: [Int]] = [:]
    for (place, obligation) in obligations.enumerated() where obligation.verdict.isUndecided {
      let cause = obligation.openCause
      if places[cause] == nil { order.append(cause) }
      places[cause, default: []].append(place)
    }
    let causes = order.filter { $0.verdict == .error } + order.filter { $0.verdict != .error }
    return causes.flatMap { places[$0] ?? [] }
  }
}
