internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension Dataset {
  /// The dataset for people: `«Sổ báo cáo» (bao_cao)`.
  var words: Phrase {
    guard title != id.text else { return Phrase(verbatim: "'\(id)'") }
    return Phrase(vi: "«\(title)» (\(id))", en: "“\(title)” (\(id))")
  }

  /// A column for people: `«Ngày gửi» (ngay_gui)`.
  func words(column index: Int) -> Phrase {
    guard columns.indices.contains(index) else { return Phrase(verbatim: "?") }
    let column = columns[index]
    guard let header = column.headers.first, header != column.id else {
      return Phrase(verbatim: "'\(column.id)'")
    }
    return Phrase(vi: "«\(header)» (\(column.id))", en: "“\(header)” (\(column.id))")
  }

  /// Several columns for people.
  func words(columns: [Int]) -> Phrase { .joined(columns.map { words(column: $0) }) }
}

extension EffectiveDates {
  /// When something is in force, in words.
  var words: Phrase {
    let from = from.map(DateText.date)
    let to = to.map(DateText.date)
    switch (from, to) {
    case (let from?, let to?):
      return Phrase(vi: "từ \(from.vi) đến \(to.vi)", en: "from \(from.en) to \(to.en)")
    case (let from?, nil): return Phrase(vi: "từ \(from.vi)", en: "from \(from.en)")
    case (nil, let to?): return Phrase(vi: "đến \(to.vi)", en: "until \(to.en)")
    case (nil, nil): return Phrase(vi: "không giới hạn", en: "without limits")
    }
  }
}

extension RuleDates {
  /// When a rule is in force, in words, stretch by stretch.
  var words: Phrase { Phrase.joined(stretches.map(\.words)) }
}

extension RuleSet {
  /// A unit for people: `Văn phòng (vp)`.
  func words(unit index: Int) -> Phrase {
    guard units.indices.contains(index) else { return Phrase(verbatim: "?") }
    return Phrase(verbatim: "\(units[index].name) (\(units[index].id))")
  }

  /// A clause for people, with what it says.
  func words(_ reference: ClauseReference) -> Phrase {
    let document = documents.first { $0.id == reference.document }
    let clause = document?.clauses.first { $0.id == reference.clause }
    let summary = clause.map { ": \($0.summary)" } ?? ""
    return Phrase(verbatim: "\(reference)\(summary)")
  }

  /// What a waiver does, for whom, why and by whose leave.
  func words(_ waiver: Waiver) -> Phrase {
    let effect: Phrase
    var bound = Phrase(verbatim: "")
    switch waiver.effect {
    case .exempt: effect = Phrase(vi: "miễn", en: "exempts")
    case .extend(let until):
      let day = DateText.date(until)
      effect = Phrase(vi: "gia hạn đến \(day.vi) cho", en: "extends to \(day.en) for")
      bound = Phrase(vi: ", và trước \(day.vi)", en: " and before \(day.en)")
    case .target(let number, let isAtLeast):
      effect = Phrase(
        vi: "hạ mức \(isAtLeast ? "at_least" : "at_most") còn \(number) cho",
        en: "sets \(isAtLeast ? "at_least" : "at_most") to \(number) for"
      )
    }
    let names = Phrase.joined(waiver.units.map { words(unit: $0) })
    let periods = waiver.periods.map { Phrase.joined($0.map(DateText.period)) }
    let when = periods.map { Phrase(vi: ", \($0.vi)", en: ", \($0.en)") } ?? Phrase(verbatim: "")
    let approved = DateText.date(waiver.approvedOn)
    let valid = waiver.valid.words
    return Phrase(verbatim: "\(waiver.id): ") + effect + " " + names + when
      + Phrase(
        vi: "; lý do: \(waiver.reason); văn bản \(waiver.document), \(waiver.approvedBy) duyệt "
          + "\(approved.vi); áp dụng khi hạn gốc nằm \(valid.vi)",
        en: "; because: \(waiver.reason); \(waiver.document), approved by \(waiver.approvedBy) on "
          + "\(approved.en); for original deadlines \(valid.en)"
      ) + bound
  }
}
