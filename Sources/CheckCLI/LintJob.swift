internal import CivilTime
internal import Diagnostics
internal import Engine
internal import Findings
internal import Linting
internal import RuleTesting
internal import Rules

/// One run of `check lint`: pack, tests, lints, report, in this order.
struct LintJob {
  private let command: LintCommand

  /// Makes a job; nothing is read yet.
  init(_ command: LintCommand) {
    self.command = command
  }

  /// Looks through the pack, reports, and returns the exit code.
  ///
  /// - Returns: 0, 1 or 3.
  /// - Throws: `Failure` for anything that ends the program in another way.
  func run() throws -> Int32 {
    let asked = command.lang?.language
    let outputs = try OutputOption<LintFormat>.parse(
      command.format,
      default: .text,
      asked ?? .vi
    )
    let day = try command.asOf.map { try AsOfOption.date($0, asked ?? .vi) }
    let folder = try FolderOption.existing(command.rules, asked ?? .vi)
    var sink = DiagnosticSink()
    let pack = PackLoader.load(folder: folder, into: &sink)
    let language = asked ?? pack.ruleSet.pack.language
    let tests = readRest(of: pack, folder, into: &sink)
    let manifest = try asOf(day, pack, into: &sink)
    let report = Linter.lint(
      pack,
      known: sink,
      tests: Self.shown(tests.tests),
      sources: tests.sources + manifest.sources,
      asOf: manifest.date
    )
    try OutputOption.write(outputs, language) { $0.kind.render(report, language) }
    return report.exitCode(isStrict: command.strict)
  }

  /// Binds checks and decodes tests, so that one run shows every error.
  private func readRest(
    of pack: LoadedPack,
    _ folder: String,
    into sink: inout DiagnosticSink
  ) -> DecodedTests {
    if pack.isComplete { PackStage.bindChecks(of: pack.ruleSet, into: &sink) }
    // Of half a pack the tests would only name what was not read.
    let files = pack.isComplete ? pack.testFiles : []
    return TestDecoder.decode(files, folder: folder, rules: pack.ruleSet, into: &sink)
  }

  /// The date of the option, else that of the data folder, else today.
  private func asOf(
    _ day: CivilDate?,
    _ pack: LoadedPack,
    into sink: inout DiagnosticSink
  ) throws -> (date: CivilDate, sources: [SourceText]) {
    let clock = LocalClock(of: pack, into: &sink)
    if let day { return (day, []) }
    var sources: [SourceText] = []
    do {
      let folder = pack.ruleSet.pack.dataFolder
      let datasets = pack.ruleSet.datasets
      if let date = try folder.flatMap({ try Evaluator.asOfDate(inFolder: $0, datasets: datasets) })
      {
        return (date, [])
      }
    } catch let error as DiagnosticsError {
      for diagnostic in error.diagnostics { sink.add(diagnostic) }
      sources = error.sources
    }
    return (clock.today, sources)
  }

  private static func shown(_ tests: [RuleTest]) -> ShownVerdicts {
    var shown = ShownVerdicts(hasTests: !tests.isEmpty)
    for test in tests {
      shown.tested.formUnion(test.rules)
      for expectation in test.expectations where expectation.verdict.isViolation {
        shown.violated.insert(expectation.rule)
      }
    }
    return shown
  }
}
