internal import Diagnostics
internal import Findings
internal import History
internal import Reports
internal import Rules
internal import Scores

/// Counts what the digest says of every unit.
struct DigestTable {
  let table: Letter.Table

  /// Counts obligations and news, unit by unit in register order; units that owe nothing are left out.
  init(_ content: ReportContent, _ tidings: [Tiding], _ words: MailWords) {
    let obligations = Dictionary(grouping: content.run.obligations, by: \.id.unit)
    let news = Dictionary(grouping: tidings, by: \.notice.obligation.unit)
    let rows = content.run.rules.units.compactMap { unit -> Letter.Table.Row? in
      let owed = obligations[unit.id] ?? []
      let told = news[unit.id] ?? []
      guard !owed.isEmpty || !told.isEmpty else { return nil }
      let summary = Summary(owed)
      let score = content.scorecard?.units.first { $0.unit == unit.id }
      let counts = [
        summary[.error] + summary[.noData], summary.violations,
        told.count { $0.kind == .new && $0.notice.standing == .violation },
        told.count { $0.kind == .resolved }, owed.count(where: \.isDueSoon),
      ]
      return Letter.Table.Row(
        name: unit.name,
        cells: counts.map(String.init)
          + [ScoreWords.range(score?.range).text(words.language)]
      )
    }
    table = Letter.Table(heads: words.tableHeads, rows: rows, note: words.tableNote)
  }
}
