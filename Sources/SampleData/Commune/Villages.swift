import CivilTime

extension Commune {
  /// Adds what is known of villages and schools.
  mutating func addVillages(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "thon")
    addTeams(&generator)
    addPopulation(&generator)
    addSchools(&generator)
  }

  private mutating func addTeams(_ generator: inout SeededGenerator) {
    var table = SampleTable(
      "to_cnscd",
      file: "to-cong-nghe-so-cong-dong.csv",
      Spelling(decomposed: true, dates: .short, flags: .cross, units: .mixed),
      [
        "ma_to": "Mã tổ", "thon": "Thôn", "so_thanh_vien": "Số thành viên",
        "da_tap_huan": "Đã tập huấn", "ngay_tap_huan": "Ngày tập huấn",
      ]
    )
    for (place, village) in Units.villages.enumerated() {
      table.add(
        .text("TO-" + padded(place + 1, 2)),
        .unit(village),
        .whole(generator.int(5...9)),
        true,
        .day(place < 4 ? 15 : 16, 7)
      )
    }
    add(table)
  }

  private mutating func addPopulation(_ generator: inout SeededGenerator) {
    var table = SampleTable(
      "dan_cu",
      file: "dan-cu-vien-thong.csv",
      Spelling(separator: ";", groupsThousands: true, dates: .padded, units: .names),
      [
        "thon": "Thôn", "dan_so": "Dân số", "dan_so_phu_5g": "Dân số được phủ sóng 5G",
        "truong_thanh": "Dân số trưởng thành",
        "truong_thanh_dv_so": "Người trưởng thành tiếp cận dịch vụ số", "nguon": "Nguồn số liệu",
        "ngay_chot": "Số liệu đến ngày",
      ]
    )
    for (place, village) in Units.villages.enumerated() {
      let people = generator.int(640...1480)
      let adults = people * generator.int(68...74) / 100
      // One village lies in a valley without a mast; the commune as a whole is covered.
      let covered = place == 2 ? people * 30 / 100 : people * generator.int(80...92) / 100
      table.add(
        .unit(village),
        .whole(people),
        .whole(covered),
        .whole(adults),
        .whole(adults * generator.int(92...97) / 100),
        "Doanh nghiệp viễn thông; Công an xã",
        .day(31, 10)
      )
    }
    add(table)
  }

  private mutating func addSchools(_ generator: inout SeededGenerator) {
    var table = SampleTable(
      "truong_hoc",
      file: "truong-hoc.csv",
      Spelling(byteOrderMark: true, carriageReturns: true, flags: .capitalWords, units: .names),
      [
        "don_vi": "Tên trường", "cap_hoc": "Cấp học", "su_dung_hoc_lieu_so": "Sử dụng học liệu số",
        "day_ai_stem": "Đưa AI, STEM vào giảng dạy", "so_hoc_sinh": "Số học sinh",
      ]
    )
    for (school, level) in zip(Units.schools, ["Mầm non", "Tiểu học", "THCS", "Nhiều cấp"]) {
      table.add(.unit(school), .text(level), true, true, .whole(generator.int(240...610)))
    }
    add(table)
  }
}
