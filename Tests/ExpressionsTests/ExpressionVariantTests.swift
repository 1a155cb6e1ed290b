import Testing

@testable import Expressions

@Suite("expression variants")
struct ExpressionVariantTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let variants: [String]
    var testDescription: String { text }
  }

  static let cases: [Case] = [
    .init(text: "a", variants: ["!(a\n)"]),
    .init(
      text: "a < 1 && b >= 2",
      variants: ["a <= 1 && b >= 2", "a < 1 || b >= 2", "a < 1 && b > 2", "!(a < 1 && b >= 2\n)"]
    ),
    .init(
      text: "x == \"a < b && c\"",
      variants: ["x != \"a < b && c\"", "!(x == \"a < b && c\"\n)"]
    ),
    .init(text: "Đạt || !khác", variants: ["Đạt && !khác", "!(Đạt || !khác\n)"]),
    .init(text: "a > 1 // b > 2", variants: ["a >= 1 // b > 2", "!(a > 1 // b > 2\n)"]),
    .init(text: "\"chưa đóng", variants: []),
  ]

  @Test("each operator is exchanged where it stands, and the whole turned round", arguments: cases)
  func variants(_ c: Case) {
    #expect(ExpressionVariant.all(of: c.text).map(\.text) == c.variants)
  }

  @Test("the place is the operator's, in Unicode scalars")
  func place() throws {
    let variant = try #require(ExpressionVariant.all(of: "Đạt && x").first)
    #expect(variant.offset == 4)
    #expect(variant.length == 2)
    #expect(variant.original == "&&")
    #expect(variant.replacement == "||")
  }
}
