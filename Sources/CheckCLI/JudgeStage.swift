internal import CivilTime
internal import Diagnostics
internal import Findings
internal import History
internal import Reports
internal import Rules
internal import Scores

/// What commands that judge dumps have in common: options, pack, data, scores, history, in this order.
///
/// Everything that can be wrong with the command line is found before any data are read.
struct JudgeStage {
  private let command: CheckOptions
  /// The language of messages before the pack says its own.
  let language: Language
  /// Where reports go.
  let outputs: [FormatOption]
  private let selectors: [Selector]
  private let asOf: CivilDate?
  private let folder: String

  /// Checks the options; nothing is judged yet.
  ///
  /// - Parameters:
  ///   - command: The options.
  ///   - standard: The report that is printed if none is asked for; nil prints none.
  /// - Throws: `Failure` for a wrong command line.
  init(_ command: CheckOptions, standard: (any ReportFormat.Type)?) throws {
    self.command = command
    language = command.lang?.language ?? .vi
    outputs = try FormatOption.parse(command.format, default: standard, language)
    try FormatOption.refuseBinary(outputs, isTerminal: Terminal.isTerminal(1), language)
    try HistoryOutputs.check(outputs.map(\.file), against: command.history, language)
    selectors = try command.select.map { [language] in try Selector($0, language) }
    asOf = try command.asOf.map { [language] in try AsOfOption.date($0, language) }
    if command.evidence < 0 {
      let message = Phrase(vi: "--evidence phải từ 0 trở lên", en: "--evidence must be 0 or more")
      throw Failure.usage(message, language)
    }
    try JobsOption.check(command.jobs, language)
    folder = try FolderOption.existing(command.rules, language)
    if let data = command.data { _ = try FolderOption.existing(data, language, option: "--data") }
  }

  /// Reads the pack.
  ///
  /// - Throws: `Failure` with everything that is wrong with it.
  func load() async throws -> ReadyPack {
    try await PackStage(
      folder: folder,
      language: command.lang?.language,
      isQuiet: command.quiet,
      scoring: try command.scoring.map {
        PackFile(path: $0, text: try InputFile.text($0, language))
      }
    ).load(jobs: JobsOption.count(command.jobs))
  }

  /// Judges.
  ///
  /// - Parameter pack: The pack.
  /// - Returns: The run.
  /// - Throws: `Failure` if it cannot be judged, or an output would replace one of the inputs.
  func judge(by pack: ReadyPack) async throws -> Run {
    let stage = RunStage(command: command, pack: pack, asOf: asOf)
    let run = try await stage.run(selectors)
    try ProtectedFiles.check(outputs.map(\.file), against: stage.inputs(of: run), pack.language)
    return run
  }

  /// Scores a run, and records it if there is a history.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - history: The history's file; nil records nothing.
  ///   - language: The language of messages.
  ///   - isQuiet: Whether what became of it is kept back.
  /// - Returns: The content of reports, and the run's number in the history.
  /// - Throws: `Failure` (74) if it could not be recorded.
  func record(_ run: Run, in history: String?, _ language: Language, isQuiet: Bool) throws
    -> (content: ReportContent, number: Int?)
  {
    let scorecard = Scorecard(run)
    let stage = HistoryStage(file: history, language: language, isQuiet: isQuiet)
    let recording = try stage.record(run, scorecard: scorecard)
    let content = ReportContent(run: run, scorecard: scorecard, chronicle: recording?.chronicle)
    return (content, recording?.number)
  }

  /// Writes the reports: files first, so that a report on screen means that they are there.
  ///
  /// - Throws: `Failure` (74) if one cannot be written.
  func write(_ content: ReportContent, _ language: Language) throws {
    let ordered = outputs.filter { $0.file != nil } + outputs.filter { $0.file == nil }
    do {
      for output in ordered {
        let options = ReportOptions(
          language: language,
          masksPersonal: command.mask,
          usesColor: output.file == nil && Terminal.usesColor(command.color),
          width: output.file == nil ? Terminal.columns() : nil,
          isQuiet: command.quiet,
          temporaryFolder: Terminal.temporaryFolder
        )
        let bytes = try output.format.render(content, options)
        if let file = output.file {
          try OutputFile.replace(file, with: bytes)
        } else {
          try StandardStreams.writeOutput(bytes)
        }
      }
    } catch let error as SystemError {
      throw Failure.output(error.message, language)
    } catch let error as ReportFileError {
      throw Failure.output(error.message, language)
    }
  }
}

extension Failure {
  /// Makes the failure of an output that could not be written.
  static func output(_ message: Phrase, _ language: Language) -> Failure {
    let label = Phrase(vi: "lỗi: ", en: "error: ")
    return Failure(.outputFailed, line: (label + message).text(language))
  }
}
