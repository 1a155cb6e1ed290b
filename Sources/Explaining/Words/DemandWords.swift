internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

/// Puts the demands of a check into sentences.
struct DemandWords {
  let rules: RuleSet
  let rule: Rule
  let check: CheckDescription

  /// Which rows are looked at, side by side.
  var rows: [Sheet.Line] {
    check.rows.enumerated().flatMap { index, rows in side(rows, name: sideName(index)) }
  }

  /// What is asked of them.
  var demand: [Phrase] {
    switch check.demand {
    case .done(let column, let count): done(column, count)
    case .share(let that, let target): share(that, target)
    case .value(let figure, let target): [value(figure, target)]
    case .every(let requirements, let complete): every(requirements, complete)
    case .distinct(let key): [distinct(key)]
    case .found(let column, let dataset, let other): [found(column, dataset, other)]
    case .covered(let keys, let both, let target): covered(keys, both, target)
    case .agreeing(let comparison): [agreeing(comparison)]
    case .recent(let column, let within): [recent(column, within)]
    }
  }

  /// What an empty population and doubtful data come to.
  var doubts: [Phrase] {
    var lines: [Phrase] = []
    switch check.ifEmpty {
    case "no_data":
      lines.append(
        Phrase(
          vi: "Không có dòng nào để xét: chưa đủ số liệu.",
          en: "No row to judge: no data."
        )
      )
    case "not_applicable":
      lines.append(
        Phrase(
          vi: "Không có dòng nào để xét (mà bộ dữ liệu có dòng): không áp dụng.",
          en: "No row to judge, though the dataset has rows: not applicable."
        )
      )
    case "failed":
      lines.append(
        Phrase(vi: "Không có dòng nào để xét: không đạt.", en: "No row to judge: failed.")
      )
    default: break
    }
    lines.append(
      Phrase(
        vi:
          "Thiếu tệp, tệp hỏng, số liệu chưa đến ngày cần, hoặc ô trống, ô sai có thể làm đổi kết "
          + "luận: chưa đủ số liệu, không bao giờ tính là đạt.",
        en:
          "A missing or broken file, data that end too early, or an empty or wrong cell that could "
          + "tip the verdict: no data, never met."
      )
    )
    return lines
  }

  // MARK: Rows

  private func sideName(_ index: Int) -> Phrase? {
    switch check.demand {
    case .covered:
      index == 0
        ? Phrase(vi: "Phải có", en: "Expected") : Phrase(vi: "Thực có", en: "Actual")
    case .agreeing:
      index == 0
        ? Phrase(vi: "Bên báo cáo", en: "Reported") : Phrase(vi: "Bên số liệu", en: "Records")
    case .done, .share, .value, .every, .distinct, .found, .recent: nil
    }
  }

  private func side(_ rows: DescribedRows, name: Phrase?) -> [Sheet.Line] {
    let dataset = rules.datasets[rows.dataset]
    let start = name.map { $0 + ": " } ?? Phrase(verbatim: "")
    let which =
      rows.conditions.isEmpty
      ? Phrase(vi: "mọi dòng của ", en: "all rows of ")
      : Phrase(vi: "các dòng của ", en: "the rows of ")
    let title =
      start + which + dataset.words
      + Phrase(vi: ", tệp \(dataset.file)", en: ", file \(dataset.file)")
      + condition(rows.conditions.count)
    var lines = [Sheet.Line(text: title.sentence)]
    for condition in rows.conditions {
      lines.append(Sheet.Line(text: Phrase(verbatim: condition), indent: 2))
    }
    for exclusion in rows.exclusions {
      let conditions = exclusion.conditions.joined(separator: " && ")
      let text = Phrase(
        vi: "loại trừ (\(exclusion.reason)): \(conditions)",
        en: "excluded (\(exclusion.reason)): \(conditions)"
      )
      lines.append(Sheet.Line(text: text, indent: 2))
    }
    lines.append(Sheet.Line(text: division(rows.division, dataset), indent: 2))
    return lines
  }

  private func condition(_ count: Int) -> Phrase {
    switch count {
    case 0: Phrase(verbatim: "")
    case 1: Phrase(vi: ", khi", en: ", where")
    default: Phrase(vi: ", khi đủ các điều kiện", en: ", where all of these hold")
    }
  }

  private var isDivided: Bool {
    switch rule.bearer {
    case .unit: false
    case .each, .everyone: true
    }
  }

  private func division(_ division: Division, _ dataset: Dataset) -> Phrase {
    var parts: [Phrase] = []
    if let column = division.unitColumn {
      let name = dataset.words(column: column)
      parts.append(
        Phrase(
          vi: "dòng nào của đơn vị nào: theo cột \(name.vi)",
          en: "whose a row is: by column \(name.en)"
        )
      )
    } else if isDivided {
      parts.append(
        Phrase(vi: "mọi đơn vị dùng chung các dòng này", en: "all units share these rows")
      )
    } else {
      parts.append(
        Phrase(vi: "mọi dòng tính chung cho đơn vị chịu trách nhiệm", en: "all rows count together")
      )
    }
    switch division.period {
    case .period(let column)?:
      let name = dataset.words(column: column)
      parts.append(Phrase(vi: "kỳ theo cột \(name.vi)", en: "period by column \(name.en)"))
    case .date(let column, _)?, .timestamp(let column, _)?:
      let name = dataset.words(column: column)
      parts.append(
        Phrase(
          vi: "thuộc kỳ mà ngày ở cột \(name.vi) rơi vào",
          en: "of the period that column \(name.en) falls in"
        )
      )
    case nil: break
    }
    return .joined(parts, by: "; ")
  }
}
