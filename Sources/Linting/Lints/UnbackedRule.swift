internal import CivilTime
internal import Diagnostics
internal import Rules

/// A rule that no clause backs: the clause is said to be not checkable, or is in force at no time
/// at which the rule is.
struct UnbackedRule: Lint {
  let id = DiagnosticID.unbackedRule

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    for rule in pack.rules.rules {
      for reference in rule.clauses {
        guard let document = pack.rules.documents.first(where: { $0.id == reference.document })
        else { continue }
        let clause = document.clauses.first { $0.id == reference.clause }
        let place = pack.places.citation(of: reference, in: rule.id)
        if let reason = clause?.notCheckable {
          sink.warning(
            id,
            Phrase(
              vi:
                "quy tắc '\(rule.id)' dựa vào điều khoản '\(reference)' được ghi là không thể kiểm",
              en: "rule '\(rule.id)' rests on clause '\(reference)', which is marked not checkable"
            ),
            at: place,
            notes: [
              Phrase(
                vi: "lý do ghi tại điều khoản: \(reason)",
                en: "the clause says why: \(reason)"
              )
            ],
            help: Phrase(
              vi: "bỏ 'not_checkable' nếu quy tắc kiểm được điều khoản, hoặc dẫn điều khoản khác",
              en: "drop 'not_checkable' if the rule does check the clause, or cite another clause"
            )
          )
        } else if !rule.effective.overlaps(document.effective) {
          sink.warning(
            id,
            Phrase(
              vi: "khi quy tắc '\(rule.id)' có hiệu lực thì văn bản '\(document.id)' thì không",
              en: "while rule '\(rule.id)' is in force, document '\(document.id)' is not"
            ),
            at: place,
            notes: [
              Phrase(
                vi: "văn bản có hiệu lực \(document.effective.words.vi)",
                en: "the document is in force \(document.effective.words.en)"
              )
            ],
            help: Phrase(
              vi: "dẫn điều khoản của văn bản đang có hiệu lực, hoặc sửa 'effective'",
              en: "cite a clause of a document in force, or correct 'effective'"
            )
          )
        }
      }
    }
  }
}

extension EffectiveDates {
  /// The dates in words.
  var words: Phrase {
    Phrase(
      vi: [from.map { "từ \($0.vietnamese)" }, to.map { "đến \($0.vietnamese)" }]
        .compactMap(\.self).joined(separator: " "),
      en: [from.map { "from \($0)" }, to.map { "to \($0)" }]
        .compactMap(\.self).joined(separator: " ")
    )
  }
}

extension RuleDates {
  /// The dates in words, stretch by stretch.
  var words: Phrase {
    let words = stretches.map(\.words)
    return Phrase(
      vi: words.map(\.vi).joined(separator: ", "),
      en: words.map(\.en).joined(separator: ", ")
    )
  }
}
