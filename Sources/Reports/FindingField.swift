public import Diagnostics

/// What a table may tell of an obligation.
public enum FindingField: Sendable, CaseIterable {
  /// What is owed, by whom, for when.
  case unit, unitName, rule, title, clauses, period, periodID
  /// What came out.
  case severity, severityID, verdict, verdictID, reasonID
  /// The deadline.
  case nominalDue, due, done, daysLate
  /// The figures.
  case value, numerator, denominator, unknown, perhaps, excluded, target
  /// The words.
  case message, cause, needed, guidance, supporting, waiver, waiverText
  /// What it costs.
  case points, pointsAtRisk, sameFactAs
  /// What earlier runs say.
  case change, changeID, since, firstSeen, lastSeen, months
  /// The cells it rests on, and its name.
  case evidence, evidenceTotal, fingerprint

  /// The heading of the field's column.
  public var label: Phrase {
    switch self {
    case .unit: Phrase(vi: "Mã đơn vị", en: "Unit id")
    case .unitName: Phrase(vi: "Đơn vị", en: "Unit")
    case .rule: Phrase(vi: "Mã quy tắc", en: "Rule id")
    case .title: Phrase(vi: "Nghĩa vụ", en: "Obligation")
    case .clauses: Phrase(vi: "Căn cứ", en: "Clause")
    case .period: Phrase(vi: "Kỳ", en: "Period")
    case .periodID: Phrase(vi: "Mã kỳ", en: "Period id")
    case .severity: Phrase(vi: "Mức độ", en: "Severity")
    case .severityID: Phrase(vi: "Mã mức độ", en: "Severity id")
    case .verdict: Phrase(vi: "Kết luận", en: "Verdict")
    case .verdictID: Phrase(vi: "Mã kết luận", en: "Verdict id")
    case .reasonID: Phrase(vi: "Mã lý do", en: "Reason id")
    case .nominalDue: Phrase(vi: "Hạn theo văn bản", en: "Nominal deadline")
    case .due: Phrase(vi: "Hạn tính", en: "Deadline")
    case .done: Phrase(vi: "Hoàn thành", en: "Done")
    case .daysLate: Phrase(vi: "Số ngày quá hạn", en: "Days late")
    case .value: Phrase(vi: "Kết quả", en: "Value")
    case .numerator: Phrase(vi: "Số đạt", en: "Numerator")
    case .denominator: Phrase(vi: "Tổng số", en: "Denominator")
    case .unknown: Phrase(vi: "Chưa rõ", en: "Unknown")
    case .perhaps: Phrase(vi: "Có thể thuộc phạm vi", en: "Perhaps counted")
    case .excluded: Phrase(vi: "Loại trừ", en: "Excluded")
    case .target: Phrase(vi: "Chỉ tiêu", en: "Target")
    case .message: Phrase(vi: "Nhận định", en: "Finding")
    case .cause: Phrase(vi: "Nguyên nhân", en: "Cause")
    case .needed: Phrase(vi: "Cần gì để kết luận", en: "What would decide it")
    case .guidance: Phrase(vi: "Việc cần làm", en: "What to do")
    case .supporting: Phrase(vi: "Phối hợp", en: "Supporting")
    case .waiver: Phrase(vi: "Mã miễn trừ", en: "Waiver id")
    case .waiverText: Phrase(vi: "Miễn trừ", en: "Waiver")
    case .points: Phrase(vi: "Điểm trừ", en: "Points")
    case .pointsAtRisk: Phrase(vi: "Điểm có thể bị trừ", en: "Points at risk")
    case .sameFactAs: Phrase(vi: "Cùng việc với mã", en: "Same fact as id")
    case .change: Phrase(vi: "So với lần trước", en: "Since last time")
    case .changeID: Phrase(vi: "Mã thay đổi", en: "Change id")
    case .since: Phrase(vi: "Kéo dài từ", en: "Unbroken since")
    case .firstSeen: Phrase(vi: "Thấy lần đầu", en: "First seen")
    case .lastSeen: Phrase(vi: "Thấy lần cuối", en: "Last seen")
    case .months: Phrase(vi: "Số tháng", en: "Months")
    case .evidence: Phrase(vi: "Minh chứng", en: "Evidence")
    case .evidenceTotal: Phrase(vi: "Số minh chứng", en: "Cells in all")
    case .fingerprint: Phrase(vi: "Mã nghĩa vụ", en: "Obligation id")
    }
  }
}
