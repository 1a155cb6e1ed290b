import CivilTime
import Diagnostics
import Engine
import Findings
import Rules
import Testing

@Suite("incomplete, empty, missing and broken dumps")
struct PartialDataTests {
  /// The dump of one dataset ends the day before the as-of date.
  static func ending(_ dataset: String, _ tables: [String: String]) -> [String: String] {
    tables.merging(["dump": "covers_until: {\(dataset): 2026-11-19}"]) { first, _ in first }
  }

  static let no = "a no_data incomplete_data"
  static let compare = "compare: {left: {of: d, sum: n}, right: {of: e, count: rows}}"
  static let cover = "cover: {expected: {of: d, key: k}, actual: {of: e, key: k}}"
  static let both = "cover: {expected: {of: d, key: k}, actual: {of: e, key: k}, both: true}"
  static let found = "reference: {of: d, column: k, in: e.k}"
  static let same = ["d": "u,k|a,K", "e": "u,k|a,K|a,K"]
  static let other = ["d": "u,k|a,K", "e": "u,k|a,L"]

  static let standing: [Case] = [
    .init(
      "ratio reached",
      "ratio: {of: d, that: p, at_least: 50%}",
      ending("d", ["d": "u,p|a,1"]),
      no
    ),
    .init(
      "ratio not reached",
      "ratio: {of: d, that: p, at_least: 50%}",
      ending("d", ["d": "u,p|a,0"]),
      no
    ),
    .init(
      "ratio kept below",
      "ratio: {of: d, that: p, at_most: 50%}",
      ending("d", ["d": "u,p|a,0"]),
      no
    ),
    .init("records met", "records: {of: d, require: p}", ending("d", ["d": "u,p|a,1"]), no),
    .init(
      "records failed",
      "records: {of: d, require: p}",
      ending("d", ["d": "u,p|a,0"]),
      "a failed"
    ),
    .init(
      "records of nobody",
      "records: {of: d, where: w, require: p}",
      ending("d", ["d": "u,p,w|a,0,0"]),
      no
    ),
    .init(
      "records of nobody, failed",
      "records: {of: d, where: w, require: p, if_empty: failed}",
      ending("d", ["d": "u,p,w|a,0,0"]),
      no
    ),
    .init("unique met", "unique: {of: d, key: k}", ending("d", ["d": "u,k|a,K"]), no),
    .init(
      "unique failed",
      "unique: {of: d, key: k}",
      ending("d", ["d": "u,k|a,K|a,K"]),
      "a failed"
    ),
    .init(
      "unique of nobody, failed",
      "unique: {of: d, where: w, key: k, if_empty: failed}",
      ending("d", ["d": "u,k,w|a,K,0"]),
      no
    ),
    .init("reference met", found, ending("d", same), no),
    .init("reference failed", found, ending("d", other), "a failed"),
    .init("reference met in a partial source", found, ending("e", same), "a met"),
    .init("reference not found in a partial source", found, ending("e", other), no),
    .init(
      "reference of nobody, failed",
      "reference: {of: d, where: w, column: k, in: e.k, if_empty: failed}",
      ending("d", ["d": "u,k,w|a,K,0", "e": "k|K"]),
      no
    ),
    .init(
      "count reached",
      "measure: {of: d, count: rows, at_least: 1}",
      ending("d", ["d": "u|a"]),
      "a met"
    ),
    .init(
      "count not reached",
      "measure: {of: d, count: rows, at_least: 2}",
      ending("d", ["d": "u|a"]),
      no
    ),
    .init(
      "count kept below",
      "measure: {of: d, count: rows, at_most: 2}",
      ending("d", ["d": "u|a"]),
      no
    ),
    .init(
      "count passed",
      "measure: {of: d, count: rows, at_most: 0}",
      ending("d", ["d": "u|a"]),
      "a failed"
    ),
    .init("count equal", "measure: {of: d, count: rows, equals: 1}", ending("d", ["d": "u|a"]), no),
    .init(
      "average",
      "measure: {of: d, average: n, at_least: 1}",
      ending("d", ["d": "u,n|a,1"]),
      no
    ),
    .init("min kept", "measure: {of: d, min: n, at_least: 1}", ending("d", ["d": "u,n|a,1"]), no),
    .init(
      "min broken",
      "measure: {of: d, min: n, at_least: 2}",
      ending("d", ["d": "u,n|a,1"]),
      "a failed"
    ),
    .init("max kept", "measure: {of: d, max: n, at_most: 1}", ending("d", ["d": "u,n|a,1"]), no),
    .init(
      "max broken",
      "measure: {of: d, max: n, at_most: 0}",
      ending("d", ["d": "u,n|a,1"]),
      "a failed"
    ),
    .init("compare agreed", compare, ending("e", ["d": "u,n|a,1", "e": "u|a"]), no),
    .init("compare differing", compare, ending("e", ["d": "u,n|a,2", "e": "u|a"]), no),
    .init(
      "compare, the left side ends early",
      compare,
      ending("d", ["d": "u,n|a,1", "e": "u|a"]),
      no
    ),
    .init("cover, all there, records end early", cover, ending("e", same), "a met"),
    .init("cover, missing, records end early", cover, ending("e", other), no),
    .init("cover, all there, expectation ends early", cover, ending("d", same), no),
    .init("cover both, records end early", both, ending("e", same), no),
    .init(
      "fresh",
      "fresh: {of: d, updated: day, within: 7 days}",
      ending("d", ["d": "u,day|a,2026-11-19"]),
      "a met"
    ),
    .init(
      "stale",
      "fresh: {of: d, updated: day, within: 7 days}",
      ending("d", ["d": "u,day|a,2026-11-01"]),
      no
    ),
    .init(
      "not applicable rests on absence too",
      "ratio: {of: d, where: w, that: p, at_least: 50%, if_empty: not_applicable}",
      ending("d", ["d": "u,p,w|a,1,0"]),
      no
    ),
    .init(
      "complete on the as-of date",
      "ratio: {of: d, that: p, at_least: 50%}",
      ["d": "u,p|a,1", "dump": "covers_until: {d: 2026-11-20}"],
      "a met"
    ),
  ]

