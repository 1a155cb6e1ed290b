internal import CivilTime
internal import Diagnostics
internal import Rules

/// Two deadlines of which one builds on the other, moved to the same working day by days off.
///
/// The unit that has to sum up gets what it sums up on the day its own work is due. A deadline builds
/// on another if who owes it is informed of the other's results, or if both are evidence out of the
/// same dataset owed by a common unit.
struct ChainedDeadlines: Lint {
  let id = DiagnosticID.chainedDeadlines

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    let years = pack.rules.calendar.years.sorted()
    guard let first = years.first.flatMap({ CivilDate(year: $0, month: 1, day: 1) }),
      let last = years.last.flatMap({ CivilDate(year: $0, month: 12, day: 31) })
    else { return }
    let rules = pack.rules.rules.filter { $0.every != nil && $0.due?.isPeriodic == true }
    let deadlines = rules.map { pack.deadlines(of: $0, within: first...last) }
    for (early, before) in zip(rules, deadlines) {
      let known = Dictionary(before.map { ($0.period, $0) }) { first, _ in first }
      for (late, after) in zip(rules, deadlines)
      where early.id != late.id && early.every == late.every && builds(late, on: early, pack) {
        let clashes = after.filter { deadline in
          guard let other = known[deadline.period], let day = deadline.rolled else { return false }
          return other.nominal < deadline.nominal && other.rolled == day
        }
        warn(of: early, late, clashes, pack, into: &sink)
      }
    }
  }

  private func builds(_ late: Rule, on early: Rule, _ pack: LintedPack) -> Bool {
    let bearers = pack.bearers(of: late)
    if !bearers.isDisjoint(with: early.supporting) { return true }
    return late.checkKind == "evidence" && early.checkKind == "evidence"
      && pack.datasets(of: late) == pack.datasets(of: early)
      && !bearers.isDisjoint(with: pack.bearers(of: early))
  }

  private func warn(
    of early: Rule,
    _ late: Rule,
    _ clashes: [PlannedDeadline],
    _ pack: LintedPack,
    into sink: inout DiagnosticSink
  ) {
    func isOwed(_ deadline: PlannedDeadline) -> Bool {
      late.effective.contains(deadline.nominal) && early.effective.contains(deadline.nominal)
    }
    let owed = clashes.filter(isOwed)
    guard !owed.isEmpty else { return }
    let years = Set(owed.map(\.nominal.year))
    let others = clashes.filter { !isOwed($0) && years.contains($0.nominal.year) }
    let place = early.dueRange?.shown ?? ""
    var notes = [
      Phrase(
        vi: "cùng ngày: \(owed.map(\.shownVi).joined(separator: ", "))",
        en: "same day: \(owed.map(\.shown).joined(separator: ", "))"
      )
    ]
    if !others.isEmpty {
      notes.append(
        Phrase(
          vi:
            "ngoài thời gian hiệu lực cũng trùng: \(others.map(\.shownVi).joined(separator: ", "))",
          en: "they also meet outside the effective dates: "
            + others.map(\.shown).joined(separator: ", ")
        )
      )
    }
    notes.append(
      Phrase(
        vi: "hạn của '\(early.id)' ở \(place)",
        en: "the deadline of '\(early.id)' is at \(place)"
      )
    )
    sink.warning(
      id,
      Phrase(
        vi: "hạn của '\(late.id)' rơi vào đúng ngày hạn của '\(early.id)', việc mà nó dựa vào",
        en: "'\(late.id)' falls due on the same working day as '\(early.id)', which it builds on"
      ),
      at: late.dueRange,
      notes: notes,
      help: Phrase(
        vi: "'roll: preceding' cho hạn trước, lùi hạn sau, hoặc nhắc nộp sớm và ghi nhận bằng "
          + "'# lint: \(id.rawValue): LÝ DO'",
        en: "give the earlier one 'roll: preceding', move the later one, or have it sent early and "
          + "say so: '# lint: \(id.rawValue): REASON'"
      )
    )
  }
}

extension PlannedDeadline {
  /// The period and its day, as in `2026-09 (2026-09-21)`.
  fileprivate var shown: String { "\(period?.description ?? "") (\(rolled?.description ?? ""))" }
  /// The same with the day as Vietnamese write it.
  fileprivate var shownVi: String { "\(period?.description ?? "") (\(rolled?.vietnamese ?? ""))" }
}
