internal import CivilTime
internal import Diagnostics
internal import Findings
internal import History
internal import Reports
internal import Rules

/// Writes what an audience is told.
struct LetterWriter {
  /// How long lists may grow.
  struct Limits {
    /// Obligations of a section.
    var items = 50
    /// Cells of an obligation.
    var evidence = 5
  }

  /// The content that the audience may see.
  let content: ReportContent
  let view: FindingView
  let words: MailWords
  let limits: Limits
  /// The cells that the reader may not see, by obligation and by the unit whose row they are in.
  let foreignCells: [ObligationID: [UnitID?: Int]]

  init(
    _ content: ReportContent,
    language: Language,
    limits: Limits,
    foreignCells: [ObligationID: [UnitID?: Int]] = [:]
  ) {
    self.content = content
    self.limits = limits
    self.foreignCells = foreignCells
    words = MailWords(language: language)
    view = FindingView(content, ReportOptions(language: language, masksPersonal: true))
  }

  private var run: Run { content.run }

  /// Groups what is told, by what the reader is to do about it; what is open stands first.
  ///
  /// - Parameters:
  ///   - tidings: What to tell, with places in the content's run.
  ///   - owner: Whose letter it is: another unit's obligations are told apart, without cells; nil for
  ///     the digest, which tells no cells at all and names the units.
  /// - Returns: The sections that have something to say.
  func sections(_ tidings: [Tiding], owner: UnitID?) -> [Letter.Section] {
    let own = tidings.filter { owner == nil || $0.notice.obligation.unit == owner }
    var sections = Topic.allCases.compactMap { topic -> Letter.Section? in
      section(topic, own.filter { Topic($0) == topic }, showsCells: owner != nil)
    }
    if owner != nil {
      let supported = tidings.filter { $0.notice.obligation.unit != owner }
      if let section = section(.supported, supported, showsCells: false) {
        sections.append(section)
      }
    }
    return sections
  }

  private func section(
    _ topic: Topic,
    _ tidings: [Tiding],
    showsCells: Bool
  ) -> Letter.Section? {
    guard !tidings.isEmpty else { return nil }
    let shown = gravestFirst(tidings).prefix(limits.items)
    let rest = tidings.count - shown.count
    return Letter.Section(
      title: "\(words.title(topic)) (\(tidings.count))",
      note: words.note(topic),
      items: shown.map { item($0, topic, showsCells: showsCells) },
      more: rest > 0 ? words.more(rest) : nil
    )
  }

  /// Orders by severity, so that what is cut off weighs least; else as the run has it.
  private func gravestFirst(_ tidings: [Tiding]) -> [Tiding] {
    tidings.enumerated().sorted { a, b in
      let x = view.severity(of: a.element.notice.obligation.rule)
      let y = view.severity(of: b.element.notice.obligation.rule)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  private func item(_ tiding: Tiding, _ topic: Topic, showsCells: Bool) -> Letter.Item {
    let id = tiding.notice.obligation
    guard let place = tiding.place else {
      return Letter.Item(
        title: title(of: id, isForeign: !showsCells),
        color: topic.color,
        facts: [
          fact(words.conclusion, words.gone),
          fact(words.rule, "\(id.rule.text) · \(id.fingerprint)"),
        ],
        evidence: [],
        hidden: nil
      )
    }
    let row = view.row(run.obligations[place])
    let cells = showsCells ? row.places : []
    let shown = cells.prefix(limits.evidence)
    return Letter.Item(
      title: title(of: id, isForeign: !showsCells),
      color: topic.color,
      facts: facts(row, tiding),
      evidence: Array(shown),
      hidden: showsCells ? hidden(row.obligation, shown: shown.count) : nil
    )
  }

  /// A rule's title with its period, and the unit where the reader may not know whose it is.
  private func title(of id: ObligationID, isForeign: Bool) -> String {
    (isForeign ? "\(view.name(of: id.unit)): " : "") + view.title(of: id)
  }

  /// Says what cells the letter does not show, and why; nil if it shows all.
  private func hidden(_ obligation: Obligation, shown: Int) -> String? {
    let foreign = foreignCells[obligation.id] ?? [:]
    let rows = run.rules.units.compactMap { unit in foreign[unit.id].map { (unit.name, $0) } }
    let strayed = foreign[nil].map { [(words.noUnit, $0)] } ?? []
    let rest = obligation.evidenceTotal - shown - foreign.values.reduce(0, +)
    let texts =
      (rows + strayed).isEmpty ? [] : [words.foreign(rows + strayed)]
    let all = texts + (rest > 0 ? [words.hidden(rest)] : [])
    return all.isEmpty ? nil : all.joined(separator: " ")
  }

  private func facts(_ row: FindingRow, _ tiding: Tiding) -> [Letter.Fact] {
    let obligation = row.obligation
    var facts = [fact(words.conclusion, conclusion(row, tiding))]
    for field in [FindingField.cause, .needed] where obligation.verdict.isUndecided {
      facts.append(fact(field, row))
    }
    facts.append(
      fact(words.basis, "\(row.value(.clauses).plain) (\(row.value(.severity).plain))")
    )
    facts.append(fact(words.deadline, words.deadline(obligation)))
    if obligation.verdict.isViolation {
      facts.append(fact(words.since, words.since(view.sighting(of: obligation.id), run.asOf)))
      facts.append(fact(.guidance, row))
    }
    facts.append(fact(.waiverText, row))
    facts.append(fact(words.rule, "\(obligation.id.rule.text) · \(obligation.id.fingerprint)"))
    return facts.filter { !$0.value.isEmpty }
  }

  /// The verdict and the figures; they are the same words where there are none.
  private func conclusion(_ row: FindingRow, _ tiding: Tiding) -> String {
    let verdict = row.value(.verdict).plain
    let message = row.value(.message).plain
    let isPlain = row.obligation.verdict.isUndecided || row.obligation.verdict == .pending
    let text =
      isPlain || message == verdict || message.isEmpty
      ? verdict : "\(verdict) – \(message)"
    return words.mark(tiding.kind).map { "\(text) (\($0))" } ?? text
  }

  private func fact(_ label: String, _ value: String) -> Letter.Fact {
    Letter.Fact(label: label, value: value)
  }

  private func fact(_ field: FindingField, _ row: FindingRow) -> Letter.Fact {
    fact(field.label.text(words.language), row.value(field).plain)
  }
}

/// What the reader of a letter is to do about something.
enum Topic: CaseIterable {
  case open, overdue, new, changed, continuing, reminder, resolved, settled, supported

  /// The topic of something that concerns the reader's own unit.
  init(_ tiding: Tiding) {
    let notice = tiding.notice
    switch (tiding.kind, notice.standing) {
    case (.reminder, _): self = .reminder
    case (.settled, _): self = .settled
    case (.resolved, _), (.excused, _), (.gone, _), (_, .clear): self = .resolved
    case (_, .open): self = .open
    case (_, .violation) where notice.verdict == .overdue: self = .overdue
    case (.new, .violation): self = .new
    case (.changed, .violation): self = .changed
    case (.continuing, .violation): self = .continuing
    }
  }

  /// The colour of the line beside its obligations.
  var color: String {
    switch self {
    case .open: "#8a6d00"
    case .overdue, .new, .changed, .continuing: "#b00020"
    case .reminder, .supported: "#1f5fa8"
    case .resolved, .settled: "#2e7d32"
    }
  }
}
