internal import CivilTime
public import Diagnostics
internal import Findings
public import History
internal import Reports

/// All runs of a history, a line each.
public struct HistoryList: HistoryPage {
  private let runs: [RecordedRun]

  /// Makes the list of runs, in order of number.
  public init(_ runs: [RecordedRun]) {
    self.runs = runs
  }

  /// Writes the page for people.
  public func text(_ style: HistoryStyle) -> String {
    var page = style.page
    guard !runs.isEmpty else {
      page.line(style.text(Messages.emptyHistory))
      return page.text
    }
    page.line([Page.Span(style.text(Messages.runCount(runs.count)), .strong)])
    var grid = Grid([
      Grid.Column(style.text(Messages.number), isNumber: true),
      Grid.Column(style.text(Messages.asOf), isNumber: true),
      Grid.Column(style.text(Messages.undecided), isNumber: true),
      Grid.Column(style.text(Messages.violations), isNumber: true),
      Grid.Column(style.text(Messages.obligations), isNumber: true),
      Grid.Column(style.text(Messages.dataErrors), isNumber: true),
      Grid.Column(style.text(Messages.rules)),
      Grid.Column(style.text(Messages.data)),
      Grid.Column(style.text(Messages.scope)),
    ])
    for run in runs {
      let counts = run.counts
      grid.add([
        String(run.number), style.text(DateText.date(run.asOf)),
        style.text(NumberText.count(counts.undecided)),
        style.text(NumberText.count(counts.violations)),
        style.text(NumberText.count(counts.values.reduce(0, +))),
        style.text(NumberText.count(run.dataErrors)), String(run.rulesDigest.prefix(8)),
        String(run.dataDigest.prefix(8)), style.text(run.scope),
      ])
    }
    grid.write(to: &page) { runs[$0].isWhole ? .plain : .faint }
    return page.text
  }

  /// Writes the page for programs: one JSON object.
  public func json(_ language: Language) -> [UInt8] {
    JSONValue.object([
      ("schema", .string("check-history-list/1")),
      ("runs", .array(runs.map(\.json))),
    ]).rendered
  }
}

extension RecordedRun {
  /// The run for programs, its verdicts left out.
  var json: JSONValue {
    .object([
      ("number", .int(number)),
      ("as_of", .string(asOf.description)),
      ("pack", .string(pack)),
      ("whole", .bool(isWhole)),
      ("selection", .texts(selectors)),
      ("waivers", .bool(usesWaivers)),
      ("tool", .string(tool)),
      ("rules_digest", .string("sha256:\(rulesDigest)")),
      ("data_digest", .string("sha256:\(dataDigest)")),
      ("calendar_digest", .string("sha256:\(calendarDigest)")),
      ("scoring_digest", .text(scoringDigest.isEmpty ? nil : "sha256:\(scoringDigest)")),
      ("data_errors", .int(dataErrors)),
      ("summary", Self.summary(counts)),
    ])
  }

  /// How many obligations came to each verdict, for programs.
  static func summary(_ counts: [Verdict: Int]) -> JSONValue {
    .object(
      [("obligations", .int(counts.values.reduce(0, +)))]
        + Verdict.allCases.map { ($0.rawValue, .int(counts[$0] ?? 0)) }
        + [("violations", .int(counts.violations))]
    )
  }
}
