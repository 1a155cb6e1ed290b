import CivilTime
import Diagnostics
import Findings
import Reports
import Rules

extension SamplePack {
  /// Texts that a program could take for something else.
  static let hostileTexts = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "=HYPERLINK(\"http://x.vn\",\"a\")",
    "http://x.vn", "mailto:a@x.vn", "internal:A1", "<script>alert(1)</script>", "_x0041_",
    "a\u{0}b\u{1B}[31m", "| a | b |", "]]>", "&amp;", "{=1+1}", "'quoted", "1/2", "TRUE", "007",
    "e\u{301}\u{1F469}\u{200D}\u{1F467}",
  ]

  /// A run whose units and data hold such texts, and one text that is too long for a cell.
  static func hostileContent() throws -> ReportContent {
    var run = try emptyRun()
    run.rules.pack.name = "=A1&B1 <b>"
    run.rules.units[0].name = "=cmd|' /C calc'!A0"
    run.rules.rules[0].title = "<script>alert('x')</script> [a](http://x.vn) @ai #1"
    for (index, text) in (hostileTexts + [String(repeating: "ệ", count: 40_000)]).enumerated() {
      var obligation = obligation("bao-cao-thang", "vp", .failed, period: "2026-W\(index + 10)")
      obligation.evidence = [
        Evidence(
          dataset: DatasetID("can_bo"),
          file: "thư mục/a b#c%.csv",
          row: index,
          key: text,
          column: "ma",
          value: text,
          note: Phrase(verbatim: text)
        )
      ]
      obligation.evidenceTotal = 1
      run.obligations.append(obligation)
    }
    return ReportContent(run: run)
  }

  /// A run with shares, numbers and days, for the types of cells.
  static func typedContent() throws -> ReportContent {
    var run = try emptyRun()
    var ratio = obligation("chu-ky-so", "vp", .failed)
    ratio.measured = Measured(kind: .ratio)
    ratio.measured?.trueCount = 8996
    ratio.measured?.falseCount = 1004
    ratio.measured?.target = "90%"
    ratio.measured?.relation = .atLeast
    var amount = obligation("chu-ky-so", "vhxh", .failed)
    amount.measured = Measured(kind: .measure)
    amount.measured?.value = "-12.5"
    amount.measured?.target = "1234567890123456789"
    var fresh = obligation("ho-so-moi", "vp", .failed)
    fresh.measured = Measured(kind: .fresh)
    fresh.measured?.value = "2026-11-01"
    fresh.measured?.target = "7 days"
    let due = try date("2026-11-05")
    fresh.deadline = Deadline(nominal: due, rolled: due, effective: due, holiday: nil)
    run.obligations = [ratio, amount, fresh]
    return ReportContent(run: run)
  }
}
