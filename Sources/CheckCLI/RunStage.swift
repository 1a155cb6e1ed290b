internal import CivilTime
internal import Diagnostics
internal import Engine
internal import Findings
internal import Rules

/// Judges the data by a pack.
struct RunStage {
  let command: CheckOptions
  let pack: ReadyPack
  let asOf: CivilDate?

  /// Runs the engine.
  ///
  /// - Parameter selectors: What to judge; without any, everything.
  /// - Returns: The run.
  /// - Throws: `Failure` for a selector that names nothing, a data folder that cannot be listed, or
  ///   a pack that shows its errors only when its checks are bound.
  func run(_ selectors: [Selector]) async throws -> Run {
    let options = try options(selectors)
    let line = ProgressLine(language: pack.language, isOn: !command.quiet)
    defer { line.finish() }
    do {
      var run = try await Evaluator.run(
        rules: pack.rules,
        sources: pack.sources,
        options: options,
        progress: { progress in
          line.show(
            done: progress.blocksDone,
            of: progress.blockCount,
            Phrase(vi: "đang đọc \(progress.dataset)", en: "reading \(progress.dataset)")
          )
        }
      )
      run.selectors = command.select
      run.usesWaivers = options.usesWaivers
      return run
    } catch let error as DiagnosticsError {
      throw PackStage.failure(error.diagnostics, error.sources, pack.language)
    } catch let error as UnreadableFolder {
      let reason = SystemError(
        operation: Phrase(vi: "đọc thư mục dữ liệu", en: "read the data folder"),
        path: error.path,
        code: error.code
      )
      throw Failure.usage(reason.message, pack.language)
    }
  }

  private func options(_ selectors: [Selector]) throws -> RunOptions {
    let selection = try SelectionResolver(rules: pack.rules, language: pack.language)
      .resolve(selectors)
    var options = RunOptions(dataFolder: try dataFolder(), today: pack.clock.today)
    options.utcOffsetSeconds = pack.clock.utcOffsetSeconds
    options.asOf = asOf
    options.selection = selection
    options.usesWaivers = !command.noWaivers
    options.evidenceLimit = command.evidence
    options.jobs = JobsOption.count(command.jobs)
    options.failOn = command.failOn.severity
    return options
  }

  /// The files that a run was read from: pack, scoring table, dumps and what goes with them.
  func inputs(of run: Run) -> [String] {
    let folder = command.data ?? pack.rules.pack.dataFolder ?? ""
    let dumps = run.inputs.compactMap(\.file) + PackFile.dumpNames
    let tests = pack.testFiles.map { PackLoader.joined(command.rules ?? "", $0.path) }
    return pack.sources.map(\.file) + tests + [command.scoring].compactMap(\.self)
      + dumps.map { PackLoader.joined(folder, $0) }
  }

  private func dataFolder() throws -> String {
    if let folder = command.data ?? pack.rules.pack.dataFolder { return folder }
    throw Self.noDataFolder(pack.language)
  }

  /// Says that neither the pack nor the command line names the data.
  static func noDataFolder(_ language: Language) -> Failure {
    let message = Phrase(
      vi: "bộ quy tắc không khai 'data'; hãy thêm --data THƯ-MỤC",
      en: "the pack does not say where the data are; add --data FOLDER"
    )
    return Failure.usage(message, language)
  }
}
