import CivilTime
import Findings
import History
import Rules
import TestSupport
import Testing

/// Holds the queries against a reading of the rules that is as plain as can be: every question is
/// asked of all runs, one after the other.
@Suite("the history against an oracle")
struct OracleTests {
  private struct Recorded {
    let number: Int
    let asOf: String
    let isPart: Bool
    let verdicts: [ObligationID: Verdict]
  }

  private static let names = [
    "ky-so vp", "ky-so kt", "ky-so vh", "bao-cao vp 2026-01", "bao-cao kt 2026-01",
    "bao-cao vh 2026-02",
  ]

  @Test("random runs, in any order of dates", arguments: 1...15)
  func random(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let scene = try Scene()
    let rules = try Scene.rules()
    var all: [Recorded] = []
    for index in 0..<12 {
      let run = try Self.randomRun(index, rules, &random)
      let recording = try HistoryFile.record(run, in: scene.file)
      let own = Recorded(
        number: recording.number,
        asOf: run.asOf.description,
        isPart: !run.selectors.isEmpty,
        verdicts: Dictionary(uniqueKeysWithValues: run.obligations.map { ($0.id, $0.verdict) })
      )
      all.append(own)
      try Self.compare(recording.chronicle, with: all, own)
    }
    // What each run knew is what it still knows.
    let reader = try HistoryFile.open(scene.file)
    for own in all {
      let known = all.filter { $0.number <= own.number }
      try Self.compare(try reader.chronicle(of: own.number), with: known, own)
    }
  }

  private static func randomRun(
    _ index: Int,
    _ rules: RuleSet,
    _ random: inout SeededGenerator
  ) throws -> Run {
    let month = Int.random(in: 3...7, using: &random)
    let day = [10, 20].randomElement(using: &random) ?? 10
    var run = try Scene.run("2026-0\(month)-\(day)", [:], rules: rules, data: "d\(index)")
    let isPart = Int.random(in: 0..<5, using: &random) == 0
    if isPart { run.selectors = ["unit:vp"] }
    for name in names where Int.random(in: 0..<6, using: &random) > 0 {
      let id = Scene.id(name)
      if isPart, id.unit.text != "vp" { continue }
      let verdict = Verdict.allCases.randomElement(using: &random) ?? .met
      var obligation = Obligation(id: id, verdict: verdict)
      obligation.datasets = [DatasetID("can_bo")]
      run.obligations.append(obligation)
    }
    return run
  }

  private static func compare(
    _ chronicle: Chronicle,
    with all: [Recorded],
    _ own: Recorded
  ) throws {
    let past = all.filter { $0.asOf <= own.asOf }
      .sorted { ($0.asOf, $0.number) < ($1.asOf, $1.number) }
    let baseline = past.last { !$0.isPart && $0.asOf < own.asOf }
    #expect(chronicle.baseline?.number == baseline?.number)
    var kinds: [ObligationID: Chronicle.Change.Kind] = [:]
    for name in names {
      let id = Scene.id(name)
      if let baseline {
        kinds[id] = kind(before(id, baseline, past), own.verdicts[id], own.isPart)
      }
      #expect(chronicle.sightings[id] == (try sighting(of: id, past, own)))
    }
    let found = chronicle.changes.map { ($0.obligation, $0.kind) }
    #expect(Dictionary(uniqueKeysWithValues: found) == kinds)
    var dates: [String: Int] = [:]
    for run in past where !run.isPart { dates[run.asOf] = run.number }
    #expect(chronicle.trend.map(\.number) == dates.sorted { $0.key < $1.key }.map(\.value))
  }

  /// What the run to compare with says, or, where it is undecided, the last whole run before it that
  /// is not.
  private static func before(
    _ id: ObligationID,
    _ baseline: Recorded,
    _ past: [Recorded]
  ) -> Verdict? {
    guard let verdict = baseline.verdicts[id], verdict.isUndecided else {
      return baseline.verdicts[id]
    }
    var last = verdict
    for run in past where !run.isPart && run.asOf <= baseline.asOf {
      if let earlier = run.verdicts[id], !earlier.isUndecided { last = earlier }
    }
    return last
  }

  private static func kind(
    _ before: Verdict?,
    _ after: Verdict?,
    _ isPart: Bool
  ) -> Chronicle.Change.Kind? {
    let was = before?.isViolation ?? false
    guard let after else { return was && !isPart ? .gone : nil }
    if after.isViolation {
      // All obligations of the pack began before the first date: one that was not there is a change
      // of the register.
      return was ? .continuing : before == nil ? .changedByRule : .new
    }
    guard was else { return nil }
    switch after {
    case .met: return .resolved
    case .noData, .error: return .undecided
    default: return .excused
    }
  }

  private static func sighting(
    of id: ObligationID,
    _ past: [Recorded],
    _ own: Recorded
  ) throws -> Chronicle.Sighting? {
    if own.isPart, own.verdicts[id] == nil { return nil }
    let seen = past.filter { $0.verdicts[id]?.isViolation ?? false }.map(\.asOf)
    guard let first = seen.first, let last = seen.last else { return nil }
    var series: [String] = []
    for date in Set(past.map(\.asOf)).sorted() where date <= last {
      let verdicts = past.filter { $0.asOf == date }.compactMap { $0.verdicts[id] }
      let decided = verdicts.last { !$0.isUndecided }
      if verdicts.contains(where: \.isViolation) { series.append(date) }
      if date < last, let decided, !decided.isViolation { series = [] }
    }
    return Chronicle.Sighting(
      firstSeen: try Scene.date(first),
      lastSeen: try Scene.date(last),
      since: try Scene.date(try #require(series.first)),
      periods: Set(series.map { $0.prefix(7) }).count
    )
  }
}
