import Findings
import Rules
import Scores
import Testing

@Suite("gates")
struct GateTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let verdicts: [(String, Verdict)]
    let kind: GateState.Kind
    let violations: Int
    let undecided: Int
    var testDescription: String { name }

    static let cases: [Case] = [
      .init(name: "nothing", verdicts: [("du", .met)], kind: .closed, violations: 0, undecided: 0),
      .init(
        name: "one of two",
        verdicts: [("du", .failed)],
        kind: .closed,
        violations: 1,
        undecided: 0
      ),
      .init(
        name: "one fact twice is one",
        verdicts: [("du", .failed), ("du-nua", .failed)],
        kind: .closed,
        violations: 1,
        undecided: 0
      ),
      .init(
        name: "one, and one that may come",
        verdicts: [("du", .failed), ("bao-cao", .noData)],
        kind: .perhaps,
        violations: 1,
        undecided: 1
      ),
      .init(
        name: "what is open of a fact that is violated adds nothing",
        verdicts: [("du", .failed), ("du-nua", .noData)],
        kind: .closed,
        violations: 1,
        undecided: 0
      ),
      .init(
        name: "two",
        verdicts: [("du", .failed), ("bao-cao", .overdue)],
        kind: .open,
        violations: 2,
        undecided: 0
      ),
      .init(
        name: "other tags and waived ones do not count",
        verdicts: [("nho", .failed), ("du", .waived)],
        kind: .closed,
        violations: 0,
        undecided: 0
      ),
    ]
  }

  @Test("a gate opens by facts that bear one of its tags", arguments: Case.cases)
  func opens(_ example: Case) throws {
    let obligations = example.verdicts.map { rule, verdict in
      ScorePack.obligation(rule, verdict, period: rule == "bao-cao" ? "2026-10" : nil)
    }
    let score = try ScorePack.score(obligations)
    let gate = try #require(score.gates.first)
    #expect(gate.gate == "cong")
    #expect(gate.kind == example.kind)
    #expect(gate.violations.count == example.violations)
    #expect(gate.undecided.count == example.undecided)
  }
}
