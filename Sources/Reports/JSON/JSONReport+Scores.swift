internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores

extension JSONRendering {
  /// The scoring table as far as the numbers of the units need it; null without a table.
  var scoring: JSONValue {
    guard let table = scorecard?.table else { return .null }
    return .object([
      ("note", text(ScoreWords.caution)),
      ("base", .string(table.base.description)),
      ("floor", .string(table.floor.description)),
      (
        "bands",
        .array(
          table.bands.map {
            .object([("at_least", .string($0.atLeast.description)), ("name", .string($0.name))])
          }
        )
      ),
    ])
  }

  /// What counts against one unit; the numbers are null if nothing of it was judged.
  func score(_ score: UnitScore) -> JSONValue {
    .object([
      ("worst", .text(score.range?.worst.description)),
      ("best", .text(score.range?.best.description)),
      ("worst_band", .text(score.worstBand)),
      ("best_band", .text(score.bestBand)),
      ("judged", .int(score.judged)),
      ("undecided", .int(score.undecided)),
      ("days_late", .int(score.daysLate)),
      ("deductions", .array(score.deductions.map(deduction))),
      ("possible", .array(score.possible.map(deduction))),
      ("waived", .texts(score.waived.map(\.fingerprint))),
      ("gates", .array(score.gates.map(gate))),
      ("repeated", .array(score.repeated.map(repetition))),
    ])
  }

  /// One deduction; `row` counts the rows of the table from 1.
  private func deduction(_ deduction: Deduction) -> JSONValue {
    .object([
      ("fingerprint", .string(deduction.obligation.fingerprint)),
      ("rule", .string(deduction.obligation.rule.text)),
      ("period", .text(deduction.obligation.period?.description)),
      ("clauses", .texts((rules[deduction.obligation.rule]?.clauses ?? []).map(\.description))),
      ("verdict", .string(deduction.verdict.rawValue)),
      ("row", .number(deduction.row.map { $0 + 1 })),
      ("points", .string(deduction.points.description)),
      ("counted", .string(deduction.counted.description)),
      ("same_fact_as", .text(deduction.sameFactAs?.fingerprint)),
    ])
  }

  private func gate(_ state: GateState) -> JSONValue {
    let gate = scorecard?.table.gates.first { $0.id == state.gate }
    return .object([
      ("gate", .string(state.gate)),
      ("title", .text(gate?.title)),
      ("clause", .text(gate?.clause?.description)),
      ("state", .string(state.kind.rawValue)),
      ("violations", .texts(state.violations.map(\.fingerprint))),
      ("undecided", .texts(state.undecided.map(\.fingerprint))),
    ])
  }

  private func repetition(_ repetition: Repetition) -> JSONValue {
    .object([
      ("rule", .string(repetition.rule.text)),
      ("periods", .texts(repetition.periods.map(\.description))),
    ])
  }
}
