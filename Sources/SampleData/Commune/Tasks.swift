import CivilTime

/// What a task of one group of the plan looks like.
private struct TaskKind {
  let group: Int
  let subject: String
  let aim: String
  let product: String
  let kpi: String
  /// Money asked for, in tenths of a million đồng; 0 where the task needs none.
  let cost: Int

  static let all: [TaskKind] = [
    .init(
      group: 1,
      subject: "Rà soát, phân công nhiệm vụ Nghị quyết 57 của đơn vị",
      aim: "Mỗi nhiệm vụ có người chịu trách nhiệm",
      product: "Bảng phân công",
      kpi: "100% nhiệm vụ được phân công",
      cost: 0
    ),
    .init(
      group: 2,
      subject: "Rà soát quy chế nội bộ về chuyển đổi số",
      aim: "Quy chế không còn nội dung chồng chéo",
      product: "Báo cáo rà soát",
      kpi: "100% quy chế được rà soát",
      cost: 0
    ),
    .init(
      group: 3,
      subject: "Cử cán bộ tham gia bồi dưỡng kỹ năng số",
      aim: "Cán bộ sử dụng thành thạo hệ thống dùng chung",
      product: "Danh sách hoàn thành khoá học",
      kpi: "100% cán bộ được bồi dưỡng",
      cost: 185
    ),
    .init(
      group: 4,
      subject: "Nâng cấp máy tính, đường truyền của đơn vị",
      aim: "Thiết bị đạt cấu hình tối thiểu",
      product: "Biên bản nghiệm thu",
      kpi: "100% máy tính đạt cấu hình",
      cost: 12345
    ),
    .init(
      group: 5,
      subject: "Làm sạch, chuẩn hoá dữ liệu chuyên ngành",
      aim: "Dữ liệu đúng, đủ, sạch, sống",
      product: "Báo cáo kết quả làm sạch dữ liệu",
      kpi: "Không còn bản ghi lỗi",
      cost: 420
    ),
    .init(
      group: 6,
      subject: "Đơn giản hoá quy trình giải quyết thủ tục hành chính",
      aim: "Giảm giấy tờ người dân phải nộp",
      product: "Phương án đơn giản hoá",
      kpi: "Mỗi quý một thủ tục được đơn giản hoá",
      cost: 360
    ),
    .init(
      group: 7,
      subject: "Đánh giá hiệu quả sáng kiến đã áp dụng",
      aim: "Chọn được sáng kiến có thể nhân rộng",
      product: "Báo cáo đánh giá sáng kiến",
      kpi: "100% sáng kiến được đánh giá",
      cost: 250
    ),
    .init(
      group: 8,
      subject: "Hướng dẫn người dân dùng dịch vụ số",
      aim: "Người dân tự nộp hồ sơ trực tuyến",
      product: "Báo cáo kết quả hướng dẫn",
      kpi: "Mỗi thôn một buổi mỗi quý",
      cost: 540
    ),
    .init(
      group: 9,
      subject: "Trao đổi kinh nghiệm chuyển đổi số với xã bạn",
      aim: "Học được cách làm tốt",
      product: "Báo cáo trao đổi kinh nghiệm",
      kpi: "Một chương trình trong năm",
      cost: 300
    ),
    .init(
      group: 10,
      subject: "Rà soát an toàn thông tin của đơn vị",
      aim: "Không còn tồn tại về an toàn thông tin",
      product: "Báo cáo hiện trạng an toàn thông tin",
      kpi: "100% tồn tại được khắc phục",
      cost: 980
    ),
    .init(
      group: 11,
      subject: "Công khai, quyết toán kinh phí chuyển đổi số",
      aim: "Kinh phí sử dụng đúng mục đích",
      product: "Báo cáo công khai kinh phí",
      kpi: "100% khoản chi được công khai",
      cost: 0
    ),
  ]
}

