import CivilTime

/// When a dossier came in and how far it got.
private struct Course {
  let received: CivilDate
  let promised: CivilDate
  let finished: CivilDate?
  let returned: CivilDate?

  init(received: CivilDate, days: Int, _ generator: inout SeededGenerator) {
    self.received = received
    promised = OfficeCalendar.adding(workingDays: days, to: received)
    // Some are ready on the very day promised: on time.
    let taken = generator.chance(12) ? days : generator.int(min(1, days)...days)
    let ready = OfficeCalendar.adding(workingDays: taken, to: received)
    guard ready <= OfficeCalendar.asOf else {
      finished = nil
      returned = nil
      return
    }
    finished = ready
    let handed = OfficeCalendar.adding(workingDays: generator.int(0...1), to: ready)
    returned = handed <= OfficeCalendar.asOf ? handed : nil
  }
}

extension Commune {
  /// Adds the dossiers of the one-stop system, by reporting period.
  ///
  /// Period M holds what came in from the 15th of the month before to the 14th of M
  /// (Nghị định 09/2019/NĐ-CP, Điều 12); what came in after 14 November belongs to December.
  mutating func addDossiers(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "ho_so_tthc")
    var names = NameMaker(seed: seed, stream: "ho_so_tthc")
    var table = SampleTable(
      "ho_so_tthc",
      file: "ho-so-tthc.csv",
      Spelling(
        byteOrderMark: true,
        carriageReturns: true,
        dates: .padded,
        flags: .capitalWords,
        flagColumns: ["tai_su_dung": .digits],
        months: .slash,
        units: .mixed
      ),
      [
        "ma_ho_so": "Mã hồ sơ", "ma_tthc": "Mã TTHC", "ky": "Kỳ báo cáo",
        "chu_ho_so": "Chủ hồ sơ", "loai_doi_tuong": "Loại đối tượng", "kenh": "Kênh thực hiện",
        "ngay_nop": "Ngày nộp", "ngay_tiep_nhan": "Ngày nhận", "ngay_hen_tra": "Ngày hẹn trả",
        "ngay_ket_thuc": "Ngày kết thúc xử lý", "ngay_tra": "Ngày trả kết quả",
        "trang_thai": "Trạng thái hồ sơ", "don_vi": "Đơn vị xử lý",
        "thanh_phan_so_hoa": "Có số hoá TPHS", "co_ket_qua_giay": "Phải trả kết quả bằng văn bản",
        "ket_qua_dien_tu": "Đã số hoá KQ", "tai_su_dung": "Có tái sử dụng TPHS",
        "khai_lai": "Phải khai lại thông tin",
      ]
    )
    var number = 0
    for month in 1...12 {
      for received in Self.receptionDays(month: month, &generator) {
        number += 1
        let procedure = generator.pick(Procedure.all)
        let field = procedure.field
        let course = Course(received: received, days: field.days, &generator)
        // A few of every kind that the thresholds allow, at fixed places, so that no draw of the
        // generator can tip a ratio.
        let isOnline = number % 17 != 7
        let isDigitised = number % 53 != 11
        let isReused = number % 41 != 5
        let isRefused = number % 149 == 20 && course.finished != nil
        table.add(
          .text("TT-26-" + padded(number, 5)),
          .text(procedure.code),
          .month(month),
          .text(names.next()),
          field.concernsBusiness ? generator.chance(30) ? "Doanh nghiệp" : "Công dân" : "Công dân",
          isOnline ? "Trực tuyến" : number % 2 == 0 ? "Trực tiếp" : "Bưu chính",
          .date(isOnline && generator.chance(25) ? received.adding(days: -1) : received),
          .date(received),
          .date(course.promised),
          .optional(course.finished),
          isRefused ? .empty : .optional(course.returned),
          isRefused
            ? "Từ chối"
            : course.returned != nil
              ? "Đã trả kết quả"
              : course.finished != nil
                ? "Đã xử lý xong"
                : received == OfficeCalendar.asOf ? "Mới tiếp nhận" : "Đang xử lý",
          .unit(field.unit),
          .flag(isDigitised),
          .flag(!isRefused),
          course.finished == nil ? .empty : .flag(isDigitised),
          .flag(isReused),
          .flag(number % 89 == 40)
        )
      }
    }
    add(table)
  }

  /// The reception days of a period's dossiers, in order.
  private static func receptionDays(
    month: Int,
    _ generator: inout SeededGenerator
  ) -> [CivilDate] {
    let first =
      month == 1 ? OfficeCalendar.date(5, 1) : OfficeCalendar.date(15, month - 1)
    let last = month == 12 ? OfficeCalendar.asOf : OfficeCalendar.date(14, month)
    var days: [CivilDate] = []
    var day = first
    while day <= last {
      if OfficeCalendar.isWorkingDay(day) {
        days += Array(repeating: day, count: generator.int(3...8))
      }
      day = day.adding(days: 1)
    }
    return days
  }
}
