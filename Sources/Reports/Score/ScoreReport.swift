public import Diagnostics
internal import Findings

/// The page of scores for people: what counts against whom, how sure that is, and from what.
public enum ScoreReport: ReportFormat {
  /// The word after `--format`.
  public static let name = "score"

  /// What the format is for.
  public static let purpose = Phrase(
    vi: "đầu vào chấm điểm của từng đơn vị, cho người đọc trên màn hình",
    en: "the inputs to scoring, unit by unit, for people on a terminal"
  )

  /// Writes the scores of a run as lines of text.
  public static func render(_ content: ReportContent, _ options: ReportOptions) -> [UInt8] {
    var rendering = TerminalRendering(content, options)
    rendering.writeScorePage()
    return Array(rendering.page.text.utf8)
  }
}