extension Commune {
  /// Adds the commune's tasks, and the same tasks in the Party's tracking system.
  mutating func addTasks(seed: UInt64, _ documents: inout DocumentRegister) {
    var table = SampleTable(
      "nhiem_vu",
      file: "nhiem-vu.csv",
      Spelling(
        separator: ";",
        byteOrderMark: true,
        groupsThousands: true,
        dates: .mixed,
        flagColumns: ["trong_tam": .crossOrBlank, "can_kinh_phi": .crossOrBlank],
        units: .mixed
      ),
      [
        "ma_nhiem_vu": "Mã NV", "nhom": "Nhóm", "noi_dung": "Nội dung nhiệm vụ",
        "so_van_ban_giao": "Văn bản giao", "cap_giao": "Cấp giao", "don_vi_chu_tri": "Chủ trì",
        "nguoi_phu_trach": "Người phụ trách", "lanh_dao_phu_trach": "Lãnh đạo phụ trách",
        "muc_tieu": "Mục tiêu", "san_pham": "Sản phẩm đầu ra", "nguon_luc": "Nguồn lực",
        "kpi": "KPI", "ngay_giao": "Ngày giao", "han": "Hạn hoàn thành",
        "ngay_hoan_thanh": "Ngày hoàn thành", "trang_thai": "Trạng thái",
        "tien_do": "Tiến độ (%)", "trong_tam": "Trọng tâm", "thuoc_nq57": "Thuộc NQ57",
        "can_kinh_phi": "Cần kinh phí", "kinh_phi": "Kinh phí (triệu đồng)",
        "ma_tren_he_thong": "Mã trên Hệ thống", "van_ban_san_pham": "Văn bản sản phẩm",
        "minh_chung": "Minh chứng",
      ]
    )
    var generator = SeededGenerator(seed: seed, stream: "nhiem_vu")
    for (unit, groups) in Self.taskGroups {
      let people = staff(of: unit)
      for (place, group) in groups.enumerated() {
        addTask(
          TaskKind.all[group - 1],
          unit: unit,
          place: place,
          people: people,
          to: &table,
          &documents,
          &generator
        )
      }
    }
    // Came in on 6 November, ten working days before the dumps: it may still wait for its task.
    _ = documents.receive(
      .letter,
      fromProvince: true,
      for: "kt",
      on: OfficeCalendar.date(5, 11),
      "V/v bổ sung nhiệm vụ chuyển đổi số ngành nông nghiệp",
      assignsWork: true
    )
    add(table)
    addTracking(seed: seed)
  }

  /// Which groups of the plan each unit has a task in.
  private static let taskGroups: [(unit: String, groups: [Int])] =
    Units.offices.map { (unit: $0, groups: Array(1...11)) }
    + [(unit: "cax", groups: [4, 5, 8, 10, 10]), (unit: "tram-y-te", groups: [3, 8])]
    + Units.schools.map { (unit: $0, groups: [3, 8, 8]) }

  /// The deadlines of a unit's tasks, in order: eight are past on the day of the dumps, one is that day.
  private static let deadlines: [(day: Int, month: Int)] = [
    (29, 5), (15, 6), (30, 6), (29, 6), (31, 7), (15, 9), (30, 9), (13, 11), (20, 11), (15, 12),
    (25, 12),
  ]

  private func staff(of unit: String) -> [SampleTable.Row] {
    self["can_bo"].records.filter { $0["don_vi"] == .unit(unit) && $0["ngay_nghi"] == .empty }
  }

