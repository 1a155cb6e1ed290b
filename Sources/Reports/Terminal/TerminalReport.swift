public import Diagnostics
public import Findings
internal import CivilTime
internal import Rules
internal import Scores

/// The report for people: what stayed open first, then violations by unit, then the count.
public enum TerminalReport: ReportFormat {
  /// The word after `--format`.
  public static let name = "terminal"

  /// What the format is for.
  public static let purpose = Phrase(
    vi: "báo cáo cho người đọc trên màn hình (mặc định)",
    en: "a report for people, on a terminal (the default)"
  )

  /// Writes a run as lines of text.
  public static func render(_ content: ReportContent, _ options: ReportOptions) -> [UInt8] {
    var rendering = TerminalRendering(content, options)
    if options.isQuiet {
      rendering.writeBrief()
    } else {
      rendering.writeAll()
    }
    return Array(rendering.page.text.utf8)
  }
}

/// One rendering of a run: the page and what its sections have in common.
struct TerminalRendering {
  /// How many entries of one list are shown before the rest is only counted.
  enum Limit {
    /// Rules that one cause keeps open.
    static let rules = 20
    /// Names of units in one line.
    static let units = 6
    /// Faults of the files of one dataset.
    static let faults = 3
    /// Changes of one kind.
    static let changes = 50
    /// Mistakes in the data.
    static let dataErrors = 50
    /// Characters of one cell.
    static let cellCharacters = 160
  }

  let run: Run
  let scorecard: Scorecard?
  let chronicle: Chronicle?
  let options: ReportOptions
  let mask: CellMask
  let rules: [RuleID: Rule]
  let obligations: [ObligationID: Obligation]
  let unitNames: [UnitID: String]
  var page: Page

  init(_ content: ReportContent, _ options: ReportOptions) {
    run = content.run
    scorecard = content.scorecard
    chronicle = content.chronicle
    self.options = options
    mask = CellMask(run, isOn: options.masksPersonal)
    rules = Dictionary(run.rules.rules.map { ($0.id, $0) }) { first, _ in first }
    obligations = Dictionary(run.obligations.map { ($0.id, $0) }) { first, _ in first }
    unitNames = Dictionary(run.rules.units.map { ($0.id, $0.name) }) { first, _ in first }
    page = Page(usesColor: options.usesColor, width: options.width)
  }

  mutating func writeAll() {
    writeHeader()
    writeUndecided()
    writeDataErrors()
    writeChanges()
    writeViolations()
    writeDueSoon()
    writeWaived()
    writeEased()
    writeExclusions()
    writeWarnings()
    writeSummary()
    writeScores()
    writeConclusion()
  }

  func text(_ phrase: Phrase) -> String { phrase.text(options.language) }

  func text(vi: String, en: String) -> String { Phrase(vi: vi, en: en).text(options.language) }

  func count(_ number: Int) -> String { text(NumberText.count(number)) }

  func name(of unit: UnitID) -> String { unitNames[unit] ?? unit.text }

  func title(of rule: RuleID) -> String { rules[rule]?.title ?? rule.text }

  /// The unit's name and, in brackets, the period.
  func bearer(of id: ObligationID) -> String {
    guard let period = id.period else { return name(of: id.unit) }
    return "\(name(of: id.unit)) (\(text(DateText.period(period))))"
  }

  mutating func heading(_ title: String, _ style: Page.Style = .title) {
    page.blank()
    page.line([.init(title.uppercased(), style)])
  }

  /// Writes where a cell is, what it holds and what that means.
  mutating func cell(_ place: CellPlace, _ column: String?, _ shown: ShownCell, indent: Int) {
    var spans: [Page.Span] = [.init(place.text, .strong)]
    if let column {
      let value = SummaryTable.cut(shown.value, to: Limit.cellCharacters)
      spans.append(.init("  \(column) = \"\(value)\""))
    }
    if let key = shown.key, !key.isEmpty {
      spans.append(.init("  (\(SummaryTable.cut(key, to: Limit.cellCharacters)))", .faint))
    }
    if let note = shown.note { spans.append(.init("  \(text(note))")) }
    page.line(spans, indent: indent)
  }
}

/// Where a cell or a file is, as people find it again.
public struct CellPlace: Sendable {
  /// `can-bo.csv:17`, `bao-cao.xlsx: Sheet1!F6`, or the file alone.
  public let text: String

  /// Makes the place of evidence.
  public init(_ evidence: Evidence) {
    self.init(evidence.file, evidence.sheet, evidence.row, evidence.cell)
  }

  init(_ error: DataError) {
    self.init(
      error.file.isEmpty ? error.dataset.text : error.file,
      error.sheet,
      error.row,
      error.cell
    )
  }

  private init(_ file: String, _ sheet: String?, _ row: Int?, _ cell: String?) {
    let inner = cell ?? row.map { "\($0)" }
    guard let sheet else {
      text = inner.map { "\(file):\($0)" } ?? file
      return
    }
    text = inner.map { "\(file): \(sheet)!\($0)" } ?? "\(file): \(sheet)"
  }
}
