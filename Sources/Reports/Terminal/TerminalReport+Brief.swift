internal import Diagnostics
internal import Findings

extension TerminalRendering {
  /// Writes one line for everything that needs attention, and nothing if nothing does.
  ///
  /// What stayed open comes first here too; of the mistakes in the data the first are shown.
  mutating func writeBrief() {
    if run.obligations.allSatisfy({ $0.verdict == .notApplicable }) {
      page.line([.init(text(run.exitMeaning), .doubtful)])
    }
    for group in OpenGroup.groups(of: run) {
      let until = group.neededUntil(asOf: run.asOf)
      let why = text(run.explanation(of: group.cause, neededUntil: until))
      let number = count(group.obligations.count)
      page.line([
        .init("\(text(group.cause.verdict.label)): ", .doubtful),
        .init(text(vi: "\(number) nghĩa vụ: \(why)", en: "\(number) obligations: \(why)")),
      ])
    }
    if run.dataErrorTotal > 0 {
      let number = count(run.dataErrorTotal)
      page.line([.init(text(vi: "lỗi dữ liệu: \(number)", en: "data errors: \(number)"), .doubtful)]
      )
      for error in run.dataErrors.prefix(Limit.faults) {
        cell(CellPlace(error), error.column, mask.shown(error), indent: 2)
      }
    }
    for obligation in run.obligations where obligation.verdict.isViolation {
      page.line([
        .init("\(text(obligation.verdict.label)): ", .bad),
        .init(bearer(of: obligation.id)),
        .init(" – \(title(of: obligation.id.rule)) [\(obligation.id.rule)]: "),
        .init(text(run.message(of: obligation))),
      ])
    }
  }
}
