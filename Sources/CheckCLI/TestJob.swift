internal import Diagnostics
internal import Engine
internal import Findings
internal import RuleTesting
internal import Rules

/// One run of `check test`: pack, tests, outcomes, in this order.
struct TestJob {
  private let command: TestCommand

  /// Makes a job; nothing is read yet.
  init(_ command: TestCommand) {
    self.command = command
  }

  /// Runs the tests, reports, and returns the exit code.
  ///
  /// - Returns: 0 or 5.
  /// - Throws: `Failure` for anything that ends the program in another way.
  func run() async throws -> Int32 {
    let language = command.lang?.language ?? .vi
    let outputs = try OutputOption<TestReportFormat>.parse(command.format, default: .text, language)
    try JobsOption.check(command.jobs, language)
    let folder = try FolderOption.existing(command.rules, language)
    let pack = try PackStage(
      folder: folder,
      language: command.lang?.language,
      isQuiet: command.quiet
    ).load()
    let decoded = try decode(pack, folder)
    let selected = try selectedRules(pack)
    let tests = decoded.tests.filter { !selected.isDisjoint(with: $0.rules) }
    let report = await report(tests, pack.rules.rules.filter { selected.contains($0.id) }, pack)
    try OutputOption.write(outputs, pack.language) { output in
      output.kind.render(
        report,
        pack.language,
        usesColor: output.file == nil && Terminal.usesColor(command.color),
        width: output.file == nil ? Terminal.columns() : nil
      )
    }
    return report.isPassed ? 0 : ExitStatus.testFailed.rawValue
  }

  /// Reads the tests, and binds every rule, so that a mistake in a pack never hides.
  private func decode(_ pack: ReadyPack, _ folder: String) throws -> DecodedTests {
    var sink = DiagnosticSink()
    PackStage.bindChecks(of: pack.rules, into: &sink)
    let decoded = TestDecoder.decode(pack.testFiles, folder: folder, rules: pack.rules, into: &sink)
    let sources = pack.sources + decoded.sources
    if sink.hasErrors { throw PackStage.failure(sink.sorted(), sources, pack.language) }
    return decoded
  }

  private func report(_ tests: [RuleTest], _ rules: [Rule], _ pack: ReadyPack) async -> TestReport {
    let runner = TestRunner(
      rules: pack.rules,
      sources: pack.sources,
      utcOffsetSeconds: pack.clock.utcOffsetSeconds
    )
    let jobs = JobsOption.count(command.jobs)
    let line = ProgressLine(language: pack.language, isOn: !command.quiet)
    defer { line.finish() }
    let outcomes = await runner.run(tests, jobs: jobs) { done in
      line.show(done: done, of: tests.count, Phrase(vi: "đang thử", en: "testing"))
    }
    var report = TestReport(packName: pack.rules.pack.name, outcomes: outcomes)
    if command.requireTests {
      report.shortfalls = Requirement(runner: runner).shortfalls(of: rules, outcomes: outcomes)
    }
    if command.mutate {
      report.mutation = await Mutation(runner: runner).run(rules, outcomes: outcomes, jobs: jobs) {
        line.show(done: $0, of: $1, Phrase(vi: "đang thử đột biến", en: "trying mutants"))
      }
    }
    return report
  }

  /// The rules that the options name, or all.
  private func selectedRules(_ pack: ReadyPack) throws -> Set<RuleID> {
    guard !command.rule.isEmpty else { return Set(pack.rules.rules.map(\.id)) }
    let resolver = SelectionResolver(rules: pack.rules, language: pack.language)
    let selectors = try command.rule.map { try Selector("rule:\($0)", pack.language) }
    return try resolver.resolve(selectors).rules ?? []
  }
}
