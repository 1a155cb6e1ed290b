import CivilTime
import Diagnostics
import Findings
import Rules
import Testing

/// A small pack and a run over it that holds every verdict and every reason.
enum SamplePack {
  static let yaml = """
    pack: {schema: 1, name: Kế hoạch thử – xã Mẫu, language: vi, timezone: Asia/Ho_Chi_Minh, data: data}
    documents:
      - id: kh
        title: Kế hoạch thử
        effective: {from: 2026-01-01, to: 2026-12-31}
        clauses:
          - {id: I.1, summary: Một}
          - {id: IV.1, summary: Bốn}
    units:
      - {id: vp, name: Văn phòng HĐND và UBND}
      - {id: vhxh, name: Phòng Văn hoá – Xã hội}
      - {id: kt, name: Phòng Kinh tế}
    groups:
      - {id: phong, name: Các phòng, members: [vp, vhxh, kt]}
    calendar: {weekend: [saturday, sunday], years: [{year: 2026, source: Thử, holidays: []}]}
    datasets:
      - id: can_bo
        title: Danh sách cán bộ
        file: can-bo*.csv
        columns:
          ma: {type: text}
          ho_ten: {type: text, personal: true}
          don_vi: {type: unit}
          het_han: {type: date}
        key: [ma]
        unit: don_vi
      - id: bao_cao
        title: Sổ báo cáo
        file: bao-cao.csv
        columns: {don_vi: {type: unit}, ngay_gui: {type: date}}
        unit: don_vi
      - id: ho_so
        file: ho-so.csv
        columns: {don_vi: {type: unit}, cccd: {type: text, personal: true}}
        key: [cccd]
        unit: don_vi
      - id: quan_he
        file: quan-he.csv
        columns: {ma: {type: text}, cccd: {type: text, personal: true}}
        key: [ma, cccd]
    rules:
      - {id: bao-cao-thang, title: Báo cáo tháng, clause: kh/IV.1, responsible: {each: phong}, supporting: [vp],
         every: month, due: {before: 20}, roll: following, severity: critical,
         guidance: Gửi báo cáo trên Hệ thống, evidence: {of: bao_cao, done_at: ngay_gui}}
      - {id: chu-ky-so, title: Có chữ ký số cá nhân, clause: [kh/I.1, kh/IV.1], responsible: {each: phong},
         ratio: {of: can_bo, that: has(het_han), at_least: 100%}}
      - {id: ho-so-moi, title: Hồ sơ cập nhật, clause: kh/I.1, responsible: vp, severity: minor,
         fresh: {of: ho_so, updated: cccd, within: 7 days}}
    waivers:
      - {id: w1, rule: chu-ky-so, units: [kt], effect: exempt, reason: Chờ cấp chứng thư, document: 45/UBND,
         approved_by: Chủ tịch UBND xã, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-12-30}}
      - {id: w2, rule: bao-cao-thang, units: [vp], effect: extend, until: 2026-09-25, reason: Mất kết nối,
         document: 46/UBND, approved_by: Chủ tịch UBND xã, approved_on: 2026-09-18, valid: {from: 2026-09-18, to: 2026-09-30}}
    """

  static func rules() throws -> RuleSet {
    var sink = DiagnosticSink()
    let pack = PackLoader.load(
      files: [PackFile(path: "pack.yaml", text: yaml)],
      folder: "rules",
      into: &sink
    )
    let renderer = DiagnosticRenderer(language: .en, sources: pack.sources)
    try #require(!sink.hasErrors, Comment(rawValue: renderer.render(sink.sorted())))
    var rules = pack.ruleSet
    rules.digest = "0123456789abcdef0123456789abcdef"
    return rules
  }

  static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  /// A run with nothing in it.
  static func emptyRun(_ obligations: [Obligation] = []) throws -> Run {
    Run(
      rules: try rules(),
      asOf: try date("2026-11-20"),
      asOfSource: .dump,
      dataDigest: "fedcba9876543210fedcba9876543210",
      inputs: [],
      obligations: obligations,
      dataErrors: [],
      dataErrorTotal: 0,
      warnings: []
    )
  }

  static func obligation(
    _ rule: String,
    _ unit: String,
    _ verdict: Verdict,
    _ reason: Reason? = nil,
    period: String? = nil
  ) -> Obligation {
    var obligation = Obligation(
      id: ObligationID(
        rule: RuleID(rule),
        unit: UnitID(unit),
        period: period.flatMap(Period.init(text:))
      ),
      verdict: verdict
    )
    obligation.reason = reason
    return obligation
  }
}
