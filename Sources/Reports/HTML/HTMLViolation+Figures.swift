internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores

extension HTMLContext {
  /// The figures of a check one by one: what counts, of how many, what is out or unclear.
  func figures(_ measured: Measured) -> [HTMLViolation.Figure] {
    var figures: [HTMLViolation.Figure] = []
    func add(_ vi: String, _ en: String, _ value: String) {
      figures.append(.init(label: text(vi: vi, en: en), value: value))
    }
    let whole = measured.trueCount + measured.falseCount + measured.unknownCount
    switch measured.kind {
    case .ratio, .cover:
      add("Tử số (đạt)", "Numerator (true)", count(measured.trueCount))
      add("Mẫu số", "Denominator", count(whole))
    case .records, .reference, .unique, .compare:
      add("Không đạt", "Failing", count(measured.falseCount))
      add("Trong số", "Of", count(whole))
    case .evidence:
      add("Đã có", "Found", count(measured.trueCount))
    case .measure, .fresh:
      break
    }
    if let value = measured.value, measured.kind == .measure {
      add(
        "Giá trị",
        "Value",
        text(NumberText.value(value, isShare: measured.target?.hasSuffix("%") == true))
      )
    }
    if let target = measured.target {
      add("Chỉ tiêu", "Target", text(NumberText.target(target)))
    }
    if measured.excludedCount > 0 { add("Loại trừ", "Excluded", count(measured.excludedCount)) }
    if measured.unknownCount > 0 { add("Chưa rõ", "Unknown", count(measured.unknownCount)) }
    if measured.perhapsCount > 0 {
      add("Có thể thuộc phạm vi", "Perhaps in scope", count(measured.perhapsCount))
    }
    if let extra = measured.extra, extra > 0 { add("Thừa", "Too many", count(extra)) }
    return figures
  }

  /// What a violation costs, and by which row of the table; nil without a table.
  func cost(_ deduction: Deduction?) -> String? {
    guard let scorecard, let deduction else { return nil }
    guard let row = deduction.row else {
      return text(
        vi: "không trừ: bảng điểm không có dòng nào khớp",
        en: "nothing deducted: no row of the table fits"
      )
    }
    let points = number(deduction.counted)
    if let other = deduction.sameFactAs {
      let duty = duty(of: other)
      return deduction.isCounted
        ? text(
          vi: "trừ thêm \(points) điểm: cùng một sự việc với «\(duty)», chỉ tính phần nặng hơn",
          en: "\(points) points: the same fact as “\(duty)”, only what is dearer counts"
        )
        : text(
          vi: "không trừ thêm: cùng một sự việc đã trừ ở «\(duty)»",
          en: "not deducted again: the same fact is already deducted under “\(duty)”"
        )
    }
    let why = text(ScoreWords.row(row, of: scorecard.table))
    return text(vi: "trừ \(points) điểm", en: "\(points) points") + (why.isEmpty ? "" : " – \(why)")
  }
}