  private func addTask(
    _ kind: TaskKind,
    unit: String,
    place: Int,
    people: [SampleTable.Row],
    to table: inout SampleTable,
    _ documents: inout DocumentRegister,
    _ generator: inout SeededGenerator
  ) {
    let number = table.rows.count + 1
    let deadline = Self.deadlines[place]
    let limit = OfficeCalendar.date(deadline.day, deadline.month)
    let given = OfficeCalendar.openBefore(
      OfficeCalendar.date(20, place < 6 ? 3 : 8).adding(days: place)
    )
    // Every fourth is done on its last day; what is due after the dumps is still open.
    let done = OfficeCalendar.openBefore(
      number % 4 == 0 ? limit : limit.adding(days: -generator.int(1...20))
    )
    // What is due on the very day of the dumps is still open and not late; one task is paused.
    let isPaused = unit == "kt" && place == 6
    let isDone = limit < OfficeCalendar.asOf && !isPaused
    let fromProvince = generator.chance(60)
    let level =
      place == 0 ? "UBND xã" : place == 6 ? "Đảng ủy xã" : fromProvince ? "Tỉnh" : "Trung ương"
    let source =
      place == 0 || place == 6
      ? documents.issue(.plan, by: "ubnd", on: given, "Giao nhiệm vụ năm 2026")
      : documents.receive(
        .letter,
        fromProvince: fromProvince,
        for: unit,
        on: given.adding(days: -3),
        "V/v \(kind.subject.lowercasedFirst)",
        assignsWork: true
      )
    let product =
      isDone
      ? documents.issue(.report, by: unit, on: done, "\(kind.product) – \(Units.name(unit))") : nil
    let isOther = place == 10
    table.add(
      .text("NV-" + padded(number, 3)),
      .whole(kind.group),
      .text(number % 9 == 0 ? kind.subject + ";\ntheo dõi hằng tháng" : kind.subject),
      .text(source),
      .text(level),
      .unit(unit),
      people[min(3 + place % 3, people.count - 1)]["ma_can_bo"],
      people[place % 2]["ma_can_bo"],
      .text(kind.aim),
      .text(kind.product),
      kind.cost > 0 ? "Ngân sách nhà nước; nhân lực của đơn vị" : "Nhân lực của đơn vị",
      .text(kind.kpi),
      .date(given),
      .date(limit),
      isDone ? .date(done) : .empty,
      isDone
        ? "Hoàn thành"
        : isPaused
          ? "Tạm dừng"
          : place == 8 ? "Đang trình ký" : place == 10 ? "Chưa triển khai" : "Đang thực hiện",
      .percent(isDone ? 1000 : place == 10 ? 0 : generator.int(4...17) * 50),
      .flag(place < 10),
      .flag(!isOther),
      .flag(kind.cost > 0),
      kind.cost > 0 ? .tenths(kind.cost) : .empty,
      isOther ? .empty : .text("TDNQ-26-" + padded(number, 4)),
      product.map(Cell.text) ?? .empty,
      isDone ? "Văn bản sản phẩm" : .empty
    )
  }

  private mutating func addTracking(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "he_thong_57")
    var table = SampleTable(
      "he_thong_57",
      file: "he-thong-57.tsv",
      Spelling(separator: "\t", carriageReturns: true, dates: .iso, units: .names),
      [
        "ma_tren_he_thong": "Mã nhiệm vụ trên hệ thống", "ten_nhiem_vu": "Tên nhiệm vụ",
        "don_vi": "Đơn vị thực hiện", "trang_thai": "Trạng thái",
        "tien_do": "Phần trăm hoàn thành", "han": "Thời hạn", "ngay_cap_nhat": "Cập nhật gần nhất",
        "kpi": "Chỉ số đánh giá",
      ]
    )
    for task in self["nhiem_vu"].records where task["ma_tren_he_thong"] != .empty {
      let updated =
        task["ngay_hoan_thanh"].date.map {
          min(OfficeCalendar.adding(workingDays: generator.int(0...3), to: $0), OfficeCalendar.asOf)
        } ?? OfficeCalendar.openBefore(OfficeCalendar.date(generator.int(10...19), 11))
      let title: Cell =
        if case .text(let text) = task["noi_dung"] {
          .text(text.split(separator: "\n").joined(separator: " "))
        } else { .empty }
      table.add(
        task["ma_tren_he_thong"],
        title,
        task["don_vi_chu_tri"],
        task["trang_thai"],
        task["tien_do"],
        task["han"],
        .date(updated),
        task["kpi"]
      )
    }
    add(table)
  }
}

extension String {
  /// The text with its first letter made small, to stand inside a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
