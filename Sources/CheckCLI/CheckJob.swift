internal import Diagnostics
internal import Engine
internal import Findings
internal import Reports
internal import Rules
internal import Scores

/// One run of `check`: options, pack, data, reports, in this order.
///
/// Everything that can be wrong with the command line is found before any data are read.
struct CheckJob {
  private let command: CheckOptions
  /// The report that is printed if none is asked for.
  private let standard: any ReportFormat.Type
  private var language: Language

  /// Makes a job; nothing is read yet.
  init(_ command: CheckOptions, standard: any ReportFormat.Type) {
    self.command = command
    self.standard = standard
    language = command.lang?.language ?? .vi
  }

  /// Judges, reports, and returns the exit code.
  ///
  /// - Returns: 0, 1 or 2, as the run says.
  /// - Throws: `Failure` for anything that ends the program in another way.
  func run() async throws -> Int32 {
    let outputs = try FormatOption.parse(command.format, default: standard, language)
    try FormatOption.refuseBinary(outputs, isTerminal: Terminal.isTerminal(1), language)
    try HistoryOutputs.check(outputs.map(\.file), against: command.history, language)
    let selectors = try command.select.map { try Selector($0, language) }
    let asOf = try command.asOf.map { try AsOfOption.date($0, language) }
    try checkCounts()
    let folder = try FolderOption.existing(command.rules, language)
    if let data = command.data { _ = try FolderOption.existing(data, language, option: "--data") }
    let pack = try await PackStage(
      folder: folder,
      language: command.lang?.language,
      isQuiet: command.quiet,
      scoring: try command.scoring.map { try Self.scoringFile($0, language) }
    ).load(jobs: JobsOption.count(command.jobs))
    let stage = RunStage(command: command, pack: pack, asOf: asOf)
    let run = try await stage.run(selectors)
    try ProtectedFiles.check(outputs.map(\.file), against: stage.inputs(of: run), pack.language)
    let scorecard = Scorecard(run)
    let history = HistoryStage(
      file: command.history,
      language: pack.language,
      isQuiet: command.quiet
    )
    let chronicle = try history.record(run, scorecard: scorecard)
    let content = ReportContent(run: run, scorecard: scorecard, chronicle: chronicle)
    try write(content, to: outputs, language: pack.language)
    return Int32(run.exitCode)
  }

  private static func scoringFile(_ path: String, _ language: Language) throws -> PackFile {
    PackFile(path: path, text: try InputFile.text(path, language))
  }

  private func checkCounts() throws {
    if command.evidence < 0 {
      let message = Phrase(
        vi: "--evidence phải từ 0 trở lên",
        en: "--evidence must be 0 or more"
      )
      throw Failure.usage(message, language)
    }
    try JobsOption.check(command.jobs, language)
  }

  /// Writes the reports: files first, so that a report on screen means that they are there.
  private func write(_ content: ReportContent, to outputs: [FormatOption], language: Language)
    throws
  {
    let ordered = outputs.filter { $0.file != nil } + outputs.filter { $0.file == nil }
    do {
      for output in ordered {
        let options = ReportOptions(
          language: language,
          masksPersonal: command.mask,
          usesColor: output.file == nil && Terminal.usesColor(command.color),
          width: output.file == nil ? Terminal.columns() : nil,
          isQuiet: command.quiet,
          temporaryFolder: Terminal.environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 }
            ?? "/tmp"
        )
        let bytes = try output.format.render(content, options)
        if let file = output.file {
          try OutputFile.replace(file, with: bytes)
        } else {
          try StandardStreams.writeOutput(bytes)
        }
      }
    } catch let error as SystemError {
      throw Self.failure(error.message, language)
    } catch let error as ReportFileError {
      throw Self.failure(error.message, language)
    }
  }

  private static func failure(_ message: Phrase, _ language: Language) -> Failure {
    let label = Phrase(vi: "lỗi: ", en: "error: ")
    return Failure(.outputFailed, line: (label + message).text(language))
  }
}
