import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import SampleData
import TestSupport
import Testing

@Suite("samples judged by the rule pack")
struct JudgedSamplesTests {
  /// The rule pack of the repository, read once for all tests.
  static let pack: LoadedPack? = {
    var sink = DiagnosticSink()
    let pack = PackLoader.load(folder: CommittedSamplesTests.path("rules"), into: &sink)
    return sink.hasErrors ? nil : pack
  }()

  /// The run over the samples of the repository, made once for all tests.
  static let whole = Task { try await judge(CommittedSamplesTests.path("samples")) }

  /// Judges a folder of dumps by the pack of the repository.
  static func judge(_ folder: String) async throws -> Run {
    let pack = try #require(pack, "rules/ holds errors")
    // A day years away: the as-of date has to come from the folder.
    let today = try #require(CivilDate(year: 2031, month: 5, day: 6))
    return try await Evaluator.run(
      rules: pack.ruleSet,
      sources: pack.sources,
      options: RunOptions(dataFolder: folder, today: today)
    )
  }

  /// One obligation's verdict in the words of `planted.tsv`.
  static func line(_ obligation: Obligation) -> String {
    let id = obligation.id
    return line(
      "\(id.rule)",
      "\(id.unit)",
      id.period.map { "\($0)" },
      obligation.verdict.rawValue
    )
  }

  static func line(_ finding: ExpectedFinding) -> String {
    line(finding.rule, finding.unit, finding.period, finding.verdict)
  }

  private static func line(
    _ rule: String,
    _ unit: String,
    _ period: String?,
    _ verdict: String
  ) -> String {
    [rule, unit, period ?? "–", verdict].joined(separator: " ")
  }

  @Test("the checker finds exactly the planted violations and waived ones")
  func plantedFindings() async throws {
    let run = try await Self.whole.value
    let found = run.obligations.filter { $0.verdict.isViolation || $0.verdict == .waived }
    let foundLines = Set(found.map(Self.line))
    let planted = Set(SampleData.planted.map(Self.line))
    #expect(foundLines.subtracting(planted).sorted() == [], "found, not planted")
    #expect(planted.subtracting(foundLines).sorted() == [], "planted, not found")
  }

  @Test("everything is decided: no data error, no missing data, no error")
  func decided() async throws {
    let run = try await Self.whole.value
    #expect(run.dataErrorTotal == 0)
    #expect(run.dataErrors.isEmpty)
    #expect(run.asOfSource == .dump)
    #expect(run.obligations.count > 400)
    let open = run.obligations.filter { $0.verdict == .noData || $0.verdict == .error }
    #expect(open.map(Self.line) == [])
  }

  @Test("every rule of the pack judges something in the samples")
  func everyRule() async throws {
    let run = try await Self.whole.value
    let judged = Set(run.obligations.map(\.id.rule))
    #expect(run.rules.rules.map(\.id).filter { !judged.contains($0) } == [])
  }

  @Test("violations of every check kind are planted")
  func everyKind() async throws {
    let run = try await Self.whole.value
    let kinds = Dictionary(uniqueKeysWithValues: run.rules.rules.map { ("\($0.id)", $0.checkKind) })
    let planted = Set(SampleData.planted.compactMap { kinds[$0.rule] })
    #expect(planted == Set(PackLoader.standardCheckKinds))
  }

  @Test("cases at a boundary are no violations")
  func boundaries() async throws {
    let run = try await Self.whole.value
    let lines = Set(run.obligations.map(Self.line))
    #expect(SampleData.boundaries.map(Self.line).filter { !lines.contains($0) } == [])
    #expect(run.obligations.contains { $0.isDueSoon })
  }

  static let dumps = CommittedSamplesTests.files.map(\.name).filter {
    $0.hasSuffix(".csv") || ($0.hasSuffix(".tsv") && $0 != "planted.tsv")
  }

  @Test(
    "without one dump, whatever reads it is no_data, and nothing else changes",
    arguments: dumps
  )
  func missingDump(_ name: String) async throws {
    let files = CommittedSamplesTests.files.filter { $0.name != name }
    let whole = try await Self.whole.value
    let missing = try #require(
      whole.inputs.first { $0.file == name }?.dataset,
      "no rule reads this dump"
    )
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.bytes, to: file.name) }
    let run = try await Self.judge(folder.path)
    #expect(run.obligations.count == whole.obligations.count)
    for (before, after) in zip(whole.obligations, run.obligations) {
      // A date that is not set yet is pending before anything else is asked.
      let isUnaffected = !before.datasets.contains(missing) || before.reason == .noDate
      let want = isUnaffected ? before.verdict : .noData
      #expect(after.verdict == want, "\(Self.line(after))")
    }
    #expect(run.obligations.contains { $0.verdict == .noData })
  }
}
