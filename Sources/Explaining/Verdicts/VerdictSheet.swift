internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Reports
internal import Rules

/// The derivation of one verdict on paper.
struct VerdictSheet {
  let run: Run
  let obligation: Obligation
  let mask: CellMask
  let masksPersonal: Bool

  var rule: Rule? { run.rules.rules.first { $0.id == obligation.id.rule } }

  var unitName: String {
    run.rules.units.first { $0.id == obligation.id.unit }?.name ?? obligation.id.unit.text
  }

  var sheet: Sheet {
    let period = obligation.id.period.map { Phrase(verbatim: " – ") + DateText.period($0) }
    var sheet = Sheet(
      title: Phrase(verbatim: "\(rule?.title ?? obligation.id.rule.text) – \(unitName)")
        + (period ?? Phrase(verbatim: ""))
    )
    let asOf = DateText.date(run.asOf)
    let source = run.asOfOrigin
    let names =
      "\(obligation.id.rule) \(obligation.id.unit)"
      + (obligation.id.period.map { " \($0)" } ?? "")
    sheet.subtitle = [
      Sheet.Line(
        text: Phrase(
          vi:
            "nghĩa vụ \(obligation.id.fingerprint) (\(names)), tính đến \(asOf.vi) (\(source.vi))",
          en: "obligation \(obligation.id.fingerprint) (\(names)), as of \(asOf.en) (\(source.en))"
        ),
        style: .faint
      )
    ]
    sheet.add(Phrase(vi: "Kết luận", en: "Verdict"), conclusion)
    sheet.add(Phrase(vi: "1. Căn cứ", en: "1. Legal basis"), basis)
    sheet.add(Phrase(vi: "2. Thời hạn", en: "2. Deadline"), deadline)
    sheet.add(Phrase(vi: "3. Số liệu", en: "3. Data"), sources)
    sheet.add(Phrase(vi: "4. Các dòng đã xét", en: "4. Rows considered"), rowLines)
    sheet.add(Phrase(vi: "5. Phép tính", en: "5. Arithmetic"), figures)
    sheet.add(Phrase(vi: "6. Các bước kết luận", en: "6. Steps of the judgement"), steps)
    sheet.add(Phrase(vi: "7. Minh chứng", en: "7. Evidence"), evidence)
    sheet.add(Phrase(vi: "Nếu không đồng ý", en: "To contest it"), remedies)
    return sheet
  }

  private var conclusion: [Sheet.Line] {
    let verdict = obligation.verdict
    let style: Page.Style =
      verdict.isViolation
      ? .bad : verdict.isUndecided ? .doubtful : verdict == .met ? .good : .plain
    var label = verdict.label.sentence
    if verdict == .met, let done = obligation.done.map(DateText.date) {
      label = label + Phrase(vi: ": hoàn thành \(done.vi)", en: ": done \(done.en)")
    } else if run.message(of: obligation) != verdict.label {
      label = label + ": " + run.message(of: obligation)
    }
    var lines = [Sheet.Line(text: label, style: style)]
    if verdict.isUndecided {
      let cause = obligation.openCause
      let until = obligation.neededUntil(asOf: run.asOf)
      lines.append(Sheet.Line(text: run.explanation(of: cause, neededUntil: until).sentence))
      let remedy = run.remedy(for: cause, neededUntil: until)
      lines.append(
        Sheet.Line(text: Phrase(vi: "Cần: \(remedy.vi)", en: "Needed: \(remedy.en)"))
      )
    }
    return lines
  }

  private var basis: [Phrase] {
    guard let rule else { return [] }
    return rule.clauses.map { run.rules.words($0) }
      + [
        Phrase(
          vi: "mức \(rule.severity.label.vi); quy tắc \(rule.id)"
            + (rule.range.map { " ở \($0.start.file):\($0.start.line)" } ?? ""),
          en: "severity \(rule.severity.label.en); rule \(rule.id)"
            + (rule.range.map { " at \($0.start.file):\($0.start.line)" } ?? "")
        )
      ]
  }

  // MARK: Data

  private var sources: [Sheet.Line] {
    (obligation.derivation?.sources ?? []).flatMap { source -> [Sheet.Line] in
      var lines = [Sheet.Line(text: run.title(source.dataset) + ": " + coverage(source))]
      for input in run.inputs where input.dataset == source.dataset {
        guard let file = input.file else { continue }
        let rows = NumberText.count(input.rows)
        let errors = NumberText.count(input.dataErrors)
        lines.append(
          Sheet.Line(
            text: Phrase(
              vi: "\(file): \(rows.vi) dòng, \(errors.vi) lỗi, sha256 \(input.sha256 ?? "–")",
              en: "\(file): \(rows.en) rows, \(errors.en) errors, sha256 \(input.sha256 ?? "–")"
            ),
            indent: 2
          )
        )
      }
      return lines
    }
  }

