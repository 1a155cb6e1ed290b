import CivilTime

extension Commune {
  /// Adds work files, archives, managed data, reviewed documents and innovations.
  mutating func addRecords(seed: UInt64) {
    addWorkFiles(seed: seed)
    addArchives(seed: seed)
    addManagedData(seed: seed)
    addReviewedDocuments()
    addInnovations()
  }

  private mutating func addWorkFiles(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "ho_so_cong_viec")
    var table = SampleTable(
      "ho_so_cong_viec",
      file: "ho-so-cong-viec.csv",
      Spelling(dates: .padded, flags: .cross, units: .mixed),
      [
        "ma_ho_so_cv": "Mã hồ sơ công việc", "don_vi": "Đơn vị lập", "ngay_lap": "Ngày lập",
        "ngay_ket_thuc": "Ngày kết thúc", "do_mat": "Độ mật",
        "xu_ly_dien_tu": "Xử lý trên môi trường điện tử", "ky_so_ca_nhan": "Ký số cá nhân",
        "ky_so_co_quan": "Ký số cơ quan",
      ]
    )
    for month in 1...11 {
      for unit in Units.offices + ["cax"] {
        for _ in 0..<generator.int(4...6) {
          let number = table.rows.count + 1
          let opened = OfficeCalendar.openBefore(OfficeCalendar.date(generator.int(6...20), month))
          let closed = OfficeCalendar.adding(workingDays: generator.int(5...40), to: opened)
          // State secrets are handled on paper, which is what the plan leaves out of the count.
          let isSecret = number % 29 == 3
          table.add(
            .text("HSCV-26-" + padded(number, 4)),
            .unit(unit),
            .date(opened),
            closed <= OfficeCalendar.asOf ? .date(closed) : .empty,
            isSecret ? number % 58 == 3 ? "Tối mật" : "Mật" : "Thường",
            .flag(!isSecret),
            .flag(!isSecret && number % 3 != 0),
            .flag(!isSecret)
          )
        }
      }
    }
    add(table)
  }

  private mutating func addArchives(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "so_hoa_luu_tru")
    var table = SampleTable(
      "so_hoa_luu_tru",
      file: "so-hoa-luu-tru.csv",
      Spelling(separator: ";", groupsThousands: true, dates: .padded, units: .mixed),
      [
        "don_vi": "Đơn vị", "nam_tai_lieu": "Năm tài liệu", "so_ho_so": "Tổng số hồ sơ",
        "so_ho_so_da_so_hoa": "Đã số hoá", "ngay_chot": "Số liệu đến ngày",
      ]
    )
    for unit in Units.offices + ["cax"] {
      for year in 2020...2025 {
        let total = generator.int(400...1900)
        // Only the last three years are asked for; older ones are still under way.
        let done = year >= 2023 ? total : total * generator.int(20...80) / 100
        table.add(.unit(unit), .text("\(year)"), .whole(total), .whole(done), .day(31, 10))
      }
    }
    add(table)
  }

  private mutating func addManagedData(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "quan_ly_du_lieu")
    var table = SampleTable(
      "quan_ly_du_lieu",
      file: "quan-ly-du-lieu.csv",
      Spelling(groupsThousands: true, dates: .mixed, flags: .words, units: .mixed),
      [
        "don_vi": "Đơn vị quản lý", "ma_du_lieu": "Mã dữ liệu", "ten": "Tên dữ liệu",
        "trong_danh_muc_tinh": "Trong danh mục của tỉnh", "da_quan_ly": "Đã quản lý",
        "chia_se": "Chia sẻ, mở dữ liệu", "ngay_cap_nhat": "Ngày cập nhật",
        "so_ban_ghi": "Số bản ghi", "so_ban_ghi_loi": "Số bản ghi lỗi",
      ]
    )
    let titles = ["Danh mục dùng chung", "Dữ liệu chuyên ngành", "Hồ sơ, kết quả điện tử"]
    for unit in Units.staffed {
      for (place, title) in titles.enumerated() {
        let isOffice = Units.offices.contains(unit)
        table.add(
          .unit(unit),
          .text("DL-\(Units.mark(unit))-\(place + 1)"),
          .text(title),
          .flag(place < 2),
          .flag(place < 2 || isOffice),
          .flag(place == 1),
          // A month old at most, but for one set that is updated once a quarter.
          place == 2 ? .day(24, 8) : .day(generator.int(21...30), 10),
          .whole(generator.int(300...9000)),
          .whole(isOffice ? 0 : generator.int(0...3))
        )
      }
    }
    add(table)
  }

  private mutating func addReviewedDocuments() {
    var table = SampleTable(
      "danh_muc_van_ban",
      file: "danh-muc-van-ban.csv",
      Spelling(byteOrderMark: true, dates: .padded, flags: .words, units: .mixed),
      [
        "so_ky_hieu": "Số ký hiệu", "ten": "Trích yếu", "don_vi": "Đơn vị rà soát",
        "con_hieu_luc": "Còn hiệu lực", "ngay_ra_soat": "Ngày rà soát",
        "ket_qua": "Kết quả rà soát",
      ]
    )
    let subjects = [
      "Quy chế làm việc của UBND xã", "Quy chế quản lý văn bản điện tử",
      "Quy chế bảo đảm an toàn thông tin", "Quy chế quản lý, sử dụng chữ ký số",
      "Quy chế tiếp nhận, xử lý phản ánh, kiến nghị", "Quy định về Tổ công nghệ số cộng đồng",
      "Quy chế thi đua, khen thưởng", "Quy chế quản lý tài sản công",
      "Quy định mức chi cho hoạt động sáng kiến", "Quy chế cung cấp thông tin",
      "Quy chế phối hợp giải quyết thủ tục hành chính", "Quy chế lưu trữ điện tử",
    ]
    for (place, subject) in subjects.enumerated() {
      // One is no longer in force: nobody has to look at it again.
      let isInForce = place != 7
      table.add(
        .text("\(place + 3)/2025/QĐ-UBND"),
        .text(subject),
        .unit(place % 3 == 0 ? "vp" : "vhxh"),
        .flag(isInForce),
        isInForce
          ? .date(OfficeCalendar.openBefore(OfficeCalendar.date(6 + place, 3 + place / 2)))
          : .empty,
        isInForce
          ? place % 5 == 2 ? "Sửa đổi" : place % 5 == 4 ? "Kiến nghị cấp trên" : "Giữ nguyên"
          : .empty
      )
    }
    add(table)
  }

  private mutating func addInnovations() {
    var table = SampleTable(
      "sang_kien",
      file: "sang-kien.csv",
      Spelling(separator: ";", dates: .padded, units: .mixed),
      [
        "ma": "Mã", "loai": "Loại", "ten": "Tên", "don_vi": "Đơn vị",
        "ngay_cong_nhan": "Ngày công nhận, áp dụng", "so_quyet_dinh": "Quyết định công nhận",
        "hieu_qua": "Đánh giá hiệu quả áp dụng", "nhan_rong": "Khả năng nhân rộng",
        "chuoi_gia_tri": "Chuỗi giá trị",
      ]
    )
    let innovations: [(kind: String, title: String, unit: String, chain: String?)] = [
      ("Sáng kiến", "Tra cứu hồ sơ bằng mã phản hồi nhanh", "vp", nil),
      ("Sáng kiến", "Nhắc lịch tiêm chủng qua tin nhắn", "tram-y-te", nil),
      ("Sáng kiến", "Bản đồ vùng trồng na trên điện thoại", "kt", nil),
      ("Sáng kiến", "Lịch nông vụ điện tử", "ttdvth", nil),
      ("Sáng kiến", "Sổ tay chuyển đổi số của thôn", "vhxh", nil),
      ("Sáng kiến", "Kho đề kiểm tra dùng chung", "truong-thcs", nil),
      ("Mô hình", "Chợ quê không tiền mặt", "kt", "Na, hồi, nông sản sạch"),
      ("Mô hình", "Thôn thông minh Quyết Thắng", "vhxh", nil),
      ("Sản phẩm, giải pháp", "Truy xuất nguồn gốc nông sản", "vhxh", "Na"),
      ("Ứng dụng công nghệ số", "Trợ lý ảo soạn văn bản", "vp", nil),
      ("Ứng dụng công nghệ số", "Trợ lý ảo hướng dẫn thủ tục", "ttpvhcc", nil),
      ("Ứng dụng công nghệ số", "Cảm biến theo dõi nước sinh hoạt", "kt", nil),
      ("Ứng dụng công nghệ số", "Phân tích ý kiến người dân", "vhxh", nil),
      ("Ứng dụng công nghệ số", "Truyền thanh bằng giọng đọc máy", "ttdvth", nil),
    ]
    for (place, innovation) in innovations.enumerated() {
      table.add(
        .text("SK-" + padded(place + 1, 2)),
        .text(innovation.kind),
        .text(innovation.title),
        .unit(innovation.unit),
        .date(OfficeCalendar.openBefore(OfficeCalendar.date(6 + place, 5 + place % 5))),
        .text("\(210 + place)/QĐ-UBND"),
        place % 4 == 0 ? "Tốt" : "Khá",
        place % 3 == 1 ? "Không" : "Có",
        innovation.chain.map(Cell.text) ?? .empty
      )
    }
    add(table)
  }
}
