internal import Diagnostics
internal import Engine
internal import Findings
internal import Rules

/// Compares a run with what a test expects: a closed world in both directions.
struct Comparison {
  let test: RuleTest
  let run: Run
  let dumps: [TestDump]

  /// Where they differ: obligations in the run's order, then expectations that met none.
  var differences: [Difference] {
    var isUsed = test.expectations.map { _ in false }
    var differences: [Difference] = []
    for obligation in run.obligations where test.compares(obligation) {
      let index = expectation(for: obligation.id)
      if let index { isUsed[index] = true }
      let expectation = index.map { test.expectations[$0] }
      let fields = fields(expectation, obligation)
      guard !fields.isEmpty else { continue }
      differences.append(
        Difference(
          rule: obligation.id.rule,
          unit: obligation.id.unit,
          period: obligation.id.period,
          expectation: expectation,
          obligation: obligation,
          fields: fields,
          message: run.message(of: obligation),
          evidence: obligation.evidence.map(describe)
        )
      )
    }
    for (expectation, isUsed) in zip(test.expectations, isUsed) where !isUsed {
      differences.append(
        Difference(
          rule: expectation.rule,
          unit: expectation.unit.map { run.rules.units[$0].id },
          period: expectation.period,
          expectation: expectation,
          obligation: nil,
          fields: [
            .init(name: "verdict", expected: expectation.verdict.rawValue, got: nil)
          ],
          message: nil,
          evidence: []
        )
      )
    }
    return differences
  }

  /// The expectation that names an obligation's unit, else the one of all other units.
  private func expectation(for id: ObligationID) -> Int? {
    func index(where fits: (Int?) -> Bool) -> Int? {
      test.expectations.firstIndex {
        $0.rule == id.rule && $0.period == id.period && fits($0.unit)
      }
    }
    return index { $0.map { run.rules.units[$0].id } == id.unit } ?? index { $0 == nil }
  }

  private func fields(_ expectation: Expectation?, _ obligation: Obligation) -> [Difference.Field] {
    var fields: [Difference.Field] = []
    let (wanted, got) = (expectation?.verdict.rawValue, obligation.verdict.rawValue)
    if wanted != got { fields.append(.init(name: "verdict", expected: wanted, got: got)) }
    for fact in expectation?.facts ?? [] {
      let got = fact.field.text(of: obligation)
      guard got != fact.value else { continue }
      fields.append(.init(name: fact.field.path, expected: fact.value, got: got))
    }
    return fields
  }

  // MARK: Words

  /// What the author should know about the data: cells that could not be read.
  ///
  /// An empty cell of a required column is left out, because a test fills only what its rules need,
  /// and so is a repeated key, because a test may write one row several times.
  var remarks: [Phrase] {
    let expected = ["missing-required", "duplicate-key"]
    return run.dataErrors.filter { !expected.contains($0.code) }.map { error in
      let place = place(dataset: error.dataset, line: error.row)
      let column = error.column.map { ".\($0)" } ?? ""
      let start = "\(place)\(error.dataset)\(column) '\(error.value)': "
      return Phrase(vi: start + error.message.vi, en: start + error.message.en)
    }
  }

  private func describe(_ evidence: Evidence) -> Phrase {
    let place = place(dataset: evidence.dataset, line: evidence.row)
    let column = evidence.column.map { ".\($0)" } ?? ""
    let start = "\(place)\(evidence.dataset)\(column) '\(evidence.value)'"
    guard let note = evidence.note else { return Phrase(verbatim: start) }
    return Phrase(vi: "\(start): \(note.vi)", en: "\(start): \(note.en)")
  }

  /// The place in the test of the row that a line of its dump holds.
  private func place(dataset: DatasetID, line: Int?) -> String {
    guard let line,
      let index = dumps.firstIndex(where: { $0.dump.dataset == dataset }),
      let row = dumps[index].rowsByLine[line]
    else { return "" }
    let start = test.data[index].rows[row].range.start
    return "\(start.file):\(start.line): "
  }
}
