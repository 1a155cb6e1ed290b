import Checks
import Diagnostics
import Expressions
import Foundation
import RuleTesting
import Rules
import TestSupport
import Testing

/// Holds the reference against the code: its pages, its keys, its examples.
@Suite("the reference")
struct ReferenceTests {
  @Test(
    "the committed page is what the program prints",
    arguments: [("vi", "tham-chieu.md"), ("en", "reference.md")]
  )
  func current(_ language: String, _ name: String) throws {
    let folder = try TemporaryFolder()
    let result = try Binary.run(["generate-reference", "--lang", language], in: folder)
    #expect(result.status == 0)
    let url = ManualPage.folder.appendingPathComponent(name)
    let committed = try String(contentsOf: url, encoding: .utf8)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1", committed != result.output {
      try Data(result.output.utf8).write(to: url)
    }
    let isCurrent = committed == result.output
    #expect(isCurrent, "run: check generate-reference --lang \(language) > …/\(name)")
  }

  @Test("the command is hidden")
  func hidden() throws {
    let help = try Binary.run(["--help"], in: TemporaryFolder()).output
    #expect(!help.contains("generate-reference"))
  }

  /// A pack in which every mapping has a key that no reader asks for.
  private static let strange = """
    pack: {schema: 1, strange: 1}
    strange: 1
    documents:
      - id: d
        title: t
        effective: {from: 2026-01-01, strange: 1}
        strange: 1
        clauses: [{id: A, strange: 1}]
    units: [{id: u, name: U, strange: 1, active: {from: 2026-01-01, strange: 1}}]
    groups: [{id: g, name: G, members: [u], strange: 1}]
    calendar:
      strange: 1
      years: [{year: 2026, strange: 1, holidays: [{from: 2026-01-01, strange: 1}]}]
    datasets:
      - id: s
        file: s.csv
        strange: 1
        columns:
          a: {type: unit, strange: 1}
          b: {type: boolean}
          d: {type: date}
          n: {type: integer}
        key: [n]
        unit: a
    rules:
      - id: r1
        title: t
        clause: d/A
        responsible: {each: g, strange: 1}
        strange: 1
        due: {by: 2026-02-02, strange: 1}
        evidence: {of: s, done_at: d, strange: 1, exclude: [{where: b, reason: x, strange: 1}]}
      - {id: r2, title: t, clause: d/A, responsible: u, ratio: {of: s, that: b, at_least: 1%, strange: 1}}
      - {id: r3, title: t, clause: d/A, responsible: u, measure: {of: s, count: rows, at_least: 1, strange: 1}}
      - {id: r4, title: t, clause: d/A, responsible: u, records: {of: s, require: [{that: b, strange: 1}], strange: 1}}
      - {id: r5, title: t, clause: d/A, responsible: u, unique: {of: s, key: n, strange: 1}}
      - {id: r6, title: t, clause: d/A, responsible: u, reference: {of: s, column: n, in: s.n, strange: 1}}
      - id: r7
        title: t
        clause: d/A
        responsible: u
        cover: {expected: {of: s, key: n, strange: 1}, actual: {of: s, key: n, strange: 1}, strange: 1}
      - id: r8
        title: t
        clause: d/A
        responsible: u
        compare:
          left: {of: s, count: rows, strange: 1}
          right: {of: s, count: rows, strange: 1}
          strange: 1
      - {id: r9, title: t, clause: d/A, responsible: u, fresh: {of: s, updated: d, within: 1 month, strange: 1}}
    waivers:
      - id: w
        rule: r1
        units: [u]
        effect: exempt
        reason: x
        document: d
        approved_by: x
        approved_on: 2026-01-01
        valid: {from: 2026-01-01, to: 2026-02-02, strange: 1}
        strange: 1
    scoring:
      strange: 1
      deductions: [{points: 1, strange: 1}]
      gates: [{id: g, title: t, when: {tags: [x], strange: 1}, strange: 1}]
      bands: [{at_least: 1, name: x, strange: 1}]
    mail: {from: a@b.vn, fallback: a@b.vn, strange: 1}
    """

  private static let soundPack = """
    documents: [{id: d, title: t, effective: {from: 2026-01-01}, clauses: [{id: A}]}]
    units: [{id: u, name: U}]
    datasets: [{id: s, file: s.csv, columns: {b: {type: boolean}}}]
    rules: [{id: r, title: t, clause: d/A, responsible: u, ratio: {of: s, that: b, at_least: 1%}}]
    """

  private static let strangeTests = """
    strange: 1
    tests:
      - name: a
        rules: [r]
        as_of: 2026-01-01
        strange: 1
        data: {}
        expect: [{unit: u, verdict: met, strange: 1, measured: {strange: 1}}]
    """

  /// Asks the readers which keys they take: they say so when they meet one that they do not know.
  private static func keys(saidBy messages: String) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    let pattern =
      /unknown key 'strange' in ([^\n]+)\n(?:[^\n]*\n){2}  help: the keys here are: ([^\n]+)/
    for match in messages.matches(of: pattern) {
      let keys = match.2.split(separator: ", ").map(String.init)
      found[String(match.1), default: []].formUnion(keys)
    }
    return found
  }

  @Test("the described keys of packs and checks are those that the readers take")
  func packKeys() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.strange, to: "rules/pack.yaml")
    let result = try Binary.run(["--rules", "rules", "--lang", "en"], in: folder)
    #expect(result.status == 3)
    expect(
      PackDescription.mappings + CheckKind.allCases.map(\.description) + CheckKind.innerMappings,
      toBe: Self.keys(saidBy: result.messages)
    )
  }

  @Test("the described keys of tests are those that the reader takes")
  func testKeys() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.soundPack, to: "rules/pack.yaml")
    try folder.write("tests: []\n", to: "rules/a.test.yaml")
    var found: [String: Set<String>] = [:]
    // A strange key of the file itself is found before its tests are read.
    for text in [Self.strangeTests, String(Self.strangeTests.dropFirst("strange: 1\n".count))] {
      try folder.write(text, to: "rules/a.test.yaml")
      let result = try Binary.run(["test", "--rules", "rules", "--lang", "en"], in: folder)
      #expect(result.status == 3)
      found.merge(Self.keys(saidBy: result.messages)) { $0.union($1) }
    }
    expect(TestDescription.mappings, toBe: found)
  }

  private func expect(_ mappings: [MappingDescription], toBe found: [String: Set<String>]) {
    #expect(Set(mappings.map(\.what.en)) == Set(found.keys))
    for mapping in mappings {
      #expect(Set(mapping.keys.map(\.name)) == found[mapping.what.en], "\(mapping.what.en)")
      #expect(Set(mapping.keys.map(\.name)).count == mapping.keys.count)
    }
  }

  @Test("the examples of functions and operators come to what the reference says")
  func functions() throws {
    let folder = try TemporaryFolder()
    let all = FunctionDescription.functions + FunctionDescription.operators
    #expect(all.count > 30)
    for function in all {
      guard let wanted = function.result else { continue }
      let result = try Binary.run(["expr", function.example], in: folder)
      #expect(result.status == 0, "\(function.example): \(result.messages)")
      #expect(result.output.hasPrefix(wanted + " ("), "\(function.example): \(result.output)")
    }
  }
}
