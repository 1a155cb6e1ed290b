internal import CivilTime
internal import Diagnostics
internal import Reports
internal import Rules
internal import VietnameseText

/// Writes a test report for people: what failed, side by side, then the counts.
struct TextTestReport {
  let language: Language
  var page: Page

  init(language: Language, usesColor: Bool, width: Int?) {
    self.language = language
    page = Page(usesColor: usesColor, width: width)
  }

  mutating func render(_ report: TestReport) -> [UInt8] {
    for outcome in report.outcomes where !outcome.isPassed || outcome.hasSurprise {
      add(outcome)
    }
    page.blank()
    addFiles(report)
    page.blank()
    if let shortfalls = report.shortfalls { add(shortfalls) }
    if let mutation = report.mutation { add(mutation) }
    addTotal(report)
    if let mutation = report.mutation { addTotal(mutation) }
    return Array(page.text.utf8)
  }

  // MARK: One test

  private mutating func add(_ outcome: TestOutcome) {
    let test = outcome.test
    page.blank()
    let rules = test.rules.map(\.text).joined(separator: ", ")
    page.line([
      outcome.isPassed ? .init("✓ ", .good) : .init("✗ ", .bad),
      .init(test.name, .strong),
      .init("  [\(rules)]  \(test.file):\(test.range.start.line)", .faint),
    ])
    for problem in outcome.problems {
      page.line([.init("[\(problem.id.rawValue)] \(text(problem.message))", .bad)], indent: 4)
      for help in [problem.help].compactMap(\.self) { page.line(text(help), indent: 6) }
    }
    addTable(outcome.differences)
    for remark in outcome.remarks {
      page.line([.init("\(text(Words.data)): \(text(remark))", .doubtful)], indent: 4)
    }
  }

  /// Writes the differences as three columns: obligation, expected, got.
  private mutating func addTable(_ differences: [Difference]) {
    guard !differences.isEmpty else { return }
    let rows = differences.map { difference in
      (name: name(of: difference), fields: difference.fields.map(sides))
    }
    let header = (text(Words.obligation), text(Words.expected), text(Words.got))
    let first = ([header.0] + rows.map(\.name)).map(DisplayWidth.of).max() ?? 0
    let cells = rows.flatMap(\.fields)
    let second = ([header.1] + cells.map(\.expected)).map(DisplayWidth.of).max() ?? 0
    addRow(header.0, header.1, header.2, first, second, isHeader: true)
    for (difference, row) in zip(differences, rows) {
      for (index, cell) in row.fields.enumerated() {
        addRow(index == 0 ? row.name : "", cell.expected, cell.got, first, second)
      }
      if let message = difference.message {
        page.line([.init("→ \(text(message))", .faint)], indent: 6)
      }
      for evidence in difference.evidence {
        page.line([.init("· \(text(evidence))", .faint)], indent: 6)
      }
    }
  }

  private mutating func addRow(
    _ name: String,
    _ expected: String,
    _ got: String,
    _ first: Int,
    _ second: Int,
    isHeader: Bool = false
  ) {
    page.line(
      [
        .init(Self.padded(name, first), isHeader ? .faint : .plain),
        .init(" │ ", .faint),
        .init(Self.padded(expected, second), isHeader ? .faint : .good),
        .init(" │ ", .faint),
        .init(got, isHeader ? .faint : .bad),
      ],
      indent: 4
    )
  }

  /// Fills a text up to a width; an empty one with no-break spaces, because a line drops others.
  private static func padded(_ text: String, _ width: Int) -> String {
    let space = text.isEmpty ? "\u{A0}" : " "
    return text + String(repeating: space, count: max(0, width - DisplayWidth.of(text)))
  }

  private func name(of difference: Difference) -> String {
    let period = difference.period.map { " \($0)" } ?? ""
    return "\(difference.rule) \(difference.unit?.text ?? "*")\(period)"
  }

  private func sides(_ field: Difference.Field) -> (expected: String, got: String) {
    guard field.name != "verdict" else {
      return (
        field.expected ?? text(Words.notExpected), field.got ?? text(Words.noObligation)
      )
    }
    return ("\(field.name) \(field.expected ?? "–")", "\(field.name) \(field.got ?? "–")")
  }

  // MARK: Totals

  private mutating func addFiles(_ report: TestReport) {
    var files: [String] = []
    for outcome in report.outcomes where !files.contains(outcome.test.file) {
      files.append(outcome.test.file)
    }
    for file in files {
      let own = report.outcomes.filter { $0.test.file == file }
      let passed = own.count(where: \.isPassed)
      page.line([
        passed == own.count ? .init("✓ ", .good) : .init("✗ ", .bad),
        .init(file),
        .init("  \(passed)/\(own.count)", .faint),
      ])
    }
  }

  private mutating func addTotal(_ report: TestReport) {
    let (count, failed) = (report.outcomes.count, report.failedCount)
    let style: Page.Style = failed > 0 ? .bad : count == 0 ? .doubtful : .good
    page.line([.init(text(Words.total(count, failed: failed)), style)])
  }

  func text(_ phrase: Phrase) -> String { phrase.text(language) }

  private enum Words {
    static let obligation = Phrase(vi: "nghĩa vụ", en: "obligation")
    static let expected = Phrase(vi: "mong đợi", en: "expected")
    static let got = Phrase(vi: "thực tế", en: "got")
    static let notExpected = Phrase(vi: "(không nêu)", en: "(not listed)")
    static let noObligation = Phrase(vi: "(không có nghĩa vụ này)", en: "(no such obligation)")
    static let data = Phrase(vi: "số liệu", en: "data")

    static func total(_ count: Int, failed: Int) -> Phrase {
      guard count > 0 else {
        return Phrase(vi: "không có phép thử nào", en: "no tests")
      }
      return Phrase(
        vi: "\(count) phép thử: \(count - failed) đạt, \(failed) không đạt",
        en: "\(count) test\(count == 1 ? "" : "s"): \(count - failed) passed, \(failed) failed"
      )
    }
  }
}
