internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import Scores

extension XLSXRendering {
  /// Writes the first page: what could not be judged, then counts by unit, changes and digests.
  func writeSummary() throws {
    let width = TerminalRendering.columns.count + (view.scorecard == nil ? 1 : 3)
    let sheet = try sheet(
      Phrase(vi: "Tổng hợp", en: "Summary"),
      [SheetColumn("", 52)] + Array(repeating: SheetColumn("", 11), count: width),
      hidesZeros: true
    )
    try writeTitle(on: sheet)
    try writeCauses(on: sheet)
    try writeUnits(on: sheet)
    try writeChangeCounts(on: sheet)
    try writeOrigin(on: sheet)
    try sheet.finish()
  }

  private func writeTitle(on sheet: SheetWriter) throws {
    let asOf = view.text(DateText.date(run.asOf))
    let source = view.text(run.asOfOrigin)
    try sheet.append([SheetCell(run.rules.pack.name, .title)])
    try sheet.append([
      SheetCell(
        say(vi: "Tính đến ngày \(asOf) (\(source))", en: "As of \(asOf) (\(source))"),
        .line
      )
    ])
    let code = run.exitCode
    try sheet.append([SheetCell(view.text(run.exitMeaning), code == 0 ? .line : .caution)])
  }

  /// Writes what could not be judged, a row a cause.
  private func writeCauses(on sheet: SheetWriter) throws {
    let groups = OpenGroup.groups(of: run)
    let total = view.count(groups.reduce(0) { $0 + $1.obligations.count })
    let errors = view.count(run.dataErrorTotal)
    sheet.skip()
    try sheet.append([
      SheetCell(
        say(
          vi: "Chưa kết luận được: \(total) nghĩa vụ; lỗi dữ liệu: \(errors)",
          en: "Not decided: \(total) obligations; data errors: \(errors)"
        ),
        .heading
      )
    ])
    guard !groups.isEmpty else { return }
    try sheet.appendHead([
      say(vi: "Nguyên nhân và cần gì để kết luận", en: "Cause, and what would decide it"),
      say(vi: "Số nghĩa vụ", en: "Obligations"),
    ])
    for group in groups {
      let until = group.neededUntil(asOf: run.asOf)
      let why = view.text(run.explanation(of: group.cause, neededUntil: until))
      let remedy = view.text(run.remedy(for: group.cause, neededUntil: until))
      let label = view.text(group.cause.verdict.label)
      try sheet.append([
        SheetCell(
          "\(label): \(why); " + say(vi: "cần: \(remedy)", en: "needed: \(remedy)"),
          .doubtful
        ),
        SheetCell(.count(group.obligations.count)),
      ])
    }
  }

  /// Writes how many obligations of each unit came to each verdict, and the score's interval.
  private func writeUnits(on sheet: SheetWriter) throws {
    let columns = TerminalRendering.columns
    let scores = Dictionary(
      (view.scorecard?.units ?? []).map { ($0.unit, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    sheet.skip()
    try sheet.append([SheetCell(say(vi: "Theo đơn vị", en: "By unit"), .heading)])
    let scoreTitles =
      view.scorecard == nil
      ? []
      : [
        say(vi: "điểm thấp nhất", en: "lowest score"),
        say(vi: "điểm cao nhất", en: "highest score"),
      ]
    try sheet.appendHead(
      [say(vi: "Đơn vị", en: "Unit")] + columns.map { view.text($0.label) }
        + [say(vi: "tổng", en: "total")] + scoreTitles
    )
    for part in run.parts(where: { _ in true }) {
      let summary = Summary(part.places.lazy.map { run.obligations[$0] })
      let range = scores[part.unit]?.range
      let score = [SheetCell(.number(range?.worst)), SheetCell(.number(range?.best))]
      try sheet.append(
        [SheetCell(view.name(of: part.unit))] + counts(summary, .body)
          + (view.scorecard == nil ? [] : score)
      )
    }
    let all = say(vi: "Tổng cộng", en: "All")
    try sheet.append([SheetCell(all, .strong)] + counts(run.summary, .strong))
    guard view.scorecard != nil else { return }
    try sheet.append([
      SheetCell(
        say(vi: "Điểm: ", en: "Scores: ") + view.text(ScoreWords.caution) + ".",
        .caution
      )
    ])
  }

  private func counts(_ summary: Summary, _ look: CellStyle.Look) -> [SheetCell] {
    TerminalRendering.columns.map { column in
      let count = summary[column.verdict]
      let marked: CellStyle.Look =
        count == 0
        ? look : column.verdict.isViolation ? .bad : column.verdict.isUndecided ? .doubtful : look
      return SheetCell(.count(count), marked)
    } + [SheetCell(.count(summary.obligations), .strong)]
  }

  private func writeChangeCounts(on sheet: SheetWriter) throws {
    guard let chronicle = view.chronicle, let baseline = chronicle.baseline else { return }
    let date = view.text(DateText.date(baseline.asOf))
    sheet.skip()
    try sheet.append([
      SheetCell(say(vi: "So với lần ngày \(date)", en: "Since the run of \(date)"), .heading)
    ])
    try sheet.appendHead([
      say(vi: "Thay đổi", en: "Change"), say(vi: "Số nghĩa vụ", en: "Obligations"),
    ])
    for kind in Chronicle.Change.Kind.allCases {
      let count = chronicle.changes.count { $0.kind == kind }
      try sheet.append([SheetCell(view.text(kind.label)), SheetCell(.count(count))])
    }
  }

  /// Writes from which rules and data all this came.
  private func writeOrigin(on sheet: SheetWriter) throws {
    sheet.skip()
    try sheet.append([SheetCell(say(vi: "Nguồn", en: "Origin"), .heading)])
    let lines = [
      say(
        vi: "Dấu vân tay của quy tắc: \(run.rules.digest)",
        en: "Digest of the rules: \(run.rules.digest)"
      ),
      say(
        vi: "Dấu vân tay của dữ liệu: \(run.dataDigest)",
        en: "Digest of the data: \(run.dataDigest)"
      ),
      say(
        vi: "Chương trình: \(Tool.name) \(Tool.version)",
        en: "Program: \(Tool.name) \(Tool.version)"
      ),
    ]
    let parts = run.selectors.joined(separator: " ")
    let selected = say(vi: "Chỉ xét phần: \(parts)", en: "Selected: \(parts)")
    let unwaived = say(vi: "Không áp dụng miễn trừ", en: "Waivers were not applied")
    for line in lines { try sheet.append([SheetCell(line, .line)]) }
    if !run.selectors.isEmpty { try sheet.append([SheetCell(selected, .caution)]) }
    if !run.usesWaivers { try sheet.append([SheetCell(unwaived, .caution)]) }
    for warning in run.warnings {
      let text = view.text(warning)
      try sheet.append([SheetCell(say(vi: "Lưu ý: \(text)", en: "Remark: \(text)"), .line)])
    }
  }
}
