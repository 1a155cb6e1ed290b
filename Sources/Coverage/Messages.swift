internal import Diagnostics
internal import Rules

/// The texts of this room.
enum CoverageMessages {
  static let tableHead = Phrase(
    vi: "| Điều khoản | Nội dung | Được xét thế nào |\n| --- | --- | --- |",
    en: "| Clause | Summary | How it is judged |\n| --- | --- | --- |"
  )

  static func totals(_ total: DocumentCoverage.Total) -> Phrase {
    Phrase(
      vi: "\(total.all) điều khoản: \(total.judged) xét bằng số liệu, \(total.evidenced) xét bằng "
        + "minh chứng, \(total.notCheckable) không kiểm tra được, \(total.missing) còn thiếu",
      en: "\(total.all) clauses: \(total.judged) judged, \(total.evidenced) judged from evidence, "
        + "\(total.notCheckable) not checkable, \(total.missing) missing"
    )
  }

  static func status(_ status: ClauseStatus) -> Phrase {
    let rules = status.rules.map(\.text).joined(separator: ", ")
    switch status {
    case .judged: return Phrase(vi: "số liệu: \(rules)", en: "judged: \(rules)")
    case .evidenced: return Phrase(vi: "minh chứng: \(rules)", en: "evidence: \(rules)")
    case .notCheckable(let reason):
      return Phrase(vi: "không kiểm tra được: \(reason)", en: "not checkable: \(reason)")
    case .missing: return Phrase(vi: "CÒN THIẾU: chưa có quy tắc nào", en: "MISSING: no rule")
    }
  }

  static func misquoted(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(count) cụm từ trích dẫn không có trong văn bản",
      en: "\(count) quoted phrases do not occur in the text"
    )
  }

  static func uncovered(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(count) câu có số, ngày hoặc mức mà có vẻ chưa điều khoản nào nhắc đến",
      en: "\(count) sentences with a figure or a date that no clause seems to cover"
    )
  }
}
