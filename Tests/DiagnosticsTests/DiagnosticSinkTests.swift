import Diagnostics
import Testing

@Suite("Collecting diagnostics")
struct DiagnosticSinkTests {
  private func range(_ file: String, _ line: Int, _ column: Int) -> SourceRange {
    SourceRange(start: SourceLocation(file: file, line: line, column: column))
  }

  @Test("diagnostics come out by place, those without one first, and equal places as they came")
  func order() {
    var sink = DiagnosticSink()
    sink.error(.unknownKey, Phrase(verbatim: "5"), at: range("b", 1, 1))
    sink.error(.unknownKey, Phrase(verbatim: "4"), at: range("a", 10, 1))
    sink.error(.unknownKey, Phrase(verbatim: "2"), at: range("a", 2, 7))
    sink.warning(.tab, Phrase(verbatim: "3"), at: range("a", 2, 7))
    sink.error(.emptyPack, Phrase(verbatim: "0"), at: nil)
    sink.error(.unknownKey, Phrase(verbatim: "1"), at: range("a", 2, 3))
    #expect(sink.sorted().map(\.message.en) == ["0", "1", "2", "3", "4", "5"])
    #expect(sink.diagnostics.map(\.message.en) == ["5", "4", "2", "3", "0", "1"])
  }

  @Test("the same diagnostic counts once, a different one always")
  func duplicates() {
    var sink = DiagnosticSink()
    for _ in 0..<3 { sink.error(.tab, Phrase(verbatim: "x"), at: range("a", 1, 1)) }
    sink.warning(.tab, Phrase(verbatim: "x"), at: range("a", 1, 1))
    sink.error(.tab, Phrase(verbatim: "x"), at: range("a", 1, 2))
    sink.error(.tab, Phrase(verbatim: "x"), at: range("a", 1, 1), help: Phrase(verbatim: "y"))
    #expect(sink.diagnostics.count == 4)
  }

  @Test("only errors make a pack unusable")
  func severity() {
    var sink = DiagnosticSink()
    #expect(!sink.hasErrors)
    sink.warning(.tab, Phrase(verbatim: "x"), at: nil)
    #expect(!sink.hasErrors)
    sink.error(.tab, Phrase(verbatim: "x"), at: nil)
    #expect(sink.hasErrors)
  }

  @Test("a range moves along its line and is never empty")
  func ranges() {
    let moved = range("a", 3, 5).moved(by: 4, length: 2)
    #expect(moved.start == SourceLocation(file: "a", line: 3, column: 9))
    #expect(moved.length == 2)
    #expect(SourceRange(start: moved.start, length: -1).length == 1)
  }

  @Test("every id is kebab case")
  func ids() {
    for id in DiagnosticID.allCases {
      #expect(id.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
    }
  }
}
