internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Rules
internal import VietnameseText
internal import YAMLTree

/// A standing duty that has periods by its words or by its data, but no `every`.
struct StandingDutyWithoutPeriod: Lint {
  let id = DiagnosticID.standingDutyWithoutPeriod

  /// Words that say that something comes again and again, folded.
  private static let recurring: [String] = {
    let vietnamese = ["hằng", "hàng", "mỗi", "từng"].flatMap { every in
      ["tuần", "tháng", "quý", "năm", "kỳ"].map { "\(every) \($0)" }
    }
    let english = ["every", "each"].flatMap { every in
      ["week", "month", "quarter", "half-year", "year"].map { "\(every) \($0)" }
    }
    let words = ["định kỳ", "weekly", "monthly", "quarterly", "yearly", "annually"]
    return (vietnamese + english + words).map(NameFolding.fold)
  }()

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    for rule in pack.rules.rules where rule.every == nil && rule.due == nil {
      let title = NameFolding.fold(rule.title)
      if let words = Self.recurring.first(where: { contains(title, $0) }) {
        warn(
          of: rule,
          note: Phrase(vi: "tên quy tắc ghi '\(words)'", en: "the title says '\(words)'"),
          at: pack.places.rule(rule.id, "title"),
          into: &sink
        )
      } else if let (dataset, column) = unreadPeriod(of: rule, pack) {
        warn(
          of: rule,
          note: Phrase(
            vi:
              "bảng '\(dataset.id)' có cột kỳ '\(column)' nhưng phép kiểm không đọc: dòng của mọi kỳ "
              + "bị xét chung, và một kỳ sai thì sai mãi",
            en:
              "dataset '\(dataset.id)' has the period column '\(column)', which the check does not "
              + "read: rows of all periods are judged together, and one bad period stays bad"
          ),
          at: rule.checkNode["of"]?.range ?? pack.places.rule(rule.id),
          into: &sink
        )
      }
    }
  }

  /// Whether a text contains words, not parts of words.
  private func contains(_ text: String, _ words: String) -> Bool {
    text.ranges(of: words).contains { range in
      let before =
        range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
      let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
      return before?.isLetter != true && after?.isLetter != true
    }
  }

  /// Returns a dataset that the rule counts rows of without reading any of its period columns.
  ///
  /// Keys and references must be right in every period; and a condition on the as-of date chooses
  /// the rows of a period by itself.
  private func unreadPeriod(of rule: Rule, _ pack: LintedPack) -> (Dataset, String)? {
    guard !["unique", "reference"].contains(rule.checkKind), let check = pack.checks[rule.id] else {
      return nil
    }
    for (side, rows) in zip(check.sides, check.describe().rows)
    where !rows.conditions.contains(where: { $0.contains("as_of") }) {
      let dataset = pack.rules.datasets[side.dataset]
      let periods = dataset.columns.indices.filter { dataset.columns[$0].kind.isPeriod }
      guard let first = periods.first, side.columns.isDisjoint(with: periods) else { continue }
      return (dataset, dataset.columns[first].id)
    }
    return nil
  }

  private func warn(
    of rule: Rule,
    note: Phrase,
    at place: SourceRange?,
    into sink: inout DiagnosticSink
  ) {
    sink.warning(
      id,
      Phrase(
        vi: "quy tắc '\(rule.id)' là nghĩa vụ thường xuyên, không có 'every', dù có vẻ theo kỳ",
        en: "rule '\(rule.id)' is a standing duty without 'every', though it seems to have periods"
      ),
      at: place,
      notes: [note],
      help: Phrase(
        vi: "thêm 'every: month' và 'due', ví dụ 'due: {by: end}'; nếu đúng là xét mọi kỳ một lượt "
          + "thì ghi nhận bằng '# lint: \(id.rawValue): LÝ DO'",
        en:
          "add 'every: month' and 'due', such as 'due: {by: end}'; if all periods are meant to be "
          + "judged at once, say so: '# lint: \(id.rawValue): REASON'"
      )
    )
  }
}

extension DatasetColumn.Kind {
  /// Whether cells are months, quarters or years.
  fileprivate var isPeriod: Bool {
    if case .period = self { true } else { false }
  }
}
