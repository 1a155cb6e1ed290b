internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension DemandWords {
  private var first: Dataset { rules.datasets[check.rows.first?.dataset ?? 0] }

  func done(_ column: Int, _ count: Int) -> [Phrase] {
    let name = first.words(column: column)
    let number = NumberText.count(count)
    let proof =
      count == 1
      ? Phrase(
        vi: "Được coi là đã làm khi có một dòng như thế; ngày ở cột \(name.vi) của dòng sớm nhất "
          + "không được sau hạn.",
        en:
          "It counts as done once there is such a row; the earliest day in column \(name.en) must "
          + "not be after the deadline."
      )
      : Phrase(
        vi: "Được coi là đã làm khi có \(number.vi) dòng như thế; ngày ở cột \(name.vi) của dòng "
          + "sớm thứ \(number.vi) không được sau hạn.",
        en: "It counts as done once there are \(number.en) such rows; the day in column \(name.en) "
          + "of number \(number.en) among the earliest must not be after the deadline."
      )
    return [
      proof,
      Phrase(
        vi: "Làm sau hạn: hoàn thành quá hạn. Đã qua hạn mà chưa có: quá hạn chưa hoàn thành.",
        en: "Done after the deadline: met late. Past the deadline and not there: overdue."
      ),
      Phrase(
        vi: "Ô ngày trống là chưa làm; ngày sau ngày tính đến thì chưa tính.",
        en: "An empty date means not done; a date after the as-of date does not count yet."
      ),
    ]
  }

  func share(_ that: String, _ target: Target) -> [Phrase] {
    let bound = bound(target)
    return [
      Phrase(
        vi: "Tỷ lệ = số dòng thoả điều kiện dưới đây / số dòng được xét; \(bound.vi).",
        en: "Share = rows that satisfy the condition below / rows judged; \(bound.en)."
      ),
      Phrase(verbatim: "  " + that),
    ]
  }

  func value(_ figure: CheckDescription.Figure, _ target: Target) -> Phrase {
    let what = self.figure(figure, first)
    let bound = bound(target)
    return Phrase(vi: "\(what.vi) \(bound.vi).", en: "\(what.en) \(bound.en).").sentence
  }

  func every(_ requirements: [CheckDescription.Requirement], _ complete: [Int]) -> [Phrase] {
    var lines = [
      Phrase(
        vi: "Mọi dòng đều phải đạt; một dòng không đạt là vi phạm.",
        en: "Every row must pass; one that does not is a violation."
      )
    ]
    for requirement in requirements {
      let message = requirement.message
      lines.append(
        Phrase(
          vi: "  \(requirement.that)   (nếu không: \(message.vi))",
          en: "  \(requirement.that)   (else: \(message.en))"
        )
      )
    }
    if !complete.isEmpty {
      let names = first.words(columns: complete)
      lines.append(
        Phrase(vi: "  điền đủ: \(names.vi)", en: "  filled: \(names.en)")
      )
    }
    return lines
  }

  func distinct(_ key: [Int]) -> Phrase {
    let names = first.words(columns: key)
    return Phrase(
      vi: "Không hai dòng nào trùng \(names.vi).",
      en: "No two rows have the same \(names.en)."
    )
  }

  func found(_ column: Int, _ dataset: Int, _ other: Int) -> Phrase {
    let name = first.words(column: column)
    let target = rules.datasets[dataset]
    let key = target.words(column: other)
    return Phrase(
      vi: "Mỗi giá trị của cột \(name.vi) phải có trong cột \(key.vi) của \(target.words.vi).",
      en: "Every value of column \(name.en) must be in column \(key.en) of \(target.words.en)."
    )
  }

  func covered(_ keys: [[Int]], _ both: Bool, _ target: Target) -> [Phrase] {
    let names = zip(keys, check.rows).map { rules.datasets[$1.dataset].words(columns: $0) }
    guard names.count == 2 else { return [] }
    let bound = bound(target)
    var lines = [
      Phrase(
        vi: "Mỗi giá trị \(names[0].vi) ở phần phải có đều phải thấy ở \(names[1].vi) trong phần "
          + "thực có; tỷ lệ thấy \(bound.vi).",
        en:
          "Every \(names[0].en) that is expected must be found as \(names[1].en) among the actual "
          + "rows; the share found \(bound.en)."
      )
    ]
    if both {
      lines.append(
        Phrase(
          vi: "Chiều ngược lại cũng vậy: không được thừa.",
          en: "The same holds the other way round: there must be no others."
        )
      )
    }
    return lines
  }

  func agreeing(_ comparison: CheckDescription.Comparison) -> Phrase {
    let sides = zip(comparison.figures, check.rows).map { figure($0, rules.datasets[$1.dataset]) }
    guard sides.count == 2 else { return Phrase(verbatim: "") }
    let relation: Phrase =
      switch comparison.relation {
      case "at_most": Phrase(vi: "không lớn hơn", en: "at most")
      case "at_least": Phrase(vi: "không nhỏ hơn", en: "at least")
      default: Phrase(vi: "bằng", en: "equal to")
      }
    var text =
      Phrase(
        vi: "Bên báo cáo: \(sides[0].vi), phải \(relation.vi) bên số liệu: \(sides[1].vi)",
        en: "Reported: \(sides[0].en) must be \(relation.en) the records: \(sides[1].en)"
      )
    if let key = comparison.by.first, !key.isEmpty, let side = check.rows.first {
      let names = rules.datasets[side.dataset].words(columns: key)
      text = text + Phrase(vi: ", từng \(names.vi)", en: ", for each \(names.en)")
    }
    switch comparison.tolerance {
    case "0": break
    case "as_reported":
      text =
        text
        + Phrase(
          vi: ", sai số nửa đơn vị của chữ số cuối được báo cáo",
          en: ", to half a unit of the last digit reported"
        )
    case let amount:
      let number = NumberText.target(amount)
      text = text + Phrase(vi: ", sai số đến \(number.vi)", en: ", to within \(number.en)")
    }
    return text
      + Phrase(
        vi: ". Thiếu một bên là không khớp, không coi là 0.",
        en: ". A side that is missing is a mismatch, never 0."
      )
  }

  func recent(_ column: Int, _ within: Span) -> Phrase {
    let name = first.words(column: column)
    let span = SpanText.phrase(within)
    return Phrase(
      vi: "Ngày mới nhất ở cột \(name.vi) không cách ngày tính đến quá \(span.vi).",
      en: "The newest day in column \(name.en) is at most \(span.en) before the as-of date."
    )
  }

  private func figure(_ figure: CheckDescription.Figure, _ dataset: Dataset) -> Phrase {
    let name = figure.column.map { dataset.words(column: $0) } ?? Phrase(verbatim: "")
    return switch (figure.function, figure.column) {
    case ("count", nil): Phrase(vi: "số dòng", en: "the number of rows")
    case ("count", _):
      Phrase(vi: "số giá trị khác nhau của \(name.vi)", en: "the distinct values of \(name.en)")
    case ("sum", _): Phrase(vi: "tổng \(name.vi)", en: "the sum of \(name.en)")
    case ("average", _): Phrase(vi: "trung bình \(name.vi)", en: "the average of \(name.en)")
    case ("min", _): Phrase(vi: "\(name.vi) nhỏ nhất", en: "the least \(name.en)")
    default: Phrase(vi: "\(name.vi) lớn nhất", en: "the greatest \(name.en)")
    }
  }

  private func bound(_ target: Target) -> Phrase {
    let number = NumberText.target(target.text(waived: nil))
    return switch target.relation {
    case .atLeast: Phrase(vi: "phải đạt ít nhất \(number.vi)", en: "must be at least \(number.en)")
    case .atMost: Phrase(vi: "không được quá \(number.vi)", en: "must be at most \(number.en)")
    case .equals: Phrase(vi: "phải bằng \(number.vi)", en: "must be \(number.en)")
    }
  }
}
