import CivilTime

extension Commune {
  /// Adds what people said: satisfaction forms, complaints and proposals.
  mutating func addOpinions(seed: UInt64) {
    addSurvey(seed: seed)
    addComplaints(seed: seed)
  }

  private mutating func addSurvey(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "khao_sat")
    var table = SampleTable(
      "khao_sat",
      file: "khao-sat.csv",
      Spelling(separator: ";", dates: .iso, units: .mixed),
      [
        "ma_phieu": "Mã phiếu", "ma_ho_so": "Mã hồ sơ", "don_vi": "Đơn vị được đánh giá",
        "kenh": "Kênh đánh giá", "dich_vu": "Dịch vụ", "nguoi_tra_loi": "Người trả lời",
        "hai_long": "Hài lòng", "ngay": "Ngày đánh giá",
      ]
    )
    var number = 0
    let finished = self["ho_so_tthc"].records.filter { $0["ngay_tra"] != .empty }
    for (place, dossier) in finished.enumerated() where place % 4 == 1 {
      guard let returned = dossier["ngay_tra"].date else { continue }
      number += 1
      let isOnline = dossier["kenh"] == "Trực tuyến"
      let day = min(returned.adding(days: generator.int(0...4)), OfficeCalendar.asOf)
      table.add(
        .text("KS-" + padded(number, 4)),
        dossier["ma_ho_so"],
        dossier["don_vi"],
        isOnline ? "Cổng dịch vụ công" : generator.chance(50) ? "Kiosk" : "Phiếu giấy",
        isOnline ? "DVC trực tuyến" : "Dịch vụ trực tiếp",
        dossier["loai_doi_tuong"] == "Doanh nghiệp" ? "Doanh nghiệp" : "Người dân",
        .flag(number % 37 != 9),
        .date(day)
      )
    }
    // Offices without dossiers of their own are asked about once a quarter, on paper.
    for unit in ["vp", "vhxh", "kt", "ttpvhcc", "ttdvth"] {
      for (month, day) in [(3, 18), (6, 17), (9, 16), (11, 11)] {
        number += 1
        table.add(
          .text("KS-" + padded(number, 4)),
          .empty,
          .unit(unit),
          "Phiếu giấy",
          "Khác",
          generator.chance(20) ? "Tổ chức" : "Người dân",
          true,
          .day(day, month)
        )
      }
    }
    add(table)
  }

  private mutating func addComplaints(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "pakn")
    var table = SampleTable(
      "pakn",
      file: "phan-anh-kien-nghi.csv",
      Spelling(byteOrderMark: true, dates: .mixed, units: .mixed),
      [
        "ma_pakn": "Mã PAKN", "don_vi": "Đơn vị xử lý", "ngay_tiep_nhan": "Ngày tiếp nhận",
        "ngay_tra_loi": "Ngày trả lời", "trang_thai": "Trạng thái",
      ]
    )
    var number = 0
    for month in 1...11 {
      for unit in Units.offices {
        for _ in 0..<generator.int(1...2) {
          number += 1
          let received = OfficeCalendar.openBefore(
            OfficeCalendar.date(generator.int(5...19), month)
          )
          // Every ninth is answered on the fifteenth working day: the last good one.
          let days = number % 9 == 4 ? 15 : generator.int(2...12)
          let answered = OfficeCalendar.adding(workingDays: days, to: received)
          let isOpen = answered > OfficeCalendar.asOf
          table.add(
            .text("PA-26-" + padded(number, 3)),
            .unit(unit),
            .date(received),
            isOpen ? .empty : .date(answered),
            isOpen ? "Đang xử lý" : number % 31 == 6 ? "Từ chối" : "Đã trả lời"
          )
        }
      }
    }
    add(table)
  }
}
