import CivilTime
import Diagnostics
import Engine
import Findings
import Foundation
import Reports
import Rules
import TestSupport
import Testing

/// Same inputs, same bytes: whatever the number of workers, the cut of the files, the spelling.
@Suite("same inputs")
struct SameInputsTests {
  /// A table large enough for many blocks, with some of every kind of row.
  private static func rows(_ count: Int) -> [String] {
    var generator = SeededGenerator(seed: 7)
    return (0..<count).map { index in
      let unit = ["a", "b", "c", "", "Đơn vị A", "Nowhere"][pick([9, 6, 2, 1, 3, 1], &generator)]
      let key = ["K", "L", "M", "", "??"][pick([40, 40, 40, 1, 1], &generator)]
      let chosen = ["có", "không", ""][pick([50, 20, 1], &generator)]
      let good = ["1", "0", "", "maybe"][pick([50, 1, 1, 1], &generator)]
      let number = ["1", "\"2,5\"", "-3", ""][pick([50, 20, 10, 1], &generator)]
      let day = ["19/11/2026", "2026-10-01", "", "2026-12-24"][pick([20, 20, 1, 1], &generator)]
      let text = index % 97 == 0 ? "\"hai\ndòng \(index)\"" : "t\(index % 300)"
      return [unit, key, chosen, good, number, day, text].joined(separator: ",")
    }
  }

  /// Returns an index with a likelihood in proportion to its weight.
  private static func pick(_ weights: [Int], _ generator: inout SeededGenerator) -> Int {
    var rest = Int.random(in: 0..<weights.reduce(0, +), using: &generator)
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return 0
  }

  private static let header = "u,k,w,p,n,day,t"

  private static func scene(_ left: [ArraySlice<String>], _ right: [String]) -> Scene {
    var scene = WholeScene.scene
    scene.yaml += """
        - {id: unique-text, title: R, clause: kh/A, responsible: a, unique: {of: d, key: [t, k]}}
        - {id: month, title: R, clause: kh/A, responsible: {each: g}, every: month, due: {by: 25},
           evidence: {of: d, where: w, done_at: day, at_least: 40}}

      """
    scene.base = scene.base.replacing("{id: d,", with: "{id: d, key: [t],")
    scene.files = ["e.csv": Array((["u,k"] + right).joined(separator: "\n").utf8)]
    for (index, rows) in left.enumerated() {
      let text = ([header] + rows).map { $0 + "\n" }.joined()
      scene.files["d\(index + 1).csv"] = Array(text.utf8)
    }
    return scene
  }

  private static func json(_ run: Run) -> String {
    var run = run
    run.rules.digest = ""
    return String(
      decoding: JSONReport.render(ReportContent(run: run), ReportOptions(language: .vi)),
      as: UTF8.self
    )
  }

  @Test("any number of workers and any size of blocks give the same report")
  func workers() async throws {
    let rows = Self.rows(700)
    var scene = Self.scene([rows[...]], (0..<60).map { "a,\(["K", "L"][$0 % 2])" })
    let pack = try scene.pack()
    let wanted = Self.json(try await scene.run(pack))
    #expect(wanted.contains("duplicate-key"))
    for (jobs, bytes) in [(1, 512), (2, 512), (3, 100), (4, 1000), (4, 4096), (16, 64)] {
      scene.jobs = jobs
      scene.blockBytes = bytes
      #expect(try await Self.json(scene.run(pack)) == wanted, "\(jobs) workers, \(bytes) bytes")
    }
  }

  @Test("the same rows in one or several files come to the same figures")
  func files() async throws {
    let rows = Self.rows(400)
    let right = (0..<60).map { "a,\(["K", "L"][$0 % 2])" }
    let pack = try Self.scene([rows[...]], right).pack()
    func come(_ parts: [ArraySlice<String>], jobs: Int) async throws -> [String] {
      var scene = Self.scene(parts, right)
      scene.jobs = jobs
      scene.blockBytes = 700
      return try await scene.run(pack).obligations.map {
        "\($0.id.rule) \($0.outcome) \($0.figures) \($0.evidenceTotal) \($0.id.fingerprint)"
          + " \($0.done?.description ?? "")"
      }
    }
    let wanted = try await come([rows[...]], jobs: 1)
    #expect(try await come([rows[..<1], rows[1..<250], rows[250...]], jobs: 1) == wanted)
    #expect(try await come([rows[..<200], [], rows[200...]], jobs: 4) == wanted)
    #expect(try await come([rows[300...], rows[..<300]], jobs: 3) == wanted)
  }

