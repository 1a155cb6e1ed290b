internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores

extension TerminalRendering {
  /// Writes the interval of every unit's score, and what could change it.
  mutating func writeScores() {
    guard let scorecard, !scorecard.units.isEmpty else { return }
    heading(text(vi: "Điểm", en: "Scores") + ": " + text(ScoreWords.caution))
    let base = text(ScoreWords.points(scorecard.table.base))
    page.line(
      text(
        vi:
          "Từ \(base) điểm; thấp nhất nếu mọi điều chưa kết luận được là vi phạm, cao nhất nếu đều đạt.",
        en: "From \(base) points; lowest if everything undecided is violated, highest if it is met."
      ),
      indent: 2
    )
    if scorecard.isPartial { page.line([.init(text(ScoreWords.partial), .doubtful)], indent: 2) }
    if !run.usesWaivers {
      page.line([.init(text(ScoreWords.withoutWaivers), .doubtful)], indent: 2)
    }
    if let unpriced = ScoreWords.unpriced(scorecard.units) {
      page.line([.init(text(unpriced), .doubtful)], indent: 2)
    }
    var table = SummaryTable(
      header: [
        text(vi: "Đơn vị", en: "Unit"), text(vi: "thấp nhất", en: "lowest"),
        text(vi: "cao nhất", en: "highest"), text(vi: "vi phạm", en: "violations"),
        text(vi: "chưa rõ", en: "open"), text(vi: "ngày muộn", en: "days late"),
        text(vi: "cảnh báo", en: "warnings"),
      ]
    )
    for score in scorecard.units { table.rows.append(row(score)) }
    let lines = table.lines(fitting: page.columns.map { $0 - 2 })
    for (index, line) in lines.enumerated() { page.table(line, index == 0 ? .strong : .plain) }
  }

  private func row(_ score: UnitScore) -> [String] {
    let none = text(ScoreWords.none)
    let open = score.gates.count { $0.kind == .open }
    let perhaps = score.gates.count { $0.kind == .perhaps }
    let gates = perhaps == 0 ? shown(open) : "\(open)+\(perhaps)?"
    return [
      name(of: score.unit),
      score.range.map { text(ScoreWords.points($0.worst)) } ?? none,
      score.range.map { text(ScoreWords.points($0.best)) } ?? none,
      shown(score.deductions.count), shown(score.undecided), shown(score.daysLate), gates,
    ]
  }

  private func shown(_ number: Int) -> String { number == 0 ? "·" : count(number) }
}
