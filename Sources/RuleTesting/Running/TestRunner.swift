internal import CivilTime
public import Diagnostics
internal import Engine
internal import Findings
public import Rules

/// Runs tests of rules: judges their data with the engine, and compares.
///
/// Waivers of the pack work as in any run, so that a test shows what a unit would be told.
public struct TestRunner: Sendable {
  let rules: RuleSet
  let sources: [SourceText]
  /// How far the pack's time zone is ahead of UTC, for days of date-times.
  let utcOffsetSeconds: Int

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - rules: A pack without errors.
  ///   - sources: Its texts, for diagnostics.
  ///   - utcOffsetSeconds: How far the pack's time zone is ahead of UTC.
  public init(rules: RuleSet, sources: [SourceText], utcOffsetSeconds: Int = 7 * 3600) {
    self.rules = rules
    self.sources = sources
    self.utcOffsetSeconds = utcOffsetSeconds
  }

  /// Runs tests.
  ///
  /// - Parameters:
  ///   - tests: The tests.
  ///   - jobs: How many run at once.
  ///   - progress: Told after every test how many are done, from any thread.
  /// - Returns: One outcome a test, in their order, whatever the number of jobs.
  public func run(
    _ tests: [RuleTest],
    jobs: Int,
    progress: (@Sendable (Int) -> Void)? = nil
  ) async -> [TestOutcome] {
    await WorkShare.map(tests, jobs: jobs, progress: progress) { await self.run($0) }
  }

  /// Runs one test.
  ///
  /// - Parameter test: The test, decoded against the same pack.
  /// - Returns: What came of it.
  public func run(_ test: RuleTest) async -> TestOutcome {
    var outcome = TestOutcome(test: test, run: nil, differences: [], problems: [], remarks: [])
    let dumps = test.data.map { TestDump($0, rules.datasets[$0.dataset]) }
    do {
      let run = try await judge(test, dumps)
      let comparison = Comparison(test: test, run: run, dumps: dumps)
      outcome.run = run
      outcome.differences = comparison.differences
      outcome.remarks = comparison.remarks
    } catch let error as DiagnosticsError {
      outcome.problems = error.diagnostics
    } catch {
      let message = Phrase(verbatim: "\(error)")
      outcome.problems = [Diagnostic(.unreadableFile, message, at: test.range)]
    }
    return outcome
  }

  /// Judges the data of a test by the rules that it names, and no others.
  private func judge(_ test: RuleTest, _ dumps: [TestDump]) async throws -> Run {
    var named = rules
    named.rules = rules.rules.filter { test.rules.contains($0.id) }
    named.waivers = rules.waivers.filter { test.rules.contains($0.rule) }
    var options = RunOptions(source: .memory(dumps.map(\.dump)), today: test.asOf)
    options.asOf = test.asOf
    options.utcOffsetSeconds = utcOffsetSeconds
    options.evidenceLimit = 5
    return try await Evaluator.run(rules: named, sources: sources, options: options)
  }
}