  private func coverage(_ source: Derivation.Source) -> Phrase {
    let covers = DateText.date(source.coversUntil)
    switch source.fault {
    case .missingDataset?: return Phrase(vi: "không có tệp nào", en: "no file")
    case .brokenDataset?: return Phrase(vi: "tệp hỏng, không đọc được", en: "broken")
    case .emptyDataset?: return Phrase(vi: "không có dòng nào", en: "no rows")
    case .incompleteData?, nil: break
    case .noDate?, .unknownRows?, .emptyPopulation?, .ruleError?: break
    }
    guard let needed = source.neededUntil.map(DateText.date) else {
      return Phrase(
        vi: "đầy đủ đến \(covers.vi); hạn chưa qua nên chưa đòi hỏi đến ngày nào",
        en: "complete up to \(covers.en); the deadline has not passed, so no day is asked for"
      )
    }
    return source.fault == nil
      ? Phrase(
        vi: "đầy đủ đến \(covers.vi), cần đến \(needed.vi): đủ",
        en: "complete up to \(covers.en), needed up to \(needed.en): enough"
      )
      : Phrase(
        vi: "mới đầy đủ đến \(covers.vi), cần đến \(needed.vi): chưa đủ",
        en: "complete up to \(covers.en) only, needed up to \(needed.en): not enough"
      )
  }

  // MARK: Arithmetic

  private var figures: [Phrase] {
    guard let measured = obligation.measured else {
      return [Phrase(vi: "Không tính: chưa xét số liệu.", en: "None: no data were judged.")]
    }
    var lines = [measured.phrase(asOf: run.asOf)]
    if let share = measured.numeratorAndDenominator {
      let (part, whole) = (NumberText.count(share.part), NumberText.count(share.whole))
      lines.append(
        Phrase(
          vi: "tử số \(part.vi) (thoả), mẫu số \(whole.vi) (thoả + không thoả + chưa rõ)",
          en: "numerator \(part.en) (true), denominator \(whole.en) (true + false + unknown)"
        )
      )
    }
    if let excluded = measured.exclusionPhrase { lines.append(excluded) }
    if measured.kind == .evidence, let lateness { lines.append(lateness) }
    return lines
  }

  // MARK: Evidence

  private var evidence: [Sheet.Line] {
    var lines = obligation.evidence.map { evidence -> Sheet.Line in
      let shown = mask.shown(evidence)
      var text = Phrase(verbatim: CellPlace(evidence).text)
      if let column = evidence.column { text = text + "  \(column) = \"\(shown.value)\"" }
      if let key = shown.key, !key.isEmpty { text = text + "  (\(key))" }
      if let note = shown.note { text = text + "  " + note }
      return Sheet.Line(text: text)
    }
    let rest = obligation.evidenceTotal - obligation.evidence.count
    if rest > 0 {
      let number = NumberText.count(rest)
      lines.append(
        Sheet.Line(text: Phrase(vi: "… và \(number.vi) nữa", en: "… and \(number.en) more"))
      )
    }
    return lines
  }

  private var remedies: [Phrase] {
    guard obligation.verdict.isViolation || obligation.verdict.isUndecided else { return [] }
    var lines: [Phrase] = []
    if let guidance = obligation.guidance(of: rule) { lines.append(Phrase(verbatim: guidance)) }
    return lines + [
      Phrase(
        vi: "Số liệu sai: sửa ô ở tệp và dòng nêu trên, nộp lại, rồi chạy lại.",
        en: "If the data are wrong: correct the cell in the file and row above, and run again."
      ),
      Phrase(
        vi: "Có lý do chính đáng: đề nghị cấp có thẩm quyền duyệt miễn trừ (waivers).",
        en: "If there is a good reason: ask the competent body for a waiver."
      ),
    ]
  }
}

extension Measured {
  /// The rows that count and the rows judged, for a share.
  var numeratorAndDenominator: (part: Int, whole: Int)? {
    switch kind {
    case .ratio, .cover: (trueCount, trueCount + falseCount + unknownCount)
    case .evidence, .measure, .records, .unique, .reference, .compare, .fresh: nil
    }
  }
}
