public import Diagnostics
internal import Findings

/// The report for spreadsheets and scripts: one row an obligation that counts against somebody or
/// stays open, none left out.
///
/// What is met, pending or not applicable is not in it: the column `verdict` is never a good one.
public enum CSVReport: ReportFormat {
  /// The word after `--format`.
  public static let name = "csv"

  /// What the format is for.
  public static let purpose = Phrase(
    vi: "bảng CSV đầy đủ vi phạm, điều chưa kết luận và điều được miễn",
    en: "all violations, open and waived obligations as comma-separated values"
  )

  /// The columns, by the names that stand in the first row, whatever the language.
  static let columns: [(name: String, field: FindingField)] = [
    ("verdict", .verdictID), ("reason", .reasonID), ("severity", .severityID),
    ("unit", .unit), ("unit_name", .unitName), ("rule", .rule), ("title", .title),
    ("clauses", .clauses), ("period", .periodID), ("nominal_due", .nominalDue), ("due", .due),
    ("done", .done), ("days_late", .daysLate), ("numerator", .numerator),
    ("denominator", .denominator), ("unknown", .unknown), ("perhaps", .perhaps),
    ("excluded", .excluded), ("value", .value), ("target", .target), ("message", .message),
    ("cause", .cause), ("needed", .needed), ("guidance", .guidance), ("supporting", .supporting),
    ("waiver", .waiver), ("points", .points), ("points_at_risk", .pointsAtRisk),
    ("same_fact_as", .sameFactAs), ("change", .changeID), ("since", .since),
    ("first_seen", .firstSeen), ("last_seen", .lastSeen), ("months", .months),
    ("evidence_total", .evidenceTotal), ("evidence", .evidence), ("fingerprint", .fingerprint),
  ]

  /// Writes a run as rows of text, marked as UTF-8.
  public static func render(_ content: ReportContent, _ options: ReportOptions) -> [UInt8] {
    let view = FindingView(content, options)
    var bytes = Array(CSVText.byteOrderMark.utf8)
    bytes += CSVText.row(columns.map(\.name)).utf8
    for place in view.order {
      let row = view.row(view.run.obligations[place])
      let cells = columns.map { PrintableText.escaped(row.value($0.field).plain) }
      bytes += CSVText.row(cells).utf8
    }
    return bytes
  }
}
