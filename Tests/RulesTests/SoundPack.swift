/// A pack that uses every key of the language above the checks.
enum SoundPack {
  static let plan = """
    pack:
      schema: 1
      name: Kế hoạch 57 – xã Thiện Tân 2026
      language: en
      timezone: Asia/Bangkok
      data: ../samples
    documents:
      - id: kh14
        title: Kế hoạch cũ
        effective: {from: 2026-01-15}
        clauses: [{id: 1, summary: Cũ}]
      - id: kh57
        title: Kế hoạch thực hiện Nghị quyết 57-NQ/TW năm 2026
        issued_by: UBND xã Thiện Tân
        number: null
        effective: {from: 2026-04-20, to: 2026-12-31}
        replaces: [kh14]
        roll: following
        clauses:
          - {id: III.4.2.KQ4, summary: Chữ ký số cá nhân}
          - {id: I.1, summary: Yêu cầu chung, not_checkable: Không có đại lượng đo được}
    mail:
      from: kiemtra@xa.example.vn
      from_name: Kiểm tra
      fallback: vp@example.vn
      digest: [ubnd, phong-ban]
      domains: [EXAMPLE.vn]
      changed: no
      continuing: 5 working days
      overdue: không
      remind: 2 days
      attach: []
      attach_digest: [xlsx, html]
      max_megabytes: 2
      server: smtps://mail.example.vn
    """

  static let units = """
    units:
      - {id: ubnd, name: UBND xã}
      - {id: vhxh, name: Phòng Văn hoá – Xã hội, aliases: [VHXH, Phòng VH-XH], head: Trưởng phòng,
         email: vhxh@example.vn, parent: ubnd, active: {from: 2025-07-01}}
      - {id: kt, name: Phòng Kinh tế, active: {from: 2025-07-01, to: 2026-06-30}}
      - {id: ttpvhcc, name: Trung tâm, parent: ubnd}
    groups:
      - {id: tat-ca-tru, name: Trừ UBND, members: [all], except: [ubnd]}
      - {id: rong, name: Rộng, members: [phong-ban, ttpvhcc], except: [kt]}
      - {id: phong-ban, name: Các phòng, members: [kt, vhxh]}
    calendar:
      weekend: [saturday, sunday]
      years:
        - year: 2026
          source: Thông báo lịch nghỉ
          holidays:
            - {from: 2026-02-16, to: 2026-02-20, name: Tết Nguyên đán}
            - {from: 2026-04-30, name: Ngày Chiến thắng}
          working: [2026-01-10, 2026-08-22]
    """

  static let data = """
    datasets:
      - id: bao_cao
        title: Sổ báo cáo
        file: bao-cao*.xlsx
        sheet: Sổ
        columns:
          nguoi: {type: ref, to: can_bo}
          ky: {type: month}
          quy: {type: quarter}
          nam: {type: year}
          luc: {type: datetime}
          tien: {type: decimal}
          ti_le: {type: percent}
        number: en
        covers_until: 2026-11-20
        missing: ["-", "…", "chưa có"]
        may_be_empty: true
      - id: can_bo
        file: can-bo*.csv
        table: can_bo
        columns:
          ma: {header: [Mã cán bộ], type: text, required: true}
          ho_ten: {header: Họ và tên, personal: yes}
          don_vi: {type: unit}
          vi_tri: {values: [Lãnh đạo, Chuyên môn, no]}
          tuoi: {type: integer}
          dang: {type: boolean, blank: false}
          ghi_chú:
        key: [ma]
        unit: don_vi
    """

  static let rules = """
    rules:
      - id: chu-ky-so
        title: Chữ ký số
        clause: kh57/III.4.2.KQ4
        responsible: {each: phong-ban}
        supporting: [ttpvhcc]
        severity: critical
        effective: {from: 2026-05-01}
        tags: [chu-ky-so, cham]
        guidance: Lập danh sách
        ratio: {of: can_bo, that: has(ma), at_least: 100%}
      - id: bao-cao-thang
        title: Báo cáo tháng
        clause: [kh57/I.1, kh57/III.4.2.KQ4]
        responsible: {each: [ttpvhcc, kt]}
        every: month
        due: {before: 20}
        remind: 3 working days
        evidence: {of: bao_cao, period: ky, done_at: luc}
      - {id: a.b, title: Mọi đơn vị, clause: kh57/I.1, responsible: {each: all}, roll: none,
         due: {before: 2026-04-30}, records: {of: can_bo, complete: [ma]}}
      - {id: cu, title: Cũ, clause: kh14/1, responsible: ubnd, severity: minor,
         unique: {of: can_bo, key: ma}}
    waivers:
      - {id: w1, rule: bao-cao-thang, units: [ttpvhcc], periods: [2026-09], effect: extend,
         until: 2026-09-25, reason: Mất kết nối, document: 45/UBND, approved_by: Chủ tịch,
         approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}
      - {id: w2, rule: chu-ky-so, units: [phong-ban], effect: target, at_least: 95%, reason: R,
         document: D, approved_by: C, approved_on: 2026-09-18,
         valid: {from: 2026-09-18, to: 2026-09-30}}
      - {id: w3, rule: cu, units: ubnd, effect: exempt, reason: R, document: D, approved_by: C,
         approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-18}}
    """

  static let scoring = """
    scoring:
      base: 100
      floor: 0
      deductions:
        - {rule: bao-cao-thang, verdict: met_late, points: 1, per_day: 0.2, at_most: 3}
        - {severity: minor, points: 0.5}
        - {tag: cham, points: 2}
      gates:
        - {id: g, title: Đề nghị chưa xem xét, clause: kh57/I.1, when: {tags: [cham], at_least: 2}}
      bands:
        - {at_least: 0, name: Hoàn thành}
        - {at_least: 90, name: Xuất sắc}
    """

  /// The files, not in the order in which they need each other.
  static let files = [
    ("0-diem.yaml", scoring), ("1-quy-tac.yaml", rules), ("2-so-lieu.yml", data),
    ("3/don-vi.yaml", units), ("ke-hoach.yaml", plan),
  ]
}
