import CivilTime

extension Plant {
  /// Staff, certificates, courses, marks.
  static let people: [Plant] = [
    Plant(
      .init("cham-diem-gan-nq57", "ubnd", nil, "failed"),
      line: "TD-26-030 không có điểm Nghị quyết 57"
    ) { $0.change("thi_dua", where: ["ma": "TD-26-030"]) { $0["diem_nq57"] = .empty } },
    Plant(
      .init("de-xuat-khen-thuong-da-doi-chieu", "ubnd", nil, "failed"),
      line: "Một đề xuất khen thưởng chưa được đối chiếu điều kiện"
    ) {
      $0.changeFirst("thi_dua", where: ["de_xuat_khen_thuong": true]) {
        $0["da_doi_chieu"] = .empty
      }
    },
    Plant(
      .init("nang-cap-ha-tang-quy-2", "vhxh", nil, "failed"),
      line: "Thiết bị mới của Phòng Kinh tế về ngày 02/7, sau quý II"
    ) { commune in
      commune["thiet_bi"].edit(
        where: ["don_vi": .unit("kt")],
        matching: { $0["ngay_trang_bi"].date.map { (4...6).contains($0.month) } ?? false },
        { if $0["ngay_trang_bi"].date?.year == 2026 { $0["ngay_trang_bi"] = .day(2, 7) } }
      )
    },
    Plant(
      .init("chung-thu-khong-trung", "vhxh", nil, "failed"),
      line: "Hai chứng thư của Trường Tiểu học và Trường THCS trùng số hiệu"
    ) { commune in
      var serial = Cell.empty
      commune.change(
        "chu_ky_so",
        where: ["loai_chu_the": "Tổ chức", "don_vi": .unit("truong-th")]
      ) { serial = $0["so_hieu"] }
      commune.change(
        "chu_ky_so",
        where: ["loai_chu_the": "Tổ chức", "don_vi": .unit("truong-thcs")]
      ) { $0["so_hieu"] = serial }
    },
    Plant(
      .init("chung-thu-dung-nguoi", "vhxh", nil, "failed"),
      line: "Một chứng thư đã thu hồi gắn với mã cán bộ không có trong danh sách"
    ) {
      $0.changeFirst("chu_ky_so", where: ["trang_thai": "Thu hồi"]) {
        $0["ma_can_bo"] = "CB-999"
      }
    },
    Plant(
      .init("hoc-vien-co-that", "vhxh", nil, "failed"),
      line: "Một lượt học an toàn thông tin ghi mã người không có trong danh sách"
    ) {
      $0.changeFirst("dao_tao", where: ["loai_khoa": "An toàn thông tin"]) {
        $0["ma_can_bo"] = "CB-990"
      }
    },
  ]

