import Diagnostics
import Testing
import YAMLTree

@Suite("places within scalars")
struct ScalarPlaceTests {
  /// A text whose scalar under `a` holds one "@"; its place in the file is looked for.
  struct Case: Sendable, CustomTestStringConvertible {
    var yaml: String
    var line: Int
    var column: Int
    var testDescription: String { yaml.debugDescription }
  }

  static let cases: [Case] = [
    .init(yaml: "a: xy@z", line: 1, column: 6),
    .init(yaml: "a: 'xy@z'", line: 1, column: 7),
    .init(yaml: "a: 'it''s @'", line: 1, column: 11),
    .init(yaml: "a: \"xy@z\"", line: 1, column: 7),
    .init(yaml: "a: \"\\n\\u1ea1\\x41@\"", line: 1, column: 17),
    .init(yaml: "a: \"@\"", line: 1, column: 5),
    .init(yaml: "a: \"Lãnh đạo @\"", line: 1, column: 14),
    .init(yaml: "a: &x xy@z", line: 1, column: 9),
    .init(yaml: "a: !!str '@'", line: 1, column: 11),
    .init(yaml: "a: một\n  hai @ ba", line: 2, column: 7),
    .init(yaml: "a: một\n\n\n  hai @ ba", line: 4, column: 7),
    .init(yaml: "a: 'một\n    hai @'", line: 2, column: 9),
    .init(yaml: "a: \"một \\\n    hai @\"", line: 2, column: 9),
    .init(yaml: "a: |\n  một\n  hai @\n", line: 3, column: 7),
    .init(yaml: "a: |\n\n    một\n      @\n", line: 4, column: 7),
    .init(yaml: "a: |2\n    @\n", line: 2, column: 5),
    .init(yaml: "a: |-\n  đ @\n", line: 2, column: 5),
    .init(yaml: "a: >\n  một\n  hai @\n", line: 3, column: 7),
    .init(yaml: "a: >-\n  một\n\n  hai\n    thụt\n  ba @\n", line: 6, column: 6),
    .init(yaml: "a: > # chú thích\n  một &&\n  hai @\n", line: 3, column: 7),
    .init(yaml: "b: 1\r\na: |\r\n  một\r\n  @\r\n", line: 4, column: 3),
    .init(yaml: "a:\n  - [ 'x@' ]", line: 2, column: 9),
  ]

  @Test("an offset in the text leads back to the file", arguments: cases)
  func place(_ c: Case) throws {
    var node = try #require(read(c.yaml).node?["a"])
    while let first = node.elements?.first { node = first }
    let scalars = Array(try #require(node.text).unicodeScalars)
    let offset = try #require(scalars.firstIndex(of: "@"))
    let range = node.range(ofScalarOffset: offset, length: 1)
    #expect(range.start == SourceLocation(file: "a.yaml", line: c.line, column: c.column))
    #expect(range.length == 1)
  }

  @Test("columns count scalars, so a decomposed letter counts each of its marks")
  func decomposed() throws {
    let text = "a: " + "đơn".decomposed + " @"
    let node = try #require(read(text).node?["a"])
    let offset = try #require(Array((node.text ?? "").unicodeScalars).firstIndex(of: "@"))
    #expect(node.range(ofScalarOffset: offset, length: 1).start.column == 9)
  }

  @Test("stretches keep their length, ends and odd offsets are clamped")
  func lengths() throws {
    let node = try #require(read("a: 'it''s x'").node?["a"])
    #expect(node.range(ofScalarOffset: 0, length: 4).length == 5)
    #expect(node.range(ofScalarOffset: 5, length: 1).start.column == 11)
    #expect(node.range(ofScalarOffset: -3, length: 0).start.column == 5)
    #expect(node.range(ofScalarOffset: 99, length: 99).start.column == 12)
    #expect(node.range(ofScalarOffset: .max, length: .max).length == 1)
    let folded = try #require(read("a: >\n  một\n  hai\n").node?["a"])
    #expect(folded.range(ofScalarOffset: 0, length: 7).length == 3)
    #expect(folded.range(ofScalarOffset: 0, length: 7).start.line == 2)
  }

  @Test("a scalar's own range covers its first line")
  func ownRange() throws {
    let root = try #require(read("a: 'x y'\nb: |\n  text\nc: xin\n  chào\n").node)
    #expect(root["a"]?.range.length == 5)
    #expect(root["b"]?.range.length == 1)
    #expect(root["c"]?.range.length == 3)
  }
}
