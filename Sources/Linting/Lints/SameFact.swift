internal import Checks
internal import Diagnostics
internal import Rules
internal import YAMLTree

/// Two rules that ask the same of the same rows and the same unit, so that one mistake is counted
/// twice.
struct SameFact: Lint {
  let id = DiagnosticID.sameFact

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    var owners: [Fact: [Rule]] = [:]
    for rule in pack.rules.rules {
      guard let check = pack.checks[rule.id] else { continue }
      var seen: Set<RuleID> = []
      for fact in Fact.all(of: rule, check.describe()) {
        for other in owners[fact] ?? [] where sharesBearer(rule, other, pack) {
          guard seen.insert(other.id).inserted else { continue }
          warn(of: rule, other, fact, pack, into: &sink)
        }
        owners[fact, default: []].append(rule)
      }
    }
  }

  private func sharesBearer(_ a: Rule, _ b: Rule, _ pack: LintedPack) -> Bool {
    a.id != b.id && !a.sameFactAs.contains(b.id) && !b.sameFactAs.contains(a.id)
      && b.effective.stretches.contains(where: a.effective.overlaps)
      && !pack.bearers(of: a).isDisjoint(with: pack.bearers(of: b))
  }

  private func warn(
    of rule: Rule,
    _ other: Rule,
    _ fact: Fact,
    _ pack: LintedPack,
    into sink: inout DiagnosticSink
  ) {
    let place = pack.places.rule(other.id)?.shown ?? ""
    sink.warning(
      id,
      Phrase(
        vi: "quy tắc '\(rule.id)' và '\(other.id)' cùng xét một việc, của cùng đơn vị",
        en: "rules '\(rule.id)' and '\(other.id)' judge the same fact of the same unit"
      ),
      at: rule.checkNode[fact.key]?.range ?? pack.places.rule(rule.id),
      notes: [
        Phrase(
          vi:
            "quy tắc '\(other.id)' ở \(place); một thiếu sót sẽ thành hai vi phạm, trừ điểm hai lần",
          en: "rule '\(other.id)' is at \(place); one fault would make two violations and be "
            + "charged twice"
        )
      ],
      help: Phrase(
        vi:
          "gộp thành một quy tắc dẫn cả hai điều khoản ('clause' nhận danh sách), ghi 'same_fact_as' để "
          + "chỉ trừ điểm một lần, hoặc làm rõ khác nhau",
        en: "make them one rule that cites both clauses ('clause' takes a list), write "
          + "'same_fact_as' so that they are charged once, or tell them apart"
      )
    )
  }
}
