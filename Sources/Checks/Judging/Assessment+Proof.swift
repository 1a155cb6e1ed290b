internal import Diagnostics
internal import Findings

extension Assessment {
  /// What is concluded where a state is missing: nothing.
  static let nothing = Assessment(favourable: .met, unfavourable: .unmet)

  /// Adds the rows of a tally that show why: telling ones if the requirement is not reached,
  /// undecided ones if it is open.
  mutating func prove(
    _ tally: RowTally,
    _ facts: ObligationFacts,
    columns: (Int) -> [Int],
    note: (Int) -> Phrase
  ) {
    let sample: RowSample
    let isOpen = favourable != unfavourable
    if isOpen {
      sample = tally.unknownRows(unit: facts.unit, period: facts.period)
    } else if favourable == .unmet {
      sample = tally.tellingRows(unit: facts.unit, period: facts.period)
    } else {
      return
    }
    proofTotal = sample.total
    proofs = sample.rows.map { row in
      Proof(
        side: 0,
        row: row.reference,
        columns: columns(Int(row.tag)),
        note: isOpen ? nil : note(Int(row.tag))
      )
    }
  }
}
