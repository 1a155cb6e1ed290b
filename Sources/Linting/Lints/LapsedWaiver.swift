internal import CivilTime
internal import Diagnostics
internal import Rules

/// A waiver whose dates are over, so that it works for nothing any more.
struct LapsedWaiver: Lint {
  let id = DiagnosticID.lapsedWaiver

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    for waiver in pack.rules.waivers {
      guard let rule = pack.rules.rules.first(where: { $0.id == waiver.rule }),
        let to = waiver.valid.to, WaiverScope(waiver, of: rule, in: pack).isOver
      else { continue }
      sink.warning(
        id,
        Phrase(
          vi: "miễn trừ '\(waiver.id)' hết hiệu lực sau ngày \(to.vietnamese), không còn tác dụng",
          en: "waiver '\(waiver.id)' lapsed after \(to) and works for nothing any more"
        ),
        at: pack.places.place("waivers", waiver.id, "valid") ?? waiver.range,
        notes: [
          Phrase(
            vi:
              "tính đến ngày \(pack.asOf.vietnamese); quy tắc '\(rule.id)' được xét như không có nó",
            en: "as of \(pack.asOf); rule '\(rule.id)' is judged as if it were not there"
          )
        ],
        help: Phrase(
          vi: "bỏ miễn trừ, hoặc ghi văn bản gia hạn với 'valid' mới",
          en: "drop the waiver, or enter the document that prolongs it with new 'valid' dates"
        )
      )
    }
  }
}
