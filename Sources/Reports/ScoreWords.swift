internal import CivilTime
public import Diagnostics
public import Findings
internal import Rules
internal import Scores

/// Scores in words, the same in every report.
public enum ScoreWords {
  /// What every screen with a score says (§11 of the rule language).
  public static let caution = Phrase(
    vi: "đầu vào chấm điểm, không phải kết quả xếp loại",
    en: "input to scoring, not a classification"
  )

  /// Why no unit has a number if only some of its obligations were judged.
  static let partial = Phrase(
    vi: "Chỉ xét một phần (--select) nên không đơn vị nào có điểm.",
    en: "Only a selection was judged (--select), so no unit has a score."
  )

  /// What a run without waivers shows.
  static let withoutWaivers = Phrase(
    vi: "Chưa áp dụng miễn trừ (--no-waivers).",
    en: "Waivers were not applied (--no-waivers)."
  )

  /// How many violations no row of the table has a price for; nil if every one has.
  static func unpriced(_ scores: [UnitScore]) -> Phrase? {
    let number = scores.reduce(0) { $0 + $1.deductions.count { $0.row == nil } }
    guard number > 0 else { return nil }
    let count = NumberText.count(number)
    return Phrase(
      vi: "\(count.vi) vi phạm không có dòng nào của thang điểm khớp nên không bị trừ điểm.",
      en: "\(count.en) violations fit no row of the scoring table, so nothing is deducted for them."
    )
  }

  /// What stands instead of a number.
  static let none = Phrase(vi: "chưa có điểm", en: "no score")

  /// Points: `2,5`.
  static func points(_ points: Decimal) -> Phrase { NumberText.decimal(points) }

  /// An interval: `87,5 – 93`, or one number if both ends are the same.
  public static func range(_ range: ScoreRange?) -> Phrase {
    guard let range else { return none }
    let (worst, best) = (points(range.worst), points(range.best))
    guard !range.isExact else { return best }
    return Phrase(vi: "\(worst.vi) – \(best.vi)", en: "\(worst.en) – \(best.en)")
  }

  /// The bands of both ends, or one if they are the same; empty if there is none.
  static func bands(of score: UnitScore) -> String {
    let names = [score.worstBand, score.bestBand].compactMap(\.self)
    guard let first = names.first, let last = names.last else { return "" }
    return first == last ? first : "\(first) – \(last)"
  }

  /// A row of the table: `dòng 1: bao-cao-thang, met_late: 1 điểm, mỗi ngày muộn 0,2, tối đa 3`.
  static func row(_ index: Int, of table: Scoring) -> Phrase {
    guard table.deductions.indices.contains(index) else { return Phrase(verbatim: "") }
    let row = table.deductions[index]
    let conditions = [
      row.rule?.text, row.verdict, row.severity?.rawValue, row.tag.map { "tag \($0)" },
    ].compactMap(\.self)
    let any = Phrase(vi: "mọi vi phạm", en: "any violation")
    let shown = conditions.isEmpty ? any : Phrase(verbatim: conditions.joined(separator: ", "))
    let start = points(row.points)
    var text = Phrase(
      vi: "dòng \(index + 1) của thang điểm (\(shown.vi)): \(start.vi)",
      en: "row \(index + 1) of the table (\(shown.en)): \(start.en)"
    )
    if let perDay = row.perDay.map(points) {
      text = text + Phrase(vi: ", mỗi ngày muộn \(perDay.vi)", en: ", \(perDay.en) a day late")
    }
    if let most = row.atMost.map(points) {
      text = text + Phrase(vi: ", tối đa \(most.vi)", en: ", at most \(most.en)")
    }
    return text
  }

  /// How sure it is that a gate is open.
  static func state(_ kind: GateState.Kind) -> Phrase {
    switch kind {
    case .open: Phrase(vi: "có cảnh báo", en: "warning")
    case .perhaps: Phrase(vi: "chưa loại trừ được cảnh báo", en: "warning not ruled out")
    case .closed: Phrase(vi: "không có cảnh báo", en: "no warning")
    }
  }
}
