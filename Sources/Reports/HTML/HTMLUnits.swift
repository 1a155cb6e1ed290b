internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores

/// Every unit with what counts against it, how sure that is, and what may come.
struct HTMLUnits {
  /// One unit.
  struct Unit {
    let anchor: String
    let id: String
    let name: String
    let tally: String
    let isClean: Bool
    /// What is said of a unit without violations.
    let cleanWords: String?
    let isOpen: Bool
    let score: Score?
    let violations: [HTMLViolation]
    let leftOut: String?
    let hasOpen: Bool
    let open: [Line]
    let openRest: String?
    let hasWaived: Bool
    let waived: [Line]
    let waivedRest: String?
  }

  /// What the scoring table makes of a unit.
  struct Score {
    let range: String
    let hasNumber: Bool
    let base: String
    let bands: String?
    let certain: String
    let possible: String
    let daysLate: String?
    let gates: [Gate]
    let repeated: [String]
  }

  /// A gate that is open or may open.
  struct Gate {
    let sign: String
    let state: String
    let title: String
    let clause: String?
    let causes: [Cause]
    let rest: String?
  }

  /// An obligation that opens a gate, or could.
  struct Cause {
    let duty: String
    /// Its place in the page, if it is written.
    let anchor: String
    let isWritten: Bool
    let isOpen: Bool
  }

  /// An obligation that is told in one line.
  struct Line {
    let sign: String
    let duty: String
    let note: String
  }

  let units: [Unit]
  let total: String
  let written: String
  let writtenCount: Int
  let isCut: Bool
  let perUnit: String
  let leftOut: String?
}

extension HTMLContext {
  /// The units with their violations.
  var unitList: HTMLUnits {
    let ids = Set(mostConcerned.prefix(HTMLLimit.units).map(\.id))
    let shown = units.filter { ids.contains($0.id) }
    let violating = shown.filter {
      (obligationsOfUnit[$0.id] ?? []).contains(where: \.verdict.isViolation)
    }.count
    let share = max(
      1,
      min(HTMLLimit.violationsOfUnit, HTMLLimit.violations / max(1, violating))
    )
    var room = HTMLLimit.cells
    let all = run.summary.violations
    let isShort = all <= 120
    let made = shown.map { unit(of: $0, share: share, isOpen: isShort, room: &room) }
    let written = made.reduce(0) { $0 + $1.violations.count }
    return HTMLUnits(
      units: made,
      total: count(all),
      written: count(written),
      writtenCount: written,
      isCut: written < all,
      perUnit: count(share),
      leftOut: leftOut(units.count - shown.count)
    )
  }

  private func unit(of unit: UnitRef, share: Int, isOpen: Bool, room: inout Int) -> HTMLUnits.Unit {
    let obligations = obligationsOfUnit[unit.id] ?? []
    let violations = obligations.filter(\.verdict.isViolation)
    let gravest = gravestFirst(violations).prefix(share)
    let score = scores[unit.id]
    let deductions = Dictionary((score?.deductions ?? []).map { ($0.obligation, $0) }) { a, _ in a }
    let possible = Dictionary((score?.possible ?? []).map { ($0.obligation, $0) }) { a, _ in a }
    let written = gravest.map { violation($0, deductions[$0.id], room: &room) }
    let open = obligations.filter(\.verdict.isUndecided)
    let waived = obligations.filter { $0.verdict == .waived }
    let anchors = Dictionary(zip(gravest.map(\.id), written.map(\.anchor))) { a, _ in a }
    return HTMLUnits.Unit(
      anchor: anchor(of: unit),
      id: unit.id.text,
      name: unit.name,
      tally: tally(Summary(obligations)),
      isClean: violations.isEmpty,
      cleanWords: violations.isEmpty ? cleanWords(obligations) : nil,
      isOpen: isOpen && !violations.isEmpty,
      score: score.map { self.score($0, anchors) },
      violations: written,
      leftOut: leftOut(of: unit.id, violations.count - written.count),
      hasOpen: !open.isEmpty,
      open: open.prefix(HTMLLimit.names).map { openLine($0, possible[$0.id]) },
      openRest: leftOut(open.count - HTMLLimit.names),
      hasWaived: !waived.isEmpty,
      waived: waived.prefix(HTMLLimit.names).map(waivedLine),
      waivedRest: leftOut(waived.count - HTMLLimit.names)
    )
  }

