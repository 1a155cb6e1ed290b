import CivilTime
import Diagnostics
import Testing

@testable import Expressions

@Suite("what is wrong with an expression, and where")
struct ExpressionDiagnosticsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// The parts of the text that are marked, in order.
    let marked: [String]
    let id: DiagnosticID
    /// What the message or the help says, in English.
    let says: String

    init(_ text: String, _ marked: String, _ id: DiagnosticID, _ says: String) {
      self.init(text, [marked], id, says)
    }

    init(_ text: String, _ marked: [String], _ id: DiagnosticID, _ says: String) {
      self.text = text
      self.marked = marked
      self.id = id
      self.says = says
    }

    var testDescription: String { text }
  }

  static let cases: [Case] = [
    .init("vi_tr == 'x'", "vi_tr", .unknownIdentifier, "did you mean 'vi_tri'?"),
    .init("has(het_ha)", "het_ha", .unknownIdentifier, "did you mean 'het_han'?"),
    .init("as_off == as_of", "as_off", .unknownIdentifier, "did you mean 'as_of'?"),
    .init("nguoi.don_v == unit", "nguoi.don_v", .unknownIdentifier, "did you mean 'nguoi.don_vi'?"),
    .init("vi_tri.ten == ''", "vi_tri.ten", .notSupported, "'vi_tri' is no reference column"),
    .init("sizee(vi_tri) > 0", "sizee", .unknownFunction, "did you mean 'size'?"),
    .init("vi_tri.startWith('x')", "startWith", .unknownFunction, "did you mean 'startsWith'?"),
    .init("don_vi == 'vhx'", "'vhx'", .unknownName, "did you mean 'vhxh'?"),
    .init("don_vi in ['vp', 'ktt']", "'ktt'", .unknownName, "did you mean 'kt'?"),
    .init("cap == 'xa'", "'xa'", .unknownName, "did you mean 'xã'?"),
    .init("'huyện' != cap", "'huyện'", .unknownName, "the values: xã, tỉnh"),
    .init("cap in ['xã', 'tinh']", "'tinh'", .unknownName, "did you mean 'tỉnh'?"),
    .init(
      "vi_tri < 5",
      "vi_tri < 5",
      .expressionType,
      "there is no '<' between 'string' and 'int'"
    ),
    .init(
      "het_han >= '2026-01-01'",
      "het_han >= '2026-01-01'",
      .expressionType,
      "date(\"2026-04-30\")"
    ),
    .init("gui <= as_of", "gui <= as_of", .expressionType, "date(…)"),
    .init("het_han + 30 > as_of", "het_han + 30", .expressionType, "addDays(d, n)"),
    .init("so && true", "so", .expressionType, "'&&' needs a bool, this is 'int'"),
    .init("!vi_tri", "vi_tri", .expressionType, "'!' needs a bool, this is 'string'"),
    .init("-vi_tri == ''", "-vi_tri", .expressionType, "has no negative"),
    .init("true ? 1 : 'a'", "true ? 1 : 'a'", .expressionType, "different types"),
    .init("so in [1, 'a']", "'a'", .expressionType, "the list has both 'int' and 'string'"),
    .init("so in 5", "5", .expressionType, "must be a list"),
    .init("size(so) > 1", "size(so)", .expressionType, "'size' does not take (int)"),
    .init("size(vi_tri, 1) > 1", "size", .expressionType, "'size' takes 1 argument, here are 2"),
    .init("contains(vi_tri, 'x')", "contains", .expressionType, "s.contains(t)"),
    .init("vi_tri.int() > 1", "int", .expressionType, "int(…)"),
    .init("has(so + 1)", "so + 1", .expressionType, "has(column)"),
    .init(
      "workdays(het_han, as_of) > 1",
      "workdays(het_han, as_of)",
      .expressionType,
      "needs a calendar"
    ),
    .init("so", "so", .expressionType, "must give 'bool' but gives 'int'"),
    .init("thang == '2026-13'", "'2026-13'", .expressionType, "2026-10"),
    .init(
      "date('2026-02-30') > as_of",
      "date('2026-02-30')",
      .expressionType,
      "the text is no 'date'"
    ),
    .init(
      "vi_tri.matches('(')",
      "'('",
      .expressionType,
      "the regular expression is invalid: missing )"
    ),
    .init("so % 0 == 1 || 1 % 0 == 1", "1 % 0", .expressionType, "division by zero"),
    .init("vi_tri == null", "null", .notSupported, "has(column)"),
    .init("so / 2 > 1", "so / 2", .notSupported, "ratio(a, b)"),
    .init("[1, 2].exists(x, x == so)", "exists", .notSupported, "macros"),
    .init(
      "gui.getFullYear() == 2026",
      "getFullYear",
      .notSupported,
      "year(), quarter(), month(), day()"
    ),
    .init("dyn(so) == 1", "dyn", .notSupported, "types are known"),
    .init("so == 1u", "1u", .notSupported, "unsigned"),
    .init("vi_tri == b'x'", "b'x'", .notSupported, "bytes"),
    .init("[1][0] == so", "[1][0]", .notSupported, "indexing"),
    .init("{'a': 1} == so", "{'a': 1}", .notSupported, "maps"),
    .init("int == so", "int", .notSupported, "the type 'int' is no value"),
    .init("so = 1", "=", .expressionSyntax, "'=='"),
    .init("so == 1 & true", "&", .expressionSyntax, "'&&'"),
    .init("vi_tri == “x”", "“", .expressionSyntax, "straight quotes"),
    .init("so\u{A0}== 1", "\u{A0}", .expressionSyntax, "ordinary space"),
    .init("so ≥ 1", "≥", .expressionSyntax, "'>='"),
    .init("vi_tri == 'x", "'", .expressionSyntax, "no closing quote"),
    .init("vi_tri == '\\q'", "\\q", .expressionSyntax, "r\"…\""),
    .init("(so == 1", "(", .expressionSyntax, "the ')' for this is missing"),
    .init("so == 1)", ")", .expressionSyntax, "')' is not expected here"),
    .init("so == 99999999999999999999", "99999999999999999999", .expressionSyntax, "64 bits"),
    .init("if == 1", "if", .expressionSyntax, "reserved word"),
    .init("12abc == so", "12abc", .expressionSyntax, "neither a number nor a name"),
    .init("hoạ == so || họa == so", ["hoạ", "họa"], .unknownIdentifier, "there is no column"),
    .init(
      "a == 1 && b == 2 && vi_tri < 3",
      ["a", "b", "vi_tri < 3"],
      .unknownIdentifier,
      "no column"
    ),
  ]

  private static func scope() -> Scope {
    Scope(
      variables: [
        .init(name: "vi_tri", type: .string, slot: 0), .init(name: "het_han", type: .date, slot: 1),
        .init(name: "so", type: .int, slot: 2), .init(name: "don_vi", type: .unit, slot: 3),
        .init(name: "unit", type: .unit, slot: 4), .init(name: "gui", type: .timestamp, slot: 5),
        .init(name: "nguoi.don_vi", type: .unit, slot: 6),
        .init(name: "thang", type: .period(.month), slot: 7),
        .init(name: "cap", type: .string, slot: 8, values: ["xã", "tỉnh"]),
      ],
      constants: ["as_of": .date(.min)],
      unitIDs: ["vp", "kt", "vhxh"]
    )
  }

  @Test("each complaint marks its words and says what to do", arguments: cases)
  func complaint(_ c: Case) throws {
    let start = SourceLocation(file: "rules.yaml", line: 3, column: 11)
    var sink = DiagnosticSink()
    let expression = CompiledExpression.compile(
      c.text,
      in: Self.scope(),
      expecting: .bool,
      at: { SourceRange(start: start).moved(by: $0, length: $1) },
      into: &sink
    )
    #expect(expression == nil)
    let scalars = Array(c.text.unicodeScalars)
    let marked = sink.diagnostics.map { diagnostic -> String in
      guard let range = diagnostic.range else { return "nowhere" }
      let offset = range.start.column - start.column
      guard offset >= 0, offset + range.length <= scalars.count else { return "past the end" }
      return String(scalars: scalars[offset..<(offset + range.length)])
    }
    #expect(marked == c.marked)
    let first = try #require(sink.diagnostics.first)
    #expect(first.id == c.id)
    let words = first.message.en + " " + (first.help?.en ?? "")
    #expect(words.contains(c.says), "\(words)")
    #expect(first.message.vi != first.message.en)
  }

  @Test("an expression that ends too early is marked at its end")
  func earlyEnd() {
    for text in ["so ==", "", "   "] {
      var sink = DiagnosticSink()
      var places: [Int] = []
      let result = CompiledExpression.compile(
        text,
        in: Self.scope(),
        at: { offset, _ in
          places.append(offset)
          return nil
        },
        into: &sink
      )
      #expect(result == nil && sink.diagnostics.first?.id == .expressionSyntax)
      #expect(places == [text == "so ==" ? 5 : 0])
    }
  }
}
