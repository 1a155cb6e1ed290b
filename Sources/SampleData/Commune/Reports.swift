import CivilTime

extension Commune {
  /// Adds the log of periodic reports, January to November.
  mutating func addReports(seed: UInt64, _ documents: inout DocumentRegister) {
    var generator = SeededGenerator(seed: seed, stream: "bao_cao")
    var table = SampleTable(
      "bao_cao",
      file: "bao-cao.csv",
      Spelling(
        separator: ";",
        byteOrderMark: true,
        carriageReturns: true,
        dates: .mixed,
        flags: .cross,
        months: .words,
        units: .mixed
      ),
      [
        "ma_bao_cao": "Mã báo cáo", "don_vi": "Đơn vị gửi", "loai": "Loại BC",
        "ky": "Kỳ báo cáo", "so_ky_hieu": "Số, ký hiệu", "ngay_gui": "Ngày gửi",
        "noi_nhan": "Nơi nhận", "kenh_gui": "Kênh gửi", "trang_thai": "Trạng thái",
        "co_ket_qua": "Có phần kết quả", "co_kho_khan": "Có phần khó khăn, vướng mắc",
        "co_kien_nghi": "Có phần kiến nghị",
      ]
    )
    func send(
      _ kind: String,
      by unit: String,
      to receiver: String,
      month: Int,
      on day: CivilDate?,
      state: Cell = "Đã tiếp nhận",
      isWhole: Bool = true
    ) {
      let number = day.map {
        documents.issue(.report, by: unit, on: $0, "\(kind) \(padded(month, 2))/2026")
      }
      table.add(
        .text("BC-26-" + padded(table.rows.count + 1, 3)),
        .unit(unit),
        .text(kind),
        .month(month),
        number.map(Cell.text) ?? .empty,
        .optional(day),
        .unit(receiver),
        day == nil
          ? .empty : .text(generator.pick(["Trục văn bản", "Trục văn bản", "Thư công vụ"])),
        state,
        day == nil ? .empty : true,
        day == nil ? .empty : .flag(isWhole),
        day == nil ? .empty : true
      )
    }
    for month in 1...11 {
      for unit in Units.reporters {
        // A report sent back and sent again counts by the second sending, here still in time.
        if month == 10, unit == "kt" {
          send(
            "Báo cáo tháng",
            by: unit,
            to: "vhxh",
            month: month,
            on: OfficeCalendar.date(14, 10),
            state: "Trả lại",
            isWhole: false
          )
        }
        send(
          "Báo cáo tháng",
          by: unit,
          to: "vhxh",
          month: month,
          on: Self.reportDay(unit: unit, month: month, &generator)
        )
      }
      send(
        "Báo cáo tổng hợp tháng",
        by: "vhxh",
        to: "ubnd",
        month: month,
        on: month == 11 ? nil : Self.summaryDay(month: month),
        state: month == 11 ? "Chưa gửi" : "Đã tiếp nhận"
      )
      if month % 3 == 0 {
        for unit in ["cax", "tram-y-te"] + Units.schools {
          send(
            "Báo cáo khác",
            by: unit,
            to: "vhxh",
            month: month,
            on: OfficeCalendar.openBefore(OfficeCalendar.date(generator.int(10...24), month))
          )
        }
      }
    }
    add(table)
  }

  /// The day a unit sends its report: often days before, sometimes on the last good day.
  private static func reportDay(
    unit: String,
    month: Int,
    _ generator: inout SeededGenerator
  ) -> CivilDate {
    switch (unit, month) {
    // 19 July is a Sunday and 19 September a Saturday: the Mondays after them are in time.
    case ("vp", 7): OfficeCalendar.date(20, 7)
    case ("kt", 9), ("ttpvhcc", 9): OfficeCalendar.date(21, 9)
    case ("kt", 8): OfficeCalendar.date(19, 8)
    case ("ttpvhcc", 11): OfficeCalendar.date(19, 11)
    default: OfficeCalendar.openBefore(OfficeCalendar.date(generator.int(15...19), month))
    }
  }

  /// The day the summary goes out: before the 22nd, or on the Monday after a 21st at the weekend.
  private static func summaryDay(month: Int) -> CivilDate {
    month == 6
      ? OfficeCalendar.date(22, 6)
      : OfficeCalendar.open(OfficeCalendar.date(month == 9 || month == 4 ? 21 : 20, month))
  }
}
