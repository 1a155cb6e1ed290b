internal import Findings
internal import Reports

/// One run of `check`: judge, record, report.
struct CheckJob {
  private let command: CheckOptions
  /// The report that is printed if none is asked for.
  private let standard: any ReportFormat.Type

  /// Makes a job; nothing is read yet.
  init(_ command: CheckOptions, standard: any ReportFormat.Type) {
    self.command = command
    self.standard = standard
  }

  /// Judges, reports, and returns the exit code.
  ///
  /// - Returns: 0, 1 or 2, as the run says.
  /// - Throws: `Failure` for anything that ends the program in another way.
  func run() async throws -> Int32 {
    let stage = try JudgeStage(command, standard: standard)
    let pack = try await stage.load()
    let run = try await stage.judge(by: pack)
    let recorded = try stage.record(
      run,
      in: command.history,
      pack.language,
      isQuiet: command.quiet
    )
    try stage.write(recorded.content, pack.language)
    return Int32(run.exitCode)
  }
}
