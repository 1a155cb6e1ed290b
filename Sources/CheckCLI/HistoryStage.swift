internal import Diagnostics
internal import Findings
internal import History
internal import Scores

/// Records a run, before any report is written.
struct HistoryStage {
  /// The file; nil records nothing.
  let file: String?
  let language: Language
  /// Whether what became of it is kept back.
  let isQuiet: Bool

  /// Records a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - scorecard: Its scores, if the pack has a scoring table.
  /// - Returns: The run's number, and what earlier runs say; nil without a history.
  /// - Throws: `Failure` (74) if it could not be recorded: no report is written then either.
  func record(_ run: Run, scorecard: Scorecard?) throws -> Recording? {
    guard let file else { return nil }
    do {
      let recording = try HistoryFile.record(run, scorecard: scorecard, in: file)
      if !isQuiet { StandardStreams.writeMessage(remark(recording, file).text(language) + "\n") }
      return recording
    } catch let error as HistoryError {
      let label = Phrase(vi: "lỗi: ", en: "error: ")
      let consequence = Phrase(
        vi: "không có gì được ghi vào lịch sử, báo cáo cũng chưa được viết",
        en: "nothing was recorded, and no report was written"
      )
      let text = (label + error.message).text(language) + "\n" + consequence.text(language) + "\n"
      throw Failure(.outputFailed, text: text)
    }
  }

  private func remark(_ recording: Recording, _ file: String) -> Phrase {
    let number = recording.number
    return recording.isNew
      ? Phrase(
        vi: "đã ghi vào lịch sử '\(file)': lần xét \(number)",
        en: "recorded in the history '\(file)': run \(number)"
      )
      : Phrase(
        vi: "lịch sử '\(file)' đã có lần xét này: lần \(number)",
        en: "the history '\(file)' holds this run already: run \(number)"
      )
  }
}
