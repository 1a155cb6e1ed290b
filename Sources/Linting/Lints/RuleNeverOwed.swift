internal import CivilTime
internal import Diagnostics
internal import Rules

/// A rule that nobody ever owes: no period or no unit fits its dates.
struct RuleNeverOwed: Lint {
  let id = DiagnosticID.ruleNeverOwed

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    for rule in pack.rules.rules {
      let units = pack.bearers(of: rule).filter { pack.rules.units.indices.contains($0) }
      if !units.contains(where: { rule.effective.overlaps(pack.rules.units[$0].active) }) {
        warn(
          of: rule,
          because: Phrase(
            vi: "không đơn vị chịu trách nhiệm nào hoạt động trong thời gian quy tắc có hiệu lực",
            en: "no responsible unit is active while the rule is in force"
          ),
          at: pack.places.rule(rule.id, "responsible"),
          into: &sink
        )
      } else if hasNoPeriod(rule, pack) {
        warn(
          of: rule,
          because: Phrase(
            vi: "không kỳ nào có hạn trong thời gian hiệu lực (\(rule.effective.words.vi))",
            en: "no period has its deadline while the rule is in force (\(rule.effective.words.en))"
          ),
          at: pack.places.rule(rule.id, "every"),
          into: &sink
        )
      }
    }
  }

  private func hasNoPeriod(_ rule: Rule, _ pack: LintedPack) -> Bool {
    guard rule.every != nil, rule.due?.isPeriodic == true, let from = rule.effective.from else {
      return false
    }
    // Even yearly deadlines come round within so many months.
    let days = pack.days(of: rule, through: from.adding(months: 24))
    let deadlines = days.map { pack.deadlines(of: rule, within: $0) } ?? []
    return !deadlines.contains { rule.effective.contains($0.nominal) }
  }

  private func warn(
    of rule: Rule,
    because reason: Phrase,
    at place: SourceRange?,
    into sink: inout DiagnosticSink
  ) {
    sink.warning(
      id,
      Phrase(
        vi: "quy tắc '\(rule.id)' không bao giờ sinh ra nghĩa vụ",
        en: "rule '\(rule.id)' never becomes an obligation"
      ),
      at: place,
      notes: [reason],
      help: Phrase(
        vi: "sửa 'effective', 'every', 'due' hoặc 'active' của đơn vị cho khớp nhau",
        en: "make 'effective', 'every', 'due' and the units' 'active' fit together"
      )
    )
  }
}
