public import Diagnostics
internal import Findings
internal import CivilTime
internal import Rules
internal import Scores

/// The report for programs: one JSON object, §12 of the rule language.
///
/// Fields stand in a fixed order and no wall-clock time is among them, so that the same inputs give
/// the same bytes.
public enum JSONReport: ReportFormat {
  /// The word after `--format`.
  public static let name = "json"

  /// What the format is for.
  public static let purpose = Phrase(
    vi: "một đối tượng JSON cho chương trình khác đọc (check-report/1)",
    en: "one JSON object for other programs (check-report/1)"
  )

  /// Writes a run as one object.
  public static func render(_ content: ReportContent, _ options: ReportOptions) -> [UInt8] {
    JSONRendering(content, options).report.rendered
  }
}

/// One rendering of a run: what the parts of the object have in common.
struct JSONRendering {
  let run: Run
  let scorecard: Scorecard?
  let chronicle: Chronicle?
  let language: Language
  let mask: CellMask
  let rules: [RuleID: Rule]
  let units: [UnitID: Unit]

  init(_ content: ReportContent, _ options: ReportOptions) {
    run = content.run
    scorecard = content.scorecard
    chronicle = content.chronicle
    language = options.language
    mask = CellMask(run, isOn: options.masksPersonal)
    rules = Dictionary(run.rules.rules.map { ($0.id, $0) }) { first, _ in first }
    units = Dictionary(run.rules.units.map { ($0.id, $0) }) { first, _ in first }
  }

  var report: JSONValue {
    .object([
      ("schema", .string("check-report/1")),
      ("tool", .object([("name", .string(Tool.name)), ("version", .string(Tool.version))])),
      ("run", header),
      ("inputs", .array(run.inputs.map(input))),
      ("summary", summary),
      ("obligations", .array(run.obligations.map(obligation))),
      ("violations", .array(run.obligations.filter(\.verdict.isViolation).map(violation))),
      ("data_errors", .array(run.dataErrors.map(dataError))),
      ("warnings", .array(run.warnings.map(text))),
      ("units", unitSummaries),
      ("scoring", scoring),
      ("history", history),
    ])
  }

  func text(_ phrase: Phrase) -> JSONValue { .string(phrase.text(language)) }

  private var header: JSONValue {
    .object([
      ("pack", .string(run.rules.pack.name)),
      ("as_of", .string(run.asOf.description)),
      ("as_of_source", .string(run.asOfSource.rawValue)),
      ("timezone", .string(run.rules.pack.timezone)),
      ("rules_digest", .string(Self.digest(run.rules.digest))),
      ("data_digest", .string(Self.digest(run.dataDigest))),
    ])
  }

  private static func digest(_ hex: String) -> String {
    hex.hasPrefix("sha256:") ? hex : "sha256:" + hex
  }

  private func input(_ input: Input) -> JSONValue {
    .object([
      ("dataset", .string(input.dataset.text)),
      ("file", .text(input.file)),
      ("sha256", .text(input.sha256)),
      ("rows", .int(input.rows)),
      ("data_errors", .int(input.dataErrors)),
      ("encoding", .text(input.encoding)),
      ("covers_until", .text(input.coversUntil?.description)),
      ("warnings", .array(input.warnings.map(text))),
    ])
  }

  private var summary: JSONValue {
    .object(counts(run.summary) + [("exit_code", .int(Int(run.exitCode)))])
  }

  private func counts(_ summary: Summary) -> [(String, JSONValue)] {
    let verdicts: [Verdict] = [
      .met, .metLate, .pending, .overdue, .failed, .noData, .error, .waived, .notApplicable,
    ]
    return [("obligations", .int(summary.obligations))]
      + verdicts.map { ($0.rawValue, .int(summary[$0])) }
      + [("violations", .int(summary.violations))]
  }

  private var unitSummaries: JSONValue {
    let byUnit = Dictionary(grouping: run.obligations, by: \.id.unit)
    let scores = Dictionary(
      (scorecard?.units ?? []).map { ($0.unit, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return .array(
      run.rules.units.map { unit in
        .object([
          ("unit", .string(unit.id.text)),
          ("name", .string(unit.name)),
          ("summary", .object(counts(Summary(byUnit[unit.id] ?? [])))),
          ("score", scores[unit.id].map(score) ?? .null),
        ])
      }
    )
  }
}
