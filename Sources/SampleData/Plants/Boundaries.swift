extension Boundary {
  /// Every case at a boundary, in the order of the plan.
  static let all: [Boundary] = [
    Boundary(
      .init("ra-soat-nhiem-vu", "vp", nil, "met"),
      line: "Rà soát ngày 29/4: đúng ngày cuối cùng"
    ) {
      $0.change("minh_chung", where: ["dieu_khoan": "III.1.1.NV1", "don_vi": .unit("vp")]) {
        $0["ngay"] = .day(29, 4)
        $0["ngay_xac_nhan"] = .day(4, 5)
      }
    },
    Boundary(
      .init("bao-cao-thang", "vp", "2026-07", "met"),
      line: "Hạn 19/7 là Chủ nhật, dời sang thứ Hai 20/7; gửi 20/7"
    ),
    Boundary(
      .init("bao-cao-thang", "kt", "2026-09", "met"),
      line: "Hạn 19/9 là thứ Bảy, dời sang thứ Hai 21/9; gửi 21/9"
    ),
    Boundary(
      .init("bao-cao-thang", "ttpvhcc", "2026-09", "met"),
      line: "Được lùi hạn đến 25/9 (mt-02); gửi 25/9"
    ) {
      $0.change("bao_cao", where: ["don_vi": .unit("ttpvhcc"), "ky": .month(9)]) {
        $0["ngay_gui"] = .day(25, 9)
      }
    },
    Boundary(
      .init("bao-cao-thang", "kt", "2026-10", "met"),
      line: "Bị trả lại ngày 14/10, gửi lại ngày 19/10 là ngày cuối cùng"
    ) {
      $0.change(
        "bao_cao",
        where: ["don_vi": .unit("kt"), "ky": .month(10), "trang_thai": "Đã tiếp nhận"]
      ) { $0["ngay_gui"] = .day(19, 10) }
    },
    Boundary(
      .init("bao-cao-thang", "ttpvhcc", "2026-11", "met"),
      line: "Gửi 19/11: đúng ngày cuối cùng"
    ),
    Boundary(
      .init("bao-cao-tong-hop", "vhxh", "2026-06", "met"),
      line: "Hạn 21/6 là Chủ nhật, dời sang thứ Hai 22/6; gửi 22/6"
    ),
    Boundary(
      .init("bao-cao-tong-hop", "vhxh", "2026-11", "pending"),
      line: "Hạn 21/11 là thứ Bảy, dời sang thứ Hai 23/11: chưa đến hạn, sắp đến hạn"
    ),
    Boundary(
      .init("nhiem-vu-khong-cham-han", "ttpvhcc", nil, "met"),
      line: "NV-042 hạn đúng ngày 20/11, chưa xong: còn trong hạn đến hết ngày"
    ),
    Boundary(
      .init("nhiem-vu-khong-cham-han", "kt", nil, "met"),
      line: "NV-029 đã quá hạn nhưng được tạm dừng: không tính chậm"
    ),
    Boundary(
      .init("nhiem-vu-trong-tam-don-vi", "kt", nil, "met"),
      line: "9 trong 10 nhiệm vụ trọng tâm đúng tiến độ: đúng 90%"
    ),
    Boundary(
      .init("don-vi-co-can-bo-cntt", "tram-y-te", nil, "met"),
      line: "Đúng một cán bộ phụ trách"
    ),
    Boundary(
      .init("cap-nhat-nhiem-vu-moi", "kt", nil, "met"),
      line: "Văn bản đến 06/11 chưa có nhiệm vụ: mới 10 ngày làm việc"
    ),
    Boundary(
      .init("phan-anh-tra-loi-dung-han", "kt", nil, "met"),
      line: "Một phản ánh trả lời muộn, nhưng chỉ tiêu được hạ còn 80% (mt-03)"
    ) { $0.answerLate(unit: "kt") },
    Boundary(
      .init("du-lieu-song", "vp", nil, "met"),
      line: "Dữ liệu mới nhất cập nhật 20/8: đúng ba tháng"
    ) { commune in
      commune["quan_ly_du_lieu"].edit(where: ["don_vi": .unit("vp")]) {
        $0["ngay_cap_nhat"] = .day(20, 8)
      }
    },
    Boundary(
      .init("he-thong-cap-nhat-hang-thang", "vp", nil, "met"),
      line: "NV-010 cập nhật trên Hệ thống 20/10: đúng một tháng"
    ) {
      $0.change("he_thong_57", where: ["ma_tren_he_thong": "TDNQ-26-0010"]) {
        $0["ngay_cap_nhat"] = .day(20, 10)
      }
    },
    Boundary(
      .init("chu-ky-so", "vhxh", nil, "met"),
      line: "Một chứng thư hết hạn đúng ngày 20/11: còn hiệu lực hết ngày"
    ) { $0.expire(day: 20, unit: "vhxh") },
    Boundary(
      .init("chu-ky-so", "kt", nil, "pending"),
      line: "Một chứng thư hết hạn 19/11: chưa đủ 100%, nhưng hạn là 31/12"
    ) { $0.expire(day: 19, unit: "kt") },
    Boundary(
      .init("lam-chu-ky-nang-so", "vp", nil, "met"),
      line: "9 trong 10 người làm chủ kỹ năng số: đúng 90%"
    ),
    Boundary(
      .init("ho-so-xu-ly-ky-so", "vp", nil, "met"),
      line: "Hồ sơ mật xử lý trên giấy được trừ khỏi mẫu số"
    ),
    Boundary(
      .init("so-hoa-luu-tru", "kt", nil, "met"),
      line: "Các năm 2020 đến 2022 chưa số hoá xong, nhưng Kế hoạch chỉ hỏi 2023 đến 2025"
    ),
    Boundary(
      .init("phu-song-5g", "vhxh", nil, "met"),
      line: "Một thôn mới phủ sóng 30% dân số, toàn xã vẫn trên 70%"
    ),
    Boundary(
      .init("ra-soat-quy-che", "ttdvth", nil, "met"),
      line: "Lần đầu bị kết luận chưa đạt, lần sau đạt"
    ),
  ]
}

extension Commune {
  /// Lets a signing certificate of one unit run out on a day of November.
  fileprivate mutating func expire(day: Int, unit: String) {
    changeFirst(
      "chu_ky_so",
      where: ["loai_chu_the": "Cá nhân", "trang_thai": "Hiệu lực", "don_vi": .unit(unit)]
    ) { row in
      row["ngay_cap"] = .day(day + 1, 11, 2021)
      row["ngay_het_han"] = .day(day, 11)
    }
  }
}
