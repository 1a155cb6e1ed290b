extension Plant {
  /// Monthly reports and the figures in them.
  static let reports: [Plant] = [
    Plant(
      .init("bao-cao-thang", "vp", "2026-06", "met_late"),
      line: "Báo cáo tháng 6 gửi thứ Hai 22/6, hạn là thứ Sáu 19/6: muộn 3 ngày"
    ) {
      $0.change("bao_cao", where: ["don_vi": .unit("vp"), "ky": .month(6)]) {
        $0["ngay_gui"] = .day(22, 6)
      }
    },
    Plant(
      .init("bao-cao-thang", "kt", "2026-07", "waived"),
      line: "Báo cáo tháng 7 gửi 24/7, hạn 20/7; được miễn vì mưa lũ (mt-01)"
    ) {
      $0.change("bao_cao", where: ["don_vi": .unit("kt"), "ky": .month(7)]) {
        $0["ngay_gui"] = .day(24, 7)
      }
    },
    Plant(
      .init("bao-cao-thang", "kt", "2026-08", "overdue"),
      line: "Báo cáo tháng 8 chưa gửi"
    ) {
      $0.change("bao_cao", where: ["don_vi": .unit("kt"), "ky": .month(8)]) { row in
        for column in ["ngay_gui", "so_ky_hieu", "kenh_gui", "co_ket_qua", "co_kho_khan"] {
          row[column] = .empty
        }
        row["co_kien_nghi"] = .empty
        row["trang_thai"] = "Chưa gửi"
      }
    },
    Plant(
      .init("bao-cao-thang", "ttpvhcc", "2026-10", "met_late"),
      line: "Báo cáo tháng 10 gửi 20/10: muộn đúng một ngày"
    ) {
      $0.change("bao_cao", where: ["don_vi": .unit("ttpvhcc"), "ky": .month(10)]) {
        $0["ngay_gui"] = .day(20, 10)
      }
    },
    Plant(
      .init("bao-cao-thang", "kt", "2026-11", "overdue"),
      line: "Báo cáo tháng 11 gửi đúng hạn nhưng bị trả lại, chưa gửi lại"
    ) {
      $0.change("bao_cao", where: ["don_vi": .unit("kt"), "ky": .month(11)]) {
        $0["trang_thai"] = "Trả lại"
      }
    },
    Plant(
      .init("bao-cao-tong-hop", "vhxh", "2026-08", "met_late"),
      line: "Báo cáo tổng hợp tháng 8 gửi 22/8 (thứ Bảy làm bù), hạn là thứ Sáu 21/8"
    ) {
      $0.change(
        "bao_cao",
        where: ["loai": "Báo cáo tổng hợp tháng", "ky": .month(8)]
      ) { $0["ngay_gui"] = .day(22, 8) }
    },
    Plant(
      .init("bao-cao-thang-du-noi-dung", "vp", nil, "failed"),
      line: "Báo cáo tháng 5 không có phần kiến nghị"
    ) {
      $0.change("bao_cao", where: ["don_vi": .unit("vp"), "ky": .month(5)]) {
        $0["co_kien_nghi"] = false
      }
    },
    Plant(
      .init("bao-cao-co-trong-so-van-ban", "kt", nil, "failed"),
      line: "Số báo cáo tháng 6 không có trong Sổ văn bản"
    ) {
      $0.change("bao_cao", where: ["don_vi": .unit("kt"), "ky": .month(6)]) {
        $0["so_ky_hieu"] = "777/BC-KT"
      }
    },
  ]

  /// Reported figures that the records behind them do not bear out.
  static let figures: [Plant] = [
    Plant(
      .init("so-ho-so-tiep-nhan", "ttpvhcc", nil, "failed"),
      line: "Tháng 9 báo thừa 12 hồ sơ tiếp nhận"
    ) { $0.overstate("Hồ sơ TTHC tiếp nhận trong kỳ", by: 12, unit: "ttpvhcc", month: 9) },
    Plant(
      .init("so-nhiem-vu-hoan-thanh", "vp", nil, "failed"),
      line: "Tháng 10 báo thừa một nhiệm vụ đã hoàn thành"
    ) { $0.overstate("Nhiệm vụ đã hoàn thành (luỹ kế)", by: 1, unit: "vp", month: 10) },
    Plant(
      .init("so-giai-ngan", "kt", nil, "failed"),
      line: "Tháng 10 báo giải ngân cao hơn sổ 50 triệu đồng"
    ) { $0.overstate("Kinh phí đã giải ngân (luỹ kế)", by: 50, unit: "kt", month: 10) },
    Plant(
      .init("so-tong-hop-bang-tong-don-vi", "vhxh", nil, "failed"),
      line: "Báo cáo tổng hợp tháng 7 cộng thiếu một nhiệm vụ"
    ) {
      $0.change(
        "so_lieu_bao_cao",
        where: [
          "loai": "Báo cáo tổng hợp tháng", "ky": .month(7),
          "chi_tieu": "Nhiệm vụ đã hoàn thành (luỹ kế)",
        ]
      ) { $0["gia_tri"] = .whole($0["gia_tri"].count - 1) }
    },
  ]
}

extension Commune {
  /// Makes a unit report more than there is; the summary adds up what it was told.
  fileprivate mutating func overstate(_ figure: String, by extra: Int, unit: String, month: Int) {
    for (kind, sender) in [("Báo cáo tháng", unit), ("Báo cáo tổng hợp tháng", "vhxh")] {
      change(
        "so_lieu_bao_cao",
        where: [
          "loai": .text(kind), "don_vi": .unit(sender), "ky": .month(month),
          "chi_tieu": .text(figure),
        ]
      ) { $0["gia_tri"] = .whole($0["gia_tri"].count + extra) }
    }
  }
}
