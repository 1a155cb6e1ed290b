public import Diagnostics
internal import CivilTime

extension Run {
  /// Says in one phrase what came out for an obligation: dates and figures against their target.
  ///
  /// Every report prints this same phrase, so that no two of them can differ.
  public func message(of obligation: Obligation) -> Phrase {
    let figures = obligation.measured.map { $0.phrase(asOf: asOf) }
    switch obligation.verdict {
    case .metLate:
      return lateness(of: obligation)
    case .met where obligation.done != nil:
      return lateness(of: obligation)
    case .overdue:
      var text = lateness(of: obligation)
      if let figures, obligation.measured?.isPartial == true { text = text + ", " + figures }
      return text + searched(for: obligation)
    case .waived where obligation.daysLate != nil:
      return lateness(of: obligation)
    case .failed, .waived, .met, .pending, .noData, .error, .notApplicable:
      return figures ?? obligation.verdict.label
    }
  }

  private func lateness(of obligation: Obligation) -> Phrase {
    let days = obligation.daysLate.map(DateText.days)
    if let done = obligation.done.map(DateText.date) {
      let start = Phrase(vi: "hoàn thành \(done.vi)", en: "done \(done.en)")
      guard let days else { return start }
      return start + Phrase(vi: ", quá hạn \(days.vi)", en: ", \(days.en) late")
    }
    let start = Phrase(vi: "chưa hoàn thành", en: "not done")
    guard let days else { return start }
    let today = DateText.date(asOf)
    return start
      + Phrase(
        vi: ", quá hạn \(days.vi) tính đến \(today.vi)",
        en: ", \(days.en) late as of \(today.en)"
      )
  }
}

extension Run {
  /// Says in which files something was looked for that is not there: all that shows an absence.
  private func searched(for obligation: Obligation) -> Phrase {
    let places = obligation.counted.map { id in
      let files = inputs.filter { $0.dataset == id }
      let names = files.compactMap(\.file)
      let list = names.joined(separator: ", ")
      let total = files.reduce(0) { $0 + $1.rows }
      let rows = NumberText.count(total)
      let isListed = names.count <= Self.listedFiles
      return shortTitle(id)
        + Phrase(
          vi: " (\(isListed ? list : "\(names.count) tệp"), \(rows.vi) dòng)",
          en:
            " (\(isListed ? list : "\(names.count) files"), \(rows.en) row\(total == 1 ? "" : "s"))"
        )
    }
    guard !places.isEmpty else { return Phrase(verbatim: "") }
    return Phrase(
      vi: "; đã tìm trong " + places.map(\.vi).joined(separator: ", "),
      en: "; looked for in " + places.map(\.en).joined(separator: ", ")
    )
  }

  /// More files of a dataset than these are counted, not named.
  private static var listedFiles: Int { 3 }
}

extension Obligation {
  /// Says how the deadline came about; nil for a duty without a deadline.
  public var deadlineText: Phrase? { deadline?.phrase }
}

extension Deadline {
  /// Says how the deadline came about, such as `hạn 19/7/2026 là Chủ nhật → 20/7/2026`.
  public var phrase: Phrase {
    let first = DateText.date(nominal)
    var text = Phrase(vi: "hạn \(first.vi)", en: "due \(first.en)")
    if rolled != nominal {
      let weekday = DateText.weekday(nominal)
      let why =
        holiday.map {
          Phrase(vi: "là ngày nghỉ (\($0))", en: "is a day off (\($0))")
        } ?? Phrase(vi: "là \(weekday.vi)", en: "is \(weekday.en)")
      text = text + " " + why + " → " + DateText.date(rolled)
    }
    if effective != rolled {
      let extended = DateText.date(effective)
      text = text + Phrase(vi: ", gia hạn → \(extended.vi)", en: ", extended → \(extended.en)")
    }
    return text
  }
}
