internal import CivilTime
public import Diagnostics
internal import Findings
public import History
internal import Reports
internal import Rules

/// Where the runs of each pack lead: counts by as-of date, and the scores of each unit.
public struct HistoryTrend: HistoryPage {
  private let runs: [RecordedRun]

  /// Makes the trend of whole runs, by pack and date.
  public init(_ runs: [RecordedRun]) {
    self.runs = runs
  }

  /// Writes the page for people.
  public func text(_ style: HistoryStyle) -> String {
    var page = style.page
    guard !runs.isEmpty else {
      page.line(style.text(Messages.emptyTrend))
      return page.text
    }
    let packs = Dictionary(grouping: runs, by: \.pack).sorted { $0.key < $1.key }
    for (index, (pack, runs)) in packs.enumerated() {
      if index > 0 { page.blank() }
      if packs.count > 1 { page.line([Page.Span(pack, .strong)]) }
      PackTrend(runs: runs).write(to: &page, style)
    }
    return page.text
  }

  /// Writes the page for programs: one JSON object.
  public func json(_ language: Language) -> [UInt8] {
    JSONValue.object([
      ("schema", .string("check-history-trend/1")),
      ("dates", .array(runs.map { Self.point($0) })),
    ]).rendered
  }

  /// A run for programs.
  private static func point(_ run: RecordedRun) -> JSONValue {
    .object([
      ("as_of", .string(run.asOf.description)),
      ("number", .int(run.number)),
      ("pack", .string(run.pack)),
      ("scoring_digest", .text(run.scoringDigest.isEmpty ? nil : "sha256:\(run.scoringDigest)")),
      ("violations", .int(run.counts.violations)),
      ("undecided", .int(run.counts.undecided)),
      ("units", .array(run.units.map(\.json))),
    ])
  }
}

/// Where the runs of one pack lead.
private struct PackTrend {
  /// The runs, by date; at least one.
  let runs: [RecordedRun]
  /// The longest bar of the chart, in columns.
  private static let barWidth = 40

  /// Writes chart and table.
  func write(to page: inout Page, _ style: HistoryStyle) {
    chart(style).write(to: &page)
    page.line([Page.Span(style.text(Messages.chartKey), .faint)], indent: 2)
    let isScored = runs.contains { run in run.units.contains { score(of: $0, in: run) != nil } }
    page.blank()
    let heading = isScored ? Messages.scoreHeading : Messages.unitHeading
    page.line([Page.Span(style.text(heading), .strong)])
    unitTable(style, isScored: isScored).write(to: &page)
    let others = runs.filter { run in
      run.scoringDigest != table && run.units.contains { $0.score != nil }
    }
    if !others.isEmpty { page.line(style.text(Messages.otherTable(others))) }
  }

  /// The digest of the last run's scoring table: scores of another one cannot be compared with its.
  private var table: String { runs.last?.scoringDigest ?? "" }

  private func score(of result: RecordedRun.UnitResult, in run: RecordedRun) -> ScoreRange? {
    run.scoringDigest == table ? result.score : nil
  }

  private func chart(_ style: HistoryStyle) -> Grid {
    var grid = Grid([
      Grid.Column(style.text(Messages.asOf), isNumber: true),
      Grid.Column(style.text(Messages.number), isNumber: true),
      Grid.Column(style.text(Messages.undecided), isNumber: true),
      Grid.Column(style.text(Messages.violations), isNumber: true),
      Grid.Column(""),
    ])
    let greatest = runs.map { $0.counts.violations + $0.counts.undecided }.max() ?? 0
    for run in runs {
      let counts = run.counts
      grid.add([
        style.text(DateText.date(run.asOf)), String(run.number),
        style.text(NumberText.count(counts.undecided)),
        style.text(NumberText.count(counts.violations)),
        Self.bar("█", counts.violations, of: greatest)
          + Self.bar("░", counts.undecided, of: greatest),
      ])
    }
    return grid
  }

  /// A bar that is in proportion to a count, and seen if there is anything to count.
  private static func bar(_ mark: String, _ count: Int, of greatest: Int) -> String {
    guard count > 0, greatest > 0 else { return "" }
    let scale = max(barWidth, 1)
    let length = greatest <= scale ? count : (count * scale + greatest / 2) / greatest
    return String(repeating: mark, count: max(1, length))
  }

  /// The units of all runs: those of the last in its order, then those that are no more.
  private var units: [UnitID] {
    var units: [UnitID] = []
    var known: Set<UnitID> = []
    for result in runs.reversed().flatMap(\.units) where known.insert(result.unit).inserted {
      units.append(result.unit)
    }
    return units
  }

  private func name(of unit: UnitID) -> String {
    runs.reversed().lazy.compactMap { $0.result(of: unit)?.name }.first ?? unit.text
  }

  /// The table of units by date, as many dates as find room: the last ones.
  private func unitTable(_ style: HistoryStyle, isScored: Bool) -> Grid {
    let shown = runs.suffix(max(1, ((style.width ?? 132) - 40) / 15))
    var grid = Grid(
      [Grid.Column(style.text(Messages.unit))]
        + shown.map { Grid.Column(style.text(DateText.date($0.asOf)), isNumber: true) }
    )
    for unit in units {
      let cells = shown.map { run -> String in
        guard let result = run.result(of: unit) else { return "·" }
        if !isScored {
          return result.undecided == 0
            ? "\(result.violations)" : "\(result.violations) + \(result.undecided)"
        }
        guard let score = self.score(of: result, in: run) else { return "–" }
        let worst = style.text(NumberText.decimal(score.worst))
        return score.isExact
          ? worst : "\(worst) – \(style.text(NumberText.decimal(score.best)))"
      }
      grid.add([name(of: unit)] + cells)
    }
    return grid
  }
}

extension RecordedRun {
  /// What a run came to for a unit; nil if the unit owed nothing.
  func result(of unit: UnitID) -> UnitResult? { units.first { $0.unit == unit } }
}

extension RecordedRun.UnitResult {
  /// The result for programs; scores are decimal texts.
  var json: JSONValue {
    let score = score.map { score in
      JSONValue.object([
        ("worst", .string(score.worst.description)), ("best", .string(score.best.description)),
      ])
    }
    return .object([
      ("unit", .string(unit.text)),
      ("name", .string(name)),
      ("violations", .int(violations)),
      ("undecided", .int(undecided)),
      ("score", score ?? .null),
    ])
  }
}
