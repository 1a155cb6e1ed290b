internal import Diagnostics

/// What the parts of a pack are called in the middle of a sentence.
enum Words {
  static let document = Phrase(vi: "văn bản", en: "document")
  static let clause = Phrase(vi: "điều khoản", en: "clause")
  static let unit = Phrase(vi: "đơn vị", en: "unit")
  static let group = Phrase(vi: "nhóm", en: "group")
  static let unitOrGroup = Phrase(vi: "đơn vị hay nhóm", en: "unit or group")
  static let calendar = Phrase(vi: "lịch", en: "calendar")
  static let year = Phrase(vi: "năm của lịch", en: "calendar year")
  static let holiday = Phrase(vi: "ngày nghỉ", en: "holiday")
  static let dataset = Phrase(vi: "tập số liệu", en: "dataset")
  static let column = Phrase(vi: "cột", en: "column")
  static let rule = Phrase(vi: "quy tắc", en: "rule")
  static let waiver = Phrase(vi: "miễn trừ", en: "waiver")
  static let deduction = Phrase(vi: "dòng trừ điểm", en: "deduction")
  static let gate = Phrase(vi: "cảnh báo thi đua", en: "gate")
  static let band = Phrase(vi: "mức xếp loại", en: "band")
  static let tag = Phrase(vi: "nhãn", en: "tag")
}
