internal import CivilTime
internal import Diagnostics
internal import Rules

/// A rule whose tests do not show it failing: nobody has seen that it catches anything.
struct UntestedViolation: Lint {
  let id = DiagnosticID.untestedViolation

  private static let help = Phrase(
    vi: "viết trong tệp '*.test.yaml' một phép thử có số liệu vi phạm, chờ 'verdict: failed', "
      + "'overdue' hoặc 'met_late', rồi chạy 'check test'",
    en: "write a test in a file '*.test.yaml' with data that break the rule, expecting "
      + "'verdict: failed', 'overdue' or 'met_late', then run 'check test'"
  )

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    let rules = pack.rules.rules
    guard pack.tests.hasTests else {
      guard
        let first = rules.compactMap({ pack.places.rule($0.id) }).min(by: { $0.start < $1.start })
      else { return }
      sink.warning(
        id,
        Phrase(
          vi: "bộ quy tắc không có phép thử: chưa ai thấy \(rules.count) quy tắc bắt được vi phạm",
          en: "the pack has no tests: nobody has seen its \(rules.count) rules catch a violation"
        ),
        at: first,
        notes: [
          Phrase(
            vi: "không có tệp '*.test.yaml' nào trong thư mục của bộ quy tắc",
            en: "there is no file '*.test.yaml' in the pack's folder"
          )
        ],
        help: Self.help
      )
      return
    }
    // A date that another body has still to set keeps an obligation pending whatever the data say.
    for rule in rules where rule.due != .unknown && !pack.tests.violated.contains(rule.id) {
      let isTested = pack.tests.tested.contains(rule.id)
      sink.warning(
        id,
        Phrase(
          vi: "không phép thử nào cho thấy quy tắc '\(rule.id)' bắt được vi phạm",
          en: "no test shows rule '\(rule.id)' being violated"
        ),
        at: pack.places.rule(rule.id),
        notes: [
          isTested
            ? Phrase(
              vi: "các phép thử của quy tắc chỉ chờ kết luận không phải vi phạm",
              en: "its tests expect verdicts that are no violations"
            )
            : Phrase(vi: "quy tắc chưa có phép thử nào", en: "the rule has no test")
        ],
        help: Self.help
      )
    }
  }
}
