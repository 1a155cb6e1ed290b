import Diagnostics
import Foundation
import Testing

@testable import Rules

@Suite("loading a pack with several workers")
struct SharedLoadingTests {
  private static let rules = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("rules").path

  @Test("any number of workers reads the same pack", arguments: [1, 2, 3, 64])
  func samePack(jobs: Int) async {
    var (sink, other) = (DiagnosticSink(), DiagnosticSink())
    let one = PackLoader.load(folder: Self.rules, into: &sink)
    let many = await PackLoader.load(folder: Self.rules, jobs: jobs, into: &other)
    #expect(sink.diagnostics == other.diagnostics)
    #expect(one.ruleSet.digest == many.ruleSet.digest)
    #expect(one.ruleSet.rules.map(\.id) == many.ruleSet.rules.map(\.id))
    #expect(one.testFiles.map(\.path) == many.testFiles.map(\.path))
    #expect(one.isComplete && many.isComplete)
  }

  @Test("a folder that is not there is an error with any number of workers")
  func missing() async {
    var sink = DiagnosticSink()
    let pack = await PackLoader.load(folder: Self.rules + "/no-such", jobs: 2, into: &sink)
    #expect(sink.hasErrors)
    #expect(!pack.isComplete)
  }

  /// A file of tests, and whether it plainly is nothing else.
  struct Case: CustomTestStringConvertible {
    let text: String
    let isPlain: Bool

    var testDescription: String { text }

    static let all: [Case] = [
      .init(text: "tests:\n  - name: a\n", isPlain: true),
      .init(text: "tests:\n- name: a\n  data: {}\n", isPlain: true),
      .init(text: "# ghi chú\n\ntests:   # dưới đây\r\n  - name: a\r\n\r\n", isPlain: true),
      .init(text: "tests: [{name: a}]", isPlain: true),
      .init(text: "", isPlain: false),
      .init(text: "# tests:\n", isPlain: false),
      .init(text: "  tests:\n", isPlain: false),
      .init(text: "- a\ntests:\n", isPlain: false),
      .init(text: "tests:\n  - a\nrules:\n  - b\n", isPlain: false),
      .init(text: "tests:\n  - a\ntests:\n  - b\n", isPlain: false),
      .init(text: "tests:x\n", isPlain: false),
      .init(text: "testsuite:\n  - a\n", isPlain: false),
      .init(text: "---\ntests:\n", isPlain: false),
      .init(text: "tests:\n---\ntests:\n", isPlain: false),
      .init(text: "{tests: []}\n", isPlain: false),
      .init(text: "\u{FEFF}tests:\n", isPlain: false),
    ]
  }

  @Test("a file plainly holds tests alone or it is parsed", arguments: Case.all)
  func plainTests(_ test: Case) {
    let file = PackFile(path: "a.test.yaml", text: test.text)
    #expect(file.isPlainlyTests == test.isPlain)
  }
}
