import Diagnostics
import Testing
import YAMLTree

/// Reads a text and returns its node with everything that was reported, as it is printed.
func read(_ text: String, language: Language = .en) -> (node: Node?, report: String) {
  read(Array(text.utf8), language: language)
}

func read(_ bytes: [UInt8], language: Language = .en) -> (node: Node?, report: String) {
  var sink = DiagnosticSink()
  let document = YAMLDocument(bytes, file: "a.yaml", into: &sink)
  let renderer = DiagnosticRenderer(language: language, sources: [document.source])
  return (document.root, renderer.render(sink.sorted()))
}

@Suite("YAML tree")
struct YAMLTreeTests {
  @Test("scalars, lists and mappings keep their order and their places")
  func shapes() throws {
    let (node, report) = read("b: 1\na:\n  - x\n  - {k: 'v', l: [1, 2]}\n")
    let root = try #require(node)
    #expect(report.isEmpty)
    #expect(root.keyNames == ["b", "a"])
    #expect(root["b"]?.text == "1")
    #expect(root["missing"] == nil)
    let list = try #require(root["a"]?.elements)
    #expect(list.map(\.range.start.line) == [3, 4])
    #expect(list.map(\.range.start.column) == [5, 5])
    #expect(list[0].text == "x")
    #expect(list[1]["k"]?.text == "v")
    #expect(list[1].range.length == 19)
    #expect(list[1]["l"]?.elements?.map(\.text) == ["1", "2"])
    #expect(root["b"]?.entries == nil && root["b"]?.elements == nil && root["a"]?.text == nil)
  }

  struct NullCase: Sendable, CustomTestStringConvertible {
    var yaml: String
    var isNull: Bool
    var testDescription: String { yaml }
  }
  static let nulls: [NullCase] = [
    .init(yaml: "a:", isNull: true),
    .init(yaml: "a: ~", isNull: true),
    .init(yaml: "a: null", isNull: true),
    .init(yaml: "a: NULL", isNull: true),
    .init(yaml: "a: Null", isNull: true),
    .init(yaml: "a: nULL", isNull: false),
    .init(yaml: "a: ''", isNull: false),
    .init(yaml: "a: 'null'", isNull: false),
    .init(yaml: "a: []", isNull: false),
    .init(yaml: "a: 0", isNull: false),
    .init(yaml: "a: !!str null", isNull: false),
  ]

  @Test("only plain nothing is null", arguments: nulls)
  func nothing(_ c: NullCase) {
    let (node, report) = read(c.yaml)
    #expect(report.isEmpty)
    #expect(node?["a"]?.isNull == c.isNull)
  }

  @Test("scalars have no type of their own")
  func untyped() {
    let (node, report) = read("[2026, 08, no, 100%, 2026-04-30, 1_000, 0x1F]")
    #expect(report.isEmpty)
    #expect(
      node?.elements?.map(\.text)
        == ["2026", "08", "no", "100%", "2026-04-30", "1_000", "0x1F"]
    )
  }

  @Test("JSON is YAML too")
  func json() {
    let (node, report) = read(#"{"a":1,"b":["x","\u1ea1"],"c":{"d":null,"e":"😀"}}"#)
    #expect(report.isEmpty)
    #expect(node?["a"]?.text == "1")
    #expect(node?["b"]?.elements?.map(\.text) == ["x", "ạ"])
    #expect(node?["c"]?["d"]?.isNull == true && node?["c"]?["e"]?.text == "😀")
  }

  @Test("a byte order mark and Windows line ends change nothing")
  func lineEnds() {
    for text in [
      "a: 1\nb: Đạt\n", "\u{FEFF}a: 1\nb: Đạt\n", "a: 1\r\nb: Đạt\r\n", "a: 1\rb: Đạt\r",
    ] {
      let (node, report) = read(text)
      #expect(report.isEmpty)
      #expect(node?["b"]?.text == "Đạt")
      #expect(node?["b"]?.range.start == SourceLocation(file: "a.yaml", line: 2, column: 4))
    }
  }

  @Test("an empty file and one of comments hold nothing, without a fault")
  func empty() {
    for text in ["", "\n\n", "# chỉ có chú thích\n", "\u{FEFF}"] {
      var sink = DiagnosticSink()
      let document = YAMLDocument(Array(text.utf8), file: "a.yaml", into: &sink)
      #expect(document.root == nil && document.isComplete && sink.diagnostics.isEmpty)
    }
  }

  @Test("aliases share the anchor's value and its place")
  func aliases() {
    let (node, report) = read("a: &x [1, &y hai]\nb: *x\nc: *y\n")
    #expect(report.isEmpty)
    #expect(node?["b"]?.elements?.map(\.text) == ["1", "hai"])
    #expect(node?["b"]?.range.start == SourceLocation(file: "a.yaml", line: 1, column: 7))
    #expect(node?["c"]?.text == "hai")
    #expect(node?["c"]?.range.start.column == 14)
  }

  @Test("keys are the same whether composed or decomposed")
  func canonicalKeys() {
    let (node, _) = read("đơn vị: 1\n")
    #expect(node?["đơn vị".decomposed]?.text == "1")
    let (_, report) = read("đơn vị: 1\n\("đơn vị".decomposed): 2\n")
    #expect(report.contains("[duplicate-key]"))
  }
}

extension String {
  /// The text with the vowels of these tests taken apart, as macOS writes file names.
  var decomposed: String {
    let parts: [Character: String] = ["ơ": "o\u{31B}", "ị": "i\u{323}", "ạ": "a\u{323}"]
    return map { parts[$0] ?? String($0) }.joined()
  }
}
