public import Diagnostics
internal import CivilTime
internal import Findings
internal import Rules
internal import Scores

/// The report for an issue tracker or a chat: tables in Markdown, in the order of the terminal report.
///
/// Nothing from the pack or the data can become markup, a link or a mention. Long lists are cut and
/// what is left out is counted: the full list is in CSV and in the workbook.
public enum MarkdownReport: ReportFormat {
  /// The word after `--format`.
  public static let name = "markdown"

  /// What the format is for.
  public static let purpose = Phrase(
    vi: "bảng Markdown để dán vào phiếu việc hoặc tin nhắn",
    en: "tables in Markdown, for an issue tracker or a chat"
  )

  /// Writes a run as a page.
  public static func render(_ content: ReportContent, _ options: ReportOptions) -> [UInt8] {
    var rendering = MarkdownRendering(content, options)
    rendering.writeAll()
    return Array(rendering.text.utf8)
  }
}

/// One rendering of a run: the lines so far and what its sections have in common.
struct MarkdownRendering {
  /// How many entries of one list are shown before the rest is only counted.
  enum Limit {
    /// Rules that one cause keeps open.
    static let rules = 20
    /// Names of units in one line.
    static let units = 6
    /// Mistakes in the data.
    static let dataErrors = 50
    /// Violations of one unit.
    static let violations = 50
    /// Obligations of one other list.
    static let obligations = 100
    /// Cells of one obligation.
    static let cells = 3
    /// Characters of one cell.
    static let cellCharacters = 80
  }

  let view: FindingView
  var text = ""

  init(_ content: ReportContent, _ options: ReportOptions) {
    view = FindingView(content, options)
  }

  var run: Run { view.run }

  mutating func writeAll() {
    writeHeader()
    writeUndecided()
    writeDataErrors()
    writeChanges()
    writeViolations()
    writeDueSoon()
    writeWaived()
    writeWarnings()
    writeSummary()
    writeScores()
    line("**\(escaped(view.text(run.exitMeaning)))**")
  }

  // MARK: Lines

  func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  func say(vi: String, en: String) -> String { view.text(vi: vi, en: en) }

  mutating func line(_ markdown: String) { text += markdown + "\n" }

  /// Begins a section; a blank line parts it from what stands before.
  mutating func heading(_ level: Int, _ title: String) {
    text += "\n" + String(repeating: "#", count: level) + " " + title + "\n\n"
  }

  mutating func table(
    _ titles: [String],
    _ rows: [[String]],
    numbersFrom first: Int? = nil
  ) {
    for row in MarkdownText.head(titles, numbersFrom: first) { line(row) }
    for row in rows { line(MarkdownText.row(row)) }
  }

  /// Says how many entries of a list are left out, and where they are.
  mutating func writeRest(_ count: Int) {
    guard count > 0 else { return }
    let number = view.count(count)
    line(
      "\n"
        + say(
          vi: "… và \(number) mục nữa; danh sách đầy đủ: `--format csv`, `--format xlsx`",
          en: "… and \(number) more; the full list: `--format csv`, `--format xlsx`"
        )
    )
  }

  // MARK: Head

  private mutating func writeHeader() {
    let asOf = view.text(DateText.date(run.asOf))
    let source = escaped(view.text(run.asOfOrigin))
    line("# \(escaped(run.rules.pack.name))\n")
    let total = view.count(run.obligations.count)
    let units = view.count(Set(run.obligations.map(\.id.unit)).count)
    line(
      say(
        vi: "**Tính đến ngày \(asOf)** (\(source)) · \(total) nghĩa vụ của \(units) đơn vị",
        en: "**As of \(asOf)** (\(source)) · \(total) obligations of \(units) units"
      ) + "  "
    )
    let rules = MarkdownText.code(String(run.rules.digest.prefix(12)))
    let data = MarkdownText.code(String(run.dataDigest.prefix(12)))
    line(
      say(
        vi: "Dấu vân tay: quy tắc \(rules), dữ liệu \(data)",
        en: "Digests: rules \(rules), data \(data)"
      )
    )
  }

  // MARK: Tail

  private mutating func writeWarnings() {
    let ofFiles = run.inputs.flatMap { input in
      input.warnings.map { Phrase(verbatim: "\(input.file ?? input.dataset.text): ") + $0 }
    }
    let warnings = run.warnings + ofFiles
    guard !warnings.isEmpty else { return }
    let total = view.count(warnings.count)
    heading(2, say(vi: "Lưu ý: \(total)", en: "Remarks: \(total)"))
    for warning in warnings.prefix(Limit.obligations) { line("- \(escaped(view.text(warning)))") }
    writeRest(warnings.count - Limit.obligations)
  }

  private mutating func writeSummary() {
    guard !run.obligations.isEmpty else { return }
    heading(2, say(vi: "Tổng hợp", en: "Summary"))
    let summary = run.summary
    let columns = TerminalRendering.columns.filter {
      $0.verdict == .met || summary[$0.verdict] > 0
    }
    func row(_ name: String, _ summary: Summary) -> [String] {
      [escaped(name)]
        + columns.map { summary[$0.verdict] == 0 ? "·" : view.count(summary[$0.verdict]) }
        + [view.count(summary.obligations)]
    }
    let rows = run.parts { _ in true }.map { part in
      row(view.name(of: part.unit), Summary(part.places.map { run.obligations[$0] }))
    }
    table(
      [say(vi: "Đơn vị", en: "Unit")] + columns.map { view.text($0.label) }
        + [say(vi: "tổng", en: "total")],
      rows + [row(say(vi: "Tổng cộng", en: "All"), summary)],
      numbersFrom: 1
    )
    line("")
  }

  private mutating func writeScores() {
    guard let scorecard = view.scorecard, !scorecard.units.isEmpty else { return }
    text.removeLast()
    heading(
      2,
      say(vi: "Điểm", en: "Scores") + " – " + escaped(view.text(ScoreWords.caution))
    )
    let rows = scorecard.units.map { score in
      let gates = score.gates.filter { $0.kind != .closed }.map { state in
        let title = scorecard.table.gates.first { $0.id == state.gate }?.title ?? state.gate
        return "\(view.text(ScoreWords.state(state.kind))): \(title)"
      }
      return [
        view.name(of: score.unit), view.text(ScoreWords.range(score.range)),
        ScoreWords.bands(of: score), view.count(score.judged), view.count(score.undecided),
        gates.joined(separator: "; "),
      ].map(escaped)
    }
    table(
      [
        say(vi: "Đơn vị", en: "Unit"), say(vi: "Điểm", en: "Score"), say(vi: "Mức", en: "Band"),
        say(vi: "Đã xét", en: "Judged"), say(vi: "Chưa kết luận", en: "Undecided"),
        say(vi: "Cảnh báo", en: "Warnings"),
      ],
      rows
    )
    line("")
  }
}