  /// That there is no violation, said for certain only if something was judged and nothing is open.
  private func cleanWords(_ obligations: [Obligation]) -> String {
    let isOpen = obligations.contains(where: \.verdict.isUndecided)
    let isJudged = obligations.contains { !$0.verdict.isUndecided && $0.verdict != .pending }
    return isJudged && !isOpen
      ? text(vi: "Không có vi phạm.", en: "No violation.")
      : text(vi: "Không thấy vi phạm trong phần đã xét.", en: "No violation in what was judged.")
  }

  private func gravestFirst(_ violations: [Obligation]) -> [Obligation] {
    violations.enumerated().sorted { a, b in
      let (x, y) = (severity(of: a.element.id.rule), severity(of: b.element.id.rule))
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  private func tally(_ summary: Summary) -> String {
    HTMLMarks.order.filter { summary[$0] > 0 }.map { verdict in
      "\(HTMLMarks.sign(verdict)) \(count(summary[verdict])) \(text(verdict.label))"
    }.joined(separator: " · ")
  }

  private func leftOut(of unit: UnitID, _ rest: Int) -> String? {
    guard rest > 0 else { return nil }
    return text(
      vi: "Còn \(count(rest)) vi phạm nhẹ hơn của đơn vị không ghi ở đây; danh sách đầy đủ: "
        + "--format csv=TỆP, --format xlsx=TỆP, hoặc chạy lại với --select unit:\(unit).",
      en: "\(count(rest)) less grave violations of this unit are not written here; the whole list: "
        + "--format csv=FILE, --format xlsx=FILE, or run again with --select unit:\(unit)."
    )
  }

  private func openLine(_ obligation: Obligation, _ possible: Deduction?) -> HTMLUnits.Line {
    let cause = obligation.openCause
    let until = obligation.neededUntil(asOf: run.asOf)
    var note = text(run.explanation(of: cause, neededUntil: until))
    if let measured = obligation.measured { note += "; \(text(measured.phrase(asOf: run.asOf)))" }
    if let possible, possible.isCounted {
      let points = number(possible.counted)
      note += text(
        vi: "; nếu là vi phạm: trừ thêm \(points)",
        en: "; \(points) points if it turns out violated"
      )
    }
    return .init(
      sign: HTMLMarks.sign(obligation.verdict),
      duty: duty(of: obligation.id),
      note: note
    )
  }

  private func waivedLine(_ obligation: Obligation) -> HTMLUnits.Line {
    .init(
      sign: HTMLMarks.sign(.waived),
      duty: duty(of: obligation.id),
      note: waiver(obligation.waiver) ?? text(obligation.verdict.label)
    )
  }
}

extension HTMLContext {
  /// The score of a unit with what opened its gates.
  private func score(_ score: UnitScore, _ anchors: [ObligationID: String]) -> HTMLUnits.Score {
    HTMLUnits.Score(
      range: rangeText(score),
      hasNumber: score.range != nil,
      base: number(scorecard?.table.base ?? Decimal(mantissa: 0)),
      bands: score.range == nil ? nil : bandText(score),
      certain: points(score.deductions),
      possible: points(score.possible),
      daysLate: score.daysLate > 0 ? text(DateText.days(score.daysLate)) : nil,
      gates: score.gates.filter { $0.kind != .closed }.map { gate($0, anchors) },
      repeated: score.repeated.map { repetition in
        let periods = repetition.periods.map { text(DateText.period($0)) }
        return "\(title(of: repetition.rule)): \(periods.joined(separator: ", "))"
      }
    )
  }

  private func gate(_ state: GateState, _ anchors: [ObligationID: String]) -> HTMLUnits.Gate {
    let gate = scorecard?.table.gates.first { $0.id == state.gate }
    let ids = state.violations.map { ($0, false) } + state.undecided.map { ($0, true) }
    return HTMLUnits.Gate(
      sign: state.kind == .open ? "⚑" : "?",
      state: text(ScoreWords.state(state.kind)),
      title: gate?.title ?? state.gate,
      clause: gate?.clause?.description,
      causes: ids.prefix(HTMLLimit.names).map { id, isOpen in
        .init(
          duty: duty(of: id),
          anchor: anchors[id] ?? "",
          isWritten: anchors[id] != nil,
          isOpen: isOpen
        )
      },
      rest: leftOut(ids.count - HTMLLimit.names)
    )
  }
}
