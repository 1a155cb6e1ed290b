import CivilTime

extension Commune {
  /// Adds the marks and proposals for awards, by quarter.
  mutating func addEmulation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "thi_dua")
    var table = SampleTable(
      "thi_dua",
      file: "thi-dua.csv",
      Spelling(
        carriageReturns: true,
        dates: .padded,
        flags: .words,
        flagColumns: ["de_xuat_khen_thuong": .crossOrBlank, "de_xuat_bo_nhiem": .crossOrBlank],
        units: .mixed
      ),
      [
        "ma": "Mã", "doi_tuong": "Đối tượng", "loai_doi_tuong": "Loại đối tượng",
        "don_vi": "Đơn vị", "ky": "Kỳ", "ngay_cham": "Ngày chấm",
        "tieu_chi_nq57": "Có tiêu chí NQ57", "diem_nq57": "Điểm NQ57",
        "tieu_chi_anm": "Có tiêu chí an ninh mạng", "tong_diem": "Tổng điểm",
        "de_xuat_khen_thuong": "Đề xuất khen thưởng", "de_xuat_bo_nhiem": "Đề xuất bổ nhiệm",
        "da_doi_chieu": "Đã đối chiếu điều kiện khen thưởng",
      ]
    )
    let heads = self["can_bo"].records.filter { person in
      person["vi_tri"] == "Lãnh đạo" && person["don_vi"] != .unit("ubnd")
    }
    for quarter in 1...3 {
      let day = OfficeCalendar.open(OfficeCalendar.date(5, quarter * 3 + 1))
      func mark(_ whom: Cell, _ kind: String, _ unit: Cell, proposes: Bool, promotes: Bool) {
        let score = generator.int(160...195)
        table.add(
          .text("TD-26-" + padded(table.rows.count + 1, 3)),
          whom,
          .text(kind),
          unit,
          .quarter(quarter),
          .date(day),
          true,
          .tenths(score),
          true,
          .tenths(score + generator.int(620...760)),
          .flag(proposes),
          .flag(promotes),
          proposes || promotes ? true : .empty
        )
      }
      for (place, unit) in Units.staffed.enumerated() {
        mark(
          .text(Units.name(unit)),
          "Tổ chức",
          .unit(unit),
          proposes: quarter == 3 && place % 3 == 0,
          promotes: false
        )
      }
      for (place, head) in heads.enumerated() {
        mark(
          head["ho_ten"],
          "Cá nhân",
          head["don_vi"],
          proposes: quarter == 3 && place % 7 == 2,
          promotes: quarter == 2 && place == 5
        )
      }
    }
    add(table)
  }
}
