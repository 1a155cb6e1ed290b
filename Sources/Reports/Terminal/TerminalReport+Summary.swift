public import Diagnostics
public import Findings
internal import Rules

extension TerminalRendering {
  /// Writes what was judged, at which date, from what.
  mutating func writeHeader() {
    page.line([.init(run.rules.pack.name, .strong)])
    let asOf = text(DateText.date(run.asOf))
    let source = text(run.asOfOrigin)
    page.line(
      text(vi: "Tính đến ngày \(asOf) (\(source))", en: "As of \(asOf) (\(source))")
    )
    let files = run.inputs.filter { $0.file != nil }
    let fileCount = count(files.count)
    let rows = count(files.reduce(0) { sum, input in sum &+ input.rows })
    let units = count(Set(run.obligations.map(\.id.unit)).count)
    let ruleCount = count(Set(run.obligations.map(\.id.rule)).count)
    let total = count(run.obligations.count)
    page.line(
      text(
        vi:
          "\(total) nghĩa vụ: \(ruleCount) quy tắc, \(units) đơn vị; \(fileCount) tệp, \(rows) dòng",
        en:
          "\(total) obligations: \(ruleCount) rules, \(units) units; \(fileCount) files, \(rows) rows"
      )
    )
    let rulesDigest = Self.short(run.rules.digest)
    let dataDigest = Self.short(run.dataDigest)
    page.line([
      .init(
        text(
          vi: "Dấu vân tay: quy tắc \(rulesDigest), dữ liệu \(dataDigest)",
          en: "Digests: rules \(rulesDigest), data \(dataDigest)"
        ),
        .faint
      )
    ])
  }

  private static func short(_ digest: String) -> String {
    let hex = digest.hasPrefix("sha256:") ? digest.dropFirst(7) : Substring(digest)
    return String(hex.prefix(12))
  }

  /// Writes how many obligations of each unit came to each verdict.
  mutating func writeSummary() {
    guard !run.obligations.isEmpty else { return }
    let summary = run.summary
    let columns = Self.columns.filter { $0.verdict == .met || summary[$0.verdict] > 0 }
    var table = SummaryTable(
      header: [text(vi: "Đơn vị", en: "Unit")] + columns.map { text($0.label) }
        + [text(vi: "tổng", en: "total")]
    )
    let byUnit = Dictionary(grouping: run.obligations, by: \.id.unit)
    for unit in run.rules.units {
      guard let obligations = byUnit[unit.id] else { continue }
      table.rows.append(row(unit.name, Summary(obligations), columns.map(\.verdict)))
    }
    table.rows.append(row(text(vi: "Tổng cộng", en: "All"), summary, columns.map(\.verdict)))
    heading(text(vi: "Tổng hợp", en: "Summary"))
    let lines = table.lines(fitting: page.columns.map { $0 - 2 })
    for (index, line) in lines.enumerated() {
      page.table(line, index == 0 || index == lines.count - 1 ? .strong : .plain)
    }
  }

  private func row(_ name: String, _ summary: Summary, _ verdicts: [Verdict]) -> [String] {
    [name] + verdicts.map { summary[$0] == 0 ? "·" : count(summary[$0]) }
      + [count(summary.obligations)]
  }

  /// The columns of the table: what is open comes first, as everywhere.
  static let columns: [(verdict: Verdict, label: Phrase)] = [
    (.error, Phrase(vi: "lỗi", en: "error")),
    (.noData, Phrase(vi: "chưa đủ SL", en: "no data")),
    (.failed, Phrase(vi: "không đạt", en: "failed")),
    (.overdue, Phrase(vi: "quá hạn", en: "overdue")),
    (.metLate, Phrase(vi: "muộn", en: "late")),
    (.waived, Phrase(vi: "được miễn", en: "waived")),
    (.pending, Phrase(vi: "chưa đến hạn", en: "pending")),
    (.notApplicable, Phrase(vi: "không áp dụng", en: "n/a")),
    (.met, Phrase(vi: "đạt", en: "met")),
  ]

  /// Writes the last line: what came out, and what the exit code says.
  mutating func writeConclusion() {
    page.blank()
    let code = run.exitCode
    let style: Page.Style = code == 0 ? .good : code == 1 ? .bad : .doubtful
    page.line([.init(text(conclusion), style)])
    page.line(text(run.exitMeaning))
  }

  private var conclusion: Phrase {
    let summary = run.summary
    let open = NumberText.count(summary[.error] + summary[.noData])
    let violations = NumberText.count(summary.violations)
    let errors = NumberText.count(run.dataErrorTotal)
    return Phrase(
      vi: "\(open.vi) chưa kết luận được, \(errors.vi) lỗi dữ liệu, \(violations.vi) vi phạm",
      en: "\(open.en) not decided, \(errors.en) data errors, \(violations.en) violations"
    )
  }
}

extension Run {
  /// What the exit code of the run says, §8 of the rule language.
  public var exitMeaning: Phrase {
    let code = exitCode
    let isEmpty = obligations.allSatisfy { $0.verdict == .notApplicable }
    let meaning =
      switch code {
      case 0:
        summary.violations == 0
          ? Phrase(
            vi: "mọi nghĩa vụ đã được xét, không có vi phạm",
            en: "everything judged, no violation"
          )
          : Phrase(
            vi: "mọi nghĩa vụ đã được xét, không có vi phạm đến mức của --fail-on",
            en: "everything judged, no violation as grave as --fail-on asks"
          )
      case 1:
        Phrase(vi: "có vi phạm, mọi nghĩa vụ đã được xét", en: "violations, everything judged")
      default:
        isEmpty
          ? Phrase(vi: "không có gì để xét", en: "nothing to judge")
          : Phrase(
            vi: "chưa đầy đủ: còn nghĩa vụ chưa kết luận được hoặc dữ liệu có lỗi",
            en: "incomplete: something is undecided, or the data have errors"
          )
      }
    return Phrase(vi: "Mã thoát \(code): \(meaning.vi).", en: "Exit code \(code): \(meaning.en).")
  }
}
