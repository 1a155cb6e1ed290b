import CivilTime
import Diagnostics
import Engine
import Explaining
import Findings
import Rules
import Testing

/// A small pack with dumps in memory.
struct Small {
  /// A sound pack that further files join.
  static let base = """
    pack: {schema: 1, name: Bộ quy tắc nhỏ}
    documents:
      - {id: kh57, title: Kế hoạch 57, issued_by: UBND xã, effective: {from: 2026-04-20, to: 2026-12-31}, roll: following,
         clauses: [{id: I.1, summary: Báo cáo trước ngày 20}, {id: II.2, summary: Chữ ký số}]}
    units:
      - {id: vp, name: Văn phòng, aliases: [VP HĐND]}
      - {id: kt, name: Phòng Kinh tế}
    groups:
      - {id: phong, name: Các phòng, members: [vp, kt]}
    calendar:
      years: [{year: 2026, source: Thông báo lịch nghỉ, holidays: [{from: 2026-08-31, to: 2026-09-02, name: Quốc khánh}]}]
    datasets:
      - id: ds
        title: Sổ theo dõi
        file: ds*.csv
        columns: {ma: {required: true}, dv: {type: unit}, ngay: {header: [Ngày gửi], type: date}, ten: {personal: true}}
        key: ma
        unit: dv
    rules:
      - {id: r.1, title: Một, clause: kh57/I.1, responsible: vp, tags: [cham], every: month, due: {by: 20}, evidence: {of: ds, done_at: ngay}}
      - {id: r.2, title: Hai, clause: kh57/I.1, responsible: {each: phong}, ratio: {of: ds, that: has(ngay), at_least: 90%}}

    """

  let pack: LoadedPack
  var options: RunOptions

  init(_ yaml: String, dumps: [String: String], asOf: String = "2026-11-20") throws {
    var sink = DiagnosticSink()
    let files = [
      PackFile(path: "a.yaml", text: Self.base), PackFile(path: "b.yaml", text: yaml),
    ]
    pack = PackLoader.load(files: files, folder: "p", into: &sink)
    #expect(!sink.hasErrors, "\(sink.diagnostics.map(\.message.en))")
    let memory = dumps.sorted { $0.key < $1.key }.map {
      MemoryDump(dataset: DatasetID($0.key), name: "\($0.key).csv", text: Array($0.value.utf8))
    }
    let today = try #require(CivilDate(iso: asOf))
    options = RunOptions(source: .memory(memory), today: today)
    options.explains = true
  }

  func run() async throws -> Run {
    try await Evaluator.run(rules: pack.ruleSet, sources: pack.sources, options: options)
  }

  func plan() async throws -> PlanSummary {
    try await Evaluator.plan(rules: pack.ruleSet, sources: pack.sources, options: options)
  }

  /// Explains what words name, as text or JSON.
  func explain(
    _ words: String...,
    format: ExplanationFormat = .text,
    language: Language = .vi,
    masks: Bool = false
  ) async throws -> String {
    let plan = try await plan()
    let target = try TargetResolver(rules: pack.ruleSet, plan: plan).resolve(words)
    let explanation: Explanation
    switch target {
    case .rule(let rule):
      explanation = .rule(try #require(RuleExplanation(rule, in: pack.ruleSet, plan: plan)))
    case .obligations(let ids):
      let run = try await run()
      explanation = .verdicts(
        VerdictExplanation(run.obligations.filter { ids.contains($0.id) }, of: run)
      )
    }
    let options = ExplanationOptions(language: language, masksPersonal: masks)
    return String(decoding: explanation.render(format, options), as: UTF8.self)
  }
}
