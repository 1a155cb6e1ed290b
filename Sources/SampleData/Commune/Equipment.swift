import CivilTime

extension Commune {
  /// Adds the register of devices: a computer for everyone at a desk, and what a unit shares.
  mutating func addEquipment(seed: UInt64) {
    var generator = SeededGenerator(seed: seed, stream: "thiet_bi")
    var table = SampleTable(
      "thiet_bi",
      file: "thiet-bi.csv",
      Spelling(byteOrderMark: true, dates: .mixed, flags: .passed, units: .mixed),
      [
        "ma_thiet_bi": "Mã thiết bị", "don_vi": "Đơn vị sử dụng", "loai": "Loại thiết bị",
        "dat_cau_hinh": "Đạt cấu hình tối thiểu", "ma_can_bo": "Mã cán bộ sử dụng",
        "ngay_trang_bi": "Ngày trang bị", "trang_thai": "Trạng thái",
      ]
    )
    func add(
      _ kind: String,
      _ unit: Cell,
      person: Cell = .empty,
      day: CivilDate,
      meets: Bool = true,
      state: Cell = "Đang dùng"
    ) {
      table.add(
        .text("TB-" + padded(table.rows.count + 1, 4)),
        unit,
        .text(kind),
        .flag(meets),
        person,
        .date(day),
        state
      )
    }
    for person in self["can_bo"].records
    where person["vi_tri"] != "Phục vụ" && person["ngay_nghi"] == .empty {
      let isNew = generator.chance(25)
      let old = OfficeCalendar.openBefore(
        OfficeCalendar.date(30, 3).adding(days: -generator.int(0...80))
      )
      let day =
        isNew ? OfficeCalendar.openBefore(OfficeCalendar.date(generator.int(4...25), 6)) : old
      // Some had an old machine before, written off or broken: it counts neither way.
      if isNew, generator.chance(40) {
        add(
          "Máy tính",
          person["don_vi"],
          person: person["ma_can_bo"],
          day: old,
          meets: false,
          state: generator.chance(70) ? "Thanh lý" : "Hỏng"
        )
      }
      add("Máy tính", person["don_vi"], person: person["ma_can_bo"], day: day)
    }
    for unit in ["ubnd"] + Units.staffed {
      let day = OfficeCalendar.date(unit.utf8.count + 5, 5)
      for kind in ["Máy in - quét", "Thiết bị mạng", "Đường truyền"] {
        add(kind, .unit(unit), day: OfficeCalendar.openBefore(day))
      }
    }
    add("Hội nghị truyền hình", .unit("ubnd"), day: OfficeCalendar.date(16, 3))
    add("Hội nghị truyền hình", .unit("vp"), day: OfficeCalendar.date(16, 3))
    add("Trạm số hoá", .unit("ttpvhcc"), day: OfficeCalendar.date(21, 10))
    add("USB Token", .unit("ttpvhcc"), day: OfficeCalendar.date(12, 8))
    self.add(table)
  }
}
