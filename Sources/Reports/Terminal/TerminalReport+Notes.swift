internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension TerminalRendering {
  /// Writes what falls due soon, the nearest first.
  mutating func writeDueSoon() {
    let soon = run.dueSoon
    guard !soon.isEmpty else { return }
    let total = count(soon.count)
    heading(text(vi: "Sắp đến hạn: \(total)", en: "Due soon: \(total)"))
    for obligation in soon {
      var spans: [Page.Span] = []
      if let due = obligation.due {
        let left = text(DateText.days(max(0, due - run.asOf)))
        let date = text(DateText.date(due))
        spans.append(
          .init(text(vi: "\(date) (còn \(left)): ", en: "\(date) (\(left) left): "), .strong)
        )
      }
      spans.append(.init("\(bearer(of: obligation.id)) – \(title(of: obligation.id.rule))"))
      spans.append(.init(" [\(obligation.id.rule)]", .faint))
      if let measured = obligation.measured, measured.kind != .evidence || measured.trueCount > 0 {
        spans.append(.init(": \(text(run.message(of: obligation)))"))
      }
      page.line(spans, indent: 2)
    }
  }

  /// Writes what a waiver takes out, with who approved it.
  mutating func writeWaived() {
    let waived = run.obligations.filter { $0.verdict == .waived }
    guard !waived.isEmpty else { return }
    let total = count(waived.count)
    heading(text(vi: "Được miễn: \(total)", en: "Waived: \(total)"))
    for obligation in waived {
      page.line(
        [
          .init("\(bearer(of: obligation.id)): \(title(of: obligation.id.rule))"),
          .init(" [\(obligation.id.rule)]", .faint),
        ],
        indent: 2
      )
      if let deadline = obligation.deadlineText { page.line(text(deadline), indent: 4) }
      if obligation.measured != nil {
        page.line(text(run.message(of: obligation)), indent: 4)
      }
      writeWaiver(of: obligation, indent: 4)
    }
  }

  /// Writes what was judged by a later deadline or a lower target, where that is no violation.
  mutating func writeEased() {
    let eased = run.obligations.filter {
      $0.waiver != nil && $0.verdict != .waived && !$0.verdict.isViolation
    }
    guard !eased.isEmpty else { return }
    let total = count(eased.count)
    heading(
      text(
        vi: "Được gia hạn hoặc giảm chỉ tiêu: \(total)",
        en: "With a later deadline or a lower target: \(total)"
      )
    )
    for obligation in eased {
      page.line(
        [
          .init("\(bearer(of: obligation.id)): \(title(of: obligation.id.rule))"),
          .init(" [\(obligation.id.rule)]", .faint),
          .init(" – \(text(obligation.verdict.label))"),
        ],
        indent: 2
      )
      if let deadline = obligation.deadlineText { page.line(text(deadline), indent: 4) }
      if obligation.measured != nil { page.line(text(run.message(of: obligation)), indent: 4) }
      writeWaiver(of: obligation, indent: 4)
    }
  }

  /// Writes how many rows rules took out, by reason, over all obligations.
  mutating func writeExclusions() {
    var lines: [(RuleID, [(String, Int)])] = []
    for (rule, obligations) in Self.grouped(run.obligations, by: \.id.rule) {
      var order: [String] = []
      var counts: [String: Int] = [:]
      for exclusion in obligations.flatMap({ $0.measured?.excluded ?? [] }) {
        if counts[exclusion.reason] == nil { order.append(exclusion.reason) }
        let sum = counts[exclusion.reason, default: 0].addingReportingOverflow(exclusion.count)
        counts[exclusion.reason] = sum.overflow ? Int.max : sum.partialValue
      }
      if !order.isEmpty { lines.append((rule, order.map { ($0, counts[$0] ?? 0) })) }
    }
    guard !lines.isEmpty else { return }
    heading(text(vi: "Đã loại trừ theo quy tắc", en: "Excluded by rules"))
    for (rule, reasons) in lines {
      let list = reasons.map { "\($0.0): \(count($0.1))" }.joined(separator: "; ")
      page.line(
        [.init(title(of: rule)), .init(" [\(rule)]", .faint), .init(" – \(list)")],
        indent: 2
      )
    }
  }

  /// Writes remarks that change no verdict.
  mutating func writeWarnings() {
    let ofFiles = run.inputs.flatMap { input in
      input.warnings.map { Phrase(verbatim: "\(input.file ?? input.dataset.text): ") + $0 }
    }
    let warnings = run.warnings + ofFiles
    guard !warnings.isEmpty else { return }
    let total = count(warnings.count)
    heading(text(vi: "Lưu ý: \(total)", en: "Remarks: \(total)"))
    for warning in warnings { page.line("- " + text(warning), indent: 2) }
  }
}

extension Obligation {
  /// The deadline that counts.
  fileprivate var due: CivilDate? { deadline?.effective }
}
