internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores

extension XLSXRendering {
  private var caution: [SheetCell] { [SheetCell(view.text(ScoreWords.caution), .caution)] }

  /// Writes the interval of every unit's score, with bands, warnings and repeated offences.
  func writeScores() throws {
    guard let scorecard = view.scorecard else { return }
    let sheet = try sheet(
      Phrase(vi: "Điểm", en: "Scores"),
      [
        column("Đơn vị", "Unit", 28), column("Điểm thấp nhất", "Lowest score", 10),
        column("Điểm cao nhất", "Highest score", 10),
        column("Mức ở điểm thấp nhất", "Band at the lowest", 24),
        column("Mức ở điểm cao nhất", "Band at the highest", 24),
        column("Đã trừ", "Deducted", 9), column("Có thể bị trừ thêm", "May still come", 10),
        column("Đã xét", "Judged", 8), column("Chưa kết luận", "Undecided", 9),
        column("Được miễn", "Waived", 9), column("Tổng ngày quá hạn", "Days late", 10),
        column("Cảnh báo", "Warnings", 34),
        column("Vi phạm lặp lại", "Repeated", 40), column("Mã đơn vị", "Unit id", 14),
      ],
      printed: 13,
      preface: caution
    )
    for score in scorecard.units { try sheet.append(cells(of: score, scorecard.table)) }
    try finish(sheet, isEmpty: scorecard.units.isEmpty)
  }

  private func cells(of score: UnitScore, _ table: Scoring) -> [SheetCell] {
    let none = SheetCell(view.text(ScoreWords.none), .doubtful)
    let gates = score.gates.filter { $0.kind != .closed }.map { state in
      let title = table.gates.first { $0.id == state.gate }?.title ?? state.gate
      return "\(view.text(ScoreWords.state(state.kind))): \(title)"
    }
    let repeated = score.repeated.map { repetition in
      let periods = repetition.periods.map { view.text(DateText.period($0)) }
      return "\(view.title(of: repetition.rule)) (\(periods.joined(separator: ", ")))"
    }
    return [
      SheetCell(view.name(of: score.unit)),
      score.range.map { SheetCell(.number($0.worst), .strong) } ?? none,
      score.range.map { SheetCell(.number($0.best), .strong) } ?? none,
      SheetCell(.text(score.worstBand)), SheetCell(.text(score.bestBand)),
      SheetCell(.number(score.deductions.total)), SheetCell(.number(score.possible.total)),
      SheetCell(.count(score.judged)),
      SheetCell(.count(score.undecided), score.undecided > 0 ? .doubtful : .body),
      SheetCell(.count(score.waived.count)), SheetCell(.count(score.daysLate)),
      SheetCell(gates.joined(separator: "; ")), SheetCell(repeated.joined(separator: "; ")),
      SheetCell(score.unit.text),
    ]
  }

  /// Writes each deduction with its obligation and the row of the table that asks for it.
  func writeDeductions() throws {
    guard let scorecard = view.scorecard else { return }
    let sheet = try sheet(
      Phrase(vi: "Điểm trừ", en: "Deductions"),
      [
        column("Đơn vị", "Unit", 22), column("Loại", "Kind", 14),
        column("Nghĩa vụ", "Obligation", 36), column("Kỳ", "Period", 13),
        column("Căn cứ", "Clause", 18), column("Kết luận", "Verdict", 14),
        column("Điểm theo thang", "Points of the table", 10),
        column("Điểm tính", "Points counted", 9),
        column("Dòng của thang điểm", "Row of the table", 40),
        column("Cùng một việc với", "Same fact as", 34),
        column("Mã quy tắc", "Rule id", 18), column("Mã đơn vị", "Unit id", 14),
        column("Mã kỳ", "Period id", 12), column("Mã nghĩa vụ", "Obligation id", 18),
      ],
      printed: 10,
      preface: caution
    )
    let certain = Phrase(vi: "đã trừ", en: "deducted")
    let possible = Phrase(vi: "có thể bị trừ", en: "may still come")
    for score in scorecard.units {
      for deduction in score.deductions {
        try sheet.append(cells(of: deduction, certain, scorecard.table))
      }
      for deduction in score.possible {
        try sheet.append(cells(of: deduction, possible, scorecard.table, .doubtful))
      }
    }
    let isEmpty = scorecard.units.allSatisfy { $0.deductions.isEmpty && $0.possible.isEmpty }
    try finish(sheet, isEmpty: isEmpty)
  }

