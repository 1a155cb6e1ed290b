import CivilTime

extension Plant {
  /// What a document or an event should prove.
  static let proofs: [Plant] = [
    Plant(
      .init("ra-soat-nhiem-vu", "kt", nil, "met_late"),
      line: "Rà soát nhiệm vụ ngày 30/4, hạn hết 29/4: muộn một ngày"
    ) {
      $0.change("minh_chung", where: ["dieu_khoan": "III.1.1.NV1", "don_vi": .unit("kt")]) {
        $0["ngay"] = .day(30, 4)
        $0["ngay_xac_nhan"] = .day(5, 5)
      }
    },
    Plant(
      .init("ra-soat-nhiem-vu", "ttdvth", nil, "overdue"),
      line: "Không có minh chứng rà soát nhiệm vụ"
    ) {
      $0.drop("minh_chung", where: ["dieu_khoan": "III.1.1.NV1", "don_vi": .unit("ttdvth")])
    },
    Plant(
      .init("phuong-an-nang-cap-ha-tang", "vhxh", nil, "met_late"),
      line: "Phương án nâng cấp hạ tầng ký 07/7, hạn 30/6: muộn 7 ngày"
    ) {
      $0.change("minh_chung", where: ["dieu_khoan": "III.4.1.NV1.b"]) {
        $0["ngay"] = .day(7, 7)
        $0["ngay_xac_nhan"] = .day(9, 7)
      }
    },
    Plant(
      .init("danh-muc-du-lieu", "cax", nil, "overdue"),
      line: "Danh mục dữ liệu mới có biên bản, chưa có quyết định hay tờ trình"
    ) {
      $0.change("minh_chung", where: ["dieu_khoan": "III.5.1.NV6"]) { $0["loai"] = "Biên bản" }
    },
    Plant(
      .init("danh-gia-hien-trang-attt", "cax", "2026-H1", "overdue"),
      line: "Báo cáo hiện trạng an toàn thông tin 6 tháng đầu năm bị kết luận chưa đạt"
    ) {
      $0.change("minh_chung", where: ["dieu_khoan": "III.10.1.NV2", "ngay": .day(22, 6)]) {
        $0["ket_luan"] = "Chưa đạt"
      }
    },
    Plant(
      .init("ttpvhcc-phuc-vu-lien-tuc", "ttpvhcc", "2026-Q3", "overdue"),
      line: "Quý III không có xác nhận phục vụ không gián đoạn"
    ) { $0.drop("minh_chung", where: ["dieu_khoan": "II.1.4.b", "ngay": .day(30, 9)]) },
    Plant(
      .init("tham-muu-dieu-chinh", "vhxh", "2026-Q2", "overdue"),
      line: "Báo cáo tham mưu của quý II ký ngày 01/7, đã sang quý III"
    ) {
      $0.change("minh_chung", where: ["dieu_khoan": "IV.2.b", "ngay": .day(29, 6)]) {
        $0["ngay"] = .day(1, 7)
        $0["ngay_xac_nhan"] = .day(3, 7)
      }
    },
    Plant(
      .init("kiem-tra-noi-bo", "ttdvth", "2026-Q3", "overdue"),
      line: "Quý III không có hoạt động kiểm tra nào"
    ) {
      $0.drop(
        "hoat_dong",
        where: [
          "don_vi": .unit("ttdvth"), "loai": "Kiểm tra",
          "noi_dung": "Tự kiểm tra tiến độ thực hiện quý 3",
        ]
      )
    },
    Plant(
      .init("do-luong-hai-long", "ttdvth", "2026-H1", "overdue"),
      line: "Sáu tháng đầu năm không có phiếu đo lường hài lòng nào"
    ) {
      $0.drop("khao_sat", where: ["don_vi": .unit("ttdvth"), "ngay": .day(18, 3)])
      $0.drop("khao_sat", where: ["don_vi": .unit("ttdvth"), "ngay": .day(17, 6)])
    },
    Plant(
      .init("minh-chung-co-xac-nhan", "truong-th", nil, "failed"),
      line: "Minh chứng III.8.1.NV3 kết luận đạt nhưng không có người xác nhận"
    ) {
      $0.change("minh_chung", where: ["dieu_khoan": "III.8.1.NV3", "don_vi": .unit("truong-th")]) {
        $0["nguoi_xac_nhan"] = .empty
      }
    },
    Plant(
      .init("van-ban-minh-chung-co-that", "truong-mn", nil, "failed"),
      line: "Minh chứng III.8.1.NV3 ghi số văn bản không có trong Sổ văn bản"
    ) {
      $0.change("minh_chung", where: ["dieu_khoan": "III.8.1.NV3", "don_vi": .unit("truong-mn")]) {
        $0["so_van_ban"] = "888/KH-MNTT"
      }
    },
  ]

