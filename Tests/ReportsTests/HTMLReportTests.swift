import Diagnostics
import Findings
import Rules
import Testing

@testable import Reports

@Suite("the HTML page")
struct HTMLReportTests {
  @Test("the page reads as it was approved", arguments: Language.allCases)
  func golden(_ language: Language) throws {
    let content = try SampleLeadership.content()
    let page = SampleLeadership.html(content, language, masks: language == .en)
    #expect(page == SampleLeadership.html(content, language, masks: language == .en))
    let name = "page-\(language.rawValue)\(language == .en ? "-mask" : "").txt"
    try Golden.expect(Array(PageText(page).text.utf8), equals: name)
  }

  /// Names that would act if anything let them.
  static let hostile = [
    "<script>document.title='pwned'</script>", "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)", "</style><style>*{display:none}", "</title></script><svg onload=x>",
    "{{.script}}{{{.script}}}", "[[a|b]]", "&lt;b&gt;", "a\u{2028}b\u{202E}c\u{7}d\u{85}e",
  ]

  @Test("nothing of the data becomes markup", arguments: hostile)
  func inert(_ name: String) throws {
    let plain = try SampleLeadership.crowd(units: ["Thôn 1"], rules: 2)
    var run = try SampleLeadership.crowd(units: [name], rules: 2)
    run.rules.pack.name = name
    run.rules.units[0].name = name
    for index in run.rules.rules.indices {
      run.rules.rules[index].title = name
      run.rules.rules[index].guidance = name
    }
    for index in run.obligations.indices {
      run.obligations[index].evidence = run.obligations[index].evidence.map {
        var cell = $0
        (cell.value, cell.file, cell.column, cell.key) = (name, name, name, name)
        return cell
      }
    }
    run.selectors = [name]
    run.warnings = [Phrase(verbatim: name)]
    let page = PageText(SampleLeadership.html(ReportContent(run: run)))
    let calm = PageText(SampleLeadership.html(ReportContent(run: plain)))
    for element in ["script", "style", "img", "svg", "title", "a", "td", "article"] {
      #expect(page.count(of: element) == calm.count(of: element), "\(element)")
    }
    let unsafe: [Unicode.Scalar] = ["\u{2028}", "\u{202E}", "\u{7}", "\u{85}"]
    #expect(!page.html.unicodeScalars.contains { unsafe.contains($0) })
    #expect(page.tags("html") == calm.tags("html"))
  }

  @Test("the policy allows only the page's own style and script, by their digests")
  func policy() throws {
    let page = SampleLeadership.html(try SampleLeadership.content())
    let policy = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).1
    let text = PageText.decoded(String(policy))
    let style = try #require(page.firstMatch(of: /(?s)<style>(.*?)<\/style>/)).1
    let script = try #require(page.firstMatch(of: /(?s)<script>(.*?)<\/script>/)).1
    #expect(
      text == "default-src 'none'; style-src \(ContentHash.source(of: String(style))); "
        + "script-src \(ContentHash.source(of: String(script))); base-uri 'none'; form-action 'none'"
    )
    #expect(page.matches(of: /<script/).count == 1)
    #expect(page.matches(of: /<style/).count == 1)
  }

  @Test("nothing is asked of anyone, and no style or handler stands in an attribute")
  func selfContained() throws {
    let page = SampleLeadership.html(try SampleLeadership.content())
    #expect(page.firstRange(of: /(?:src|srcset|action|data|poster|ping)="/) == nil)
    #expect(page.firstRange(of: /<(?:link|img|iframe|object|embed|form|base|audio|video)\b/) == nil)
    #expect(page.firstRange(of: "@import") == nil)
    #expect(page.firstRange(of: /url\(/) == nil)
    #expect(page.matches(of: /href="([^"]*)"/).allSatisfy { $0.1.hasPrefix("#") })
    #expect(page.firstRange(of: /<[^>]*\s(?:style|on[a-z]+)="/) == nil)
  }

  @Test("every link leads somewhere, every id is one, every field and table is named")
  func accessible() throws {
    let page = SampleLeadership.html(try SampleLeadership.content())
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for match in page.matches(of: /(?:href="#|aria-labelledby="|\sfor=")([^"]*)"/) {
      #expect(ids.contains(String(match.1)), "no element \(match.1)")
    }
    let tables = page.matches(of: /<table\b/).count
    #expect(page.matches(of: /<table[^>]*>\s*<caption/).count == tables)
    #expect(page.firstRange(of: /<th(?![^>]*scope=)[ >]/) == nil)
    #expect(page.firstRange(of: /<svg(?![^>]*(?:aria-label|aria-hidden))/) == nil)
    let levels = page.matches(of: /<h([1-6])\b/).compactMap { Int($0.1) }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let fields = page.matches(of: /<(?:input|select)[^>]*id="([^"]*)"/).map { String($0.1) }
    #expect(fields.count == 6)
    #expect(fields.allSatisfy { page.contains("for=\"\($0)\"") })
    for landmark in ["<header", "<nav", "<main", "<footer", "role=\"search\"", "aria-live"] {
      #expect(page.contains(landmark))
    }
  }

  @Test("on every screen with a score stands that it is no classification")
  func caution() throws {
    let page = SampleLeadership.html(try SampleLeadership.content())
    let units = page.matches(of: /<div class="score">/).count
    let said = page.matches(of: /Đầu vào chấm điểm, không phải kết quả xếp loại/).count
    #expect(said >= units + 3)
  }

  @Test("personal data are masked everywhere")
  func masked() throws {
    let content = try SampleLeadership.content()
    let open = SampleLeadership.html(content)
    #expect(open.contains("Trần Thị Bích"))
    let masked = SampleLeadership.html(content, .vi, masks: true)
    #expect(!masked.contains("Trần Thị Bích"))
    #expect(!masked.contains("Nguyễn Văn An"))
    #expect(masked.contains("dữ liệu cá nhân đã được che"))
  }

  @Test("a page of 15 000 violations is no larger than one of 5 000")
  func size() throws {
    let names = (0..<5).map { "Thôn \($0)" }
    let sizes = try [1_000, 3_000].map { rules in
      let run = try SampleLeadership.crowd(units: names, rules: rules)
      return SampleLeadership.html(ReportContent(run: run)).utf8.count
    }
    #expect(sizes[1] < sizes[0] * 101 / 100)
  }
}

extension PageText {
  /// How many elements of a kind the page has, by their opening tags.
  fileprivate func count(of element: String) -> Int {
    html.matches(of: /<([a-z0-9]+)\b/).filter { $0.1 == element }.count
  }
}
