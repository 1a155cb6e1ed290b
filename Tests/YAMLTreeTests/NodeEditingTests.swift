import Diagnostics
import Testing

@testable import YAMLTree

@Suite("trees with one value changed")
struct NodeEditingTests {
  private static let text = """
    a: {b: [x, {c: y}], d: z}
    e: f

    """

  private func root() throws -> Node {
    var sink = DiagnosticSink()
    let node = YAMLDocument.parse(Array(Self.text.utf8), file: "a.yaml", into: &sink)
    return try #require(node)
  }

  private func shown(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar): scalar.text
    case .sequence(let elements): "[\(elements.map(shown).joined(separator: " "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.name): \(shown($0.value))" }.joined(separator: " "))}"
    }
  }

  struct Case: CustomTestStringConvertible {
    let path: [Node.Step]
    let text: String?
    let shown: String
    var testDescription: String { "\(path) \(text ?? "-")" }
  }

  static let cases: [Case] = [
    .init(path: [.key("e")], text: "g", shown: "{a: {b: [x {c: y}] d: z} e: g}"),
    .init(path: [.key("e")], text: nil, shown: "{a: {b: [x {c: y}] d: z}}"),
    .init(
      path: [.key("a"), .key("b"), .element(1), .key("c")],
      text: "new",
      shown: "{a: {b: [x {c: new}] d: z} e: f}"
    ),
    .init(
      path: [.key("a"), .key("b"), .element(0)],
      text: nil,
      shown: "{a: {b: [{c: y}] d: z} e: f}"
    ),
    .init(path: [.key("a"), .element(0)], text: "g", shown: "{a: {b: [x {c: y}] d: z} e: f}"),
    .init(path: [.key("x")], text: "g", shown: "{a: {b: [x {c: y}] d: z} e: f}"),
    .init(
      path: [.key("a"), .key("b"), .element(2)],
      text: "g",
      shown: "{a: {b: [x {c: y}] d: z} e: f}"
    ),
    .init(path: [], text: "g", shown: "{a: {b: [x {c: y}] d: z} e: f}"),
  ]

  @Test("one value is replaced or taken out, the rest stays", arguments: cases)
  func replacing(_ c: Case) throws {
    let root = try root()
    let changed = root.replacing(c.path, with: c.text.map { root.with(text: $0) })
    #expect(shown(changed) == c.shown)
  }

  @Test("a key is added once and renamed in its place")
  func keys() throws {
    let root = try root()
    #expect(shown(root.adding("g", root.with(text: "h"))).hasSuffix(" e: f g: h}"))
    #expect(shown(root.adding("e", root.with(text: "h"))) == shown(root))
    #expect(shown(root.renaming("a", to: "z")).hasPrefix("{z: {b:"))
    #expect(shown(root.renaming("x", to: "z")) == shown(root))
  }

  @Test("a changed value keeps the place of the text that was read")
  func places() throws {
    let root = try root()
    let value = try #require(root.value(at: [.key("a"), .key("b"), .element(1), .key("c")]))
    let changed = value.with(text: "a longer text that is nowhere")
    #expect(changed.range == value.range)
    #expect(changed.range(ofScalarOffset: 20, length: 3).start == value.range.start)
    #expect(root.value(at: [.key("a"), .key("c")]) == nil)
  }
}
