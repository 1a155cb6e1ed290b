import CivilTime
import Diagnostics
import Findings
import Rules
import Scores
import Testing

@testable import Reports

@Suite("the HTML page's values")
struct HTMLViewTests {
  private func context(_ run: Run, _ language: Language = .vi) -> HTMLContext {
    HTMLContext(ReportContent(run: run), ReportOptions(language: language))
  }

  @Test("units stand in Vietnamese order, numbers as numbers, NFC and NFD alike")
  func order() throws {
    let names = [
      "Thôn 10", "Trường B", "Đội 1", "Dân quân", "Thôn 2", "E", "Th\u{6F}\u{302}n 3",
      "Ban An ninh",
    ]
    let run = try SampleLeadership.crowd(units: names, rules: 1)
    #expect(
      context(run).units.map(\.name) == [
        "Ban An ninh", "Dân quân", "Đội 1", "E", "Thôn 2", "Thôn 3", "Thôn 10", "Trường B",
      ]
    )
  }

  struct Case: CustomTestStringConvertible {
    let clauses: [String]
    let groups: [String]
    var testDescription: String { clauses.joined(separator: " ") }

    static let cases: [Case] = [
      .init(clauses: [], groups: []),
      .init(clauses: ["I"], groups: ["I"]),
      .init(clauses: ["I.1", "I.4.b", "IV.2.BC"], groups: ["I", "IV"]),
      .init(
        clauses: ["II.1.1", "II.1.4.a", "II.2", "III.4.1.NV1", "III.4.2.KQ4.b", "III.10.3.NL"],
        groups: ["II", "III.4", "III.10"]
      ),
      .init(clauses: ["5.2.1.a", "5.3.x.b"], groups: ["5"]),
    ]
  }

  @Test("groups follow from clause ids alone", arguments: Case.cases)
  func groups(_ example: Case) throws {
    var rules = try SamplePack.rules()
    rules.documents[0].clauses = example.clauses.map {
      Clause(id: $0, summary: "", notCheckable: nil)
    }
    #expect(PlanGroups(rules).all.map(\.section) == example.groups)
  }

  @Test("nothing, one and many obligations")
  func sizes() throws {
    let none = HTMLPage(context(try SamplePack.emptyRun()))
    #expect(none.heat == nil)
    #expect(none.undecided == nil)
    #expect(none.units.units.isEmpty)
    #expect(!none.filter.isUseful)
    let one = HTMLPage(context(try SampleLeadership.crowd(units: ["Thôn 1"], rules: 1)))
    #expect(one.heat?.rows.map(\.name) == ["Thôn 1"])
    #expect(one.heat?.columns.map(\.label) == ["I"])
    #expect(one.heat?.rows.first?.cells.first?.bad == "✗ 1")
    #expect(one.units.units.first?.violations.count == 1)
    #expect(!one.units.isCut)
    let names = (1...60).map { "Thôn \($0)" }
    let many = HTMLPage(context(try SampleLeadership.crowd(units: names, rules: 70)))
    #expect(many.heat?.all.bad == "✗!! 4.200")
    #expect(many.units.total == "4.200")
    #expect(many.units.isCut)
    #expect(many.units.units.allSatisfy { $0.violations.count == 1_000 / 60 })
    #expect(many.units.units.allSatisfy { $0.violations.allSatisfy { $0.severity != "minor" } })
  }

  @Test("what is written is capped, whatever the run holds; what is counted is not")
  func caps() throws {
    let names = (0..<400).map { "Thôn \($0)" }
    let run = try SampleLeadership.crowd(units: names, rules: 60, cells: 20)
    let page = HTMLPage(context(run))
    #expect(page.units.writtenCount == HTMLLimit.violations / 400 * 400)
    let cells = page.units.units.flatMap(\.violations).reduce(0) { $0 + $1.evidence.count }
    #expect(cells <= HTMLLimit.cells + HTMLLimit.violations * HTMLLimit.fewCells)
    #expect(page.facts.contains { $0.value == "24.000" })
    #expect(page.heat?.rows.count == 400)
    #expect(page.matrices?.groups.allSatisfy { $0.units.isEmpty } == true)
    #expect(page.units.units.allSatisfy { $0.leftOut?.contains("--format csv") == true })
  }

  @Test("one obligation's evidence is capped as all evidence is")
  func evidence() throws {
    let run = try SampleLeadership.crowd(units: ["Thôn 1"], rules: 2, cells: 9_000)
    let violations = HTMLPage(context(run)).units.units.flatMap(\.violations)
    #expect(violations.map(\.evidence.count) == [HTMLLimit.cells, HTMLLimit.fewCells])
    #expect(violations.allSatisfy { $0.evidenceRest != nil })
  }

  struct Calm: CustomTestStringConvertible {
    let verdicts: [Verdict]
    let mark: String
    let plain: String?
    let words: String
    var testDescription: String { "\(verdicts)" }

    static let clean = "Không có vi phạm."
    static let partly = "Không thấy vi phạm trong phần đã xét."
    static let cases: [Calm] = [
      .init(verdicts: [.met, .met], mark: "met", plain: "✓\u{A0}2", words: clean),
      .init(
        verdicts: [.met, .notApplicable],
        mark: "met",
        plain: "✓\u{A0}1 –\u{A0}1",
        words: clean
      ),
      .init(
        verdicts: [.met, .pending, .pending],
        mark: "calm",
        plain: "…\u{A0}2 ✓\u{A0}1",
        words: clean
      ),
      .init(
        verdicts: [.met, .waived, .pending],
        mark: "waived",
        plain: "○\u{A0}1 …\u{A0}1 ✓\u{A0}1",
        words: clean
      ),
      .init(verdicts: [.notApplicable], mark: "calm", plain: "–\u{A0}1", words: clean),
      .init(verdicts: [.pending], mark: "calm", plain: "…\u{A0}1", words: partly),
      .init(verdicts: [.met, .noData], mark: "open", plain: nil, words: partly),
      .init(verdicts: [.error], mark: "open", plain: nil, words: partly),
    ]
  }

  @Test("nobody looked is never shown as met", arguments: Calm.cases)
  func calm(_ example: Calm) throws {
    var run = try SampleLeadership.crowd(units: ["Thôn 1"], rules: example.verdicts.count)
    for (index, verdict) in example.verdicts.enumerated() {
      run.obligations[index].verdict = verdict
    }
    let page = HTMLPage(context(run))
    let heat = try #require(page.heat)
    let row = try #require(heat.rows.first)
    for cell in row.cells + [row.total, heat.all] + heat.totals {
      #expect(cell.mark == example.mark)
      #expect(cell.plain == example.plain)
    }
    let unit = try #require(page.units.units.first)
    #expect(unit.isClean)
    #expect(unit.cleanWords == example.words)
  }

  @Test("filters offer what is not written too, and then say where it stands")
  func choices() throws {
    let run = try SampleLeadership.crowd(units: (1...60).map { "Thôn \($0)" }, rules: 70)
    let page = HTMLPage(context(run))
    #expect(page.units.units.allSatisfy { $0.violations.allSatisfy { $0.severity != "minor" } })
    #expect(page.filter.severities.map(\.value) == ["critical", "major", "minor"])
    #expect(page.filter.noneWords.contains("--format csv"))
    let whole = HTMLPage(context(try SampleLeadership.crowd(units: ["Thôn 1"], rules: 1)))
    #expect(!whole.filter.noneWords.contains("--format csv"))
  }

  private func scores(_ change: (inout Chronicle) -> Void) throws -> HTMLScores {
    var content = try SampleLeadership.content()
    var chronicle = try #require(content.chronicle)
    change(&chronicle)
    content.chronicle = chronicle
    return try #require(HTMLContext(content, ReportOptions(language: .vi)).scoreTable)
  }

  @Test("no line is drawn across runs without a score")
  func gaps() throws {
    let whole = try scores { _ in }.rows.compactMap(\.history)
    #expect(whole.map(\.best.count) == [1])
    let broken = try scores { $0.trend[1].scores = [:] }.rows.compactMap(\.history)
    #expect(broken.map(\.best.count) == [2])
    #expect(broken.map(\.areas.count) == [2])
    #expect(broken.first?.worst == ["0,28 1,28", "99,15 100,15"])
  }

  @Test("scores of another scoring table are not drawn, and the page says so")
  func tables() throws {
    let same = try scores { chronicle in
      for index in chronicle.trend.indices { chronicle.trend[index].scoringDigest = "a" }
    }
    #expect(same.historyNote == nil)
    #expect(same.rows.compactMap(\.history).map(\.best) == [["0,21 50,12 100,7"]])
    let changed = try scores { chronicle in
      chronicle.trend[1].scoringDigest = "a"
      chronicle.trend[2].scoringDigest = "a"
    }
    #expect(changed.historyNote?.contains("của 1 lần xét trước") == true)
    #expect(changed.historyScale == "80–100")
    #expect(changed.rows.compactMap(\.history).map(\.best.count) == [1])
    let alone = try scores { $0.trend[2].scoringDigest = "a" }
    #expect(alone.historyNote?.contains("của 2 lần xét trước") == true)
    #expect(!alone.hasHistory)
  }

  @Test("without scores and history the page says so")
  func bare() throws {
    let page = HTMLPage(context(try SamplePack.fullRun()))
    #expect(page.scores == nil)
    #expect(page.trend == nil)
    let violations = page.units.units.flatMap(\.violations)
    #expect(violations.allSatisfy { $0.cost == nil && $0.since.contains("--history") })
    let text = PageText(HTMLTemplate.render(page, .vi)).text
    #expect(text.contains("không có bảng điểm"))
    #expect(text.contains("không kèm lịch sử"))
  }

  @Test("points, facts carried once, sightings and deadlines of a violation")
  func violations() throws {
    let content = try SampleLeadership.content()
    let page = HTMLPage(HTMLContext(content, ReportOptions(language: .vi)))
    let units = page.units.units
    let culture = try #require(units.first { $0.id == "vhxh" })
    let overdue = try #require(culture.violations.first)
    #expect(overdue.severity == "critical")
    #expect(overdue.points == "−5")
    #expect(overdue.deadline.map(\.date) == ["02/9/2026", "03/9/2026", "25/9/2026", "56 ngày"])
    #expect(overdue.deadline.last?.note == "20/11/2026 − 25/9/2026")
    #expect(overdue.supporting == "Văn phòng HĐND và UBND")
    let failed = try #require(culture.violations.last)
    #expect(failed.points == "0")
    #expect(failed.cost?.contains("cùng một sự việc") == true)
    #expect(failed.since.contains("20/9/2026"))
    #expect(failed.distance == "còn thiếu 1 dòng")
    #expect(failed.figures.map(\.value) == ["7", "8", "100 %", "3"])
    #expect(failed.evidenceRest != nil)
    #expect(culture.score?.gates.first?.causes.first?.anchor == overdue.anchor)
  }

  @Test(
    "the axis of scores",
    arguments: [(-5, 0), (0, 0), (50, 5_000), (100, 10_000), (120, 10_000)]
  )
  func axis(_ score: Int, _ place: Int) {
    let axis = ScoreAxis(from: Decimal(mantissa: 0), to: Decimal(mantissa: 100))
    #expect(axis.place(Decimal(mantissa: Int128(score))) == place)
    let flat = ScoreAxis(from: Decimal(mantissa: 5), to: Decimal(mantissa: 5))
    #expect(flat.place(Decimal(mantissa: Int128(score))) == 0)
  }

  @Test(
    "base64 as RFC 4648 has it",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ]
  )
  func base64(_ text: String, _ encoded: String) {
    #expect(ContentHash.base64(Array(text.utf8)) == encoded)
  }

  @Test("one language is taken of a template")
  func languages() {
    #expect(TemplateSet.localized("a [[b|c]] d [[e|f]]", .vi) == "a b d e")
    #expect(TemplateSet.localized("a [[b|c]] d [[e|]]", .en) == "a c d ")
    #expect(TemplateSet.localized("x[[0]]", .en) == "x0")
  }
}
