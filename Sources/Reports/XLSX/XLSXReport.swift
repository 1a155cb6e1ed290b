public import Diagnostics
internal import CivilTime
internal import Findings
internal import Rules

/// The workbook for people: the whole list of what counts against whom, to filter, sort and print.
///
/// Text from the pack and the data is written as text whatever it begins with: there are no formulas
/// and no links. Dates and percentages are numbers with a form.
///
/// - SeeAlso: libxlsxwriter 1.1.4, https://libxlsxwriter.github.io.
public enum XLSXReport: ReportFormat {
  /// The word after `--format`.
  public static let name = "xlsx"

  /// What the format is for.
  public static let purpose = Phrase(
    vi: "sổ Excel: tổng hợp, vi phạm, điểm, minh chứng, chưa kết luận (cần =TỆP)",
    en: "an Excel workbook: summary, violations, scores, evidence, not judged (wants =FILE)"
  )

  /// Whether the report is bytes that no terminal can show.
  public static let isBinary = true

  /// Writes a run as a workbook.
  ///
  /// - Throws: `ReportFileError` if the temporary folder cannot take it.
  public static func render(_ content: ReportContent, _ options: ReportOptions) throws -> [UInt8] {
    try TemporaryWorkbook.bytes(in: options.temporaryFolder) { path, folder in
      let book = try Workbook(path: path, folder: folder, language: options.language)
      try XLSXRendering(FindingView(content, options), book).writeAll()
      return try book.close()
    }
  }
}

/// One rendering of a run: the workbook and what its sheets have in common.
struct XLSXRendering {
  let view: FindingView
  let book: Workbook

  init(_ view: FindingView, _ book: Workbook) {
    self.view = view
    self.book = book
  }

  var run: Run { view.run }

  /// Writes every sheet, what could not be judged before what counts against somebody.
  func writeAll() throws {
    try book.setProperties(title: run.rules.pack.name, created: run.asOf)
    try writeSummary()
    try writeUndecided()
    try writeViolations()
    try writeScores()
    try writeDeductions()
    try writeGates()
    try writeChanges()
    try writeWaived()
    try writeEvidence()
    try writeDataErrors()
    try writeInputs()
  }

  func say(vi: String, en: String) -> String { view.text(vi: vi, en: en) }

  /// Begins a sheet.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - columns: Its columns, from the left.
  ///   - printed: How many of them are printed; nil for all.
  ///   - preface: Lines above the head.
  ///   - hidesZeros: Whether a count of nothing is a dot.
  /// - Returns: What writes its rows.
  /// - Throws: `ReportFileError` if the library refuses.
  func sheet(
    _ name: Phrase,
    _ columns: [SheetColumn],
    printed: Int? = nil,
    preface: [SheetCell] = [],
    hidesZeros: Bool = false
  ) throws -> SheetWriter {
    let asOf = view.text(DateText.date(run.asOf))
    return try SheetWriter(
      book,
      SheetWriter.Layout(
        name: view.text(name),
        preface: preface,
        columns: columns,
        printed: printed ?? columns.count,
        header: (run.rules.pack.name, say(vi: "Tính đến ngày \(asOf)", en: "As of \(asOf)")),
        hidesZeros: hidesZeros
      )
    )
  }

  func column(_ vi: String, _ en: String, _ width: Double) -> SheetColumn {
    SheetColumn(say(vi: vi, en: en), width)
  }

  /// Writes a list of obligations: fields people read, then ids for programs, which are not printed.
  func writeList(
    _ name: Phrase,
    _ fields: [(FindingField, Double)],
    ids: [FindingField],
    _ places: [Int]
  ) throws {
    let all = fields + ids.map { ($0, 18) }
    let columns = all.map { SheetColumn(view.text($0.0.label), $0.1) }
    let sheet = try sheet(name, columns, printed: fields.count)
    for place in places {
      let row = view.row(run.obligations[place])
      try sheet.append(all.map { SheetCell(row.value($0.0), look(of: $0.0, row.obligation)) })
    }
    try finish(sheet, isEmpty: places.isEmpty)
  }

  /// Ends a list; an empty one says so.
  func finish(_ sheet: SheetWriter, isEmpty: Bool) throws {
    if isEmpty { try sheet.append([SheetCell(say(vi: "Không có", en: "None"))]) }
    try sheet.finish()
  }

  private func look(of field: FindingField, _ obligation: Obligation) -> CellStyle.Look {
    switch field {
    case .verdict:
      obligation.verdict.isViolation ? .bad : obligation.verdict.isUndecided ? .doubtful : .body
    case .severity: view.severity(of: obligation.id.rule) == .critical ? .strong : .body
    default: .body
    }
  }
}
