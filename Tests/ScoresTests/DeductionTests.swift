import CivilTime
import Findings
import Rules
import Scores
import Testing

@Suite("deductions")
struct DeductionTests {
  @Test("a unit without violations keeps the base, and the highest band")
  func clean() throws {
    let score = try ScorePack.score([ScorePack.obligation("du", .met)])
    #expect(score.range == ScoreRange(worst: number("100"), best: number("100")))
    #expect(score.bestBand == "Xuất sắc")
    #expect(score.worstBand == "Xuất sắc")
    #expect(score.deductions.isEmpty && score.possible.isEmpty)
    #expect(score.judged == 1)
  }

  struct LateCase: CustomTestStringConvertible {
    let days: Int
    let points: String
    var testDescription: String { "\(days) days" }
    static let cases: [LateCase] = [
      .init(days: 0, points: "1"), .init(days: 1, points: "1.2"), .init(days: 9, points: "2.8"),
      .init(days: 10, points: "3"), .init(days: 11, points: "3"),
      .init(days: Int.max, points: "3"),
    ]
  }

  @Test("days late add points up to the row's most", arguments: LateCase.cases)
  func late(_ example: LateCase) throws {
    let late = ScorePack.obligation(
      "bao-cao",
      .metLate,
      period: "2026-09",
      daysLate: example.days
    )
    let score = try ScorePack.score([late])
    #expect(score.deductions.map(\.points) == [number(example.points)])
    #expect(score.deductions.map(\.row) == [0])
    #expect(score.daysLate == example.days)
  }

  @Test("the first row that fits decides; without one nothing is deducted, and it is still shown")
  func firstRow() throws {
    let score = try ScorePack.score([
      ScorePack.obligation("bao-cao", .overdue, period: "2026-09", daysLate: 51),
      ScorePack.obligation("nho", .failed),
    ])
    #expect(score.deductions.map(\.obligation.rule.text) == ["bao-cao", "nho"])
    #expect(score.deductions.map(\.row) == [1, nil])
    #expect(score.deductions.map(\.isCounted) == [true, false])
    #expect(score.range?.best == number("97.5"))
  }

  @Test("one fact is charged once, at the dearest price, whatever the order")
  func sameFact() throws {
    let score = try ScorePack.score([
      ScorePack.obligation("du-nua", .failed), ScorePack.obligation("du", .failed),
    ])
    #expect(score.deductions.map(\.obligation.rule.text) == ["du", "du-nua"])
    #expect(score.deductions.map(\.counted) == [number("5"), number("0")])
    #expect(score.deductions[1].sameFactAs == score.deductions[0].obligation)
    #expect(score.range?.worst == number("95"))
  }

  @Test("an undecided obligation of a fact that is charged adds only what is dearer")
  func dearer() throws {
    let score = try ScorePack.score([
      ScorePack.obligation("du", .noData), ScorePack.obligation("du-nua", .failed),
    ])
    #expect(score.range == ScoreRange(worst: number("95"), best: number("98")))
    #expect(score.possible.map(\.points) == [number("5")])
    #expect(score.possible.map(\.counted) == [number("3")])
  }

  @Test("the same rule in two periods is two facts, and a repetition")
  func periods() throws {
    let score = try ScorePack.score([
      ScorePack.obligation("bao-cao", .overdue, period: "2026-10", daysLate: 20),
      ScorePack.obligation("bao-cao", .overdue, period: "2026-09", daysLate: 51),
    ])
    #expect(score.range?.best == number("95"))
    #expect(score.repeated.map(\.periods).first?.map(\.description) == ["2026-09", "2026-10"])
    #expect(score.daysLate == 71)
  }

  @Test("the score never falls below the floor, whatever the sum")
  func floor() throws {
    let table = """
      scoring: {base: 10, floor: 2, deductions: [{points: 999999999999999999}], bands: []}
      """
    let score = try ScorePack.score(
      (1...9).map {
        ScorePack.obligation("bao-cao", .overdue, period: "2026-0\($0)", daysLate: 1)
      },
      table: table
    )
    #expect(score.range == ScoreRange(worst: number("2"), best: number("2")))
    #expect(score.worstBand == nil)
  }

  @Test("a waived obligation is shown apart and costs nothing")
  func waived() throws {
    let waived = ScorePack.obligation("du", .waived)
    let score = try ScorePack.score([waived])
    #expect(score.waived == [waived.id])
    #expect(score.range?.worst == number("100"))
  }
}
