internal import Checks
internal import CivilTime
internal import Findings
internal import Rules
internal import Tables

extension Conclusion {
  /// Says how a verdict was reached.
  ///
  /// - Parameters:
  ///   - ruling: What was decided, and by which step.
  ///   - datasets: The datasets that the obligation reads.
  ///   - partial: Those whose dumps end too early.
  ///   - planned: The obligation.
  ///   - owner: Its rule and check.
  ///   - assessment: What the check found; nil if nothing was judged.
  /// - Returns: The derivation, with the first rows of every outcome.
  func derivation(
    _ ruling: Ruling,
    _ datasets: [Int],
    _ partial: Set<Int>,
    _ planned: PlannedObligation,
    _ owner: RulePlan,
    _ assessment: Assessment?
  ) -> Derivation {
    var derivation = Derivation(
      step: ruling.step,
      favourable: assessment?.favourable,
      unfavourable: assessment?.unfavourable,
      bare: ruling.bare,
      waiver: planned.waiver?.id
    )
    let day = planned.deadline?.effective ?? asOf
    let isAsked = planned.deadline == nil || day < asOf
    derivation.sources = datasets.map { dataset in
      Derivation.Source(
        dataset: plan.rules.datasets[dataset].id,
        fault: fault(state(of: dataset, isPartial: partial.contains(dataset))),
        coversUntil: coversUntil[dataset],
        neededUntil: isAsked ? day : nil
      )
    }
    derivation.rows = zip(
      assessment?.traces ?? [],
      zip(owner.check.sides, owner.check.describe().rows)
    )
    .compactMap { trace, side in flow(trace, side.0, side.1) }
    return derivation
  }

  private func fault(_ state: DataState) -> Reason? {
    switch state {
    case .complete: nil
    case .incomplete: .incompleteData
    case .empty: .emptyDataset
    case .broken: .brokenDataset
    case .missing: .missingDataset
    }
  }

  private func flow(_ trace: Trace, _ side: CheckSide, _ described: DescribedRows) -> RowFlow? {
    guard let reader = readers[side.dataset] else { return nil }
    let dataset = plan.rules.datasets[side.dataset]
    let columns = dataset.key + side.columns.subtracting(dataset.key).sorted()
    let lines = reader.lines(of: trace.rows.flatMap { $0.sample.rows.map(\.reference) })
    return RowFlow(
      dataset: dataset.id,
      total: trace.total,
      elsewhere: trace.elsewhere,
      outside: trace.outside,
      excluded: zip(described.exclusions, trace.excluded).map {
        Exclusion(reason: $0.reason, count: $1)
      },
      counts: trace.counts,
      rows: trace.rows.flatMap { outcome, sample in
        sample.rows.map { row in
          let cells = zip(columns, reader.cells(of: row.reference, columns: columns))
          return RowFlow.Row(
            outcome: outcome,
            file: reader.fileName(row.reference),
            line: lines[row.reference],
            cells: cells.map { column, text in
              RowFlow.Cell(
                column: dataset.columns[column].id,
                value: text ?? "",
                isPersonal: dataset.columns[column].isPersonal
              )
            }
          )
        }
      }
    )
  }
}
