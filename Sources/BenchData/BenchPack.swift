/// The pack that the dumps are judged by: fifteen rules in the rule language and nothing else.
struct BenchPack {
  /// How many units owe the rules that are judged unit by unit.
  let units: Int

  /// One rule: its id is `r01` to `r15`, by its place.
  private struct Rule {
    let title: String
    let isDivided: Bool
    let check: String

    init(_ title: String, isDivided: Bool = false, _ check: String) {
      self.title = title
      self.isDivided = isDivided
      self.check = check
    }
  }

  /// The pack as one YAML file.
  var text: String {
    var lines = [
      "pack: {schema: 1, name: Bộ quy tắc đo tốc độ, language: vi, timezone: Asia/Ho_Chi_Minh}",
      "documents:",
      "  - id: do",
      "    title: Mười lăm quy tắc đo tốc độ",
      "    effective: {from: 2026-01-01, to: 2026-12-31}",
      "    clauses:",
    ]
    lines += Self.rules.indices.map {
      "      - {id: \(Self.id($0)), summary: \(Self.rules[$0].title)}"
    }
    lines += ["units:", "  - {id: tong, name: Toàn vùng}"]
    lines += (1...units).map { "  - {id: \(Self.unit($0)), name: UBND \(Self.padded($0, 4))}" }
    let members = (1...units).map(Self.unit).joined(separator: ", ")
    lines += ["groups:", "  - {id: don-vi, name: Các đơn vị, members: [\(members)]}"]
    lines += [Self.datasets, "rules:"]
    for (index, rule) in Self.rules.enumerated() {
      lines.append("  - id: \(Self.id(index))")
      lines.append("    title: \(rule.title)")
      lines.append("    clause: do/\(Self.id(index))")
      lines.append("    responsible: \(rule.isDivided ? "{each: don-vi}" : "tong")")
      lines += rule.check.split(separator: "\n").map { "    \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func id(_ index: Int) -> String { "r" + padded(index + 1, 2) }
  private static func unit(_ number: Int) -> String { "dv" + padded(number, 4) }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static let onTime =
    "(has(ngay_tra_ket_qua) ? ngay_tra_ket_qua <= ngay_hen_tra : ngay_hen_tra >= as_of)"

  private static let rules: [Rule] = [
    Rule("Mã hồ sơ không trùng", "unique: {of: ho_so, key: ma_ho_so}"),
    Rule(
      "Lĩnh vực có trong danh mục",
      "reference: {of: ho_so, column: linh_vuc, in: linh_vuc.ten}"
    ),
    Rule("Trả kết quả đúng hẹn", "records:\n  of: ho_so\n  require: '\(onTime)'"),
    Rule(
      "Ngày tháng đúng thứ tự",
      """
      records:
        of: ho_so
        require:
          - ngay_tiep_nhan <= ngay_hen_tra
          - '!has(ngay_tra_ket_qua) || ngay_tiep_nhan <= ngay_tra_ket_qua'
      """
    ),
    Rule(
      "Hình thức và mức mật đúng danh mục",
      """
      records:
        of: ho_so
        require:
          - 'hinh_thuc in ["Trực tuyến toàn trình", "Trực tuyến một phần", "Trực tiếp"]'
          - 'muc_mat in ["thường", "mật"]'
      """
    ),
    Rule("Phí không quá 500.000 đồng", "records: {of: ho_so, require: phi <= 500000}"),
    Rule("Trễ hẹn thì có ghi chú", "records:\n  of: ho_so\n  require: '\(onTime) || has(ghi_chu)'"),
    Rule(
      "Ít nhất 90% hồ sơ không mật nộp trực tuyến",
      isDivided: true,
      """
      ratio:
        of: ho_so
        where: muc_mat != "mật"
        that: 'hinh_thuc in ["Trực tuyến toàn trình", "Trực tuyến một phần"]'
        at_least: 90%
      """
    ),
    Rule(
      "Ít nhất 85% kết quả được số hóa",
      isDivided: true,
      "ratio: {of: ho_so, where: has(ngay_tra_ket_qua), that: da_so_hoa, at_least: 85%}"
    ),
    Rule(
      "Ít nhất 90% người trả lời hài lòng",
      isDivided: true,
      "ratio: {of: ho_so, where: has(hai_long), that: hai_long >= 4, at_least: 90%}"
    ),
    Rule(
      "Mọi cán bộ có chữ ký số",
      isDivided: true,
      "ratio: {of: can_bo, that: chu_ky_so, at_least: 100%}"
    ),
    Rule("Báo cáo nộp chậm nhất ngày 20", "records: {of: bao_cao, require: day(ngay_nop) <= 20}"),
    Rule(
      "Tháng nào cũng có báo cáo",
      isDivided: true,
      """
      effective: {to: 2026-10-31}
      every: month
      due: {by: end}
      evidence: {of: bao_cao, period: ky, done_at: ngay_nop}
      """
    ),
    Rule(
      "Số hồ sơ báo cáo khớp số hồ sơ nhận",
      isDivided: true,
      """
      compare:
        left: {of: bao_cao, sum: so_ho_so}
        right: {of: ho_so, count: rows}
      """
    ),
    Rule(
      "Nhiệm vụ ghi đủ người làm và hạn và sản phẩm",
      "records: {of: nhiem_vu, complete: [chu_tri, thoi_han, san_pham]}"
    ),
  ]

  private static let datasets = """
    datasets:
      - id: linh_vuc
        file: linh_vuc.csv
        columns: {ten: {type: text}}
      - id: ho_so
        file: ho_so.csv
        columns:
          ma_ho_so: {type: text}
          don_vi: {type: unit}
          linh_vuc: {type: text}
          ngay_tiep_nhan: {type: date}
          ngay_hen_tra: {type: date}
          ngay_tra_ket_qua: {type: date}
          hinh_thuc: {type: text}
          muc_mat: {type: text}
          da_so_hoa: {type: boolean}
          hai_long: {type: integer}
          phi: {type: decimal}
          ghi_chu: {type: text}
        unit: don_vi
      - id: can_bo
        file: can_bo.csv
        columns:
          ma_can_bo: {type: text}
          don_vi: {type: unit}
          chu_ky_so: {type: boolean}
        unit: don_vi
      - id: bao_cao
        file: bao_cao.csv
        columns:
          don_vi: {type: unit}
          ky: {type: month}
          ngay_nop: {type: date}
          so_ho_so: {type: integer}
        unit: don_vi
      - id: nhiem_vu
        file: nhiem_vu.csv
        columns:
          ma_nhiem_vu: {type: text}
          don_vi: {type: unit}
          chu_tri: {type: text}
          thoi_han: {type: date}
          san_pham: {type: text}
        unit: don_vi
    """

  /// The ids of all rules, in order.
  static var ids: [String] { rules.indices.map(id) }

  /// Whether a rule's count is of rows; else it is of units, or of units and months.
  static func countsRows(_ id: String) -> Bool {
    rules.indices.contains { Self.id($0) == id && !rules[$0].isDivided }
  }
}
