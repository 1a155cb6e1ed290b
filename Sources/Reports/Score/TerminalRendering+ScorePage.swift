internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores

extension TerminalRendering {
  /// Writes the scores of all units with every deduction and what it rests on.
  mutating func writeScorePage() {
    writeHeader()
    guard let scorecard else {
      page.blank()
      page.line(
        text(
          vi: "Bộ quy tắc không có thang điểm ('scoring'); hãy thêm vào, hoặc dùng --scoring TỆP.",
          en: "The pack has no scoring table; add 'scoring' to it, or use --scoring FILE."
        )
      )
      writeConclusion()
      return
    }
    writeScores()
    for score in scorecard.units { write(score, scorecard.table) }
    writeConclusion()
  }

  // MARK: One unit

  private mutating func write(_ score: UnitScore, _ table: Scoring) {
    page.blank()
    let bands = ScoreWords.bands(of: score)
    let range = text(ScoreWords.range(score.range))
    let number = score.range == nil ? range : text(vi: "\(range) điểm", en: "\(range) points")
    page.line([
      .init(name(of: score.unit), .strong), .init(" (\(score.unit))", .faint),
      .init(": \(number)", .strong), .init(bands.isEmpty ? "" : " · \(bands)"),
    ])
    writeGates(of: score, table)
    writeCharges(
      score.deductions,
      text(vi: "đã trừ", en: "deducted"),
      sign: "−",
      style: .bad,
      table
    )
    writeCharges(
      score.possible,
      text(vi: "có thể bị trừ thêm, chưa kết luận được", en: "may still come, undecided"),
      sign: "−?",
      style: .doubtful,
      table
    )
    writeRepetitions(of: score)
    writeWaived(of: score)
    if score.daysLate > 0 {
      let days = text(DateText.days(score.daysLate))
      page.line(text(vi: "tổng số ngày muộn: \(days)", en: "days late in all: \(days)"), indent: 2)
    }
  }

  private mutating func writeCharges(
    _ charges: [Deduction],
    _ title: String,
    sign: String,
    style: Page.Style,
    _ table: Scoring
  ) {
    guard !charges.isEmpty else { return }
    let total = charges.total.map { ": \(text(ScoreWords.points($0)))" } ?? ""
    page.line([.init(title + total, style)], indent: 2)
    for charge in charges { write(charge, sign: sign, style: style, table) }
  }

  private mutating func write(
    _ charge: Deduction,
    sign: String,
    style: Page.Style,
    _ table: Scoring
  ) {
    let id = charge.obligation
    page.line(
      [
        .init("\(sign)\(text(ScoreWords.points(charge.counted)))  ", style),
        .init("\(text(charge.verdict.label)): \(titleWithPeriod(of: id))", .strong),
        .init(" [\(id.rule)]", .faint),
      ],
      indent: 4
    )
    let clauses = (rules[id.rule]?.clauses ?? []).map(\.description).joined(separator: ", ")
    page.line(
      text(vi: "căn cứ \(clauses) · ", en: "clause \(clauses) · ")
        + text(reason(of: charge, table)),
      indent: 8
    )
    guard let obligation = obligations[id] else { return }
    if let deadline = obligation.deadlineText { page.line(text(deadline), indent: 8) }
    page.line(text(run.message(of: obligation)), indent: 8)
    writeEvidence(of: obligation, indent: 8)
  }

  /// Which row of the table asks for the points, and why they are not counted.
  private func reason(of charge: Deduction, _ table: Scoring) -> Phrase {
    guard let row = charge.row else {
      return Phrase(
        vi: "không dòng nào của thang điểm khớp, không trừ",
        en: "no row of the table fits, nothing deducted"
      )
    }
    let points = ScoreWords.row(row, of: table)
    guard let other = charge.sameFactAs else { return points }
    let title = titleWithPeriod(of: other)
    if charge.isCounted {
      return points
        + Phrase(
          vi: "; cùng một việc với «\(title)» [\(other.rule)], chỉ trừ thêm phần cao hơn",
          en: "; the same fact as \"\(title)\" [\(other.rule)], only what is dearer is added"
        )
    }
    return points
      + Phrase(
        vi: "; cùng một việc với «\(title)» [\(other.rule)], chỉ trừ một lần",
        en: "; the same fact as \"\(title)\" [\(other.rule)], charged once"
      )
  }

  // MARK: Beside the points

  private mutating func writeGates(of score: UnitScore, _ table: Scoring) {
    for (gate, state) in zip(table.gates, score.gates) where state.kind != .closed {
      let clause = gate.clause.map { " (\($0))" } ?? ""
      page.line(
        [
          .init(
            "! \(text(ScoreWords.state(state.kind))): ",
            state.kind == .open ? .bad : .doubtful
          ),
          .init(gate.title + clause, .strong),
        ],
        indent: 2
      )
      for id in state.violations + (state.kind == .perhaps ? state.undecided : []) {
        let verdict = obligations[id].map { text($0.verdict.label) + ": " } ?? ""
        page.line("\(verdict)\(titleWithPeriod(of: id)) [\(id.rule)]", indent: 4)
      }
    }
  }

  private mutating func writeRepetitions(of score: UnitScore) {
    for repetition in score.repeated {
      let periods = repetition.periods.map { text(DateText.period($0)) }.joined(separator: ", ")
      let times = count(repetition.periods.count)
      let title = title(of: repetition.rule)
      page.line(
        text(
          vi: "lặp lại \(times) lần: \(title) [\(repetition.rule)] – \(periods)",
          en: "\(times) times: \(title) [\(repetition.rule)] – \(periods)"
        ),
        indent: 2
      )
    }
  }

  private mutating func writeWaived(of score: UnitScore) {
    for id in score.waived {
      page.line(
        text(vi: "được miễn, không trừ: ", en: "waived, not deducted: ")
          + "\(titleWithPeriod(of: id)) [\(id.rule)]",
        indent: 2
      )
      if let obligation = obligations[id] { writeWaiver(of: obligation, indent: 4) }
    }
  }

  /// The rule's title, and its period if there is one.
  private func titleWithPeriod(of id: ObligationID) -> String {
    title(of: id.rule) + (id.period.map { " – \(text(DateText.period($0)))" } ?? "")
  }
}
