import CivilTime

/// A field of the commune's administrative procedures.
struct ProcedureField: Sendable {
  let name: String
  /// The office that decides the dossiers.
  let unit: String
  /// Working days from reception to the promised return.
  let days: Int
  let subjects: [String]
  let concernsBusiness: Bool

  /// The fields with their invented procedures; codes are not those of the national database.
  static let all: [ProcedureField] = [
    .init(
      name: "Hộ tịch",
      unit: "vp",
      days: 3,
      subjects: [
        "Đăng ký khai sinh", "Đăng ký kết hôn", "Đăng ký khai tử", "Đăng ký nhận cha, mẹ, con",
        "Cấp Giấy xác nhận tình trạng hôn nhân", "Cấp bản sao trích lục hộ tịch",
        "Đăng ký lại khai sinh", "Thay đổi, cải chính hộ tịch", "Đăng ký giám hộ",
      ],
      concernsBusiness: false
    ),
    .init(
      name: "Chứng thực",
      unit: "ttpvhcc",
      days: 1,
      subjects: [
        "Chứng thực bản sao từ bản chính", "Chứng thực chữ ký", "Chứng thực hợp đồng, giao dịch",
        "Chứng thực di chúc", "Chứng thực văn bản thoả thuận phân chia di sản",
      ],
      concernsBusiness: false
    ),
    .init(
      name: "Đất đai, xây dựng",
      unit: "kt",
      days: 15,
      subjects: [
        "Xác nhận nguồn gốc sử dụng đất", "Cấp giấy phép xây dựng nhà ở riêng lẻ",
        "Hoà giải tranh chấp đất đai", "Cung cấp thông tin quy hoạch",
        "Đăng ký chuyển mục đích sử dụng đất", "Gia hạn giấy phép xây dựng nhà ở riêng lẻ",
      ],
      concernsBusiness: false
    ),
    .init(
      name: "Hộ kinh doanh, thương mại",
      unit: "kt",
      days: 3,
      subjects: [
        "Đăng ký thành lập hộ kinh doanh", "Đăng ký thay đổi nội dung hộ kinh doanh",
        "Tạm ngừng hoạt động hộ kinh doanh", "Chấm dứt hoạt động hộ kinh doanh",
        "Cấp giấy phép bán lẻ rượu", "Cấp giấy phép bán lẻ thuốc lá",
        "Đăng ký tổ hợp tác", "Đăng ký thành lập hợp tác xã",
      ],
      concernsBusiness: true
    ),
    .init(
      name: "Nông, lâm nghiệp",
      unit: "kt",
      days: 10,
      subjects: [
        "Đăng ký khai thác gỗ rừng trồng", "Xác nhận bảng kê lâm sản",
        "Hỗ trợ sản xuất bị thiên tai", "Đăng ký kê khai hoạt động chăn nuôi",
        "Đăng ký chuyển đổi cây trồng trên đất lúa",
      ],
      concernsBusiness: true
    ),
    .init(
      name: "Bảo trợ xã hội",
      unit: "vhxh",
      days: 10,
      subjects: [
        "Trợ cấp xã hội hằng tháng", "Hỗ trợ chi phí mai táng", "Xác nhận mức độ khuyết tật",
        "Công nhận hộ nghèo, hộ cận nghèo", "Công nhận hộ thoát nghèo",
        "Cấp thẻ bảo hiểm y tế cho trẻ em",
      ],
      concernsBusiness: false
    ),
    .init(
      name: "Văn hoá, giáo dục",
      unit: "vhxh",
      days: 5,
      subjects: [
        "Đăng ký hoạt động thư viện cộng đồng", "Xét tặng Gia đình văn hoá",
        "Thông báo tổ chức lễ hội", "Cấp phép nhóm trẻ độc lập", "Hỗ trợ học sinh bán trú",
      ],
      concernsBusiness: false
    ),
    .init(
      name: "Người có công",
      unit: "vhxh",
      days: 10,
      subjects: [
        "Giải quyết chế độ mai táng phí", "Cấp lại Bằng Tổ quốc ghi công",
        "Hỗ trợ thăm viếng mộ liệt sĩ",
      ],
      concernsBusiness: false
    ),
    .init(
      name: "Khiếu nại, tiếp công dân",
      unit: "vp",
      days: 10,
      subjects: ["Tiếp công dân", "Xử lý đơn", "Giải quyết khiếu nại lần đầu"],
      concernsBusiness: false
    ),
  ]
}

/// A procedure of the catalogue.
struct Procedure: Sendable {
  let code: String
  let title: String
  let field: ProcedureField

  /// The commune's procedures with their codes.
  static let all: [Procedure] = {
    var list: [Procedure] = []
    for field in ProcedureField.all {
      for subject in field.subjects {
        let code = "9.\(padded(1000 + list.count * 7, 6))"
        list.append(Procedure(code: code, title: subject, field: field))
      }
    }
    return list
  }()
}

extension Commune {
  /// Adds the catalogue of procedures: fifty of the commune's and six that only pass through it.
  mutating func addProcedures(seed: UInt64) {
    var table = SampleTable(
      "danh_muc_tthc",
      file: "danh-muc-tthc.csv",
      Spelling(separator: ";", byteOrderMark: true, separatorLine: true, flags: .capitalWords),
      [
        "ma_tthc": "Mã TTHC", "ten_tthc": "Tên thủ tục", "linh_vuc": "Lĩnh vực",
        "cap_thuc_hien": "Cấp thực hiện", "muc_do_dvc": "Mức độ DVC",
        "du_dieu_kien_toan_trinh": "Đủ điều kiện toàn trình", "cong_khai": "Đang công khai",
        "phi_dia_gioi": "Phi địa giới", "lien_quan_doanh_nghiep": "Liên quan doanh nghiệp",
        "lien_quan_sxkd": "Liên quan sản xuất, kinh doanh",
        "so_giay_to_phai_nop_lai": "Số giấy tờ phải nộp lại",
      ]
    )
    for (place, procedure) in Procedure.all.enumerated() {
      // 45 of the 56 in the catalogue can be done wholly online: 80,4 %, and 80 % are asked for.
      let isWhole = procedure.field.concernsBusiness || place % 8 != 4
      table.add(
        .text(procedure.code),
        .text(procedure.title),
        .text(procedure.field.name),
        "Cấp xã",
        isWhole ? "Toàn trình" : "Một phần",
        .flag(isWhole),
        true,
        true,
        .flag(procedure.field.concernsBusiness),
        .flag(procedure.field.concernsBusiness),
        0
      )
    }
    let passing = [
      "Cấp đổi Giấy chứng nhận quyền sử dụng đất", "Cấp phiếu lý lịch tư pháp",
      "Cấp giấy phép khai thác khoáng sản", "Cấp hộ chiếu phổ thông", "Đổi giấy phép lái xe",
      "Thành lập cơ sở giáo dục nghề nghiệp",
    ]
    for (place, title) in passing.enumerated() {
      table.add(
        .text("8.\(padded(2000 + place * 11, 6))"),
        .text(title),
        "Thủ tục cấp trên",
        place < 4 ? "Cấp tỉnh" : "Cấp khác",
        place == 0 ? "Một phần" : "Chưa có",
        false,
        true,
        false,
        false,
        false,
        .whole(place)
      )
    }
    add(table)
  }
}
