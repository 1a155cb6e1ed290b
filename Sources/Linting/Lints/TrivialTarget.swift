internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import YAMLTree

/// A target that every value reaches, so that its rule can never fail.
struct TrivialTarget: Lint {
  let id = DiagnosticID.trivialTarget

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    for rule in pack.rules.rules {
      guard let check = pack.checks[rule.id], let target = check.target,
        isTrivial(target, check.describe().demand)
      else { continue }
      let key = target.relation == .atMost ? "at_most" : "at_least"
      sink.warning(
        id,
        Phrase(
          vi: "quy tắc '\(rule.id)' không bao giờ vi phạm: giá trị nào cũng đạt '\(key): "
            + "\(target.text(waived: nil))'",
          en: "rule '\(rule.id)' can never be violated: every value satisfies '\(key): "
            + "\(target.text(waived: nil))'"
        ),
        at: rule.checkNode[key]?.range ?? pack.places.rule(rule.id),
        notes: [
          Phrase(
            vi: "một quy tắc không thể không đạt thì không kiểm được gì",
            en: "a rule that cannot fail checks nothing"
          )
        ],
        help: Phrase(
          vi: "ghi đúng chỉ tiêu của điều khoản, ví dụ 'at_least: 90%'",
          en: "write the figure that the clause asks for, such as 'at_least: 90%'"
        )
      )
    }
  }

  private func isTrivial(_ target: Target, _ demand: CheckDescription.Demand) -> Bool {
    let isNothing = !(Decimal(mantissa: 0) < target.number)
    let isEverything = !(target.number < Decimal(mantissa: 1))
    return switch (demand, target.relation) {
    case (.share, .atLeast), (.covered, .atLeast): isNothing
    case (.share, .atMost): isEverything
    case (.value(let figure, _), .atLeast): figure.function == "count" && isNothing
    default: false
    }
  }
}
