import CivilTime
import Diagnostics
import Rules
import Testing

@testable import RuleTesting

/// A pack of a few rules in memory, and tests for it.
struct TestPack {
  static let head = """
    pack: {schema: 1, name: Kế hoạch nhỏ}
    documents:
      - {id: kh, title: Kế hoạch, effective: {from: 2026-01-01, to: 2026-12-31}, roll: following,
         clauses: [{id: I, summary: Một}]}
    units:
      - {id: vp, name: Văn phòng}
      - {id: kt, name: Phòng Kinh tế}
      - {id: vhxh, name: Phòng Văn hoá – Xã hội}
    groups: [{id: phong, name: Các phòng, members: [vp, kt, vhxh]}]
    calendar:
      years: [{year: 2026, source: Thử, holidays: [{from: 2026-04-30, name: Ngày Chiến thắng}]}]
    datasets:
      - id: bao_cao
        file: bao-cao.csv
        columns:
          don_vi: {header: [Đơn vị], type: unit}
          ky: {header: [Kỳ], type: month}
          ngay_gui: {header: [Ngày gửi], type: date}
        unit: don_vi
      - id: ho_so
        file: ho-so*.tsv
        columns:
          ma: {header: [Mã hồ sơ], type: text, required: true}
          don_vi: {type: unit}
          diem: {type: decimal}
          ty_le: {type: percent}
          xong: {type: boolean}
          loai: {type: text}
          ghi_chu: {type: text}
        key: [ma]
        unit: don_vi

    """

  static let reportRule = """
      - id: bao-cao-thang
        title: Báo cáo tháng
        clause: kh/I
        responsible: {each: phong}
        every: month
        due: {before: 20}
        effective: {from: 2026-08-01}
        evidence: {of: bao_cao, period: ky, done_at: ngay_gui}

    """

  let rules: RuleSet
  let sources: [SourceText]

  /// Reads a pack of the head above and some rules, indented by two.
  init(rules text: String = reportRule) throws {
    var sink = DiagnosticSink()
    let file = PackFile(path: "pack.yaml", text: Self.head + "rules:\n" + text)
    let pack = PackLoader.load(files: [file], folder: "rules", into: &sink)
    let shown = DiagnosticRenderer(language: .en, sources: pack.sources).render(sink.sorted())
    try #require(!sink.hasErrors, "\(shown)")
    rules = pack.ruleSet
    sources = pack.sources
  }

  var runner: TestRunner { TestRunner(rules: rules, sources: sources) }

  /// Decodes tests, and shows everything that is wrong with them in English.
  func decode(_ text: String) -> (tests: [RuleTest], shown: [String]) {
    var sink = DiagnosticSink()
    let file = PackFile(path: "a.test.yaml", text: text)
    let decoded = TestDecoder.decode([file], folder: "rules", rules: rules, into: &sink)
    let shown = sink.sorted().map { diagnostic in
      let start = diagnostic.range?.start
      let help = diagnostic.help.map { "; \($0.en)" } ?? ""
      let place = "\(start?.line ?? 0):\(start?.column ?? 0)"
      return "\(place) [\(diagnostic.id.rawValue)] \(diagnostic.message.en)\(help)"
    }
    return (decoded.tests, shown)
  }

  /// Decodes tests that are right, and runs them.
  func run(_ text: String, jobs: Int = 1) async throws -> [TestOutcome] {
    let (tests, shown) = decode(text)
    try #require(shown == [])
    return await runner.run(tests, jobs: jobs)
  }

  /// The report on tests, in English, without colours.
  func report(_ text: String) async throws -> String {
    let outcomes = try await run(text)
    let report = TestReport(packName: rules.pack.name, outcomes: outcomes)
    return String(decoding: TestReportFormat.text.render(report, .en), as: UTF8.self)
  }
}
