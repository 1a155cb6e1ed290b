internal import Diagnostics
internal import Rules
internal import VietnameseText
internal import YAMLTree

/// A ratio over all rows though its title names the whole that the share is taken of.
struct RatioWithoutFilter: Lint {
  let id = DiagnosticID.ratioWithoutFilter

  /// What titles say of the whole, folded.
  private static let wholes = ["tổng số", "of all the ", "of the total", "out of all"]

  func look(at pack: LintedPack, into sink: inout DiagnosticSink) {
    for rule in pack.rules.rules where rule.checkKind == "ratio" {
      let title = NameFolding.fold(rule.title)
      guard let words = Self.wholes.first(where: { title.contains(NameFolding.fold($0)) }),
        rule.checkNode["where"] == nil, rule.checkNode["exclude"] == nil
      else { continue }
      let dataset = rule.checkNode["of"]?.text ?? ""
      sink.warning(
        id,
        Phrase(
          vi: "tỷ lệ của quy tắc '\(rule.id)' không có bộ lọc mẫu số, dù tên ghi '\(words)…'",
          en: "the ratio of rule '\(rule.id)' does not filter its denominator, though the title "
            + "says '\(words)…'"
        ),
        at: rule.checkNode["of"]?.range ?? pack.places.rule(rule.id),
        notes: [
          Phrase(
            vi: "mẫu số là mọi dòng của '\(dataset)'; tên quy tắc: \(rule.title)",
            en: "the denominator is every row of '\(dataset)'; the title: \(rule.title)"
          )
        ],
        help: Phrase(
          vi:
            "thêm 'where' chọn đúng những dòng thuộc tổng số ấy; nếu quả là mọi dòng thì ghi nhận "
            + "bằng chú thích '# lint: \(id.rawValue): LÝ DO'",
          en: "add 'where' to choose the rows that make up that total; if it is every row indeed, "
            + "say so: '# lint: \(id.rawValue): REASON'"
        )
      )
    }
  }
}
