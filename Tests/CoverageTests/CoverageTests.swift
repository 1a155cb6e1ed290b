import Coverage
import Diagnostics
import Rules
import Testing

@Suite("coverage")
struct CoverageTests {
  static let pack = """
    documents:
      - id: kh
        title: Kế hoạch
        effective: {from: 2026-04-20}
        clauses:
          - {id: I.1, summary: Yêu cầu chung, not_checkable: Không có đại lượng đo được}
          - {id: III.4.2.KQ4, summary: "Cán bộ có “chữ ký số cá nhân”"}
          - {id: III.4.2.KQ5, summary: Báo cáo trước ngày 20 hằng tháng}
          - {id: III.5.1.NV1, summary: "=Chưa ai viết, \\"quy tắc\\""}
    units: [{id: vp, name: Văn phòng}]
    datasets:
      - {id: so, file: so.csv, columns: {ngay: {type: date}}}
    rules:
      - {id: ky-so, title: Ký số, clause: [kh/III.4.2.KQ4, kh/III.4.2.KQ5], responsible: vp,
         ratio: {of: so, that: has(ngay), at_least: 100%}}
      - {id: bao-cao, title: Báo cáo, clause: kh/III.4.2.KQ5, responsible: vp,
         due: {by: 2026-06-30}, evidence: {of: so, done_at: ngay}}
    """

  private func rules(_ text: String = pack) throws -> RuleSet {
    var sink = DiagnosticSink()
    let pack = PackLoader.load(
      files: [PackFile(path: "a.yaml", text: text)],
      folder: "p",
      into: &sink
    )
    try #require(!sink.hasErrors, "\(sink.diagnostics.map(\.message.en))")
    return pack.ruleSet
  }

  private func report(text: String? = nil) throws -> CoverageReport {
    let rules = try rules()
    return CoverageReport(
      pack: "Bộ thử",
      documents: rules.documents.map { DocumentCoverage($0, in: rules) },
      text: text.map { DocumentText($0, of: rules.documents[0], in: rules) }
    )
  }

  @Test("every clause has one status")
  func statuses() throws {
    let document = try #require(try report().documents.first)
    #expect(
      document.entries.map(\.status) == [
        .notCheckable(because: "Không có đại lượng đo được"),
        .judged(by: [RuleID("ky-so")]),
        .judged(by: [RuleID("bao-cao"), RuleID("ky-so")]),
        .missing,
      ]
    )
    #expect(document.sections.map(\.section) == ["I", "III.4", "III.5"])
    #expect(document.total.all == 4)
    #expect(document.isIncomplete)
  }

  @Test("a clause whose rules all ask for evidence is judged from evidence")
  func evidence() throws {
    let text = Self.pack.split(separator: "\n", omittingEmptySubsequences: false)
      .map {
        $0.contains("id: ky-so")
          ? $0.replacing("kh/III.4.2.KQ4, kh/III.4.2.KQ5", with: "kh/III.4.2.KQ4") : $0
      }
      .joined(separator: "\n")
    let rules = try rules(text)
    let coverage = DocumentCoverage(rules.documents[0], in: rules)
    #expect(coverage.entries[2].status == .evidenced(by: [RuleID("bao-cao")]))
  }

  @Test("without a missing clause and a misquotation the report is complete")
  func complete() throws {
    let text = Self.pack.replacing(
      "III.5.1.NV1, summary:",
      with: "III.5.1.NV1, not_checkable: x, summary:"
    )
    let rules = try rules(text)
    let documents = rules.documents.map { DocumentCoverage($0, in: rules) }
    #expect(!CoverageReport(pack: "", documents: documents).isIncomplete)
    let wrong = DocumentText("Không có cụm ấy.", of: rules.documents[0], in: rules)
    #expect(CoverageReport(pack: "", documents: documents, text: wrong).isIncomplete)
  }

  @Test("quotations are found whatever their Unicode form, spacing and tone marks")
  func quotations() throws {
    let rules = try rules()
    let nfd =
      "100% lãnh đạo có chư\u{303} ky\u{301}\nsô\u{301}   cá nhân; và “quy tắc”. \"quy tắc\""
    #expect(DocumentText(nfd, of: rules.documents[0], in: rules).misquotations == [])
    let other = DocumentText("Chữ ký số chuyên dùng.", of: rules.documents[0], in: rules)
    #expect(
      other.misquotations == [
        .init(place: "kh/III.4.2.KQ4", phrase: "chữ ký số cá nhân"),
        .init(place: "kh/III.5.1.NV1", phrase: "quy tắc"),
      ]
    )
  }

  @Test("sentences with a figure that no clause mentions are listed with their line")
  func sentences() throws {
    let rules = try rules()
    let text = """
      Phần mở đầu không có gì.

      Các đơn vị báo cáo trước ngày 20
      hằng tháng. Tối thiểu 95% người dân
      hài lòng; điều này quan trọng.
      """
    let found = DocumentText(text, of: rules.documents[0], in: rules).uncovered
    #expect(found == [.init(line: 4, text: "Tối thiểu 95% người dân hài lòng;")])
  }

  @Test("CSV is quoted and never a formula, Markdown keeps its columns")
  func tables() throws {
    let csv = String(decoding: try report().render(.csv, .vi), as: UTF8.self)
    #expect(csv.contains("kh,III.5,III.5.1.NV1,\"'=Chưa ai viết, \"\"quy tắc\"\"\",missing,,\r\n"))
    #expect(csv.hasPrefix("document,section,clause,summary,status,rules,reason\r\n"))
    let markdown = String(decoding: try report().render(.markdown, .en), as: UTF8.self)
    #expect(
      markdown.contains("| `I.1` | Yêu cầu chung | not checkable: Không có đại lượng đo được |")
    )
  }

  @Test("text and JSON tell totals and the missing clause")
  func printed() throws {
    let text = String(decoding: try report().render(.text, .vi), as: UTF8.self)
    #expect(
      text.contains(
        "4 điều khoản: 2 xét bằng số liệu, 0 xét bằng minh chứng, 1 không kiểm tra được, 1 còn thiếu"
      )
    )
    #expect(text.contains("CÒN THIẾU: chưa có quy tắc nào"))
    let json = String(decoding: try report(text: "x").render(.json, .vi), as: UTF8.self)
    #expect(json.contains("\"status\": \"missing\""))
    #expect(json.contains("\"misquotations\""))
  }
}