  /// One way to write a table down.
  struct Spelling: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let write: @Sendable (String) -> [UInt8]
    var ending = "csv"
  }

  /// Puts quotes around every cell, whose own ones are doubled already.
  private static func quoted(_ text: String, separator: String) -> String {
    text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("\"") ? String($0) : "\"\($0)\"" }.joined(separator: separator)
    }.map { $0 + "\n" }.joined()
  }

  static let spellings: [Spelling] = [
    .init(testDescription: "byte order mark", write: { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }),
    .init(testDescription: "CRLF", write: { Array($0.replacing("\n", with: "\r\n").utf8) }),
    .init(testDescription: "semicolons", write: { Array($0.replacing(",", with: ";").utf8) }),
    .init(testDescription: "tabs in .csv", write: { Array($0.replacing(",", with: "\t").utf8) }),
    .init(
      testDescription: "tabs in .tsv",
      write: { Array($0.replacing(",", with: "\t").utf8) },
      ending: "tsv"
    ),
    .init(testDescription: "NFD", write: { Array($0.decomposedStringWithCanonicalMapping.utf8) }),
    .init(testDescription: "all quoted", write: { Array(quoted($0, separator: ",").utf8) }),
    .init(
      testDescription: "all quoted, semicolons",
      write: { Array(quoted($0, separator: ";").utf8) }
    ),
    .init(testDescription: "no line feed at the end", write: { Array($0.utf8.dropLast()) }),
    .init(testDescription: "blank lines at the end", write: { Array(($0 + "\n\n").utf8) }),
  ]

  @Test("any spelling of the same table gives the same report", arguments: spellings)
  func spelling(_ spelling: Spelling) async throws {
    let left = """
      U,k,W,p,n,day,t,mới
      Đơn vị A,K,có,1,1,19/11/2026,Xã Thiện Tân,
      a,Ký,CÓ,đạt,2,2026-11-18,Ấp 1,x
      b,L,không,0,3,1/1/2026,,
      b,K,,x,,31/11/2026,Hoà Bình,
      Nowhere,??,x,1,4,,Hòa Bình,y

      """
    func report(_ write: (String) -> [UInt8], _ ending: String) async throws -> String {
      var scene = WholeScene.scene
      scene.base = scene.base.replacing(".csv", with: ".\(ending)")
      scene.files = [
        "d.\(ending)": write(left), "e.\(ending)": write(WholeScene.right),
      ]
      var run = try await scene.run()
      run.dataDigest = ""
      for index in run.inputs.indices {
        run.inputs[index].sha256 = nil
        run.inputs[index].encoding = nil
      }
      return Self.json(run).replacing(".\(ending)", with: ".csv")
    }
    let wanted = try await report({ Array($0.utf8) }, "csv")
    // Strings compare by canonical equivalence, so evidence shown as it is written in NFD is equal.
    #expect(try await report(spelling.write, spelling.ending) == wanted)
  }

  @Test("the order of sections, files and selections changes no obligation")
  func order() async throws {
    let scene = WholeScene.scene
    let all = try await scene.run()
    #expect(
      all.obligations.map(\.id.rule.text)
        == all.obligations.map(\.id.rule.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    )
    for unit in 0...1 {
      var one = scene
      one.selection.units = [unit]
      one.selection.rules = [RuleID("ratio"), RuleID("unique")]
      let chosen = try await one.run().obligations
      #expect(chosen.map(\.id.rule.text) == ["ratio", "unique"])
      for obligation in chosen {
        let same = all.obligations.first { $0.id == obligation.id }
        #expect(same?.outcome == obligation.outcome)
        #expect(same?.figures == obligation.figures)
      }
    }
  }

  @Test("a fingerprint is of rule, unit and period alone")
  func fingerprint() async throws {
    let first = try await WholeScene.scene.run()
    var scene = WholeScene.scene
    scene.files["d.csv"] = nil
    scene.asOf = "2026-11-25"
    scene.base = scene.base.replacing("name: Đơn vị A", with: "name: Đơn vị Khác")
    let second = try await scene.run()
    #expect(first.obligations.map(\.id.fingerprint) == second.obligations.map(\.id.fingerprint))
    #expect(Set(first.obligations.map(\.id.fingerprint)).count == first.obligations.count)
    #expect(first.obligations.first?.id.fingerprint == "626473b96b17ef00")
  }
}
