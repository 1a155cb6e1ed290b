import Diagnostics
import Engine
import Reports
import Rules
import Testing

@testable import CheckCLI

@Suite("options")
struct OptionTests {
  struct Format: CustomTestStringConvertible {
    let texts: [String]
    /// Kind and file of each report, or nil if the options are refused.
    let wanted: [String]?
    var testDescription: String { texts.joined(separator: " ") }

    static let cases: [Format] = [
      .init(texts: [], wanted: ["terminal:stdout"]),
      .init(texts: ["json"], wanted: ["json:stdout"]),
      .init(texts: ["json=-"], wanted: ["json:stdout"]),
      .init(texts: ["json=a.json"], wanted: ["json:a.json"]),
      .init(texts: ["json=a=b.json"], wanted: ["json:a=b.json"]),
      .init(texts: ["json=a.json", "terminal"], wanted: ["json:a.json", "terminal:stdout"]),
      .init(texts: ["json=a", "json=b"], wanted: ["json:a", "json:b"]),
      .init(texts: ["json", "terminal"], wanted: nil),
      .init(texts: ["json=a", "terminal=a"], wanted: nil),
      .init(texts: ["json="], wanted: nil),
      .init(texts: ["jsn"], wanted: nil),
      .init(texts: ["JSON"], wanted: nil),
      .init(texts: [""], wanted: nil),
    ]
  }

  @Test("--format says what goes where", arguments: Format.cases)
  func format(_ example: Format) throws {
    guard let wanted = example.wanted else {
      let failure = #expect(throws: Failure.self) {
        try FormatOption.parse(example.texts, default: TerminalReport.self, .vi)
      }
      #expect(failure?.status == .usage)
      return
    }
    let options = try FormatOption.parse(example.texts, default: TerminalReport.self, .vi)
    #expect(options.map { "\($0.format.name):\($0.file ?? "stdout")" } == wanted)
  }

  @Test("a wrong kind of report is met with the nearest right one")
  func formatSuggestion() {
    let failure = #expect(throws: Failure.self) {
      try FormatOption.parse(["jsn"], default: TerminalReport.self, .vi)
    }
    let kinds = ReportRegistry.all.map { $0.name }.joined(separator: ", ")
    #expect(
      failure?.text
        == """
        lỗi: không có loại báo cáo 'jsn' (có: \(kinds)); có phải ý bạn là 'json'?
        Xem: check --help

        """
    )
  }

  @Test(
    "a pattern fits from end to end",
    arguments: [
      ("a", "a", true), ("a", "ab", false), ("*", "", true), ("*", "abc", true),
      ("bao-*", "bao-cao", true), ("bao-*", "xbao-", false), ("*-cao", "bao-cao", true),
      ("b*c*o", "bao-cao", true), ("b*o*c*o", "bao-cao", true), ("a*a", "a", false),
      ("a*a", "aa", true), ("*a*b*", "xbxa", false), ("**", "x", true),
    ]
  )
  func glob(_ pattern: String, _ text: String, _ fits: Bool) {
    #expect(Glob(pattern).matches(text) == fits)
  }
}

@Suite("--select")
struct SelectionTests {
  static let pack = """
    pack: {schema: 1, name: Thử, language: vi, timezone: Asia/Ho_Chi_Minh, data: data}
    documents:
      - id: kh57
        title: Kế hoạch
        effective: {from: 2026-01-01}
        clauses:
          - {id: IV, summary: a}
          - {id: IV.1, summary: b}
          - {id: IV.1.a, summary: c}
          - {id: IVa, summary: d}
          - {id: V, summary: e, not_checkable: x}
    units:
      - {id: vp, name: Văn phòng}
      - {id: vhxh, name: Phòng Văn hoá – Xã hội, aliases: [VHXH]}
      - {id: kt, name: Phòng Kinh tế}
    groups: [{id: phong, name: Phòng, members: [vhxh, kt]}]
    datasets:
      - {id: d, file: d.csv, columns: {n: {type: integer}, dv: {type: unit}}, unit: dv}
    rules:
      - {id: a-1, title: A, clause: kh57/IV.1, responsible: vp, severity: minor, tags: [x],
         records: {of: d, require: n > 0}}
      - {id: a-2, title: B, clause: [kh57/IV.1.a, kh57/IVa], responsible: vp, severity: critical,
         tags: [x, y], records: {of: d, require: n > 0}}
      - {id: b-1, title: C, clause: kh57/IVa, responsible: vp, records: {of: d, require: n > 0}}
    """

