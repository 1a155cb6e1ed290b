internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension XLSXRendering {
  /// The ids at the end of lists of obligations.
  private var ids: [FindingField] { [.rule, .unit, .periodID, .verdictID, .fingerprint] }

  /// Writes what could not be judged: by which cause, and what would decide it.
  func writeUndecided() throws {
    try writeList(
      Phrase(vi: "Chưa kết luận", en: "Not judged"),
      [
        (.unitName, 22), (.title, 34), (.period, 13), (.clauses, 16), (.severity, 13),
        (.verdict, 13), (.cause, 34), (.needed, 32), (.message, 26), (.due, 12),
        (.pointsAtRisk, 10), (.evidence, 36),
      ],
      ids: [.reasonID] + ids,
      run.openPlaces
    )
  }

  /// Writes the violations with everything needed to contest them.
  func writeViolations() throws {
    try writeList(
      Phrase(vi: "Vi phạm", en: "Violations"),
      [
        (.unitName, 20), (.title, 32), (.period, 13), (.clauses, 17), (.severity, 12.5),
        (.verdict, 13), (.due, 11.5), (.daysLate, 8.5), (.message, 34), (.guidance, 32),
        (.supporting, 22), (.points, 7.5),
      ]
        + (view.chronicle == nil ? [] : [(.change, 13), (.since, 11.5), (.firstSeen, 11.5)]),
      ids: [
        .value, .numerator, .denominator, .unknown, .perhaps, .excluded, .target, .nominalDue,
        .done, .waiverText, .months, .evidenceTotal, .evidence,
      ] + ids,
      run.violationsByUnit.flatMap(\.places)
    )
  }

  /// Writes what a waiver takes out or eases, with who approved it.
  func writeWaived() throws {
    let parts = run.parts { obligation in
      obligation.verdict == .waived
        || (obligation.waiver != nil && !obligation.verdict.isViolation)
    }
    try writeList(
      Phrase(vi: "Được miễn", en: "Waived"),
      [
        (.unitName, 24), (.title, 38), (.period, 14), (.clauses, 18), (.verdict, 14),
        (.message, 34), (.waiverText, 56), (.nominalDue, 12), (.due, 12),
      ],
      ids: [.waiver] + ids,
      parts.flatMap(\.places)
    )
  }

  /// Writes every cell that is listed for what counts, stays open or is waived.
  func writeEvidence() throws {
    let sheet = try sheet(
      Phrase(vi: "Minh chứng", en: "Evidence"),
      [
        column("Đơn vị", "Unit", 22), column("Nghĩa vụ", "Obligation", 34),
        column("Kỳ", "Period", 13), column("Kết luận", "Verdict", 13),
        column("Tệp", "File", 22), column("Trang tính", "Sheet", 12),
        column("Dòng", "Row", 8), column("Ô", "Cell", 7), column("Khoá", "Key", 22),
        column("Cột", "Column", 18), column("Giá trị", "Value", 22),
        column("Ghi chú", "Note", 34), column("Bộ dữ liệu", "Dataset", 18),
        column("Mã quy tắc", "Rule id", 18), column("Mã đơn vị", "Unit id", 18),
        column("Mã kỳ", "Period id", 18), column("Mã nghĩa vụ", "Obligation id", 18),
      ],
      printed: 12
    )
    var isEmpty = true
    for place in view.order {
      let row = view.row(run.obligations[place])
      let look: CellStyle.Look =
        row.obligation.verdict.isViolation
        ? .bad : row.obligation.verdict.isUndecided ? .doubtful : .body
      for evidence in row.obligation.evidence {
        isEmpty = false
        let shown = view.mask.shown(evidence)
        try sheet.append([
          SheetCell(row.value(.unitName)), SheetCell(row.value(.title)),
          SheetCell(row.value(.period)), SheetCell(row.value(.verdict), look),
          SheetCell(evidence.file), SheetCell(.text(evidence.sheet)),
          SheetCell(line(evidence.row)), SheetCell(.text(evidence.cell)),
          SheetCell(.text(shown.key)), SheetCell(.text(evidence.column)),
          SheetCell(shown.value), SheetCell(.text(shown.note.map(view.text))),
          SheetCell(evidence.dataset.text), SheetCell(row.value(.rule)),
          SheetCell(row.value(.unit)), SheetCell(row.value(.periodID)),
          SheetCell(row.value(.fingerprint)),
        ])
      }
      try writeRest(of: row, on: sheet)
    }
    try finish(sheet, isEmpty: isEmpty)
  }

  /// The number of a line, which names it and counts nothing: without dots between thousands.
  private func line(_ row: Int?) -> FieldValue {
    .number(row.map { Decimal(mantissa: Int128($0)) })
  }

  /// Says how many cells of an obligation are not listed.
  private func writeRest(of row: FindingRow, on sheet: SheetWriter) throws {
    let rest = row.obligation.evidenceTotal - row.obligation.evidence.count
    guard rest > 0, !row.obligation.evidence.isEmpty else { return }
    let number = view.count(rest)
    let note = say(
      vi: "… và \(number) minh chứng nữa (xem thêm: --evidence)",
      en: "… and \(number) more cells (for more: --evidence)"
    )
    let before: [FindingField] = [.unitName, .title, .period, .verdict]
    let after: [FindingField] = [.rule, .unit, .periodID, .fingerprint]
    try sheet.append(
      before.map { SheetCell(row.value($0)) } + Array(repeating: SheetCell(.none), count: 7)
        + [SheetCell(note), SheetCell(.none)] + after.map { SheetCell(row.value($0)) }
    )
  }

  /// Writes the mistakes in the data.
  func writeDataErrors() throws {
    let listed = run.dataErrors.count
    let isCut = run.dataErrorTotal > listed
    let (shown, total) = (view.count(listed), view.count(run.dataErrorTotal))
    let note = say(
      vi: "Liệt kê \(shown) trong \(total) lỗi dữ liệu",
      en: "\(shown) of \(total) data errors are listed"
    )
    let sheet = try sheet(
      Phrase(vi: "Lỗi dữ liệu", en: "Data errors"),
      [
        column("Tệp", "File", 26), column("Trang tính", "Sheet", 14), column("Dòng", "Row", 9),
        column("Ô", "Cell", 8), column("Cột", "Column", 20), column("Giá trị", "Value", 30),
        column("Lỗi", "Error", 60), column("Mã lỗi", "Code", 20),
        column("Bộ dữ liệu", "Dataset", 20),
      ],
      preface: isCut ? [SheetCell(note, .caution)] : []
    )
    for error in run.dataErrors {
      let shown = view.mask.shown(error)
      try sheet.append([
        SheetCell(error.file), SheetCell(.text(error.sheet)), SheetCell(line(error.row)),
        SheetCell(.text(error.cell)), SheetCell(.text(error.column)), SheetCell(shown.value),
        SheetCell(.text(shown.note.map(view.text))), SheetCell(error.code),
        SheetCell(error.dataset.text),
      ])
    }
    try finish(sheet, isEmpty: run.dataErrors.isEmpty)
  }

  /// Writes which files were judged, with digests and remarks.
  func writeInputs() throws {
    let sheet = try sheet(
      Phrase(vi: "Dữ liệu vào", en: "Inputs"),
      [
        column("Bộ dữ liệu", "Dataset", 20), column("Tên", "Title", 36),
        column("Tệp", "File", 26), column("Số dòng", "Rows", 10),
        column("Lỗi", "Errors", 8), column("Đầy đủ đến", "Complete up to", 13),
        column("Bảng mã", "Encoding", 12), column("Lưu ý", "Remarks", 40),
        column("SHA-256", "SHA-256", 68),
      ],
      printed: 8
    )
    let titles = Dictionary(run.rules.datasets.map { ($0.id, $0.title) }) { first, _ in first }
    for input in run.inputs {
      let missing = say(vi: "không có tệp", en: "no file")
      try sheet.append([
        SheetCell(input.dataset.text), SheetCell(.text(titles[input.dataset])),
        SheetCell(input.file ?? missing, input.file == nil ? .doubtful : .body),
        SheetCell(.count(input.rows)), SheetCell(.count(input.dataErrors)),
        SheetCell(.date(input.coversUntil)), SheetCell(.text(input.encoding)),
        SheetCell(input.warnings.map(view.text).joined(separator: "; ")),
        SheetCell(.text(input.sha256)),
      ])
    }
    try finish(sheet, isEmpty: run.inputs.isEmpty)
  }
}
