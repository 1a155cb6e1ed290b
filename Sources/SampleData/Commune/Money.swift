import CivilTime

extension Commune {
  /// Adds the spending on digital transformation, line by line.
  ///
  /// The lines of a task add up to what the task asks for.
  mutating func addMoney(seed: UInt64, _ documents: inout DocumentRegister) {
    var generator = SeededGenerator(seed: seed, stream: "kinh_phi")
    var table = SampleTable(
      "kinh_phi",
      file: "kinh-phi.csv",
      Spelling(
        separator: ";",
        carriageReturns: true,
        groupsThousands: true,
        dates: .short,
        flags: .words,
        units: .mixed
      ),
      [
        "ma_dong": "Mã khoản chi", "nhom": "Nhóm nhiệm vụ", "ma_nhiem_vu": "Mã nhiệm vụ",
        "noi_dung": "Nội dung chi", "loai_chi": "Loại nội dung chi", "nguon_von": "Nguồn vốn",
        "don_vi": "Đơn vị sử dụng", "du_toan": "Dự toán giao (triệu đồng)",
        "da_giai_ngan": "Đã giải ngân (triệu đồng)", "ngay_giai_ngan": "Ngày giải ngân",
        "so_quyet_dinh": "Quyết định phê duyệt", "ngay_phe_duyet": "Ngày phê duyệt",
        "san_pham": "Sản phẩm", "cong_khai": "Công khai", "sai_pham": "Kết luận sai phạm",
      ]
    )
    for task in self["nhiem_vu"].records {
      guard case .tenths(let cost) = task["kinh_phi"], case .text(let code) = task["ma_nhiem_vu"],
        case .unit(let unit) = task["don_vi_chu_tri"], let given = task["ngay_giao"].date
      else { continue }
      let group = task["nhom"].count
      let approved = OfficeCalendar.adding(workingDays: 6, to: given)
      let decision = documents.issue(
        .decision,
        by: "ubnd",
        on: approved,
        "Phê duyệt dự toán \(code)"
      )
      let first = group == 4 || cost > 400 ? cost * 7 / 10 : cost
      for (part, amount) in [first, cost - first].enumerated() where amount > 0 {
        let spent = Self.spending(of: amount, task: task, part: part, &generator)
        let isOther = [4, 7, 8, 9].contains(group) && part == 1
        table.add(
          .text("KP-" + padded(table.rows.count + 1, 3)),
          .whole(group),
          .text(code),
          .text("\(part == 0 ? "Thực hiện" : "Bổ trợ") nhiệm vụ \(code)"),
          .text(Self.spendingKinds[group] ?? "Khác"),
          isOther ? "Nguồn vốn hợp pháp khác" : "Ngân sách nhà nước",
          .unit(unit),
          .tenths(amount),
          spent.map { .tenths($0.amount) } ?? .empty,
          .optional(spent?.day),
          .text(decision),
          .date(approved),
          task["san_pham"],
          true,
          false
        )
      }
    }
    add(table)
  }

  private static let spendingKinds: [Int: String] = [
    3: "Đào tạo, bồi dưỡng", 4: "Thiết bị CNTT", 5: "Phần mềm, nền tảng số",
    6: "Phần mềm, nền tảng số", 8: "Đào tạo, bồi dưỡng", 10: "An toàn thông tin",
  ]

  /// What was paid out of a line and when: all of it, or a little less, once the task is done.
  private static func spending(
    of amount: Int,
    task: SampleTable.Row,
    part: Int,
    _ generator: inout SeededGenerator
  ) -> (amount: Int, day: CivilDate)? {
    guard let done = task["ngay_hoan_thanh"].date else { return nil }
    let day = OfficeCalendar.adding(workingDays: generator.int(0...4), to: done)
    guard day <= OfficeCalendar.asOf else { return nil }
    return (part == 0 ? amount : amount - generator.int(0...(amount / 10)), day)
  }
}
