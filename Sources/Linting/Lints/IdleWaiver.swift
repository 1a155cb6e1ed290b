internal import Diagnostics
internal import Rules

/// A waiver that matches nothing: none of its units has an obligation within its dates.
struct IdleWaiver: Lint {
  let id = DiagnosticID.idleWaiver

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    for waiver in pack.rules.waivers {
      guard let rule = pack.rules.rules.first(where: { $0.id == waiver.rule }) else { continue }
      let scope = WaiverScope(waiver, of: rule, in: pack)
      guard scope.isEmpty else { continue }
      sink.warning(
        id,
        Phrase(
          vi: "miễn trừ '\(waiver.id)' không khớp nghĩa vụ nào của '\(rule.id)'",
          en: "waiver '\(waiver.id)' matches no obligation of '\(rule.id)'"
        ),
        at: waiver.range,
        notes: [scope.reason],
        help: Phrase(
          vi: "sửa 'units', 'periods' hoặc 'valid': hạn gốc của nghĩa vụ phải nằm trong 'valid'",
          en: "correct 'units', 'periods' or 'valid': the original deadline must lie within 'valid'"
        )
      )
    }
  }
}
