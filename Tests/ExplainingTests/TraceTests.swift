import CivilTime
import Diagnostics
import Engine
import Findings
import Foundation
import Rules
import Testing

@Suite("a run that explains itself")
struct TraceTests {
  private static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: name).path
  }

  @Test("judges the samples as a plain run does, and its rows add up")
  func sameVerdicts() async throws {
    var sink = DiagnosticSink()
    let pack = PackLoader.load(folder: Self.path("rules"), into: &sink)
    try #require(!sink.hasErrors)
    let today = try #require(CivilDate(iso: "2026-11-20"))
    var options = RunOptions(dataFolder: Self.path("samples"), today: today)
    let plain = try await Evaluator.run(
      rules: pack.ruleSet,
      sources: pack.sources,
      options: options
    )
    options.explains = true
    let traced = try await Evaluator.run(
      rules: pack.ruleSet,
      sources: pack.sources,
      options: options
    )
    #expect(plain.obligations.count == traced.obligations.count)
    for (a, b) in zip(plain.obligations, traced.obligations) {
      #expect(a.id == b.id && a.verdict == b.verdict && a.reason == b.reason)
      #expect(a.measured == b.measured && a.evidence == b.evidence && a.done == b.done)
      #expect(a.derivation == nil)
      let derivation = try #require(b.derivation)
      for flow in derivation.rows {
        let excluded = flow.excluded.reduce(0) { $0 + $1.count }
        let sum = flow.elsewhere + flow.outside + excluded + flow.counts.values.reduce(0, +)
        #expect(sum == flow.total && flow.elsewhere >= 0, "\(b.id)")
      }
      guard let measured = b.measured, let counts = derivation.rows.first?.counts else { continue }
      switch measured.kind {
      case .ratio, .records, .reference:
        #expect(counts[.counts] ?? 0 == measured.trueCount, "\(b.id)")
        #expect(counts[.countsNot] ?? 0 == measured.falseCount, "\(b.id)")
        #expect(counts[.unknown] ?? 0 == measured.unknownCount, "\(b.id)")
        #expect(counts[.perhaps] ?? 0 == measured.perhapsCount, "\(b.id)")
      case .evidence, .measure, .unique, .cover, .compare, .fresh: break
      }
    }
  }
}
