import Diagnostics
import Testing

@testable import CheckCLI

@Suite("check expr --ndjson")
struct ExpressionLinesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let answer: String

    init(_ line: String, _ answer: String) {
      self.line = line
      self.answer = answer
    }

    var testDescription: String { line }
  }

  static let values: [Case] = [
    .init(#"{"expr": "1 + 2"}"#, #"{"value": 3, "type": "int"}"#),
    .init(
      #"{"expr": "x + 1", "row": {"x": {"type": "int", "value": 9223372036854775806}}}"#,
      #"{"value": 9223372036854775807, "type": "int"}"#
    ),
    .init(
      #"{"expr": "x", "row": {"x": {"type": "int", "value": -9223372036854775808}}}"#,
      #"{"value": -9223372036854775808, "type": "int"}"#
    ),
    .init(
      #"{"expr": "x", "row": {"x": {"type": "double", "value": 0.1}}}"#,
      #"{"value": 0.1, "type": "double"}"#
    ),
    .init(#"{"expr": "0.1 + 0.2"}"#, #"{"value": 0.30000000000000004, "type": "double"}"#),
    .init(#"{"expr": "1e300 * 1e300"}"#, #"{"value": "Infinity", "type": "double"}"#),
    .init(#"{"expr": "double('nan')"}"#, #"{"value": "NaN", "type": "double"}"#),
    .init(
      #"{"expr": "x < 0.0", "row": {"x": {"type": "double", "value": "-Infinity"}}}"#,
      #"{"value": true, "type": "bool"}"#
    ),
    .init(
      #"{"expr": "s + '\\n\"'", "row": {"s": {"type": "string", "value": "a\u00e9\ud83d\ude00"}}}"#,
      #"{"value": "aé😀\n\"", "type": "string"}"#
    ),
    .init(
      #"{"expr": "đơn_vị == 'xã'", "row": {"đơn_vị": {"type": "string", "value": "xã"}}}"#,
      #"{"value": true, "type": "bool"}"#
    ),
    .init(
      #"{"expr": "t + d", "row": {"t": {"type": "timestamp", "value": "2026-04-30T08:00:00+07:00"}, "#
        + #""d": {"type": "duration", "value": "1.5s"}}}"#,
      #"{"value": "2026-04-30T01:00:01.5Z", "type": "timestamp"}"#
    ),
    .init(
      #"{"expr": "d", "row": {"d": {"type": "duration", "value": "3.5s"}}}"#,
      #"{"value": "3.5s", "type": "duration"}"#
    ),
    .init(
      #"{"expr": "addDays(n, 1)", "row": {"n": {"type": "date", "value": "2026-04-30"}}}"#,
      #"{"value": "2026-05-01", "type": "date"}"#
    ),
    .init(
      #"{"expr": "l + [3]", "row": {"l": {"type": "list", "value": [1, 2]}}}"#,
      #"{"value": [1, 2, 3], "type": "list"}"#
    ),
    .init(
      #"{"expr": "l", "row": {"l": {"type": "list", "value": [1, 2.5]}}}"#,
      #"{"value": [1.0, 2.5], "type": "list"}"#
    ),
    .init(
      #"{"expr": "l", "row": {"l": {"type": "list", "value": [{"type": "date", "value": "2026-04-30"}]}}}"#,
      #"{"value": ["2026-04-30"], "type": "list"}"#
    ),
    .init(
      #"{"expr": "l == [[1], []]", "row": {"l": {"type": "list(list(int))", "value": [[1], []]}}}"#,
      #"{"value": true, "type": "bool"}"#
    ),
    .init(
      #"{"expr": "[] + l", "row": {"l": {"type": "list", "value": []}}}"#,
      #"{"value": [], "type": "list"}"#
    ),
    .init(
      #"{"expr": "x * 1.5", "row": {"x": {"type": "decimal", "value": "0.10"}}}"#,
      #"{"value": 0.15, "type": "decimal"}"#
    ),
    .init(#"{"expr": "ratio(2, 6)"}"#, #"{"value": "1/3", "type": "ratio"}"#),
    .init(
      #"{"expr": "k < '2026-11'", "row": {"k": {"type": "month", "value": "2026-10"}}}"#,
      #"{"value": true, "type": "bool"}"#
    ),
  ]

  static let unknowns: [Case] = [
    .init(#"{"expr": "x", "columns": {"x": "int"}}"#, #"{"unknown": true}"#),
    .init(#"{"expr": "x == 1", "row": {"x": {"type": "int"}}}"#, #"{"unknown": true}"#),
    .init(
      #"{"expr": "x == 1", "row": {"x": {"type": "int", "value": null}}}"#,
      #"{"unknown": true}"#
    ),
    .init(#"{"expr": "size(l)", "columns": {"l": "list"}}"#, #"{"unknown": true}"#),
    .init(#"{"expr": "1 in l", "columns": {"l": "list(int)"}}"#, #"{"unknown": true}"#),
    .init(#"{"expr": "has(x)", "columns": {"x": "int"}}"#, #"{"value": false, "type": "bool"}"#),
    .init(#"{"expr": "has(l)", "columns": {"l": "list"}}"#, #"{"value": false, "type": "bool"}"#),
    .init(
      #"{"expr": "has(l)", "row": {"l": {"type": "list", "value": []}}}"#,
      #"{"value": true, "type": "bool"}"#
    ),
    .init(
      #"{"expr": "has(x)", "row": {"x": {"type": "int", "erroneous": true}}}"#,
      #"{"unknown": true}"#
    ),
    .init(
      #"{"expr": "false && x == 1", "columns": {"x": "int"}}"#,
      #"{"value": false, "type": "bool"}"#
    ),
    .init(
      #"{"expr": "x", "row": {"x": {"type": "int", "value": 1}}, "columns": {"x": "string"}}"#,
      #"{"value": 1, "type": "int"}"#
    ),
  ]

  static let kinds: [Case] = [
    .init(#"{"expr": "1 +"}"#, "parse"), .init(#"{"expr": ""}"#, "parse"),
    .init(#"{"expr": "y"}"#, "check"), .init(#"{"expr": "1 + 'a'"}"#, "check"),
    .init(#"{"expr": "1 % 0"}"#, "eval"), .init(#"{"expr": "null"}"#, "check"),
    .init(#"{"expr": 1}"#, "check"), .init(#"{}"#, "check"), .init("[]", "parse"),
    .init("{", "parse"),
    .init(#"{"expr": "1"} x"#, "parse"), .init(#"{"expr": "1", "expr": "2"}"#, "parse"),
    .init(#"{"expr": "x", "row": {"x": 1}}"#, "check"),
    .init(#"{"expr": "x", "row": {"x": {"type": "uint", "value": 1}}}"#, "check"),
    .init(#"{"expr": "x", "row": {"x": {"type": "int", "value": 1.5}}}"#, "check"),
    .init(#"{"expr": "x", "row": {"x": {"type": "int", "value": 9223372036854775808}}}"#, "check"),
    .init(#"{"expr": "x", "row": {"x": {"type": "double", "value": 1e400}}}"#, "check"),
    .init(#"{"expr": "x", "row": {"x": {"type": "date", "value": "2026-02-29"}}}"#, "check"),
    .init(#"{"expr": "x", "row": {"x": {"type": "timestamp", "value": "x"}}}"#, "check"),
    .init(#"{"expr": "x", "row": {"x": {"type": "list", "value": [1, "a"]}}}"#, "check"),
    .init(#"{"expr": "x", "row": {"x": {"type": "list", "value": [null]}}}"#, "check"),
    .init(#"{"expr": "x", "row": {"x": {"type": "bool", "value": "true"}}}"#, "check"),
    .init(#"{"expr": "x", "columns": {"x": 1}}"#, "check"),
    .init(#"{"expr": "\ud800"}"#, "parse"), .init("{\"expr\": \"a\tb\"}", "parse"),
    .init(String(repeating: "[", count: 100_000), "parse"),
  ]

  @Test("values come back exactly, with their type", arguments: values + unknowns)
  func value(_ c: Case) {
    #expect(ExpressionLines.answer(to: c.line, in: .vi) == c.answer)
  }

  @Test("an error names its stage", arguments: kinds)
  func kind(_ c: Case) throws {
    let answer = try #require(ExpressionLines.answer(to: c.line, in: .en))
    #expect(answer.hasPrefix("{\"error\": \"") && answer.hasSuffix("\"kind\": \"\(c.answer)\"}"))
    _ = try JSONValue.parse(answer)
  }

  @Test("a reason names the column of the text and the remedy, in the language asked for")
  func reason() {
    let line = #"{"expr": "1 + sai", "columns": {"sao": "int"}}"#
    #expect(
      ExpressionLines.answer(to: line, in: .vi)
        == #"{"error": "5: không có cột hay giá trị tên 'sai'; có phải ý bạn là 'sao'?", "kind": "check"}"#
    )
    #expect(
      ExpressionLines.answer(to: line, in: .en)
        == #"{"error": "5: there is no column or value named 'sai'; did you mean 'sao'?", "kind": "check"}"#
    )
  }

  @Test("a blank line asks nothing")
  func blank() {
    #expect(ExpressionLines.answer(to: " \t\r", in: .vi) == nil)
  }
}
