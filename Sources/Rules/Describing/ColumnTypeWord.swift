public import CivilTime
public import Diagnostics

/// The types of columns, as packs spell them.
public enum ColumnTypeWord: String, Sendable, Hashable, CaseIterable {
  case text
  case integer
  case decimal
  case percent
  case boolean
  case date
  case datetime
  case month
  case quarter
  case year
  case unit
  case ref

  /// What cells of the type look like.
  public var meaning: Phrase {
    switch self {
    case .text: Phrase(vi: "chữ; mã giữ nguyên số 0 ở đầu", en: "text; ids keep their zeros")
    case .integer: Phrase(vi: "số nguyên: 1.234", en: "a whole number: 1.234 is a thousand")
    case .decimal: Phrase(vi: "số thập phân, tính đúng: 1.234,5", en: "an exact decimal: 1.234,5")
    case .percent:
      Phrase(vi: "phần trăm, có dấu %: 98,5%", en: "a percentage, with its sign: 98,5%")
    case .boolean:
      Phrase(
        vi: "có/không, 1/0, true/false, đạt/chưa đạt; x là có",
        en: "có/không, 1/0, true/false, đạt/chưa đạt; x for yes"
      )
    case .date:
      Phrase(vi: "ngày: 9/7/2026, 09/07/2026, 2026-07-09", en: "9/7/2026, 09/07/2026, 2026-07-09")
    case .datetime: Phrase(vi: "ngày giờ: 09/07/2026 14:30", en: "09/07/2026 14:30")
    case .month:
      Phrase(vi: "tháng: 2026-10, 10/2026, Tháng 10/2026", en: "2026-10, 10/2026, Tháng 10/2026")
    case .quarter:
      Phrase(vi: "quý: 2026-Q2, Q2/2026, Quý II/2026", en: "2026-Q2, Q2/2026, Quý II/2026")
    case .year: Phrase(vi: "năm: 2026", en: "2026")
    case .unit:
      Phrase(
        vi: "đơn vị: mã, tên hoặc cách viết khác đã khai",
        en: "a unit: id, name or alias"
      )
    case .ref:
      Phrase(
        vi: "khoá của một dòng ở bộ dữ liệu khác (khai 'to'); biểu thức đọc được cột của dòng đó",
        en: "the key of a row of another dataset ('to'); expressions read that row's fields"
      )
    }
  }
}

extension PeriodKind {
  /// Whether a column can hold such periods: there are types for months, quarters and years only.
  public var hasColumnType: Bool { ColumnTypeWord(rawValue: rawValue) != nil }
}
