import CivilTime
import Diagnostics
import Findings
import Foundation
import History
import Rules
import TestSupport
import Testing

/// A small pack, runs over it with any verdicts, and a history in a folder of the test's own.
final class Scene {
  static let yaml = """
    pack: {schema: 1, name: Kế hoạch thử – xã Mẫu, language: vi, timezone: Asia/Ho_Chi_Minh, data: data}
    documents:
      - id: kh
        title: Kế hoạch thử
        effective: {from: 2026-01-01, to: 2027-12-31}
        clauses: [{id: I.1, summary: Một}, {id: IV.1, summary: Bốn}]
    units:
      - {id: vp, name: Văn phòng HĐND và UBND}
      - {id: kt, name: Phòng Kinh tế}
      - {id: vh, name: Phòng Văn hoá – Xã hội}
    groups:
      - {id: phong, name: Các phòng, members: [vp, kt, vh]}
    calendar: {weekend: [saturday, sunday], years: [{year: 2026, source: Thử, holidays: []}, {year: 2027, source: Thử, holidays: []}]}
    datasets:
      - id: can_bo
        file: can-bo.csv
        columns: {ma: {type: text}, don_vi: {type: unit}, het_han: {type: date}}
        key: [ma]
        unit: don_vi
      - id: bao_cao
        file: bao-cao.csv
        columns: {don_vi: {type: unit}, ky: {type: month}, ngay_gui: {type: date}}
        unit: don_vi
    rules:
      - {id: ky-so, title: Có chữ ký số, clause: kh/I.1, responsible: {each: phong}, severity: critical,
         ratio: {of: can_bo, that: has(het_han), at_least: 100%}}
      - {id: bao-cao, title: Báo cáo tháng, clause: kh/IV.1, responsible: {each: phong}, every: month,
         due: {before: 20}, evidence: {of: bao_cao, period: ky, done_at: ngay_gui}}

    """

  private let temporary: TemporaryFolder
  let folder: URL
  /// The history's file.
  let file: String

  init() throws {
    temporary = try TemporaryFolder()
    folder = URL(fileURLWithPath: temporary.path)
    file = temporary.path("lịch sử.sqlite")
  }

  /// The bytes of the history.
  var bytes: Data {
    get throws { try Data(contentsOf: URL(fileURLWithPath: file)) }
  }

  static func rules(_ yaml: String = yaml) throws -> RuleSet {
    var sink = DiagnosticSink()
    let pack = PackLoader.load(
      files: [PackFile(path: "pack.yaml", text: yaml)],
      folder: "rules",
      into: &sink
    )
    let renderer = DiagnosticRenderer(language: .en, sources: pack.sources)
    try #require(!sink.hasErrors, Comment(rawValue: renderer.render(sink.sorted())))
    return pack.ruleSet
  }

  static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  /// Names an obligation: `ky-so vp` or `bao-cao vp 2026-10`.
  static func id(_ text: String) -> ObligationID {
    let words = text.split(separator: " ").map(String.init)
    return ObligationID(
      rule: RuleID(words[0]),
      unit: UnitID(words[1]),
      period: words.count > 2 ? Period(text: words[2]) : nil
    )
  }

  /// Makes a run that comes to given verdicts.
  static func run(
    _ asOf: String,
    _ verdicts: KeyValuePairs<String, Verdict>,
    rules: RuleSet? = nil,
    data: String = "d1",
    selectors: [String] = [],
    usesWaivers: Bool = true
  ) throws -> Run {
    let obligations = verdicts.map { name, verdict in
      var obligation = Obligation(id: id(name), verdict: verdict)
      obligation.datasets = [DatasetID(name.hasPrefix("ky-so") ? "can_bo" : "bao_cao")]
      if verdict.isViolation {
        var measured = Measured(kind: .ratio)
        measured.trueCount = 7
        measured.falseCount = 1
        measured.target = "100%"
        measured.excluded = [Exclusion(reason: "đã nghỉ việc", count: 2)]
        obligation.measured = measured
      }
      return obligation
    }
    return Run(
      rules: try rules ?? Self.rules(),
      asOf: try date(asOf),
      asOfSource: .option,
      dataDigest: data,
      inputs: [],
      obligations: obligations,
      dataErrors: [],
      dataErrorTotal: 0,
      warnings: [],
      selectors: selectors,
      usesWaivers: usesWaivers
    )
  }

  /// Records a run that comes to given verdicts.
  @discardableResult
  func record(
    _ asOf: String,
    _ verdicts: KeyValuePairs<String, Verdict>,
    rules: RuleSet? = nil,
    data: String = "d1",
    selectors: [String] = [],
    usesWaivers: Bool = true
  ) throws -> Recording {
    let run = try Self.run(
      asOf,
      verdicts,
      rules: rules,
      data: data,
      selectors: selectors,
      usesWaivers: usesWaivers
    )
    return try HistoryFile.record(run, in: file)
  }
}

extension Recording {
  /// The kind of change of an obligation; nil if there is none.
  func kind(_ name: String) -> Chronicle.Change.Kind? {
    chronicle.changes.first { $0.obligation == Scene.id(name) }?.kind
  }

  /// When an obligation was seen violated, as `first last since months`.
  func sighting(_ name: String) -> String? {
    chronicle.sightings[Scene.id(name)].map {
      "\($0.firstSeen) \($0.lastSeen) \($0.since) \($0.periods)"
    }
  }
}
