import CivilTime
import Findings
import Rules
import Scores
import Testing

@Suite("the interval of a score")
struct IntervalTests {
  @Test("best if all that is open turns out met, worst if all is violated")
  func ends() throws {
    let score = try ScorePack.score([
      ScorePack.obligation("du", .met), ScorePack.obligation("bao-cao", .noData, period: "2026-10"),
      ScorePack.obligation("bao-cao", .error, period: "2026-09"),
    ])
    // September: overdue costs 2.5, done 50 days late the row's most of 3. October, 20 days: 3 too.
    #expect(score.range == ScoreRange(worst: number("94"), best: number("100")))
    #expect(score.possible.map(\.verdict) == [.metLate, .metLate])
    #expect(score.undecided == 2)
  }

  struct NoneCase: CustomTestStringConvertible {
    let verdict: Verdict
    var testDescription: String { verdict.rawValue }
    static let cases: [NoneCase] = [
      .init(verdict: .noData), .init(verdict: .error), .init(verdict: .pending),
      .init(verdict: .notApplicable),
    ]
  }

  @Test("a unit of which nothing was judged has no number", arguments: NoneCase.cases)
  func none(_ example: NoneCase) throws {
    let score = try ScorePack.score([ScorePack.obligation("du", example.verdict)])
    #expect(score.range == nil)
    #expect(score.worstBand == nil && score.bestBand == nil)
  }

  @Test("a unit that owes nothing in the run is left out, and a pack without a table has no card")
  func absent() throws {
    let card = try #require(Scorecard(try ScorePack.run([ScorePack.obligation("du", .met)])))
    #expect(card.units.map(\.unit.text) == ["vp"])
    let without = Scorecard(try ScorePack.run([ScorePack.obligation("du", .met)], table: ""))
    #expect(without == nil)
    let empty = try #require(Scorecard(try ScorePack.run([])))
    #expect(empty.units.isEmpty)
  }

  @Test("a run over a part of the obligations gives no number; over whole units it does")
  func partial() throws {
    let met = [ScorePack.obligation("du", .met)]
    let part = try #require(Scorecard(try ScorePack.run(met, selectors: ["rule:du"])))
    #expect(part.isPartial)
    #expect(part.units.first?.range == nil)
    let unit = try #require(Scorecard(try ScorePack.run(met, selectors: ["unit:vp"])))
    #expect(!unit.isPartial)
    #expect(unit.units.first?.range?.best == number("100"))
  }

  /// A linear congruential generator: the same numbers on every machine.
  struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }

  /// Every obligation that the pack can give one unit.
  static let owed: [(rule: String, period: String?)] = [
    ("bao-cao", "2026-09"), ("bao-cao", "2026-10"), ("du", nil), ("du-nua", nil), ("nho", nil),
  ]

  @Test("every way in which open obligations can turn out lies within, and both ends are reached")
  func completions() throws {
    var dice = Dice(state: 57)
    let verdicts: [Verdict] = [.met, .noData, .failed, .error, .waived, .noData]
    for _ in 0..<200 {
      let obligations = Self.owed.map { rule, period in
        let verdict = verdicts[dice.roll(verdicts.count)]
        let isDeed = rule == "bao-cao"
        return ScorePack.obligation(
          rule,
          isDeed && verdict == .failed ? .overdue : verdict,
          period: period,
          daysLate: isDeed && verdict == .failed ? dice.roll(40) : nil
        )
      }
      guard let range = try ScorePack.score(obligations).range else { continue }
      #expect(range.worst <= range.best)
      let scores = try Self.completions(of: obligations).compactMap {
        try ScorePack.score($0).range
      }
      let areExact = scores.allSatisfy(\.isExact)
      #expect(areExact)
      #expect(scores.map(\.worst).min() == range.worst)
      #expect(scores.map(\.best).max() == range.best)
    }
  }

  /// Every decided run that an undecided one can turn into.
  private static func completions(of obligations: [Obligation]) -> [[Obligation]] {
    obligations.reduce([[]]) { runs, obligation in
      let choices = choices(for: obligation)
      return runs.flatMap { run in choices.map { run + [$0] } }
    }
  }

  private static func choices(for obligation: Obligation) -> [Obligation] {
    guard obligation.verdict.isUndecided else { return [obligation] }
    var met = obligation
    met.verdict = .met
    guard let due = obligation.deadline?.effective, let asOf = CivilDate(iso: "2026-11-20") else {
      var failed = obligation
      failed.verdict = .failed
      return [met, failed]
    }
    let late = [1, asOf - due].map { days in
      var late = obligation
      late.verdict = .metLate
      late.daysLate = days
      return late
    }
    var overdue = obligation
    overdue.verdict = .overdue
    overdue.daysLate = asOf - due
    return [met, overdue] + late
  }
}
