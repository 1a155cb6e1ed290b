import CivilTime
import Diagnostics
import Linting
import Rules
import Testing

/// A small pack without anything suspicious, which further files join.
enum SmallPack {
  static let base = """
    documents:
      - id: kh57
        title: Kế hoạch 57
        effective: {from: 2026-04-20, to: 2026-12-31}
        roll: following
        clauses: [{id: I.1, summary: Báo cáo trước ngày 20}, {id: II.2, summary: Ghi ngày gửi}]
    units:
      - {id: vp, name: Văn phòng, aliases: [VP HĐND]}
      - {id: kt, name: Phòng Kinh tế}
    groups:
      - {id: phong, name: Các phòng, members: [vp, kt]}
    calendar:
      years: [{year: 2026, source: Thông báo lịch nghỉ}]
    datasets:
      - id: ds
        file: ds*.csv
        columns: {ma: {required: true}, dv: {type: unit}, ngay: {type: date}}
        key: ma
        unit: dv
    rules:
      - id: bao-cao
        title: Báo cáo
        clause: kh57/I.1
        responsible: vp
        every: month
        due: {by: 20}
        evidence: {of: ds, done_at: ngay}
      - id: du-ngay
        title: Ghi ngày gửi
        clause: kh57/II.2
        responsible: {each: phong}
        ratio: {of: ds, that: has(ngay), at_least: 90%}

    """

  /// Looks through the base with further files, as if tests showed every rule violated.
  static func lint(
    _ pieces: String...,
    base: String = base,
    asOf: String = "2026-06-15"
  ) throws -> LintReport {
    var sink = DiagnosticSink()
    let files =
      [PackFile(path: "a.yaml", text: base)]
      + pieces.enumerated().map { PackFile(path: "b\($0.offset).yaml", text: $0.element) }
    let pack = PackLoader.load(files: files, folder: "p", into: &sink)
    let rules = Set(pack.ruleSet.rules.map(\.id))
    return Linter.lint(
      pack,
      known: sink,
      tests: ShownVerdicts(hasTests: true, tested: rules, violated: rules),
      asOf: try #require(CivilDate(iso: asOf))
    )
  }
}

extension LintReport {
  /// The ids of what nobody has explained, in order of places.
  var openIDs: [DiagnosticID] { findings.filter(\.isOpen).map(\.diagnostic.id) }

  /// The report as text.
  func text(_ format: LintFormat = .text, _ language: Language = .en) -> String {
    String(decoding: format.render(self, language), as: UTF8.self)
  }
}