  private func cells(
    of deduction: Deduction,
    _ kind: Phrase,
    _ table: Scoring,
    _ look: CellStyle.Look = .body
  ) -> [SheetCell] {
    let id = deduction.obligation
    let row = deduction.row.map { ScoreWords.row($0, of: table) }
    let noRow = Phrase(vi: "không dòng nào khớp", en: "no row fits")
    let same = deduction.sameFactAs.map { "\(view.title(of: $0)) [\($0.rule)]" }
    return [
      SheetCell(view.name(of: id.unit)), SheetCell(view.text(kind), look),
      SheetCell(view.title(of: id.rule)),
      SheetCell(.text(id.period.map { view.text(DateText.period($0)) })),
      SheetCell(view.clauses(of: id.rule).joined(separator: "; ")),
      SheetCell(view.text(deduction.verdict.label)), SheetCell(.number(deduction.points)),
      SheetCell(.number(deduction.counted), .strong), SheetCell(view.text(row ?? noRow)),
      SheetCell(.text(same)), SheetCell(id.rule.text), SheetCell(id.unit.text),
      SheetCell(.text(id.period?.description)), SheetCell(id.fingerprint),
    ]
  }

  /// Writes the warnings for those who decide on rewards, and what opened each.
  func writeGates() throws {
    guard let scorecard = view.scorecard else { return }
    let sheet = try sheet(
      Phrase(vi: "Cảnh báo", en: "Warnings"),
      [
        column("Đơn vị", "Unit", 26), column("Cảnh báo", "Warning", 34),
        column("Căn cứ", "Clause", 20), column("Trạng thái", "State", 20),
        column("Do nghĩa vụ", "Because of", 46), column("Kỳ", "Period", 14),
        column("Điều khoản bị vi phạm", "Clause violated", 22),
        column("Mã quy tắc", "Rule id", 22), column("Mã đơn vị", "Unit id", 14),
        column("Mã nghĩa vụ", "Obligation id", 18),
      ],
      printed: 8,
      preface: caution
    )
    var isEmpty = true
    for score in scorecard.units {
      for state in score.gates where state.kind != .closed {
        isEmpty = false
        let gate = scorecard.table.gates.first { $0.id == state.gate }
        for id in state.violations + (state.kind == .perhaps ? state.undecided : []) {
          try sheet.append([
            SheetCell(view.name(of: score.unit)), SheetCell(gate?.title ?? state.gate),
            SheetCell(.text(gate?.clause?.description)),
            SheetCell(
              view.text(ScoreWords.state(state.kind)),
              state.kind == .open ? .bad : .doubtful
            ),
            SheetCell(view.title(of: id.rule)),
            SheetCell(.text(id.period.map { view.text(DateText.period($0)) })),
            SheetCell(view.clauses(of: id.rule).joined(separator: "; ")),
            SheetCell(id.rule.text), SheetCell(score.unit.text), SheetCell(id.fingerprint),
          ])
        }
      }
    }
    try finish(sheet, isEmpty: isEmpty)
  }

  /// Writes what changed since the run that this one is compared with.
  func writeChanges() throws {
    guard let chronicle = view.chronicle, let baseline = chronicle.baseline else { return }
    let date = view.text(DateText.date(baseline.asOf))
    let sheet = try sheet(
      Phrase(vi: "Thay đổi", en: "Changes"),
      [
        column("Thay đổi", "Change", 24), column("Đơn vị", "Unit", 26),
        column("Nghĩa vụ", "Obligation", 42), column("Kỳ", "Period", 14),
        column("Lần trước", "Before", 18), column("Lần này", "Now", 18),
        column("Kéo dài từ", "Unbroken since", 12), column("Thấy lần đầu", "First seen", 12),
        column("Thấy lần cuối", "Last seen", 12), column("Mã quy tắc", "Rule id", 20),
        column("Mã đơn vị", "Unit id", 14), column("Mã nghĩa vụ", "Obligation id", 18),
      ],
      printed: 9,
      preface: [
        SheetCell(say(vi: "So với lần ngày \(date)", en: "Since the run of \(date)"), .line)
      ]
    )
    for change in chronicle.changes {
      let id = change.obligation
      let sighting = view.sighting(of: id)
      let since = change.after?.isViolation == true ? sighting?.since : nil
      try sheet.append([
        SheetCell(view.text(change.kind.label)), SheetCell(view.name(of: id.unit)),
        SheetCell(view.title(of: id.rule)),
        SheetCell(.text(id.period.map { view.text(DateText.period($0)) })),
        SheetCell(.text(change.before.map { view.text($0.label) })),
        SheetCell(.text(change.after.map { view.text($0.label) })),
        SheetCell(.date(since)), SheetCell(.date(sighting?.firstSeen)),
        SheetCell(.date(sighting?.lastSeen)), SheetCell(id.rule.text), SheetCell(id.unit.text),
        SheetCell(id.fingerprint),
      ])
    }
    try finish(sheet, isEmpty: chronicle.changes.isEmpty)
  }
}
