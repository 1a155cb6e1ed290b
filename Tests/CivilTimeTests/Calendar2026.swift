import CivilTime

/// The public sector's calendar of 2026, as announced (TB 9441/TB-BNV and NQ 28/2026/QH16).
enum Calendar2026 {
  static let holidays: [WorkingCalendar.Holiday] = [
    holiday("2026-01-01", "2026-01-02", "Tết Dương lịch"),
    holiday("2026-02-16", "2026-02-20", "Tết Nguyên đán"),
    holiday("2026-04-27", "2026-04-27", "Giỗ Tổ Hùng Vương"),
    holiday("2026-04-30", "2026-04-30", "Ngày Chiến thắng"),
    holiday("2026-05-01", "2026-05-01", "Ngày Quốc tế Lao động"),
    holiday("2026-08-31", "2026-09-02", "Quốc khánh"),
    holiday("2026-11-24", "2026-11-24", "Ngày Văn hoá Việt Nam"),
  ]

  static let year = WorkingCalendar.Year(
    year: 2026,
    source: "TB 9441/TB-BNV",
    holidays: holidays,
    working: [day("2026-01-10"), day("2026-08-22")]
  )

  static let calendar = WorkingCalendar(weekend: [.saturday, .sunday], years: [year])

  static func holiday(_ from: String, _ to: String, _ name: String) -> WorkingCalendar.Holiday {
    WorkingCalendar.Holiday(from: day(from), to: day(to), name: name)
  }
}

/// Reads a date that the test knows to be right; a mistyped one becomes 0001-01-01 and fails.
func day(_ iso: String) -> CivilDate {
  CivilDate(iso: iso) ?? .min
}
