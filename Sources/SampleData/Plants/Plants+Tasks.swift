extension Plant {
  /// Tasks: who answers for them, when they were done, what came of them.
  static let tasks: [Plant] = [
    Plant(
      .init("nhiem-vu-du-thong-tin", "kt", nil, "failed"),
      line: "NV-024 không ghi sản phẩm, NV-025 không ghi nguồn lực"
    ) {
      $0.change("nhiem_vu", where: ["ma_nhiem_vu": "NV-024"]) { $0["san_pham"] = .empty }
      $0.change("nhiem_vu", where: ["ma_nhiem_vu": "NV-025"]) { $0["nguon_luc"] = .empty }
    },
    Plant(
      .init("nhiem-vu-co-lanh-dao-phu-trach", "vhxh", nil, "failed"),
      line: "NV-016 không có lãnh đạo phụ trách"
    ) {
      $0.change("nhiem_vu", where: ["ma_nhiem_vu": "NV-016"]) {
        $0["lanh_dao_phu_trach"] = .empty
      }
    },
    Plant(
      .init("nhiem-vu-khong-cham-han", "vp", nil, "failed"),
      line: "NV-003 hạn 30/6, hoàn thành 01/7: muộn một ngày"
    ) {
      $0.change("nhiem_vu", where: ["ma_nhiem_vu": "NV-003"]) {
        $0["ngay_hoan_thanh"] = .day(1, 7)
      }
    },
    Plant(
      .init("nhiem-vu-khong-cham-han", "ttdvth", nil, "failed"),
      line: "NV-050 hạn 15/9 còn dở dang; đã được kiểm tra, đôn đốc trong tháng"
    ) { $0.leaveOpen("NV-050") },
    Plant(
      .init("nhiem-vu-khong-cham-han", "tram-y-te", nil, "failed"),
      .init("don-doc-don-vi-cham", "vhxh", nil, "failed"),
      line: "NV-062 hạn 15/6 còn dở dang; một tháng nay không ai đôn đốc Trạm Y tế"
    ) { $0.leaveOpen("NV-062") },
    Plant(
      .init("nhiem-vu-khong-cham-han", "truong-ptdt", nil, "waived"),
      line: "NV-073 hạn 15/6, hoàn thành 10/7; được miễn vì sạt lở (mt-04)"
    ) {
      $0.change("nhiem_vu", where: ["ma_nhiem_vu": "NV-073"]) {
        $0["ngay_hoan_thanh"] = .day(10, 7)
      }
    },
    Plant(
      .init("cap-nhat-nhiem-vu-moi", "vp", nil, "failed"),
      line: "Văn bản giao của NV-010 không được ghi vào Sổ nhiệm vụ"
    ) {
      $0.change("nhiem_vu", where: ["ma_nhiem_vu": "NV-010"]) {
        $0["so_van_ban_giao"] = "Chỉ đạo tại hội nghị giao ban"
      }
    },
    Plant(
      .init("nhiem-vu-co-kpi", "vhxh", nil, "failed"),
      line: "NV-037 của Trung tâm Phục vụ hành chính công không có KPI"
    ) { $0.change("nhiem_vu", where: ["ma_nhiem_vu": "NV-037"]) { $0["kpi"] = .empty } },
    Plant(
      .init("hoan-thanh-co-san-pham", "truong-thcs", nil, "failed"),
      line: "NV-070 báo hoàn thành nhưng không có văn bản sản phẩm hay minh chứng"
    ) {
      $0.change("nhiem_vu", where: ["ma_nhiem_vu": "NV-070"]) {
        $0["van_ban_san_pham"] = .empty
        $0["minh_chung"] = .empty
      }
    },
    Plant(
      .init("van-ban-san-pham-co-that", "vhxh", nil, "failed"),
      line: "NV-014 ghi văn bản sản phẩm không có trong Sổ văn bản"
    ) {
      $0.change("nhiem_vu", where: ["ma_nhiem_vu": "NV-014"]) {
        $0["van_ban_san_pham"] = "999/BC-VHXH"
      }
    },
    Plant(
      .init("het-nhiem-vu-ke-hoach-cu", "vhxh", nil, "failed"),
      line: "NV-021 đang mở nhưng chỉ viện dẫn Kế hoạch 14/KH-UBND đã bị thay thế"
    ) { commune in
      var source = Cell.empty
      commune.change("nhiem_vu", where: ["ma_nhiem_vu": "NV-021"]) {
        source = $0["so_van_ban_giao"]
        $0["so_van_ban_giao"] = "14/KH-UBND ngày 15/01/2026"
      }
      commune.change("van_ban", where: ["so_ky_hieu": source]) { $0["giao_nhiem_vu"] = false }
    },
  ]

  /// The tracking system against the commune's own register.
  static let tracking: [Plant] = [
    Plant(
      .init("he-thong-cap-nhat-hang-thang", "ttpvhcc", nil, "failed"),
      line: "NV-043 đang mở, Hệ thống cập nhật lần cuối 19/10: quá một tháng một ngày"
    ) {
      $0.change("he_thong_57", where: ["ma_tren_he_thong": "TDNQ-26-0043"]) {
        $0["ngay_cap_nhat"] = .day(19, 10)
      }
    },
    Plant(
      .init("ma-he-thong-khop", "vhxh", nil, "failed"),
      line: "Hệ thống có nhiệm vụ TDNQ-26-0999 mà Sổ nhiệm vụ không có"
    ) {
      $0["he_thong_57"].add(
        "TDNQ-26-0999",
        "Giám sát an ninh mạng theo chỉ đạo của tỉnh",
        .unit("cax"),
        "Đang thực hiện",
        .percent(300),
        .day(15, 12),
        .day(16, 11),
        "100% sự cố được xử lý"
      )
    },
    Plant(
      .init("ma-he-thong-khong-trung", "vhxh", nil, "failed"),
      line: "Nhiệm vụ TDNQ-26-0054 có hai dòng trên Hệ thống"
    ) { commune in
      guard
        let twin = commune["he_thong_57"].records.first(where: {
          $0["ma_tren_he_thong"] == "TDNQ-26-0054"
        })
      else { preconditionFailure("no task TDNQ-26-0054") }
      commune["he_thong_57"].add(row: twin)
    },
    Plant(
      .init("tien-do-khop-he-thong", "kt", nil, "failed"),
      line: "NV-032: Sổ ghi 85%, Hệ thống ghi 40%"
    ) {
      $0.change("nhiem_vu", where: ["ma_nhiem_vu": "NV-032"]) { $0["tien_do"] = .percent(850) }
      $0.change("he_thong_57", where: ["ma_tren_he_thong": "TDNQ-26-0032"]) {
        $0["tien_do"] = .percent(400)
      }
    },
    Plant(
      .init("hoan-thanh-khop-he-thong", "vhxh", nil, "failed"),
      line: "NV-013: Sổ báo hoàn thành, Hệ thống còn đang trình ký"
    ) {
      $0.change("he_thong_57", where: ["ma_tren_he_thong": "TDNQ-26-0013"]) {
        $0["trang_thai"] = "Đang trình ký"
        $0["ngay_cap_nhat"] = .day(12, 11)
      }
    },
  ]
}

extension Commune {
  /// Leaves a task undone in the register and in the tracking system alike.
  fileprivate mutating func leaveOpen(_ task: String) {
    var code = Cell.empty
    change("nhiem_vu", where: ["ma_nhiem_vu": .text(task)]) { row in
      code = row["ma_tren_he_thong"]
      for column in ["ngay_hoan_thanh", "van_ban_san_pham", "minh_chung"] { row[column] = .empty }
      row["trang_thai"] = "Đang thực hiện"
      row["tien_do"] = .percent(700)
    }
    change("he_thong_57", where: ["ma_tren_he_thong": code]) { row in
      row["trang_thai"] = "Đang thực hiện"
      row["tien_do"] = .percent(700)
      row["ngay_cap_nhat"] = .day(12, 11)
    }
  }
}
