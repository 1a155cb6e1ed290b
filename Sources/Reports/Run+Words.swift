internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension Run {
  /// What came out for an obligation, and what was taken out of the figures by which reason.
  func fullMessage(of obligation: Obligation) -> Phrase {
    let message = message(of: obligation)
    guard let excluded = obligation.measured?.exclusionPhrase else { return message }
    return message + "; " + excluded
  }

  /// Which waiver worked, who approved it and why; nil if none did.
  func waiverPhrase(of obligation: Obligation) -> Phrase? {
    guard let id = obligation.waiver else { return nil }
    guard let waiver = rules.waivers.first(where: { $0.id == id }) else {
      return Phrase(vi: "miễn trừ \(id)", en: "waiver \(id)")
    }
    let approved = DateText.date(waiver.approvedOn)
    return Phrase(
      vi: "miễn trừ \(id): \(waiver.reason) (\(waiver.document), \(waiver.approvedBy) duyệt "
        + "\(approved.vi))",
      en: "waiver \(id): \(waiver.reason) (\(waiver.document), approved by "
        + "\(waiver.approvedBy) on \(approved.en))"
    )
  }

  /// Names the units of obligations, each with its periods, and counts those that do not fit.
  func bearers(of obligations: [Obligation], atMost limit: Int) -> Phrase {
    let byUnit = TerminalRendering.grouped(obligations, by: \.id.unit)
    let names = byUnit.prefix(limit).map { unit, obligations in
      let name = rules.units.first { $0.id == unit }?.name ?? unit.text
      let periods = obligations.compactMap(\.id.period)
      guard let first = periods.first, let last = periods.last else {
        return Phrase(verbatim: name)
      }
      let (from, to) = (DateText.period(first), DateText.period(last))
      guard periods.count > 1 else { return Phrase(verbatim: "\(name) (") + from + ")" }
      let count = NumberText.count(periods.count)
      return Phrase(
        vi: "\(name) (\(count.vi) kỳ: \(from.vi)–\(to.vi))",
        en: "\(name) (\(count.en) periods: \(from.en)–\(to.en))"
      )
    }
    let rest = byUnit.count - names.count
    let more =
      rest > 0
      ? Phrase(vi: ", … và \(rest) đơn vị nữa", en: ", … and \(rest) more units")
      : Phrase(verbatim: "")
    return Phrase(
      vi: names.map(\.vi).joined(separator: ", ") + more.vi,
      en: names.map(\.en).joined(separator: ", ") + more.en
    )
  }
}
