import Diagnostics
import Findings
import Foundation
import Reports
import Rules
import TestSupport
import Testing

/// Opens pages in a real Chromium: what a leader sees, and what must never happen.
@Suite("the HTML page in a browser", .serialized)
struct BrowserTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func page() throws -> String { SampleLeadership.html(try SampleLeadership.content()) }

  private func opened(_ page: String, hash: String = "") throws -> PageText {
    PageText(try Chromium.document(page, hash: hash, in: folder))
  }

  @Test("it opens from a file, its script runs, and everything is there")
  func opens() throws {
    let document = try opened(try page())
    #expect(document.shownViolations == 3)
    #expect(document.tags("div", with: "id=\"filter\"").allSatisfy { !$0.contains(" hidden") })
    #expect(document.text.contains("Đang hiện cả 3 vi phạm ghi trên trang này."))
    for section in ["open", "map", "scores", "trend", "violations", "notes", "inputs", "method"] {
      #expect(document.tags("section", with: "id=\"\(section)\"").count == 1)
    }
  }

  struct Case: CustomTestStringConvertible {
    let hash: String
    let shown: Int
    var testDescription: String { hash }

    static let cases: [Case] = [
      .init(hash: "unit=vhxh", shown: 2),
      .init(hash: "unit=vhxh&verdict=failed", shown: 1),
      .init(hash: "severity=critical", shown: 2),
      .init(hash: "change=new", shown: 1),
      .init(hash: "group=kh%2FI", shown: 1),
      .init(hash: "q=chu%20ky%20so", shown: 1),
      .init(hash: "q=CH%E1%BB%AE%20k%C3%BD%20v%C4%83n%20ho%C3%A1", shown: 1),
      .init(hash: "q=khong-co-gi", shown: 0),
      .init(hash: "unit=vp&change=new", shown: 0),
      .init(hash: "unit=%3Cscript%3E&q=%", shown: 3),
    ]
  }

  @Test("filters and search show what fits, and say how many", arguments: Case.cases)
  func filters(_ example: Case) throws {
    let document = try opened(try page(), hash: example.hash)
    #expect(document.shownViolations == example.shown)
    let said =
      switch example.shown {
      case 0: "Không có vi phạm nào khớp."
      case 3: "Đang hiện cả 3 vi phạm"
      default: "Đang hiện \(example.shown) trong 3 vi phạm"
      }
    #expect(document.text.contains(said))
    let units = document.tags("details", with: "class=\"unit").filter { !$0.contains(" hidden") }
    #expect(example.shown == 3 || units.count <= example.shown)
  }

  @Test("no script of the data runs, whatever a unit is called")
  func hostileNames() throws {
    let names = HTMLReportTests.hostile + ["<script>document.title=\"pwned\"</script>"]
    let run = try SampleLeadership.crowd(units: names, rules: 2)
    let document = try opened(SampleLeadership.html(ReportContent(run: run)))
    #expect(document.shownViolations == names.count * 2)
    #expect(document.html.contains("<title>Kế hoạch thử – xã Mẫu – 20/11/2026</title>"))
    #expect(document.tags("script").count == 1)
    #expect(document.tags("img").isEmpty)
  }

  @Test("even a script that got into the page would not run, and a picture would not be fetched")
  func policyHolds() throws {
    let injected = try page().replacing(
      "<main",
      with: "<script>document.title='pwned'</script><img src=\"http://127.0.0.1:9/x.png\""
        + " onerror=\"document.title='pwned'\"><p style=\"color:red\">x</p><main"
    )
    let document = PageText(try Chromium.document(injected, in: folder))
    #expect(document.html.contains("<title>Kế hoạch thử – xã Mẫu – 20/11/2026</title>"))
    #expect(try requests(of: injected).isEmpty)
  }

  @Test("nothing is requested from anywhere")
  func requestsNothing() throws {
    #expect(try requests(of: try page()).isEmpty)
    // The log does show requests if there are any.
    let chatty = "<!DOCTYPE html><title>x</title><img src=\"http://127.0.0.1:9/x.png\">"
    #expect(try requests(of: chatty).contains { $0.contains("127.0.0.1:9/x.png") })
  }

  /// The addresses on a network that opening a page asks for.
  private func requests(of page: String) throws -> [String] {
    let file = try folder.write(page, to: "page-\(UUID().uuidString).html")
    let log = "net-\(UUID().uuidString).json"
    _ = try Chromium.open(
      "file://\(file)",
      [
        "--log-net-log=\(folder.path(log))", "--virtual-time-budget=4000", "--dump-dom",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ],
      in: folder
    )
    let lines = try folder.read(log).split(separator: "\n")
    return lines.compactMap { line in
      // What the browser asks for by itself has no origin.
      guard line.contains("\"initiator\":\""), !line.contains("\"initiator\":\"not an origin\"")
      else { return nil }
      return line.firstMatch(of: /"url":"((?:https?|wss?|ftp):[^"]*)"/).map { String($0.1) }
    }
  }

  @Test("it prints on A4 with everything opened and pages numbered")
  func prints() throws {
    let file = try folder.write(try page(), to: "print.html")
    let pdf = folder.path("page.pdf")
    _ = try Chromium.open(
      "file://\(file)",
      ["--no-pdf-header-footer", "--print-to-pdf=\(pdf)"],
      in: folder
    )
    let info = try Chromium.run(Chromium.path(["pdfinfo"]), [pdf], in: folder).output
    #expect(info.contains("A4"))
    let pages = try #require(info.firstMatch(of: /Pages:\s+(\d+)/).flatMap { Int($0.1) })
    #expect((3...9).contains(pages))
    let text = try Chromium.run(Chromium.path(["pdftotext"]), ["-layout", pdf, "-"], in: folder)
      .output
    let bare = text.filter { !$0.isWhitespace }
    let wanted = [
      "1/\(pages)", "\(pages)/\(pages)", "can-bo.csv:17", "20/11/2026−25/9/2026",
      "VănphòngHĐNDvàUBND",
    ]
    #expect(wanted.filter { !bare.contains($0) } == [])
    #expect(!text.contains("Bỏ lọc"))
    Attachment.record(try #require(folder.bytes("page.pdf")), named: "page.pdf")
  }

  @Test("pictures of the page are taken, wide and narrow", arguments: [1366, 390])
  func pictures(_ width: Int) throws {
    let file = try folder.write(try page(), to: "picture-\(width).html")
    let name = "page-\(width).png"
    _ = try Chromium.open(
      "file://\(file)",
      [
        "--window-size=\(width),3000", "--virtual-time-budget=4000",
        "--screenshot=\(folder.path(name))",
      ],
      in: folder
    )
    let bytes = try #require(folder.bytes(name))
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(bytes.count > 50_000)
    Attachment.record(bytes, named: name)
  }
}
