import CivilTime
import Diagnostics
import Engine
import Findings
import Foundation
import Rules
import TestSupport
import Testing

/// A pack that was refused, with everything that was said about it.
struct RefusedPack: Error, CustomStringConvertible {
  let description: String
}

/// A pack as text and a folder of dumps as texts: everything a run needs.
struct Scene {
  /// The YAML behind the common part: rules, waivers, further sections.
  var yaml: String
  /// The dumps, by file name.
  var files: [String: [UInt8]] = [:]
  /// The part of the pack before `yaml`.
  var base = Scene.base
  /// A second file of the pack.
  var more = ""
  var asOf: String? = "2026-11-20"
  var jobs = 1
  var blockBytes = 256 << 10
  var usesWaivers = true
  var evidenceLimit = 20
  var selection = Selection()

  init(_ yaml: String, _ files: [String: String] = [:]) {
    self.yaml = yaml
    self.files = files.mapValues { Array($0.utf8) }
  }

  /// Two units that owe, one that does not; two datasets of the same columns, and one of them that
  /// may be empty.
  static let base = """
    pack: {schema: 1, name: Thử, language: en, timezone: Asia/Ho_Chi_Minh}
    documents:
      - {id: kh, title: Kế hoạch, effective: {from: 2026-01-01, to: 2026-12-31},
         clauses: [{id: A, summary: Điều A}]}
    units:
      - {id: a, name: Đơn vị A, aliases: [Hoá chất A]}
      - {id: b, name: Đơn vị B}
      - {id: c, name: Đơn vị C}
    groups: [{id: g, name: Nhóm, members: [b, a]}]
    calendar:
      weekend: [saturday, sunday]
      years:
        - {year: 2026, source: Thử, holidays: [{from: 2026-04-30, to: 2026-05-01, name: Nghỉ lễ}],
           working: [2026-08-22]}
    datasets:
      - {id: d, file: d*.csv, unit: u, columns: *columns}
      - {id: e, file: e*.csv, unit: u, columns: *columns}
      - {id: z, file: z*.csv, unit: u, columns: *columns, may_be_empty: true}
      - {id: o, file: o*.csv, columns: *columns}

    """.replacing("columns: *columns", with: "columns: {\(Scene.columns)}")

  private static let columns = """
    u: {type: unit}, v: {type: unit}, k: {type: text, values: [K, L, M, Ký]}, t: {type: text}, \
    m: {type: month}, q: {type: quarter}, y: {type: year}, w: {type: boolean}, p: {type: boolean}, \
    n: {type: decimal}, i: {type: integer}, s: {type: percent}, day: {type: date}, \
    at: {type: datetime}
    """

  /// Reads the pack.
  func pack() throws -> LoadedPack {
    var sink = DiagnosticSink()
    var files = [PackFile(path: "pack.yaml", text: base + yaml)]
    if !more.isEmpty { files.append(PackFile(path: "more.yaml", text: more)) }
    let pack = PackLoader.load(files: files, folder: "p", into: &sink)
    guard !sink.hasErrors else {
      throw RefusedPack(
        description: DiagnosticRenderer(language: .en, sources: pack.sources).render(sink.sorted())
      )
    }
    return pack
  }

  /// Reads the pack and judges.
  func run() async throws -> Run { try await run(pack()) }

  /// Judges with a pack that was read before.
  func run(_ pack: LoadedPack) async throws -> Run {
    let folder = try TemporaryFolder()
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    guard let today = CivilDate(iso: "2026-11-20") else { throw RefusedPack(description: "today") }
    var options = RunOptions(dataFolder: folder.path, today: today)
    options.asOf = asOf.flatMap(CivilDate.init(iso:))
    options.jobs = jobs
    options.blockBytes = blockBytes
    options.usesWaivers = usesWaivers
    options.evidenceLimit = evidenceLimit
    options.selection = selection
    return try await Evaluator.run(rules: pack.ruleSet, sources: pack.sources, options: options)
  }

  /// Returns what the pack or the binding of its checks was refused for; nothing if it was not.
  func refusal() async throws -> [String] {
    do {
      _ = try await run()
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics.map { "\($0.id.rawValue): \($0.message.en)" }
    } catch let error as RefusedPack {
      return [error.description]
    }
  }
}

/// Writes one rule of a scene.
func rule(_ body: String, id: String = "r", by bearer: String = "{each: g}") -> String {
  let lines = body.split(separator: "\n").map { "    \($0)\n" }.joined()
  return "rules:\n  - id: \(id)\n    title: Quy tắc\n    clause: kh/A\n"
    + "    responsible: \(bearer)\n\(lines)"
}

/// Writes a table whose rows are separated by bars: `u,day | a,2026-01-01`.
func table(_ rows: String) -> String {
  rows.split(separator: "|").map { $0.trimmed + "\n" }.joined()
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension Run {
  /// Every obligation in a few words: unit, period, verdict, days late, reason, waiver, reminder.
  var outcomes: [String] { obligations.map(\.outcome) }
  /// The verdict of each obligation as one text.
  var outcome: String { outcomes.joined(separator: "; ") }

  /// Returns the verdict of an obligation of a rule.
  func verdict(_ rule: String, _ unit: String) -> Verdict? {
    obligations.first { $0.id.rule.text == rule && $0.id.unit.text == unit }?.verdict
  }
}

extension Obligation {
  /// The obligation in a few words.
  var outcome: String {
    var words = [id.unit.text]
    if let period = id.period { words.append(period.description) }
    words.append(verdict.rawValue)
    if let daysLate { words.append("+\(daysLate)") }
    if let reason { words.append(reason.rawValue) }
    if let waiver { words.append("by \(waiver)") }
    if isDueSoon { words.append("soon") }
    return words.joined(separator: " ")
  }

  /// The figures in a few words: true, false, unknown, perhaps, excluded, value.
  var figures: String {
    guard let measured else { return "-" }
    var words = [
      measured.trueCount, measured.falseCount, measured.unknownCount, measured.perhapsCount,
      measured.excludedCount,
    ].map { "\($0)" }
    if let extra = measured.extra { words.append("extra \(extra)") }
    if let value = measured.value { words.append("= \(value)") }
    return words.joined(separator: " ")
  }
}

/// One rule over small tables, and what it comes to.
struct Case: CustomTestStringConvertible, Sendable {
  let name: String
  let rule: String
  let by: String
  /// Tables by file name without its ending; rows separated by bars.
  let tables: [String: String]
  let asOf: String
  let extra: String
  let want: String
  let figures: String?

  init(
    _ name: String,
    _ rule: String,
    by: String = "a",
    _ tables: [String: String],
    asOf: String = "2026-11-20",
    extra: String = "",
    _ want: String,
    figures: String? = nil
  ) {
    self.name = name
    self.rule = rule
    self.by = by
    self.tables = tables
    self.asOf = asOf
    self.extra = extra
    self.want = want
    self.figures = figures
  }

  var testDescription: String { name }

  var scene: Scene {
    var scene = Scene(EngineTests.rule(rule, by: by) + extra)
    for (name, rows) in tables {
      let isManifest = name == "dump"
      let text = isManifest ? rows : table(rows)
      scene.files[name + (isManifest ? ".yaml" : ".csv")] = Array(text.utf8)
    }
    scene.asOf = asOf
    return scene
  }

  /// Runs the case and compares.
  func expect(sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws {
    let run = try await scene.run()
    #expect(run.outcome == want, sourceLocation: sourceLocation)
    guard let figures else { return }
    #expect(run.obligations.first?.figures == figures, sourceLocation: sourceLocation)
  }
}
