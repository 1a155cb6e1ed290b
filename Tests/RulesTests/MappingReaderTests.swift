import CivilTime
import Diagnostics
import Rules
import Testing
import YAMLTree

@Suite("reading a mapping")
struct MappingReaderTests {
  /// Reads a text with a reader and returns what the body returns, with the report.
  private func read<Value>(
    _ yaml: String,
    _ body: (inout MappingReader) -> Value
  ) throws -> (value: Value, report: String) {
    var sink = DiagnosticSink()
    let document = YAMLDocument(Array(yaml.utf8), file: "a.yaml", into: &sink)
    var reader = MappingReader(
      try #require(document.root),
      what: Phrase(vi: "phép kiểm 'ratio'", en: "check 'ratio'")
    )
    let value = body(&reader)
    reader.finish(into: &sink)
    let renderer = DiagnosticRenderer(language: .en, sources: [document.source])
    return (value, renderer.render(sink.sorted()))
  }

  @Test("keys never asked for are unknown, with the nearest that was asked for")
  func unknownKeys() throws {
    let (_, report) = try read("of: a\nwher: b\nxyz: c\n") {
      _ = $0.required("of")
      _ = $0.optional("where")
    }
    #expect(
      report == """
        a.yaml:2:1: error: [unknown-key] unknown key 'wher' in check 'ratio'
         2 | wher: b
           | ^^^^
          help: did you mean 'where'?
        a.yaml:3:1: error: [unknown-key] unknown key 'xyz' in check 'ratio'
         3 | xyz: c
           | ^^^
          help: the keys here are: of, where

        """
    )
  }

  @Test("all faults of a mapping are reported in one go, in Vietnamese too")
  func several() {
    let read = readPack(
      FaultyPack.base + """
          - id: Đ
            titel: Chữ ký
            clause: kh57/I.3
            responsible: văn phòng
            severity: lớn
            effective: {from: 1/5/2026}
            ratio: {}
        """
    )
    #expect(
      read.report(.vi) == """
        p/a.yaml:19:5: lỗi: [missing-key] quy tắc thiếu khoá 'title'
         19 |   - id: Đ
            |     ^^
        p/a.yaml:19:9: lỗi: [invalid-value] 'Đ' không thể làm mã
         19 |   - id: Đ
            |         ^
          cách sửa: chỉ dùng chữ thường không dấu a-z, chữ số, dấu '.' và '-'
        p/a.yaml:20:5: lỗi: [unknown-key] khoá lạ 'titel' trong quy tắc
         20 |     titel: Chữ ký
            |     ^^^^^
          cách sửa: có phải ý bạn là 'title'?
        p/a.yaml:21:18: lỗi: [unknown-name] không có điều khoản 'I.3'
         21 |     clause: kh57/I.3
            |                  ^^^
          cách sửa: có phải ý bạn là 'I.1'?
        p/a.yaml:22:18: lỗi: [unknown-name] không có đơn vị 'văn phòng'
         22 |     responsible: văn phòng
            |                  ^^^^^^^^^
        p/a.yaml:23:15: lỗi: [invalid-value] 'severity' không nhận giá trị 'lớn'
         23 |     severity: lớn
            |               ^^^
          ghi chú: các giá trị dùng được: minor, major, critical
        p/a.yaml:24:23: lỗi: [invalid-value] 'from': '1/5/2026' không phải ngày
         24 |     effective: {from: 1/5/2026}
            |                       ^^^^^^^^
          cách sửa: viết là 2026-05-01

        """
    )
  }

  @Test("nothing but the shape is reported of something that is no mapping")
  func noMapping() throws {
    let (value, report) = try read("- a\n") { $0.text("of", .required) }
    #expect(value == nil)
    #expect(report.hasPrefix("a.yaml:1:1: error: [expected-mapping] check 'ratio' must be"))
    #expect(report.split(separator: "\n").count == 3)
  }

  struct NumberCase: Sendable, CustomTestStringConvertible {
    var text: String
    var integer: Int?
    var decimal: String?
    var testDescription: String { text }
  }
  static let numbers: [NumberCase] = [
    .init(text: "20", integer: 20, decimal: "20"),
    .init(text: "08", integer: 8, decimal: "8"),
    .init(text: "'08'", integer: 8, decimal: "8"),
    .init(text: "-3", integer: -3, decimal: "-3"),
    .init(text: "--3", integer: nil, decimal: nil),
    .init(text: "0.5", integer: nil, decimal: "0.5"),
    .init(text: "95%", integer: nil, decimal: "0.95"),
    .init(text: "89,5", integer: nil, decimal: nil),
    .init(text: "1_000", integer: nil, decimal: nil),
    .init(text: "0x10", integer: nil, decimal: nil),
    .init(text: "1e3", integer: nil, decimal: nil),
    .init(text: "12345678901234567890", integer: nil, decimal: nil),
    .init(text: "٣", integer: nil, decimal: nil),
    .init(text: ".5", integer: nil, decimal: nil),
  ]

  @Test("numbers are read exactly or refused", arguments: numbers)
  func number(_ c: NumberCase) throws {
    let integer = try read("n: \(c.text)") { $0.integer("n", in: -100...100) }
    #expect(integer.value == c.integer && integer.report.isEmpty == (c.integer != nil))
    let decimal = try read("n: \(c.text)") { $0.decimal("n") }
    #expect(decimal.value?.description == c.decimal)
    #expect(decimal.report.isEmpty == (c.decimal != nil))
  }

  @Test(
    "a number with too many digits is told from what is no number",
    arguments: [
      ("123456789012345678", nil), ("1234567890123456789", true), ("-1234567890123456789.5%", true),
      ("0.123456789012345678", nil), ("0.1234567890123456789", true), ("1.2.3", false),
      ("3074457345618258602.4", true), ("9 %", nil), ("12345678901234567890x", false),
      ("%", false), ("-", false), ("1.", false),
    ] as [(String, Bool?)]
  )
  func longNumbers(_ text: String, isLong: Bool?) throws {
    let report = try read("n: '\(text)'") { $0.decimal("n") }.report
    #expect(
      report.contains("'n': '\(text)' has too many digits to be kept exactly") == (isLong == true)
    )
    #expect(report.contains("'n': '\(text)' is not a number") == (isLong == false))
    #expect(report.contains("at most 18 digits before the point") == (isLong == true))
  }

  @Test("a key decides that no means no")
  func booleans() throws {
    for (text, value) in [("true", true), ("no", false), ("FALSE", false), ("có", true)] {
      let result = try read("b: \(text)") { $0.boolean("b") }
      #expect(result.value == value && result.report.isEmpty)
    }
    #expect(try read("b: 1") { $0.boolean("b") }.report.contains("neither true nor false"))
    #expect(try read("b: no") { $0.text("b") }.value == "no")
  }

  @Test("texts are trimmed and composed, blank ones count as absent")
  func texts() throws {
    let decomposed = "Đo\u{31B}n vi\u{323}"
    #expect(try read("t: '  \(decomposed)\u{A0}'") { $0.text("t") }.value == "Đơn vị")
    #expect(try read("t: '  '") { $0.text("t") }.value == nil)
    let required = try read("t: ''") { $0.text("t", .required) }
    #expect(required.report.contains("[missing-key] key 't' in check 'ratio' has no value"))
    #expect(try read("t: [a]") { $0.text("t") }.report.contains("[expected-scalar]"))
  }

  @Test("lists may stand for themselves or, where allowed, for one value")
  func lists() throws {
    #expect(try read("l: [a, b]") { $0.texts("l") }.value == ["a", "b"])
    #expect(try read("l: a") { $0.texts("l", allowsSingle: true) }.value == ["a"])
    #expect(
      try read("l: a") { $0.texts("l") }.report.contains("[expected-list] 'l' must be a list")
    )
    #expect(try read("l: []") { $0.list("l")?.count }.value == 0)
    #expect(try read("l: ") { $0.list("l") == nil }.value)
  }

  @Test("spans, words and keys that exclude each other")
  func others() throws {
    #expect(try read("s: 7 days") { $0.span("s") }.value == Span(count: 7, unit: .days))
    #expect(try read("s: 7") { $0.span("s") }.report.contains("is not a length of time"))
    #expect(try read("w: none") { reader -> Roll? in reader.oneOf("w") }.value == Roll.none)
    let both = try read("a: 1\nb: 2\n") { $0.refuseTogether(["a", "b", "c"]) }
    #expect(both.value && both.report.contains("2:1: error: [conflicting-keys] 'a' and 'b'"))
    #expect(try read("a: 1\n") { $0.refuseTogether(["a", "b"]) }.value == false)
  }

  @Test("inner mappings report into the outer reader")
  func inner() throws {
    let (value, report) = try read("in: {x: 1, z: 2}\n") { reader in
      reader.mapping("in") { $0.integer("x", in: 0...9) }
    }
    #expect(value == 1)
    #expect(report.contains("1:12: error: [unknown-key] unknown key 'z' in 'in'"))
  }

  @Test("datasets and columns are found by name or suggested")
  func names() throws {
    let datasets = readPack(FaultyPack.base).pack.ruleSet.datasets
    let good = try read("of: ds\nkey: [ma, ngay]\ndone: dv\n") { reader in
      (
        reader.dataset("of", .required, among: datasets),
        reader.columns("key", among: datasets[0].columns),
        reader.column("done", among: datasets[0].columns)
      )
    }
    #expect(good.value.0 == 0 && good.value.1 == [0, 2] && good.value.2 == 1)
    #expect(good.report.isEmpty)
    let bad = try read("of: dss\nkey: [maa, ma, ma]\n") { reader in
      _ = reader.dataset("of", among: datasets)
      return reader.columns("key", among: datasets[0].columns)
    }
    #expect(bad.value == [0])
    #expect(bad.report.contains("unknown dataset 'dss'") && bad.report.contains("mean 'ds'?"))
    #expect(bad.report.contains("unknown column 'maa'") && bad.report.contains("named twice"))
  }
}
