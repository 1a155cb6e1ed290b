/// The files of the samples folder that are no dumps.
enum Documentation {
  /// The folder's as-of date and how far each dump is complete.
  static let dump = """
    # Ngày chốt của bộ số liệu mẫu. Nhờ tệp này, chạy ở năm nào cũng ra cùng một danh sách.
    as_of: 2026-11-20
    covers_until:
      # Số liệu thôn và lưu trữ chốt theo tháng; hạn của các quy tắc dùng chúng là 31/12/2026.
      dan_cu: 2026-10-31
      so_hoa_luu_tru: 2026-10-31

    """

  /// The planted findings as a table that programs read.
  static var table: String {
    var lines = ["rule\tunit\tperiod\tverdict"]
    lines += SampleData.planted.map { finding in
      "\(finding.rule)\t\(finding.unit)\t\(finding.period ?? "")\t\(finding.verdict)"
    }.sorted()
    return lines.joined(separator: "\n") + "\n"
  }

  /// The planted findings and the cases at a boundary, for people.
  static func text(_ commune: Commune) -> String {
    let rowCount = commune.tables.reduce(0) { $0 + $1.rows.count }
    let waivedCount = SampleData.planted.count { $0.verdict == "waived" }
    var text = """
      # Vi phạm cài sẵn trong bộ số liệu mẫu

      Bộ số liệu này do chương trình sinh ra (`swift run make-samples`), gồm \(commune.tables.count) bảng,
      \(rowCount) dòng, kể chuyện một xã từ tháng 01 đến ngày 20/11/2026. **Không có dữ liệu của người
      thật**: họ tên đều có chữ “Mẫu” hoặc “Thử”, mã số, số văn bản, tên trường, tên thôn là bịa.

      Mọi nghĩa vụ đều được thực hiện, trừ những chỗ cố ý làm sai dưới đây:
      \(SampleData.planted.count - waivedCount) vi phạm và \(waivedCount) vi phạm được miễn. Phần mềm phải
      tìm ra đúng chừng ấy, không hơn, không kém; một phép thử so với `planted.tsv`. Tệp này và
      `planted.tsv` do cùng chương trình ấy ghi ra: sửa ở `Sources/SampleData/Plants`, đừng sửa ở đây.

      ## Cố ý làm sai

      | quy tắc | đơn vị | kỳ | kết luận | đã làm gì |
      | --- | --- | --- | --- | --- |

      """
    for plant in Plant.all {
      for finding in plant.findings { text += row(finding, plant.line) }
    }
    text += """

      ## Trông như vi phạm mà không phải

      Ngày cuối cùng, hạn dời vì ngày nghỉ, đúng ngưỡng, miễn trừ: phần mềm **không** được báo các dòng này.

      | quy tắc | đơn vị | kỳ | kết luận | vì sao |
      | --- | --- | --- | --- | --- |

      """
    for boundary in Boundary.all { text += row(boundary.finding, boundary.line) }
    text += """

      ## Cách viết

      Mỗi bảng do một “hệ thống” khác nhau xuất ra, nên cách viết cố ý khác nhau: dấu phân cách `,` `;`
      và tab; có hoặc không có BOM, dòng `sep=`, CRLF; ngày `05/9/2026`, `5/9/2026`, `2026-09-05`;
      `1.234,5`, `98,5%`; có/không, x, 1/0, đạt/chưa đạt; tên đơn vị viết tắt, `hoá`/`hóa`, gạch nối và
      gạch ngang; chữ dựng sẵn (NFC) và tổ hợp (NFD); ô có xuống dòng.

      """
    return text
  }

  private static func row(_ finding: ExpectedFinding, _ line: String) -> String {
    "| `\(finding.rule)` | \(finding.unit) | \(finding.period ?? "") | \(finding.verdict) | \(line) |\n"
  }
}