  struct Case: CustomTestStringConvertible {
    let texts: [String]
    var rules: [String]?
    var units: [Int]?
    var testDescription: String { texts.joined(separator: " ") }

    static let cases: [Case] = [
      .init(texts: []),
      .init(texts: ["rule:a-1"], rules: ["a-1"]),
      .init(texts: ["rule:a-*"], rules: ["a-1", "a-2"]),
      .init(texts: ["rule:a-1", "rule:b-1"], rules: ["a-1", "b-1"]),
      .init(texts: ["clause:kh57/IV"], rules: ["a-1", "a-2"]),
      .init(texts: ["clause:kh57/IV.1.a"], rules: ["a-2"]),
      .init(texts: ["clause:kh57/IVa"], rules: ["a-2", "b-1"]),
      .init(texts: ["clause:kh57"], rules: ["a-1", "a-2", "b-1"]),
      .init(texts: ["clause:kh57/V"], rules: []),
      .init(texts: ["tag:x"], rules: ["a-1", "a-2"]),
      .init(texts: ["tag:x", "severity:major"], rules: ["a-2"]),
      .init(texts: ["severity:major"], rules: ["a-2", "b-1"]),
      .init(texts: ["severity:minor"], rules: ["a-1", "a-2", "b-1"]),
      .init(texts: ["tag:y", "rule:b-1"], rules: []),
      .init(texts: ["unit:kt"], units: [2]),
      .init(texts: ["unit:Phòng Văn hóa - Xã hội"], units: [1]),
      .init(texts: ["unit:vhxh", "unit:VHXH"], units: [1]),
      .init(texts: ["unit:phong"], units: [1, 2]),
      .init(texts: ["unit:all", "rule:a-1"], rules: ["a-1"], units: [0, 1, 2]),
    ]
  }

  private func resolver() throws -> SelectionResolver {
    var sink = DiagnosticSink()
    let pack = PackLoader.load(
      files: [PackFile(path: "p.yaml", text: Self.pack)],
      folder: "",
      into: &sink
    )
    let shown = DiagnosticRenderer(language: .en, sources: pack.sources).render(sink.sorted())
    try #require(!sink.hasErrors, Comment(rawValue: shown))
    return SelectionResolver(rules: pack.ruleSet, language: .vi)
  }

  @Test("one kind adds up, different kinds must all hold", arguments: Case.cases)
  func resolve(_ example: Case) throws {
    let selectors = try example.texts.map { try Selector($0, .vi) }
    let selection = try resolver().resolve(selectors)
    #expect(selection.rules.map { Set($0.map(\.text)) } == example.rules.map { Set($0) })
    #expect(selection.units == example.units.map { Set($0) })
  }

  @Test(
    "a selector that names nothing is wrong usage, with the nearest name",
    arguments: [
      ("rule:a-3", "có phải ý bạn là 'a-1'?"), ("rule:", "thiếu giá trị"), ("rul:a", "'rule'"),
      ("a-1", "không rõ chọn theo gì"), ("clause:kh57/VI", "'kh57/IV'"), ("clause:kh58", "'kh57'"),
      ("clause:IV", "không có điều khoản"), ("tag:z", "'x'"), ("severity:mayor", "'major'"),
      ("unit:vhx", "'vhxh'"), ("rule:z*", "không có quy tắc"),
    ]
  )
  func refused(_ text: String, _ hint: String) throws {
    let resolver = try resolver()
    let failure = #expect(throws: Failure.self) {
      _ = try resolver.resolve([Selector(text, .vi)])
    }
    #expect(failure?.status == .usage)
    #expect(failure?.text.contains(hint) == true)
  }
}
