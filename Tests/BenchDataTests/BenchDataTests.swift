import BenchData
import CivilTime
import Diagnostics
import Engine
import Findings
import Reports
import Rules
import Testing

@Suite("data for measurements")
struct BenchDataTests {
  /// Data of one size, and in how many workers and blocks they are judged.
  struct Case: CustomTestStringConvertible {
    let rows: Int
    let units: Int
    let jobs: Int
    let blockBytes: Int

    var testDescription: String {
      "\(rows) rows, \(units) units, \(jobs) workers, blocks of \(blockBytes)"
    }

    static let all: [Case] = [
      .init(rows: 1, units: 1, jobs: 1, blockBytes: 256 << 10),
      .init(rows: 700, units: 3, jobs: 1, blockBytes: 256 << 10),
      .init(rows: 700, units: 3, jobs: 3, blockBytes: 999),
      .init(rows: 12_000, units: 30, jobs: 1, blockBytes: 256 << 10),
      .init(rows: 12_000, units: 30, jobs: 4, blockBytes: 64 << 10),
    ]
  }

  /// The dumps of some data in memory, and what is planted in them.
  private struct Made {
    var files: [String: [UInt8]] = [:]
    var planted = PlantedCounts()

    init(_ data: BenchData) throws {
      var files: [String: [UInt8]] = [:]
      planted = try data.write { files[$0, default: []] += $1 }
      self.files = files
    }
  }

  private func report(_ data: BenchData, _ made: Made, _ test: Case) async throws -> [UInt8] {
    var sink = DiagnosticSink()
    let file = PackFile(path: "bench.yaml", bytes: data.pack)
    let pack = PackLoader.load(files: [file], folder: "", into: &sink)
    #expect(sink.diagnostics == [])
    let dumps = pack.ruleSet.datasets.compactMap { dataset in
      made.files[dataset.file].map {
        MemoryDump(dataset: dataset.id, name: dataset.file, text: $0)
      }
    }
    let today = try #require(CivilDate(iso: "2026-11-01"))
    var options = RunOptions(source: .memory(dumps), today: today)
    options.jobs = test.jobs
    options.blockBytes = test.blockBytes
    let run = try await Evaluator.run(
      rules: pack.ruleSet,
      sources: pack.sources,
      options: options
    )
    return JSONReport.render(ReportContent(run: run), ReportOptions(language: .vi))
  }

  @Test("the checker finds what was planted, neither more nor less", arguments: Case.all)
  func planted(_ test: Case) async throws {
    let data = BenchData(rows: test.rows, units: test.units)
    let made = try Made(data)
    let found = ReportCounts(report: try await report(data, made, test))
    for rule in ReportCounts.rules {
      #expect(found[rule] == made.planted[rule], "\(rule)")
    }
  }

  @Test("something is planted for nearly every rule")
  func plants() throws {
    let made = try Made(BenchData(rows: 120_000, units: 48))
    let broken = ReportCounts.rules.filter { made.planted[$0] > 0 }
    #expect(broken == ReportCounts.rules)
  }

  @Test("the same seed gives the same bytes, another seed others")
  func seeds() throws {
    let first = try Made(BenchData(rows: 500, units: 4)).files
    #expect(try Made(BenchData(rows: 500, units: 4)).files == first)
    #expect(try Made(BenchData(rows: 500, units: 4, seed: 7)).files != first)
  }

  @Test("the first dossier of the default seed is the one it always was")
  func bytes() throws {
    let file = try #require(try Made(BenchData(rows: 1000, units: 2)).files["ho_so.csv"])
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n")
    #expect(lines[0].split(separator: ",").count == 12)
    #expect(lines[1].hasPrefix("H15.0001-260101-00000000,DV0001,"))
  }

  @Test("sizes are brought within bounds")
  func bounds() {
    #expect(BenchData(rows: 0).rows == 1)
    #expect(BenchData(rows: 0).units == 1)
    #expect(BenchData(rows: 1_000_000).units == 400)
    #expect(BenchData(rows: .max, units: .max).units == BenchData.mostUnits)
  }

  /// A report and what is broken by it.
  struct Report: CustomTestStringConvertible {
    let text: String
    let count: Int

    var testDescription: String { text }

    static let all: [Report] = [
      .init(text: "", count: 0),
      .init(text: #"{"obligations": []}"#, count: 0),
      .init(
        text: """
          {"obligations": [{"rule": "r03", "verdict": "failed", "measured": {"false": 12}}]}
          """,
        count: 12
      ),
      .init(
        text: #"{"obligations": [{"rule": "r03", "verdict": "met", "measured": {"false": 12}}]}"#,
        count: 0
      ),
      .init(
        text: #"{"x": "\"{", "obligations": [{"rule": "r03", "verdict": "failed"}]}"#,
        count: 0
      ),
      .init(
        text: #"{"violations": [{"rule": "r03", "verdict": "failed", "measured": {"false": 1}}]}"#,
        count: 0
      ),
    ]
  }

  @Test("counts are read from the obligations of a report alone", arguments: Report.all)
  func reports(_ report: Report) {
    #expect(ReportCounts(report: Array(report.text.utf8))["r03"] == report.count)
  }
}
