internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores

/// One violation with everything needed to follow or contest it.
struct HTMLViolation {
  /// A clause that it rests on.
  struct Clause {
    let reference: String
    let summary: String?
    let document: String?
  }

  /// A step of a deadline.
  struct Step {
    let label: String
    let date: String
    let note: String?
  }

  /// A figure with its name.
  struct Figure {
    let label: String
    let value: String
  }

  let anchor: String
  let unit: String
  let verdict: String
  let severity: String
  let change: String
  let group: String
  let sign: String
  let emphasis: String
  let verdictLabel: String
  let severityLabel: String
  let title: String
  let period: String?
  let message: String
  let points: String?
  let hasChange: Bool
  let changeLabel: String?
  let rule: String
  let clauses: [Clause]
  let hasDeadline: Bool
  let deadline: [Step]
  let figures: [Figure]
  let distance: String?
  let excluded: String?
  let cost: String?
  let since: String
  let waiver: String?
  let guidance: String?
  let supporting: String?
  let evidence: [HTMLCell]
  let hasEvidence: Bool
  let evidenceTotal: String
  let evidenceRest: String?
  let explain: String
}

extension HTMLContext {
  /// One violation.
  ///
  /// - Parameters:
  ///   - obligation: What is violated.
  ///   - deduction: What it costs, if the pack has a scoring table.
  ///   - room: How many cells of evidence may still be written.
  /// - Returns: Its values in the reader's language.
  func violation(
    _ obligation: Obligation,
    _ deduction: Deduction?,
    room: inout Int
  ) -> HTMLViolation {
    let id = obligation.id
    let rule = rules[id.rule]
    let severity = severity(of: id.rule)
    let cells = obligation.evidence.prefix(max(room, HTMLLimit.fewCells)).map(cell)
    room -= cells.count
    let change = changes[id]?.kind
    return HTMLViolation(
      anchor: "v-\(id.fingerprint)",
      unit: id.unit.text,
      verdict: obligation.verdict.rawValue,
      severity: severity.rawValue,
      change: change?.rawValue ?? "none",
      group: group(of: id.rule).key,
      sign: HTMLMarks.sign(obligation.verdict),
      emphasis: HTMLMarks.emphasis(severity),
      verdictLabel: text(obligation.verdict.label),
      severityLabel: text(severity.label),
      title: title(of: id.rule),
      period: id.period.map { text(DateText.period($0)) },
      message: text(run.message(of: obligation)),
      points: deduction.map { $0.isCounted ? "−\(number($0.counted))" : "0" },
      hasChange: change != nil,
      changeLabel: change.map { text($0.label) },
      rule: id.rule.text,
      clauses: (rule?.clauses ?? []).map(clause),
      hasDeadline: obligation.deadline != nil,
      deadline: deadline(of: obligation),
      figures: obligation.measured.map(figures) ?? [],
      distance: obligation.measured?.distance.map(text),
      excluded: obligation.measured?.exclusionPhrase.map(text),
      cost: cost(deduction),
      since: since(id),
      waiver: waiver(obligation.waiver),
      guidance: obligation.guidance(of: rule),
      supporting: supporting(rule, except: id.unit),
      evidence: cells,
      hasEvidence: !cells.isEmpty,
      evidenceTotal: count(obligation.evidenceTotal),
      evidenceRest: leftOut(obligation.evidenceTotal - cells.count),
      explain: ["check explain", id.rule.text, id.unit.text, id.period?.description ?? ""]
        .filter { !$0.isEmpty }.joined(separator: " ")
    )
  }

  private func clause(_ reference: ClauseReference) -> HTMLViolation.Clause {
    let document = documents[reference.document]
    return .init(
      reference: reference.description,
      summary: clauses[reference]?.summary,
      document: document.map { document in
        document.number.map { "\(document.title) (\($0))" } ?? document.title
      }
    )
  }

  /// The deadline step by step, with the days that follow from it.
  private func deadline(of obligation: Obligation) -> [HTMLViolation.Step] {
    guard let deadline = obligation.deadline else { return [] }
    var steps = [
      HTMLViolation.Step(
        label: text(vi: "Theo văn bản", en: "As written"),
        date: date(deadline.nominal),
        note: deadline.rolled == deadline.nominal
          ? nil
          : deadline.holiday.map { text(vi: "ngày nghỉ: \($0)", en: "a day off: \($0)") }
            ?? text(DateText.weekday(deadline.nominal))
      )
    ]
    if deadline.rolled != deadline.nominal {
      steps.append(
        .init(
          label: text(vi: "Dời theo ngày làm việc", en: "Moved to a working day"),
          date: date(deadline.rolled),
          note: nil
        )
      )
    }
    if deadline.effective != deadline.rolled {
      steps.append(
        .init(
          label: text(vi: "Được gia hạn", en: "Extended"),
          date: date(deadline.effective),
          note: obligation.waiver
        )
      )
    }
    if let done = obligation.done {
      steps.append(.init(label: text(vi: "Hoàn thành", en: "Done"), date: date(done), note: nil))
    }
    if let days = obligation.daysLate {
      let last = date(obligation.done ?? run.asOf)
      steps.append(
        .init(
          label: text(vi: "Số ngày quá hạn", en: "Days late"),
          date: text(DateText.days(days)),
          note: "\(last) − \(date(deadline.effective))"
        )
      )
    }
    return steps
  }

  private func since(_ id: ObligationID) -> String {
    guard let chronicle else {
      return text(
        vi: "chưa rõ: báo cáo này không kèm lịch sử (--history)",
        en: "not known: this report has no history (--history)"
      )
    }
    return chronicle.sightings[id].map { text($0.phrase) }
      ?? text(vi: "chưa ghi trong lịch sử", en: "not in the history yet")
  }

  private func supporting(_ rule: Rule?, except unit: UnitID) -> String? {
    let names = (rule?.supporting ?? []).filter(run.rules.units.indices.contains)
      .map { run.rules.units[$0] }.filter { $0.id != unit }.map(\.name)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