  /// Money and what it was spent on.
  static let money: [Plant] = [
    Plant(
      .init("nguon-von-nhom-05", "kt", nil, "failed"),
      line: "Một khoản chi nhóm 5 dùng nguồn vốn hợp pháp khác"
    ) {
      $0.changeFirst("kinh_phi", where: ["nhom": 5]) {
        $0["nguon_von"] = "Nguồn vốn hợp pháp khác"
      }
    },
    Plant(
      .init("kinh-phi-gan-nhiem-vu", "kt", nil, "failed"),
      line: "Khoản chi đầu tiên của nhóm 3 không có quyết định phê duyệt"
    ) { $0.changeFirst("kinh_phi", where: ["nhom": 3]) { $0["so_quyet_dinh"] = .empty } },
    Plant(
      .init("giai-ngan-trong-du-toan", "kt", nil, "failed"),
      line: "NV-008 giải ngân vượt dự toán 3,5 triệu đồng"
    ) {
      $0.changeFirst("kinh_phi", where: ["ma_nhiem_vu": "NV-008"]) { row in
        guard case .tenths(let planned) = row["du_toan"] else { return }
        row["da_giai_ngan"] = .tenths(planned + 35)
      }
    },
    Plant(
      .init("khong-sai-pham-kinh-phi", "kt", nil, "failed"),
      line: "Một khoản chi nhóm 6 bị kết luận sai phạm"
    ) { $0.changeFirst("kinh_phi", where: ["nhom": 6]) { $0["sai_pham"] = true } },
    Plant(
      .init("khong-trung-khoan-chi", "vhxh", nil, "failed"),
      line: "Hai khoản chi của NV-048 trùng nội dung"
    ) { commune in
      commune["kinh_phi"].edit(where: ["ma_nhiem_vu": "NV-048"]) {
        $0["noi_dung"] = "Mua máy tính, máy quét"
      }
    },
    Plant(
      .init("cong-khai-nguon-khac", "kt", nil, "failed"),
      line: "Một khoản chi từ nguồn hợp pháp khác chưa công khai"
    ) {
      $0.changeFirst(
        "kinh_phi",
        where: ["nguon_von": "Nguồn vốn hợp pháp khác", "nhom": 8]
      ) { $0["cong_khai"] = false }
    },
    Plant(
      .init("khoan-chi-thuoc-nhiem-vu", "kt", nil, "failed"),
      .init("kinh-phi-nhiem-vu-khop-du-toan", "kt", nil, "failed"),
      line: "Một khoản chi của NV-010 ghi mã NV-999 không có trong Sổ nhiệm vụ"
    ) {
      $0.change("kinh_phi", where: ["noi_dung": "Bổ trợ nhiệm vụ NV-010"]) {
        $0["ma_nhiem_vu"] = "NV-999"
      }
    },
    Plant(
      .init("giai-ngan-co-san-pham", "kt", nil, "failed"),
      line: "Một khoản đã giải ngân của nhóm 5 không ghi sản phẩm"
    ) {
      $0.changeFirst(
        "kinh_phi",
        where: ["nhom": 5],
        matching: { $0["da_giai_ngan"] != .empty }
      ) { $0["san_pham"] = .empty }
    },
  ]

  /// Information systems, accounts and data.
  static let systems: [Plant] = [
    Plant(
      .init("du-lieu-dung-du-sach", "kt", nil, "failed"),
      line: "Dữ liệu DL-KT-2 còn 12 bản ghi lỗi"
    ) {
      $0.change("quan_ly_du_lieu", where: ["ma_du_lieu": "DL-KT-2"]) { $0["so_ban_ghi_loi"] = 12 }
    },
    Plant(
      .init("du-lieu-song", "ttdvth", nil, "failed"),
      line: "Dữ liệu mới nhất cập nhật 19/8: quá ba tháng một ngày; miễn trừ mt-05 đã hết giá trị"
    ) { commune in
      commune["quan_ly_du_lieu"].edit(where: ["don_vi": .unit("ttdvth")]) {
        $0["ngay_cap_nhat"] = .day(19, 8)
      }
    },
    Plant(
      .init("khac-phuc-ton-tai-attt", "cax", nil, "failed"),
      line: "Phần mềm quản lý đất đai còn 2 tồn tại, hạn khắc phục 19/11 đã qua"
    ) {
      $0.change("he_thong_tt", where: ["ma_he_thong": "HT-06"]) {
        $0["han_khac_phuc"] = .day(19, 11)
      }
    },
    Plant(
      .init("ung-pho-su-co-sao-luu", "cax", nil, "failed"),
      line: "Hệ thống truyền thanh sao lưu lần cuối 19/10: quá một tháng một ngày"
    ) {
      $0.change("he_thong_tt", where: ["ma_he_thong": "HT-08"]) {
        $0["sao_luu_gan_nhat"] = .day(19, 10)
      }
    },
    Plant(
      .init("tai-khoan-dung-nguoi", "cax", nil, "failed"),
      line: "Tài khoản của người đã nghỉ còn hoạt động; một tài khoản dùng chung"
    ) {
      $0.changeFirst("tai_khoan", where: ["trang_thai": "Khoá"]) { $0["trang_thai"] = "Hoạt động" }
      $0.changeFirst("tai_khoan", where: ["trang_thai": "Hoạt động", "ma_he_thong": "HT-04"]) {
        $0["dung_chung"] = true
      }
    },
    Plant(
      .init("tai-khoan-quan-tri-hai-lop", "cax", nil, "failed"),
      line: "Một tài khoản quản trị không dùng xác thực hai lớp"
    ) {
      $0.changeFirst("tai_khoan", where: ["quyen": "Quản trị"]) { $0["xac_thuc_2_lop"] = false }
    },
  ]
}
