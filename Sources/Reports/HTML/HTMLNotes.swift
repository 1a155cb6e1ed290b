internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

/// A list of remarks, each a title with lines below it.
struct HTMLList {
  /// One entry.
  struct Item {
    let title: String
    let rule: String?
    let lines: [String]
  }

  let total: String
  let items: [Item]
  let rest: String?

  /// Makes a list of the first entries; nil if there are none.
  init?(_ context: HTMLContext, total: Int, items: [Item]) {
    guard total > 0 else { return nil }
    self.total = context.count(total)
    self.items = items
    rest = context.leftOut(total - items.count)
  }
}

extension HTMLContext {
  /// What falls due soon, the nearest first.
  var dueSoon: HTMLList? {
    let soon = run.obligations.filter(\.isDueSoon).enumerated().sorted { a, b in
      let x = a.element.deadline?.effective ?? .max
      let y = b.element.deadline?.effective ?? .max
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
    let items = soon.prefix(HTMLLimit.entries).map { obligation in
      var title = bearer(of: obligation.id)
      if let due = obligation.deadline?.effective {
        let left = text(DateText.days(max(0, due - run.asOf)))
        title =
          text(vi: "\(date(due)) (còn \(left)): ", en: "\(date(due)) (\(left) left): ") + title
      }
      let hasFigures = obligation.measured.map { $0.kind != .evidence || $0.trueCount > 0 } ?? false
      return HTMLList.Item(
        title: "\(title) – \(self.title(of: obligation.id.rule))",
        rule: obligation.id.rule.text,
        lines: hasFigures ? [text(run.message(of: obligation))] : []
      )
    }
    return HTMLList(self, total: soon.count, items: items)
  }

  /// What a waiver takes out, with who approved it.
  var waived: HTMLList? { list(run.obligations.filter { $0.verdict == .waived }) }

  /// What was judged by a later deadline or a lower target, where that is no violation.
  var eased: HTMLList? {
    list(
      run.obligations.filter {
        $0.waiver != nil && $0.verdict != .waived && !$0.verdict.isViolation
      }
    )
  }

  private func list(_ obligations: [Obligation]) -> HTMLList? {
    let items = obligations.prefix(HTMLLimit.entries).map { obligation in
      let lines = [
        text(obligation.verdict.label),
        obligation.deadlineText.map(text),
        obligation.measured == nil ? nil : text(run.message(of: obligation)),
        waiver(obligation.waiver).map { text(vi: "miễn trừ ", en: "waiver ") + $0 },
      ]
      return HTMLList.Item(
        title: "\(bearer(of: obligation.id)): \(title(of: obligation.id.rule))",
        rule: obligation.id.rule.text,
        lines: lines.compactMap(\.self)
      )
    }
    return HTMLList(self, total: obligations.count, items: items)
  }

  /// How many rows rules took out, by reason, over all obligations.
  var exclusions: HTMLList? {
    var items: [HTMLList.Item] = []
    for (rule, obligations) in run.obligations.groupedInOrder(by: \.id.rule) {
      let reasons = obligations.flatMap { $0.measured?.excluded ?? [] }
        .groupedInOrder(by: \.reason)
      guard !reasons.isEmpty else { continue }
      let texts = reasons.map { reason, members in
        "\(reason): \(count(members.reduce(0) { $0 &+ $1.count }))"
      }
      items.append(.init(title: title(of: rule), rule: rule.text, lines: texts))
    }
    return HTMLList(self, total: items.count, items: Array(items.prefix(HTMLLimit.rules)))
  }

  /// Remarks that change no verdict.
  var warnings: HTMLList? {
    let ofFiles = run.inputs.flatMap { input in
      input.warnings.map { Phrase(verbatim: "\(input.file ?? input.dataset.text): ") + $0 }
    }
    let all = run.warnings + ofFiles
    let items = all.prefix(HTMLLimit.dataErrors).map {
      HTMLList.Item(title: text($0), rule: nil, lines: [])
    }
    return HTMLList(self, total: all.count, items: items)
  }
}

/// The dumps that were read.
struct HTMLInputs {
  /// One file.
  struct File {
    let dataset: String
    let title: String
    let file: String
    let rows: String
    let errors: String
    let hasErrors: Bool
    let encoding: String
    let coversUntil: String
    let digest: String
    let shortDigest: String
    let warnings: [String]
  }

  let total: String
  let files: [File]
  let rest: String?
}

/// The mistakes in the data.
struct HTMLDataErrors {
  let total: String
  let cells: [HTMLCell]
  let rest: String?
}

extension HTMLContext {
  /// Every dump with its digest.
  var inputs: HTMLInputs {
    let titles = Dictionary(run.rules.datasets.map { ($0.id, $0.title) }) { first, _ in first }
    let files = run.inputs.prefix(HTMLLimit.inputs).map { input in
      let digest = input.sha256 ?? "–"
      return HTMLInputs.File(
        dataset: input.dataset.text,
        title: titles[input.dataset] ?? input.dataset.text,
        file: input.file ?? text(vi: "(không có tệp)", en: "(no file)"),
        rows: count(input.rows),
        errors: count(input.dataErrors),
        hasErrors: input.dataErrors > 0,
        encoding: input.encoding ?? "–",
        coversUntil: input.coversUntil.map(date) ?? "–",
        digest: digest,
        shortDigest: String(digest.prefix(12)),
        warnings: input.warnings.map(text)
      )
    }
    return HTMLInputs(
      total: count(run.inputs.count),
      files: files,
      rest: leftOut(run.inputs.count - files.count)
    )
  }

  /// The mistakes in the data; nil if there are none.
  var dataErrors: HTMLDataErrors? {
    guard run.dataErrorTotal > 0 else { return nil }
    let cells = run.dataErrors.prefix(HTMLLimit.dataErrors).map(cell)
    return HTMLDataErrors(
      total: count(run.dataErrorTotal),
      cells: cells,
      rest: leftOut(run.dataErrorTotal - cells.count)
    )
  }
}
