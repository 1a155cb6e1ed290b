internal import Diagnostics
internal import Findings
public import Rules

/// Tries mutants of rules on the rules' own tests.
public struct Mutation: Sendable {
  private let runner: TestRunner

  /// Prepares the mutants of a pack's rules.
  ///
  /// - Parameter runner: Runs the tests of the pack.
  public init(runner: TestRunner) {
    self.runner = runner
  }

  /// One mutant and the tests that may notice it.
  private struct Trial: Sendable {
    let mutant: Mutant
    let tests: [RuleTest]
  }

  private enum Verdict {
    case killed
    case invalid
    case survived
  }

  /// Tries every mutant of some rules.
  ///
  /// Each runs only on tests that name its rule and pass without it, one after the other, until one
  /// notices.
  ///
  /// - Parameters:
  ///   - rules: The rules, in the order of the report.
  ///   - outcomes: What came of the tests without mutants.
  ///   - jobs: How many mutants are tried at once.
  ///   - progress: Told after every mutant how many of how many are done, from any thread.
  /// - Returns: The survivors, by rule and place, whatever the number of jobs.
  public func run(
    _ rules: [Rule],
    outcomes: [TestOutcome],
    jobs: Int,
    progress: (@Sendable (_ done: Int, _ count: Int) -> Void)? = nil
  ) async -> MutationResult {
    var result = MutationResult()
    let maker = MutantMaker(rules: runner.rules, utcOffsetSeconds: runner.utcOffsetSeconds)
    let passed = outcomes.filter(\.isPassed).map(\.test)
    var trials: [Trial] = []
    for rule in rules {
      let own = passed.filter { $0.rules.contains(rule.id) }.map { $0.restricted(to: rule.id) }
      guard !own.isEmpty else {
        result.untested.append(rule)
        continue
      }
      trials += maker.mutants(of: rule, equivalent: &result.equivalent)
        .map { Trial(mutant: $0, tests: own) }
    }
    let count = trials.count
    let verdicts = await WorkShare.map(trials, jobs: jobs, progress: { progress?($0, count) }) {
      await self.verdict($0)
    }
    for (trial, verdict) in zip(trials, verdicts) {
      switch verdict {
      case .killed: result.killed += 1
      case .invalid: result.invalid += 1
      case .survived: result.survivors.append(trial.mutant)
      }
    }
    return result
  }

  private func verdict(_ trial: Trial) async -> Verdict {
    for test in trial.tests {
      let outcome: TestOutcome
      switch trial.mutant.change {
      case .rule(let rule): outcome = await runner.with(rule).run(test)
      case .emptyColumn(let dataset, let column):
        outcome = await runner.run(test.emptying(column, of: dataset))
      }
      if !outcome.problems.isEmpty { return .invalid }
      if !outcome.isPassed { return .killed }
    }
    return .survived
  }
}

extension TestRunner {
  /// The same runner, with one rule changed.
  fileprivate func with(_ rule: Rule) -> TestRunner {
    var changed = rules
    changed.rules = [rule]
    return TestRunner(rules: changed, sources: sources, utcOffsetSeconds: utcOffsetSeconds)
  }
}

extension RuleTest {
  /// The same test for one of its rules alone.
  fileprivate func restricted(to rule: RuleID) -> RuleTest {
    var test = self
    test.rules = [rule]
    test.expectations = expectations.filter { $0.rule == rule }
    return test
  }

  /// The same test with a column of a dataset left empty.
  fileprivate func emptying(_ column: Int, of dataset: Int) -> RuleTest {
    var test = self
    for index in test.data.indices where test.data[index].dataset == dataset {
      for row in test.data[index].rows.indices { test.data[index].rows[row].cells[column] = nil }
    }
    return test
  }
}
