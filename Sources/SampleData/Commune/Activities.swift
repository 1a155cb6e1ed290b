import CivilTime

extension Commune {
  /// Adds the journal of activities: inspections, reminders, campaigns, meetings.
  mutating func addActivities(seed: UInt64, _ documents: inout DocumentRegister) {
    var generator = SeededGenerator(seed: seed, stream: "hoat_dong")
    var table = SampleTable(
      "hoat_dong",
      file: "hoat-dong.csv",
      Spelling(byteOrderMark: true, dates: .mixed, units: .mixed),
      [
        "ma_hoat_dong": "Mã hoạt động", "loai": "Loại hoạt động", "don_vi": "Đơn vị tổ chức",
        "thon": "Địa bàn (thôn)", "don_vi_lien_quan": "Đơn vị được kiểm tra, đôn đốc",
        "ngay": "Ngày tổ chức", "noi_dung": "Nội dung", "so_nguoi": "Số người tham gia",
        "so_van_ban": "Số văn bản", "minh_chung": "Minh chứng",
      ]
    )
    for activity in Self.activities(&generator) {
      let number = activity.document.map {
        documents.issue($0, by: activity.unit, on: activity.day, activity.subject)
      }
      table.add(
        .text("HD-26-" + padded(table.rows.count + 1, 3)),
        .text(activity.kind),
        .unit(activity.unit),
        activity.village.map(Cell.unit) ?? .empty,
        activity.about.map(Cell.unit) ?? .empty,
        .date(activity.day),
        .text(activity.subject),
        activity.people > 0 ? .whole(activity.people) : .empty,
        number.map(Cell.text) ?? .empty,
        activity.document == nil ? "Ảnh, danh sách tham gia" : "Văn bản kèm theo"
      )
    }
    add(table)
  }

  /// One thing that was done on a day.
  private struct Activity {
    let kind: String
    let unit: String
    var village: String?
    var about: String?
    let day: CivilDate
    let subject: String
    var people = 0
    var document: DocumentRegister.Kind?
  }

  private static func activities(_ generator: inout SeededGenerator) -> [Activity] {
    var list: [Activity] = []
    func drawn(_ range: ClosedRange<Int>, _ month: Int) -> CivilDate {
      OfficeCalendar.openBefore(OfficeCalendar.date(generator.int(range), month))
    }
    for quarter in 1...4 {
      let month = quarter * 3 - 1
      for unit in Units.offices {
        list.append(
          Activity(
            kind: "Kiểm tra",
            unit: unit,
            about: unit,
            day: drawn(6...19, month),
            subject: "Tự kiểm tra tiến độ thực hiện quý \(quarter)",
            document: .minutes
          )
        )
      }
      list.append(
        Activity(
          kind: "Giám sát hệ thống",
          unit: "cax",
          day: drawn(6...19, month),
          subject: "Giám sát an toàn hệ thống thông tin quý \(quarter)",
          document: .minutes
        )
      )
      for village in Units.villages {
        list.append(
          Activity(
            kind: "Bình dân học vụ số",
            unit: "vhxh",
            village: village,
            day: drawn(6...19, month),
            subject: "Bình dân học vụ số tại thôn",
            people: generator.int(18...60)
          )
        )
      }
      list.append(
        Activity(
          kind: "Tập huấn kỹ năng số",
          unit: "vhxh",
          day: drawn(10...18, month),
          subject: "Tập huấn kỹ năng số cho người dân, hộ kinh doanh",
          people: generator.int(40...90)
        )
      )
    }
    for month in 1...11 {
      list.append(
        Activity(
          kind: "Tuyên truyền",
          unit: "vhxh",
          day: drawn(6...18, month),
          subject: "Tuyên truyền về Nghị quyết 57 trên truyền thanh, \"loa thôn\" và mạng xã hội"
        )
      )
      list.append(
        Activity(
          kind: "Đôn đốc",
          unit: "vhxh",
          about: Units.offices[month % Units.offices.count],
          day: drawn(6...18, month),
          subject: "Đôn đốc nhiệm vụ sắp đến hạn",
          document: .letter
        )
      )
    }
    for (place, unit) in Units.staffed.enumerated() {
      list.append(
        Activity(
          kind: "Quán triệt an ninh mạng",
          unit: unit,
          day: drawn(6...20, 3 + place % 3),
          subject: "Quán triệt quy định về an ninh mạng",
          people: generator.int(8...20)
        )
      )
    }
    list.append(
      Activity(
        kind: "Quán triệt an ninh mạng",
        unit: "cax",
        day: OfficeCalendar.date(16, 9),
        subject: "Hội nghị quán triệt an ninh mạng 6 tháng cuối năm",
        people: 85,
        document: .plan
      )
    )
    for (kind, unit, day, month, subject) in single {
      list.append(
        Activity(
          kind: kind,
          unit: unit,
          day: OfficeCalendar.date(day, month),
          subject: subject,
          people: 30,
          document: .report
        )
      )
    }
    return list.enumerated().sorted { a, b in
      (a.element.day, a.offset) < (b.element.day, b.offset)
    }.map(\.element)
  }

  private static let single: [(String, String, Int, Int, String)] = [
    ("Biểu dương", "ubnd", 10, 10, "Biểu dương đơn vị làm tốt nhân Ngày Chuyển đổi số quốc gia"),
    ("Hợp tác", "vhxh", 14, 5, "Trao đổi kinh nghiệm chuyển đổi số với xã bạn"),
    ("Hợp tác", "vhxh", 20, 8, "Ký chương trình phối hợp với trường cao đẳng"),
    ("Hội nghị, hội thảo", "vhxh", 18, 6, "Dự hội thảo nông nghiệp số"),
    ("Hội nghị, hội thảo", "vhxh", 8, 10, "Hội nghị kết nối tiêu thụ na"),
    ("Cuộc thi Công dân số", "vhxh", 5, 10, "Phát động tham gia cuộc thi"),
    ("Khác", "ttdvth", 22, 8, "Ngày thứ Bảy làm bù: tổng dọn dữ liệu"),
  ]
}
