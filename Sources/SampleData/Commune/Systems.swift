import CivilTime

extension Commune {
  /// Adds the information systems, their accounts, and the databases to be connected.
  mutating func addSystems(seed: UInt64) {
    addInformationSystems()
    addAccounts(seed: seed)
    addDatabases()
  }

  private mutating func addInformationSystems() {
    var table = SampleTable(
      "he_thong_tt",
      file: "he-thong-thong-tin.csv",
      Spelling(dates: .padded, flags: .cross, units: .names),
      [
        "ma_he_thong": "Mã hệ thống", "ten": "Tên hệ thống", "loai": "Loại",
        "phuc_vu_dieu_hanh": "Phục vụ chỉ đạo, điều hành", "don_vi": "Đơn vị quản lý",
        "lien_thong": "Đã kết nối, liên thông", "cap_do": "Cấp độ ATTT",
        "quyet_dinh_cap_do": "Quyết định phê duyệt cấp độ",
        "bien_phap_day_du": "Biện pháp ATTT đầy đủ",
        "phuong_an_ung_pho": "Phương án ứng phó sự cố", "sao_luu_gan_nhat": "Sao lưu gần nhất",
        "ngay_kiem_tra": "Ngày kiểm tra gần nhất", "so_ton_tai": "Số tồn tại",
        "han_khac_phuc": "Hạn khắc phục",
      ]
    )
    let systems: [(name: String, kind: String, unit: String, isForSteering: Bool)] = [
      ("Hệ thống quản lý văn bản và hồ sơ công việc", "Quản lý văn bản", "vp", true),
      ("Hệ thống thông tin báo cáo", "Báo cáo", "vp", true),
      ("Hệ thống họp trực tuyến", "Họp trực tuyến", "vp", true),
      ("Hệ thống một cửa điện tử", "Một cửa", "ttpvhcc", true),
      ("Phần mềm kế toán, ngân sách", "Chuyên ngành", "kt", false),
      ("Phần mềm quản lý đất đai", "Chuyên ngành", "kt", false),
      ("Trang thông tin điện tử xã", "Khác", "vhxh", false),
      ("Hệ thống truyền thanh thông minh", "Khác", "ttdvth", false),
      ("Phần mềm quản lý trường học", "Chuyên ngành", "truong-thcs", false),
    ]
    for (place, system) in systems.enumerated() {
      let hasFinding = place == 5
      table.add(
        .text("HT-" + padded(place + 1, 2)),
        .text(system.name),
        .text(system.kind),
        .flag(system.isForSteering),
        .unit(system.unit),
        .flag(system.isForSteering || place < 7),
        .whole(place < 4 ? 2 : 1),
        .text("\(40 + place)/QĐ-UBND"),
        true,
        .text("\(60 + place)/PA-UBND"),
        // The first one was saved exactly a month ago: still good.
        .day(place == 0 ? 20 : 22 + place, 10),
        .day(14 + place, 9),
        hasFinding ? 2 : 0,
        hasFinding ? .day(20, 11) : .empty
      )
    }
    add(table)
  }

  private mutating func addAccounts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "tai_khoan")
    var table = SampleTable(
      "tai_khoan",
      file: "tai-khoan.csv",
      Spelling(
        quotesEverything: true,
        flags: .digits,
        flagColumns: ["dung_chung": .crossOrBlank]
      ),
      [
        "ma_he_thong": "Mã hệ thống", "tai_khoan": "Tài khoản", "ma_can_bo": "Mã cán bộ",
        "quyen": "Quyền", "trang_thai": "Trạng thái", "dung_chung": "Dùng chung",
        "xac_thuc_2_lop": "Xác thực 2 lớp",
      ]
    )
    for system in 1...9 {
      for person in self["can_bo"].records {
        guard case .unit(let unit) = person["don_vi"], case .text(let code) = person["ma_can_bo"],
          person["vi_tri"] != "Phục vụ", Self.uses(system: system, unit: unit, person: person)
        else { continue }
        let isAdministrator = person["phu_trach_cntt"] == .flag(true)
        let hasLeft = person["ngay_nghi"] != .empty
        table.add(
          .text("HT-" + padded(system, 2)),
          .text("tt." + code.lowercased().filter { $0 != "-" }),
          person["ma_can_bo"],
          isAdministrator ? "Quản trị" : "Người dùng",
          hasLeft ? "Khoá" : "Hoạt động",
          false,
          .flag(isAdministrator || generator.chance(70))
        )
      }
    }
    add(table)
  }

  private static func uses(system: Int, unit: String, person: SampleTable.Row) -> Bool {
    switch system {
    case 1: true
    case 2: person["vi_tri"] == "Lãnh đạo"
    case 4: person["giai_quyet_tthc"] == .flag(true)
    case 5, 6: unit == "kt"
    case 7: unit == "vhxh"
    case 8: unit == "ttdvth"
    case 9: unit == "truong-thcs"
    default: false
    }
  }

  private mutating func addDatabases() {
    var table = SampleTable(
      "csdl",
      file: "csdl-ket-noi.csv",
      Spelling(separator: ";", byteOrderMark: true, dates: .padded, flags: .cross),
      [
        "ma_csdl": "Mã CSDL", "ten": "Tên CSDL", "cap": "Cấp", "trong_danh_muc": "Trong danh mục",
        "thuoc_pham_vi_xa": "Thuộc phạm vi xã", "da_ket_noi": "Đã kết nối",
        "ngay_ket_noi": "Ngày kết nối", "van_ban_danh_muc": "Văn bản ban hành danh mục",
      ]
    )
    let databases: [(name: String, level: String, isInScope: Bool)] = [
      ("CSDL quốc gia về dân cư", "Quốc gia", true),
      ("CSDL hộ tịch điện tử", "Quốc gia", true),
      ("CSDL quốc gia về đăng ký doanh nghiệp", "Quốc gia", true),
      ("CSDL đất đai", "Bộ, ngành", true),
      ("CSDL cán bộ, công chức, viên chức", "Bộ, ngành", true),
      ("CSDL bảo hiểm", "Bộ, ngành", true),
      ("CSDL hải quan", "Bộ, ngành", false),
      ("Kho dữ liệu dùng chung của tỉnh", "Tỉnh", true),
      ("CSDL tài nguyên nước", "Tỉnh", false),
    ]
    for (place, database) in databases.enumerated() {
      table.add(
        .text("CSDL-" + padded(place + 1, 2)),
        .text(database.name),
        .text(database.level),
        .flag(database.isInScope || place != 8),
        .flag(database.isInScope),
        .flag(database.isInScope),
        database.isInScope
          ? .date(OfficeCalendar.openBefore(OfficeCalendar.date(9 + place, 3 + place / 2)))
          : .empty,
        "Danh mục mẫu 2026"
      )
    }
    add(table)
  }
}
