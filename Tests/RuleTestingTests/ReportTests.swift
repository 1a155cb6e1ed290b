import CivilTime
import Diagnostics
import Findings
import Rules
import Testing

@testable import RuleTesting

@Suite("test reports")
struct ReportTests {
  @Test("JUnit holds a suite a file, a case a test, and nothing that XML cannot hold")
  func junit() async throws {
    let text = RunningTests.example
      .replacing(
        "name: nộp ngày 19 đúng hạn, ngày 20 quá hạn",
        with: #"name: "a <b> & \"c\"\t\x01""#
      )
      .replacing("days_late: 1", with: "days_late: 2")
    let outcomes = try await TestPack().run(text)
    let report = TestReport(packName: "Kế hoạch <1>", outcomes: outcomes)
    #expect(
      String(decoding: TestReportFormat.junit.render(report, .en), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="Kế hoạch &lt;1&gt;" tests="1" failures="1" errors="0" skipped="0">
          <testsuite name="rules/a.test.yaml" tests="1" failures="1" errors="0" skipped="0">
            <testcase classname="bao-cao-thang" name="a &lt;b&gt; &amp; &quot;c&quot;&#9;\u{FFFD}" file="rules/a.test.yaml" line="2">
              <failure message="bao-cao-thang kt 2026-10: days_late: expected 2, got 1">bao-cao-thang kt 2026-10: days_late: expected 2, got 1
            done 2026-10-20, 1 day late
            rules/a.test.yaml:8: bao_cao.ngay_gui '2026-10-20': done after the deadline; don_vi = &quot;kt&quot;, ky = &quot;2026-10&quot;</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """
    )
  }

  @Test("JSON names what was expected and what came out")
  func json() async throws {
    let text = RunningTests.example.replacing("days_late: 1", with: "days_late: 2")
    let report = TestReport(packName: "a", outcomes: try await TestPack().run(text))
    let json = String(decoding: TestReportFormat.json.render(report, .en), as: UTF8.self)
    #expect(json.contains(#""schema": "check-test/1""#))
    #expect(json.contains(#""summary": {"tests": 1, "passed": 0, "failed": 1}"#))
    #expect(json.contains(#"{"name": "days_late", "expected": "2", "got": "1"}"#))
    #expect(json.contains(#""missing_cases": null"#))
    #expect(json.contains(#""mutation": null"#))
  }

  @Test("a pack without tests says so")
  func empty() {
    let report = TestReport(packName: "a", outcomes: [])
    #expect(report.isPassed)
    #expect(TestReportFormat.text.render(report, .en) == Array("no tests\n".utf8))
  }
}
