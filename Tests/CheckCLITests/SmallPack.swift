import TestSupport

/// A pack of a few rules with data that satisfy them, written into a folder of the test.
struct SmallPack {
  let folder: TemporaryFolder

  static let rules = """
    pack: {schema: 1, name: Kế hoạch nhỏ, language: vi, timezone: Asia/Ho_Chi_Minh, data: ../data}
    documents:
      - id: kh
        title: Kế hoạch
        effective: {from: 2026-01-01, to: 2026-12-31}
        roll: following
        clauses:
          - {id: I.1, summary: Chữ ký số}
          - {id: IV.1, summary: Báo cáo}
    units:
      - {id: vp, name: Văn phòng}
      - {id: kt, name: Phòng Kinh tế}
    groups:
      - {id: phong, name: Các phòng, members: [vp, kt]}
    calendar:
      weekend: [saturday, sunday]
      years: [{year: 2026, source: Thử, holidays: []}]
    datasets:
      - id: can_bo
        title: Danh sách cán bộ
        file: can-bo.csv
        columns:
          ma: {header: [Mã], type: text, required: true}
          ho_ten: {header: [Họ và tên], type: text, personal: true}
          don_vi: {header: [Đơn vị], type: unit}
          het_han: {header: [Hạn], type: date}
        key: [ma]
        unit: don_vi
      - id: bao_cao
        title: Sổ báo cáo
        file: bao-cao.csv
        columns:
          don_vi: {header: [Đơn vị], type: unit}
          ky: {header: [Kỳ], type: month}
          ngay_gui: {header: [Ngày gửi], type: date}
        unit: don_vi
    rules:
      - id: chu-ky-so
        title: Có chữ ký số cá nhân
        clause: kh/I.1
        responsible: {each: phong}
        tags: [ky-so]
        guidance: Lập danh sách đề nghị cấp chứng thư
        ratio: {of: can_bo, that: has(het_han) && het_han >= as_of, at_least: 100%}
      - id: bao-cao-thang
        title: Báo cáo tháng
        clause: kh/IV.1
        responsible: {each: phong}
        severity: minor
        every: month
        due: {before: 20}
        effective: {from: 2026-10-01}
        evidence: {of: bao_cao, period: ky, done_at: ngay_gui}

    """

  static let staff = """
    Mã,Họ và tên,Đơn vị,Hạn
    CB-1,Nguyễn Văn An,Văn phòng,31/12/2027
    CB-2,Trần Thị Bích,Phòng Kinh tế,31/12/2027
    CB-3,Lê Văn Cường,Phòng Kinh tế,31/12/2027

    """

  static let reports = """
    Đơn vị,Kỳ,Ngày gửi
    Văn phòng,Tháng 10/2026,19/10/2026
    Phòng Kinh tế,Tháng 10/2026,19/10/2026
    Văn phòng,Tháng 11/2026,19/11/2026
    Phòng Kinh tế,Tháng 11/2026,19/11/2026

    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.rules, to: "rules/pack.yaml")
    try folder.write(Self.staff, to: "data/can-bo.csv")
    try folder.write(Self.reports, to: "data/bao-cao.csv")
    try folder.write("as_of: 2026-11-20\n", to: "data/dump.yaml")
  }

  /// One staff member of the second unit without a certificate.
  func breakRule() throws {
    try folder.write(
      Self.staff.replacing("Cường,Phòng Kinh tế,31/12/2027", with: "Cường,Phòng Kinh tế,"),
      to: "data/can-bo.csv"
    )
  }

  func check(_ arguments: String..., input: String = "", output: String? = nil) throws
    -> Binary.Result
  {
    try Binary.run(["--rules", "rules"] + arguments, in: folder, input: input, output: output)
  }
}
