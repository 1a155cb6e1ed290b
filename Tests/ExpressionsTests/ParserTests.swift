import TestSupport
import Testing

@testable import Expressions

@Suite("parsing and printing")
struct ParserTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let printed: String

    init(_ text: String, _ printed: String) {
      self.text = text
      self.printed = printed
    }

    var testDescription: String { text }
  }

  static let cases: [Case] = [
    .init("a||b&&c", "a || b && c"), .init("(a||b)&&c", "(a || b) && c"), .init("((a))", "a"),
    .init("a?b:c?d:e", "a ? b : c ? d : e"), .init("(a?b:c)?d:e", "(a ? b : c) ? d : e"),
    .init("a-(b-c)-d", "a - (b - c) - d"), .init("a*(b+c)%d", "a * (b + c) % d"),
    .init("-a.b", "-a.b"), .init("-(a+b)", "-(a + b)"), .init("!(a&&b)", "!(a && b)"),
    .init("- - a", "a"),
    .init("-(-a)", "--a"), .init("-(5)", "-(5)"), .init("(a==b)==c", "a == b == c"),
    .init("a==(b==c)", "a == (b == c)"),
    .init("a in[b]in c", "a in [b] in c"), .init("f ( a , [ ] )", "f(a, [])"),
    .init("a.f(b).g()", "a.f(b).g()"),
    .init("'a\\'b'", "\"a'b\""), .init("r'\\d'", "\"\\\\d\""), .init("1.50", "1.50"),
    .init(".5e1", "5.0"),
    .init(".a", "a"), .init("(a&&b)&&c", "(a && b) && c"), .init("(1).size()", "(1).size()"),
    .init("đơn_vị", "đơn_vị"),
    .init("_x1", "_x1"), .init("Ωμέγα+名前", "Ωμέγα + 名前"),
  ]

  @Test("an expression prints in its plainest spelling", arguments: cases)
  func printing(_ c: Case) throws {
    // Two minus signs in a row cancel out, so this one form has no plain spelling of its own.
    let printed = try Parser.parse(c.text).description
    #expect(printed == (c.printed == "--a" ? "-(-a)" : c.printed))
  }

  @Test("names are compared in NFC")
  func names() throws {
    #expect(try Parser.parse("ho\u{323}").dottedName == "họ")
    #expect(try Parser.parse("nguoi.đơn_vi\u{323}").dottedName == "nguoi.đơn_vị")
  }

  @Test("what is printed parses to the same form")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 57)
    for _ in 0..<3_000 {
      let form = Self.form(depth: 5, &generator)
      let text = form.description
      let parsed = try Parser.parse(text)
      #expect(parsed.description == text)
      #expect(Self.shape(parsed) == Self.shape(form), "\(text)")
    }
  }

  /// Writes a form with every bracket and without places.
  static func shape(_ syntax: Syntax) -> String {
    let parts = Syntax.parts(of: syntax.form).map(shape).joined(separator: " ")
    return switch syntax.form {
    case .int(let value): "\(value)"
    case .double(let value, let exact): "\(value)=\(exact.map(DecimalNotation.literal) ?? "")"
    case .string(let text): "'\(text)'"
    case .bool(let value): "\(value)"
    case .unsupported(let form): "\(form)"
    case .name(let name): name
    case .field(_, let name): "(. \(name) \(parts))"
    case .call(let name, _, _): "(call \(name) \(parts))"
    case .method(_, let name, _, _): "(method \(name) \(parts))"
    case .list: "[\(parts)]"
    case .not: "(! \(parts))"
    case .negate: "(- \(parts))"
    case .binary(let sign, _, _): "(\(sign.rawValue) \(parts))"
    case .and: "(&& \(parts))"
    case .or: "(|| \(parts))"
    case .conditional: "(? \(parts))"
    }
  }

  static func form(depth: Int, _ generator: inout SeededGenerator) -> Syntax {
    let place = Place(offset: 0, length: 1)
    func part() -> Syntax { Self.form(depth: depth - 1, &generator) }
    let chosen: Syntax.Form =
      switch generator.below(depth == 0 ? 5 : 15) {
      case 0: .int(Int64(truncatingIfNeeded: generator.next()))
      case 1:
        .double(-1.25, exact: ExactDecimal(mantissa: -125, scale: 2))
      case 2: .string(generator.pick(["", "a'b\"c", "\\", "ế\n\t", "//"]))
      case 3: .name(generator.pick(["a", "đơn_vị", "_9"]))
      case 4: .bool(generator.below(2) == 0)
      case 5: .field(part(), "f")
      case 6: .call("f", nameAt: place, [part(), part()])
      case 7: .method(part(), "m", nameAt: place, [part()])
      case 8: .list([part(), part()])
      case 9: .conditional(part(), part(), part())
      case 10: .and([part(), part(), part()])
      case 11: .or([part(), part()])
      case 12: not(part())
      case 13: negate(part())
      default: .binary(generator.pick(BinaryOperator.allCases), part(), part())
      }
    return Syntax(chosen, at: place)
  }

  /// The parser never makes a double negation without brackets.
  private static func not(_ operand: Syntax) -> Syntax.Form {
    if case .not = operand.form { operand.form } else { .not(operand) }
  }

  private static func negate(_ operand: Syntax) -> Syntax.Form {
    if case .negate = operand.form { operand.form } else { .negate(operand) }
  }

  @Test("32 of everything in a row, and deep nesting up to the limit")
  func limits() throws {
    for (open, close) in [("(", ")"), ("[", "]"), ("f(", ")"), ("!(", ")"), ("a ? b : (", ")")] {
      let fine = String(repeating: open, count: 100) + "a" + String(repeating: close, count: 100)
      _ = try Parser.parse(fine)
      let deep =
        String(repeating: open, count: 5_000) + "a" + String(repeating: close, count: 5_000)
      #expect(throws: SyntaxError.self) { try Parser.parse(String(deep.prefix(19_000))) }
    }
    for sign in ["+", "-", "*", "%", "==", "in", "&&", "||"] {
      _ = try Parser.parse(Array(repeating: "a", count: 100).joined(separator: " \(sign) "))
    }
    _ = try Parser.parse(Array(repeating: "a", count: 4_000).joined(separator: " && "))
    _ = try Parser.parse("[" + String(repeating: "1,", count: 5_000) + "]")
    _ = try Parser.parse(String(repeating: "!", count: 10_000) + "a")
    _ = try Parser.parse("a" + String(repeating: ".a", count: 100))
    for text in [
      "a" + String(repeating: "+a", count: 5_000), "a" + String(repeating: ".a", count: 5_000),
    ] {
      #expect(throws: SyntaxError.self) { try Parser.parse(text) }
    }
    #expect(throws: SyntaxError.self) { try Parser.parse(String(repeating: " ", count: 20_001)) }
  }
}