  static let byJune = "due: {by: 2026-06-30}\nevidence: {of: d, done_at: day}"
  static let deadlines: [Case] = [
    .init(
      "done",
      byJune,
      ["d": "u,day|a,2026-06-01", "dump": "covers_until: {d: 2026-06-29}"],
      "a met"
    ),
    .init(
      "done late",
      byJune,
      ["d": "u,day|a,2026-07-01", "dump": "covers_until: {d: 2026-06-29}"],
      "a met_late +1"
    ),
    .init("not done", byJune, ["d": "u,day|b,", "dump": "covers_until: {d: 2026-06-29}"], no),
    .init(
      "not done, complete on the last day",
      byJune,
      ["d": "u,day|b,", "dump": "covers_until: {d: 2026-06-30}"],
      "a overdue +143"
    ),
    .init(
      "before the deadline nobody asks how far the dump reaches",
      byJune,
      ["d": "u,day|b,", "dump": "covers_until: {d: 2026-01-01}"],
      asOf: "2026-06-30",
      "a pending"
    ),
    .init(
      "a target before its date is met on what is there",
      "due: {by: 2026-12-01}\nratio: {of: d, that: p, at_least: 50%}",
      ["d": "u,p|a,1", "dump": "covers_until: {d: 2026-01-01}"],
      "a met"
    ),
    .init(
      "a target after its date on data up to it",
      "due: {by: 2026-06-30}\nratio: {of: d, that: p, at_least: 50%}",
      ["d": "u,p|a,0", "dump": "covers_until: {d: 2026-06-30}"],
      "a failed"
    ),
    .init(
      "a target after its date on older data",
      "due: {by: 2026-06-30}\nratio: {of: d, that: p, at_least: 50%}",
      ["d": "u,p|a,1", "dump": "covers_until: {d: 2026-06-29}"],
      no
    ),
    .init(
      "each period has its own deadline",
      "every: month\ndue: {before: 20}\neffective: {from: 2026-10-01}\nevidence: {of: d, done_at: day}",
      ["d": "u,day|b,", "dump": "covers_until: {d: 2026-10-31}"],
      "a 2026-10 overdue +32; a 2026-11 no_data incomplete_data"
    ),
  ]

  @Test("a dump that ends the day before the as-of date", arguments: standing)
  func standingDuties(_ example: Case) async throws { try await example.expect() }

  @Test("a dump that ends before the deadline", arguments: deadlines)
  func passedDeadlines(_ example: Case) async throws { try await example.expect() }

  @Test("the folder's covers_until takes the place of the pack's")
  func manifestWins() async throws {
    for (pack, dump, want) in [
      ("2026-11-20", "2026-11-19", "a no_data incomplete_data"),
      ("2026-11-19", "2026-11-20", "a met"), ("2026-11-19", nil, "a no_data incomplete_data"),
      ("2026-11-20", nil, "a met"),
    ] as [(String, String?, String)] {
      var scene = Scene(rule("records: {of: d, require: p}", by: "a"), ["d.csv": "u,p\na,1\n"])
      scene.base = scene.base.replacing("{id: d,", with: "{id: d, covers_until: \(pack),")
      if let dump { scene.files["dump.yaml"] = Array("covers_until: {d: \(dump)}\n".utf8) }
      let run = try await scene.run()
      #expect(run.outcome == want)
      #expect(run.inputs.first?.coversUntil?.description == dump ?? pack)
    }
  }

