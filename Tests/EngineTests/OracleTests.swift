import CivilTime
import Diagnostics
import Findings
import Rules
import TestSupport
import Testing

/// The engine against the plain definition: every way to read the unknown cells is tried.
@Suite("oracle")
struct OracleTests {
  private static let limit = 400

  private static let scene: Scene = {
    let rules = OracleRule.all.map {
      rule($0.body, id: $0.id).split(separator: "\n").dropFirst().map { $0 + "\n" }.joined()
    }
    var scene = Scene("rules:\n" + rules.joined())
    scene.base = scene.base.replacing("{id: d,", with: "{id: d, may_be_empty: true,")
      .replacing("{id: e,", with: "{id: e, may_be_empty: true,")
    return scene
  }()

  /// What was seen of one rule over all tables.
  struct Tally {
    var decided = 0
    var open = 0
    var tooCautious = 0
    var skipped = 0
  }

  @Test("no verdict but one on which every reading of the unknown cells agrees", arguments: 0..<6)
  func soundness(_ seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let pack = try Self.scene.pack()
    var tallies: [String: Tally] = [:]
    for _ in 0..<25 {
      let left = OracleTable(upTo: 4, using: &generator)
      let right = OracleTable(upTo: 3, using: &generator)
      var scene = Self.scene
      scene.files = ["d.csv": Array(left.text.utf8), "e.csv": Array(right.text.utf8)]
      let run = try await scene.run(pack)
      for rule in OracleRule.all {
        for (unit, name) in ["a", "b"].enumerated() {
          let verdict = try #require(run.verdict(rule.id, name))
          guard let outcomes = Self.outcomes(rule, left, right, unit) else {
            tallies[rule.id, default: Tally()].skipped += 1
            continue
          }
          let problem = Self.compare(verdict, outcomes, rule, &tallies[rule.id, default: Tally()])
          #expect(problem == nil, "\(rule.id) \(name)\n\(left.text)\n\(right.text)")
        }
      }
    }
    for rule in OracleRule.all {
      let tally = tallies[rule.id, default: Tally()]
      // Where it may be more cautious than need be, that is seldom.
      #expect(tally.tooCautious * 10 <= tally.decided + tally.open, "\(rule.id): \(tally)")
      #expect(tally.decided > 0, "\(rule.id) is decided too seldom to say anything: \(tally)")
    }
  }

  /// Every outcome that some reading of the unknown cells gives; nil if there are too many readings.
  private static func outcomes(
    _ rule: OracleRule,
    _ left: OracleTable,
    _ right: OracleTable,
    _ unit: Int
  ) -> Set<OracleOutcome>? {
    let others = rule.readsAllRight ? right : right.rows(of: unit)
    guard let lefts = left.rows(of: unit).completions(rule.left, limit: limit),
      let rights = rule.right.isEmpty ? [[]] : others.completions(rule.right, limit: limit),
      lefts.count * rights.count <= limit * 4
    else { return nil }
    func chosen(_ rows: [[Int]]) -> [[Int]] { rows.filter { $0[0] == unit && $0[1] == 1 } }
    let chosenRights = rights.map { rule.readsAllRight ? $0 : chosen($0) }
    var outcomes: Set<OracleOutcome> = []
    for rows in lefts.map(chosen) {
      for others in chosenRights { outcomes.insert(rule.judge(rows, others)) }
    }
    return outcomes
  }

  /// Returns what is wrong with a verdict, or nil.
  private static func compare(
    _ verdict: Verdict,
    _ outcomes: Set<OracleOutcome>,
    _ rule: OracleRule,
    _ tally: inout Tally
  ) -> String? {
    let said: OracleOutcome? =
      switch verdict {
      case .met: .met
      case .metLate: .late
      case .overdue, .failed: .unmet
      case .notApplicable: .notApplicable
      case .noData: nil
      case .error, .pending, .waived: .empty
      }
    if let said {
      tally.decided += 1
      return outcomes == [said] ? nil : "says \(verdict.rawValue), but \(outcomes) are possible"
    }
    tally.open += 1
    guard outcomes.count == 1, outcomes != [.empty] else { return nil }
    tally.tooCautious += 1
    return rule.isExact ? "says no_data, but only \(outcomes) is possible" : nil
  }
}
