internal import Diagnostics
internal import Findings
internal import Reports
internal import Rules

extension VerdictSheet {
  /// How the rows of every dataset were sorted, and the first of them with their cells.
  var rowLines: [Sheet.Line] {
    let flows = obligation.derivation?.rows ?? []
    guard !flows.isEmpty else {
      return [Sheet.Line(text: Phrase(vi: "Chưa xét dòng nào.", en: "No row was judged."))]
    }
    return flows.flatMap { flow in sorting(flow) + listing(flow) }
  }

  private func sorting(_ flow: RowFlow) -> [Sheet.Line] {
    let total = NumberText.count(flow.total)
    var lines = [
      Sheet.Line(
        text: run.title(flow.dataset)
          + Phrase(vi: ": \(total.vi) dòng", en: ": \(total.en) row\(flow.total == 1 ? "" : "s")")
      )
    ]
    func take(_ count: Int, _ why: Phrase) {
      guard count > 0 else { return }
      let number = NumberText.count(count)
      lines.append(
        Sheet.Line(
          text: Phrase(vi: "− \(number.vi) \(why.vi)", en: "− \(number.en) \(why.en)"),
          indent: 2
        )
      )
    }
    take(
      flow.elsewhere,
      Phrase(vi: "dòng của đơn vị khác hoặc kỳ khác", en: "of other units or periods")
    )
    take(flow.outside, Phrase(vi: "dòng không thuộc diện xét ('where')", en: "left out by 'where'"))
    for exclusion in flow.excluded {
      take(
        exclusion.count,
        Phrase(vi: "dòng loại trừ: \(exclusion.reason)", en: "excluded: \(exclusion.reason)")
      )
    }
    let rest = flow.counts.filter { $0.key != .excluded }.values.reduce(0, +)
    let number = NumberText.count(rest)
    let parts = RowOutcome.allCases.filter { $0 != .excluded }.compactMap { outcome -> Phrase? in
      guard let count = flow.counts[outcome], count > 0 else { return nil }
      return NumberText.count(count) + " " + label(outcome)
    }
    let detail = parts.isEmpty ? Phrase(verbatim: "") : Phrase(verbatim: ": ") + .joined(parts)
    lines.append(
      Sheet.Line(
        text: Phrase(vi: "= \(number.vi) dòng", en: "= \(number.en) row\(rest == 1 ? "" : "s")")
          + detail,
        indent: 2
      )
    )
    return lines
  }

  private func listing(_ flow: RowFlow) -> [Sheet.Line] {
    let listed = flow.rows.map { row -> Sheet.Line in
      let cells = row.cells.map { "\($0.column) = \"\(shown($0))\"" }.joined(separator: ", ")
      let place = row.line.map { "\(row.file):\($0)" } ?? row.file
      return Sheet.Line(
        text: Phrase(verbatim: "\(place)  ") + label(row.outcome) + "  \(cells)",
        indent: 4,
        style: style(row.outcome)
      )
    }
    let all =
      flow.counts.filter { $0.key != .excluded }.values.reduce(0, +)
      + flow.excluded.reduce(0) { $0 + $1.count }
    guard all > flow.rows.count else { return listed }
    let number = NumberText.count(all - flow.rows.count)
    return listed + [
      Sheet.Line(
        text: Phrase(
          vi: "… và \(number.vi) dòng nữa (--evidence để xem thêm)",
          en: "… and \(number.en) more rows (--evidence shows more)"
        ),
        indent: 4
      )
    ]
  }

  /// The text of a cell, cut and masked as asked.
  func shown(_ cell: RowFlow.Cell) -> String {
    let value = masksPersonal && cell.isPersonal ? PersonalMask.mask(cell.value) : cell.value
    return value.count > 80 ? value.prefix(79) + "…" : value
  }

  /// What became of a row, in the words of its check.
  func label(_ outcome: RowOutcome) -> Phrase {
    let kind = obligation.measured?.kind
    switch outcome {
    case .counts:
      switch kind {
      case .ratio, .records: return Phrase(vi: "thoả", en: "true")
      case .reference: return Phrase(vi: "tìm thấy", en: "found")
      case .evidence, .measure, .unique, .cover, .compare, .fresh, nil:
        return Phrase(vi: "được tính", en: "counted")
      }
    case .countsNot:
      switch kind {
      case .ratio, .records: return Phrase(vi: "không thoả", en: "false")
      case .reference: return Phrase(vi: "không tìm thấy", en: "not found")
      case .evidence, .fresh:
        return Phrase(
          vi: "không tính (chưa có ngày, hoặc sau ngày tính đến)",
          en: "not counted (no date, or after the as-of date)"
        )
      case .measure, .unique, .cover, .compare, nil:
        return Phrase(vi: "không tính", en: "not counted")
      }
    case .unknown: return Phrase(vi: "chưa rõ", en: "unknown")
    case .perhaps: return Phrase(vi: "có thể thuộc diện xét", en: "perhaps in scope")
    case .excluded: return Phrase(vi: "loại trừ", en: "excluded")
    }
  }

  private func style(_ outcome: RowOutcome) -> Page.Style {
    switch outcome {
    case .counts: .plain
    case .countsNot: obligation.measured?.kind == .evidence ? .faint : .bad
    case .unknown, .perhaps: .doubtful
    case .excluded: .faint
    }
  }
}