  @Test("the as-of date: option, then dump, then today")
  func asOfDate() async throws {
    var scene = Scene(rule("records: {of: d, require: p}", by: "a"), ["d.csv": "u,p\na,1\n"])
    #expect(try await scene.run().asOfSource == .option)
    scene.asOf = nil
    #expect(try await scene.run().asOfSource == .today)
    scene.files["dump.yaml"] = Array("as_of: 2026-10-01\n".utf8)
    let run = try await scene.run()
    #expect(run.asOfSource == .dump)
    #expect(run.asOf.description == "2026-10-01")
  }

  @Test(
    "data judged later than their dump.yaml was written are remarked on, unless it says how far they go",
    arguments: [
      ("as_of: 2026-11-20", false), ("as_of: 2026-11-19", true), ("as_of: 2026-11-21", false),
      ("{as_of: 2026-11-19, covers_until: {d: 2026-11-20}}", false), ("{}", false),
    ]
  )
  func outlived(_ dump: String, _ isRemarked: Bool) async throws {
    var scene = Scene(rule("records: {of: d, require: p}", by: "a"), ["d.csv": table("u,p|a,1")])
    scene.files["dump.yaml"] = Array("\(dump)\n".utf8)
    let run = try await scene.run()
    #expect(run.outcome == "a met")
    let remarks = run.warnings.filter { $0.en.contains("dump.yaml says that the data are as of") }
    #expect(remarks.count == (isRemarked ? 1 : 0))
    let isOlder = dump.contains("11-19")
    #expect(
      run.asOfOrigin.vi == "theo tuỳ chọn --as-of" + (isOlder ? "; dump.yaml ghi 19/11/2026" : "")
    )
  }

  @Test(
    "a broken dump.yaml judges nothing",
    arguments: [
      "as_of: 20/11/2026", "covers_until: {x: 2026-11-20}", "as_off: 2026-11-20", "[", "- a",
    ]
  )
  func brokenManifest(_ text: String) async throws {
    var scene = Scene(rule("records: {of: d, require: p}", by: "a"), ["d.csv": "u,p\na,1\n"])
    scene.files["dump.yaml"] = Array((text + "\n").utf8)
    #expect(try await !scene.refusal().isEmpty)
  }

  @Test("a folder with dump.yaml and dump.yml judges nothing, whatever they say")
  func twoManifests() async throws {
    var scene = Scene(rule("records: {of: d, require: p}", by: "a"), ["d.csv": "u,p\na,1\n"])
    for name in ["dump.yaml", "dump.yml"] { scene.files[name] = Array("as_of: 2026-10-01\n".utf8) }
    let want = "duplicate-section: the data folder holds both dump.yaml and dump.yml"
    #expect(try await scene.refusal() == [want])
  }

  static let states: [(bytes: [UInt8]?, want: String, due: String)] = [
    (nil, "a no_data missing_dataset", "a no_data missing_dataset"),
    ([], "a no_data broken_dataset", "a no_data broken_dataset"),
    (Array("u,p,day\n".utf8), "a no_data empty_dataset", "a pending"),
    (Array("u,p,day".utf8), "a no_data empty_dataset", "a pending"),
    (Array("u,p,day\n\n\n".utf8), "a no_data empty_dataset", "a pending"),
    (Array("u,p,day\na,1\n".utf8), "a no_data broken_dataset", "a no_data broken_dataset"),
    (Array("u,p,day\na,1,\"x\n".utf8), "a no_data broken_dataset", "a no_data broken_dataset"),
    (
      Array("u,p,day\na,1,".utf8) + [0xFF, 0x0A], "a no_data broken_dataset",
      "a no_data broken_dataset"
    ),
    (Array("u,u,day\na,1,\n".utf8), "a no_data broken_dataset", "a no_data broken_dataset"),
  ]

  @Test("missing, broken and empty dumps, with and without an open deadline", arguments: states)
  func state(_ example: (bytes: [UInt8]?, want: String, due: String)) async throws {
    for body in ["records: {of: d, require: p}", "ratio: {of: d, that: p, at_most: 100%}"] {
      for (due, want) in [("", example.want), ("due: {by: 2026-12-01}\n", example.due)] {
        var scene = Scene(rule(due + body, by: "a"))
        scene.files["d.csv"] = example.bytes
        let run = try await scene.run()
        #expect(run.outcome == want)
        #expect(run.exitCode == (want == "a pending" ? 0 : 2))
      }
    }
  }

  @Test("one broken file of several breaks the dataset, others are read")
  func brokenFile() async throws {
    var scene = Scene(
      rule("records: {of: d, require: p}", by: "a"),
      ["d1.csv": "u,p\na,1\n", "d2.csv": "u,p\na,1,1\n", "d3.csv": "u,p\na,1\n"]
    )
    #expect(try await scene.run().outcome == "a no_data broken_dataset")
    scene.files["d2.csv"] = Array("u,p\n".utf8)
    let run = try await scene.run()
    #expect(run.outcome == "a met")
    #expect(run.inputs.map(\.file) == ["d1.csv", "d2.csv", "d3.csv"])
    #expect(run.inputs.map(\.rows) == [1, 0, 1])
  }
}