  /// The files of citizens, and what citizens said.
  static let dossiers: [Plant] = [
    Plant(
      .init("ho-so-tthc-ngay-hop-le", "ttpvhcc", nil, "failed"),
      line: "Một hồ sơ kỳ tháng 6 trả kết quả trước khi kết thúc xử lý"
    ) {
      $0.changeFirst(
        "ho_so_tthc",
        where: ["ky": .month(6), "trang_thai": "Đã trả kết quả"]
      ) { $0["ngay_tra"] = .optional($0["ngay_ket_thuc"].date?.adding(days: -2)) }
    },
    Plant(
      .init("ho-so-tthc-trang-thai-hop-le", "ttpvhcc", nil, "failed"),
      line: "Một hồ sơ báo đã xử lý xong nhưng không có ngày kết thúc"
    ) {
      $0.changeFirst("ho_so_tthc", where: ["trang_thai": "Đang xử lý"]) {
        $0["trang_thai"] = "Đã xử lý xong"
      }
    },
    Plant(
      .init("ho-so-thuoc-danh-muc", "ttpvhcc", nil, "failed"),
      line: "Một hồ sơ kỳ tháng 8 mang mã thủ tục không có trong danh mục"
    ) {
      $0.changeFirst("ho_so_tthc", where: ["ky": .month(8)]) { $0["ma_tthc"] = "9.009999" }
    },
    Plant(
      .init("phieu-hai-long-co-ho-so", "ttpvhcc", nil, "failed"),
      line: "Phiếu KS-0021 ghi mã hồ sơ không có thật"
    ) {
      $0.change("khao_sat", where: ["ma_phieu": "KS-0021"]) { $0["ma_ho_so"] = "TT-26-99999" }
    },
    Plant(
      .init("phieu-hai-long-khong-trung", "ttpvhcc", nil, "failed"),
      line: "Phiếu KS-0033 lặp hồ sơ của phiếu KS-0032"
    ) { commune in
      var dossier = Cell.empty
      commune.change("khao_sat", where: ["ma_phieu": "KS-0032"]) { dossier = $0["ma_ho_so"] }
      commune.change("khao_sat", where: ["ma_phieu": "KS-0033"]) { $0["ma_ho_so"] = dossier }
    },
    Plant(
      .init("phan-anh-tra-loi-dung-han", "vhxh", nil, "failed"),
      line: "Một phản ánh tiếp nhận tháng 5 được trả lời vào ngày làm việc thứ 16"
    ) { $0.answerLate(unit: "vhxh") },
  ]
}

extension Commune {
  /// Answers a complaint of May on the sixteenth working day.
  mutating func answerLate(unit: String) {
    changeFirst(
      "pakn",
      where: ["don_vi": .unit(unit)],
      matching: { $0["ngay_tiep_nhan"].date?.month == 5 }
    ) { row in
      row["ngay_tra_loi"] = .optional(
        row["ngay_tiep_nhan"].date.map { OfficeCalendar.adding(workingDays: 16, to: $0) }
      )
    }
  }
}
