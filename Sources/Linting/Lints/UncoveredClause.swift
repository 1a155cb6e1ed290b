internal import Diagnostics
internal import Rules

/// A clause that nothing covers: no rule, no gate, and no word on why it cannot be checked.
///
/// Documents that another one replaces are left alone: what they asked for is over.
struct UncoveredClause: Lint {
  let id = DiagnosticID.uncoveredClause

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    let gates = pack.rules.scoring?.gates.compactMap(\.clause) ?? []
    let covered = Set(pack.rules.rules.flatMap(\.clauses) + gates)
    let replaced = Set(pack.rules.documents.flatMap(\.replaces))
    for document in pack.rules.documents where !replaced.contains(document.id) {
      for clause in document.clauses where clause.notCheckable == nil {
        let reference = ClauseReference(document: document.id, clause: clause.id)
        guard !covered.contains(reference) else { continue }
        sink.warning(
          id,
          Phrase(
            vi: "không quy tắc nào kiểm điều khoản '\(reference)'",
            en: "no rule checks clause '\(reference)'"
          ),
          at: pack.places.clause(reference),
          notes: clause.summary.isEmpty
            ? [] : [Phrase(vi: "nội dung: \(clause.summary)", en: "it says: \(clause.summary)")],
          help: Phrase(
            vi: "viết quy tắc dẫn 'clause: \(reference)', hoặc ghi 'not_checkable: LÝ DO'",
            en: "write a rule with 'clause: \(reference)', or say 'not_checkable: REASON'"
          )
        )
      }
    }
  }
}
