import CivilTime

extension Commune {
  /// Adds the figures that the units reported, counted from the records behind them.
  ///
  /// Month M is counted up to the 14th of M. The first is May, the plan's first reporting period.
  mutating func addFigures() {
    var table = SampleTable(
      "so_lieu_bao_cao",
      file: "so-lieu-bao-cao.csv",
      Spelling(
        separator: ";",
        byteOrderMark: true,
        carriageReturns: true,
        groupsThousands: true,
        dates: .padded,
        months: .slash,
        units: .mixed
      ),
      [
        "don_vi": "Đơn vị báo cáo", "loai": "Loại báo cáo", "ky": "Kỳ báo cáo",
        "ngay_chot": "Số liệu đến ngày", "chi_tieu": "Chỉ tiêu", "gia_tri": "Giá trị",
        "dvt": "Đơn vị tính",
      ]
    )
    for month in 5...11 {
      let cutOff = OfficeCalendar.date(14, month)
      var totals: [Figure: Int] = [:]
      for (unit, figure) in Self.reported {
        let value = count(figure, unit: unit, month: month, cutOff: cutOff)
        totals[figure, default: 0] += value
        table.add(
          .unit(unit),
          "Báo cáo tháng",
          .month(month),
          .date(cutOff),
          .text(figure.rawValue),
          .whole(value),
          .text(figure.measure)
        )
      }
      guard month < 11 else { continue }
      for figure in Figure.allCases {
        table.add(
          .unit("vhxh"),
          "Báo cáo tổng hợp tháng",
          .month(month),
          .date(cutOff),
          .text(figure.rawValue),
          .whole(totals[figure] ?? 0),
          .text(figure.measure)
        )
      }
    }
    add(table)
  }

  /// What each unit reports every month.
  private static let reported: [(unit: String, figure: Figure)] = [
    ("ttpvhcc", .received), ("ttpvhcc", .online), ("ttpvhcc", .tasks), ("vp", .tasks),
    ("kt", .tasks), ("vhxh", .tasks), ("kt", .money),
  ]

  private func count(_ figure: Figure, unit: String, month: Int, cutOff: CivilDate) -> Int {
    switch figure {
    case .received:
      self["ho_so_tthc"].records.count { $0["ky"] == .month(month) }
    case .online:
      self["ho_so_tthc"].records.count {
        $0["ky"] == .month(month) && $0["kenh"] == "Trực tuyến"
      }
    case .tasks:
      self["nhiem_vu"].records.count { task in
        task["don_vi_chu_tri"] == .unit(unit)
          && (task["ngay_hoan_thanh"].date.map { $0 <= cutOff } ?? false)
      }
    case .money:
      // Reported in whole millions: the reader allows for what rounding took.
      (self["kinh_phi"].records.reduce(0) { sum, line in
        guard case .tenths(let amount) = line["da_giai_ngan"],
          let day = line["ngay_giai_ngan"].date, day <= cutOff
        else { return sum }
        return sum + amount
      } + 5) / 10
    }
  }
}

/// A figure that the units report.
private enum Figure: String, CaseIterable {
  case received = "Hồ sơ TTHC tiếp nhận trong kỳ"
  case online = "Hồ sơ TTHC nộp trực tuyến trong kỳ"
  case tasks = "Nhiệm vụ đã hoàn thành (luỹ kế)"
  case money = "Kinh phí đã giải ngân (luỹ kế)"

  var measure: String {
    switch self {
    case .received, .online: "hồ sơ"
    case .tasks: "nhiệm vụ"
    case .money: "triệu đồng"
    }
  }
}
