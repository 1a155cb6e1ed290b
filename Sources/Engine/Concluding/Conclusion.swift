internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import TableReaders
internal import Tables

/// Concludes every obligation from what was read.
struct Conclusion: Sendable {
  let plan: RunPlan
  let scanned: [Int: ScannedDataset]
  let coversUntil: [CivilDate]
  let asOf: CivilDate
  let evidenceLimit: Int
  let explains: Bool
  let readers: [Int: RowReader]
  /// The declared columns that files of a dataset do not have; only datasets that lack some.
  private let absentColumns: [Int: Set<Int>]
  private let states: [[any Accumulator]]

  init(
    plan: RunPlan,
    scanned: [Int: ScannedDataset],
    coversUntil: [CivilDate],
    asOf: CivilDate,
    evidenceLimit: Int,
    explains: Bool
  ) {
    self.plan = plan
    self.scanned = scanned
    self.coversUntil = coversUntil
    self.asOf = asOf
    self.evidenceLimit = evidenceLimit
    self.explains = explains
    readers = scanned.mapValues { RowReader(files: $0.files, plan: $0.readPlan) }
    var states: [[Int: any Accumulator]] = plan.plans.map { _ in [:] }
    absentColumns = scanned.mapValues(\.absentColumns).filter { !$0.value.isEmpty }
    for dataset in plan.datasets {
      let found = scanned[dataset.dataset]?.states ?? []
      for (consumer, state) in zip(dataset.consumers, found) {
        states[consumer.plan][consumer.side] = state
      }
    }
    self.states = zip(plan.plans, states).map { owner, states in
      owner.check.sides.indices.compactMap { states[$0] }
    }
  }

  /// Returns the obligations by rule, unit and period, and remarks about them.
  func obligations(
    with workers: Workers
  ) async -> (obligations: [Obligation], warnings: [Phrase]) {
    let results = await workers.map(plan.plans.count) { index in
      plan.plans[index].obligations.map { conclude($0, plan.plans[index], states[index]) }
    }
    let warnings = zip(plan.plans, states).compactMap { owner, states -> Phrase? in
      let future = states.reduce(0) { $0 + $1.futureRows }
      return future > 0 ? EngineMessages.futureRows(future, rule: owner.rule.id.text) : nil
    }
    return (results.flatMap(\.self), warnings)
  }

  /// Returns what went wrong while cells were read again for evidence, such as a file that was
  /// replaced meanwhile: its cells prove nothing, and the run is not complete.
  func rereadingFaults() -> [DataError] {
    readers.sorted { $0.key < $1.key }.compactMap { index, reader in
      reader.problem.map { file, problem in
        DataError(
          dataset: plan.rules.datasets[index].id,
          file: reader.fileName(file),
          row: problem.line,
          column: problem.column,
          value: problem.raw,
          code: problem.code.rawValue,
          message: problem.message
        )
      }
    }
  }

  private func conclude(
    _ planned: PlannedObligation,
    _ owner: RulePlan,
    _ states: [any Accumulator]
  ) -> Obligation {
    let unit = plan.rules.units[planned.unit].id
    var obligation = Obligation(
      id: ObligationID(rule: owner.rule.id, unit: unit, period: planned.period),
      verdict: .pending
    )
    let datasets = Set(owner.check.sides.map(\.dataset) + owner.check.lookups.map(\.dataset))
      .sorted()
    obligation.datasets = datasets.map { plan.rules.datasets[$0].id }
    obligation.counted = Set(owner.check.sides.map(\.dataset)).sorted()
      .map { plan.rules.datasets[$0].id }
    obligation.deadline = planned.deadline
    let partial = partialDatasets(datasets, planned)
    let data = datasets.map { state(of: $0, isPartial: partial.contains($0)) }.max() ?? .complete
    let isWhole = data <= .incomplete && states.count == owner.check.sides.count
    var assessment: Assessment?
    if isWhole, !planned.isDateUnknown {
      assessment = owner.check.assess(states, facts(planned, owner, partial))
    }
    var circumstances = Circumstances(
      asOf: asOf,
      due: due(planned),
      data: data,
      assessment: assessment,
      isEvidence: owner.check.kind == .evidence,
      isExempt: planned.waiver?.effect == .exempt
    )
    circumstances.lacksColumns = !lackingColumns(owner.check).isEmpty
    let ruling = Judgement.ruling(circumstances)
    obligation.verdict = ruling.verdict
    obligation.reason = ruling.reason
    obligation.measured = assessment?.measured
    if ruling.verdict.isUndecided {
      obligation.needed = needed(datasets, partial, data, owner, assessment)
    }
    fill(&obligation, planned, owner, assessment)
    if explains {
      obligation.derivation = derivation(ruling, datasets, partial, planned, owner, assessment)
    }
    return obligation
  }

  /// The columns that a check reads and some file of their dataset does not have, by dataset.
  func lackingColumns(_ check: any Check) -> [Int: Set<Int>] {
    guard !absentColumns.isEmpty else { return [:] }
    var read: [Int: Set<Int>] = [:]
    for side in check.sides {
      read[side.dataset, default: []].formUnion(side.columns)
      for field in side.joined { read[field.lookup.dataset, default: []].insert(field.field) }
    }
    for lookup in check.lookups { read[lookup.dataset, default: []].formUnion(lookup.key) }
    return read.reduce(into: [:]) { lacking, entry in
      let absent = entry.value.intersection(absentColumns[entry.key] ?? [])
      if !absent.isEmpty { lacking[entry.key] = absent }
    }
  }

  private func fill(
    _ obligation: inout Obligation,
    _ planned: PlannedObligation,
    _ owner: RulePlan,
    _ assessment: Assessment?
  ) {
    let verdict = obligation.verdict
    if verdict == .met || verdict == .metLate || verdict == .waived {
      obligation.done = assessment?.done
    }
    if let due = planned.deadline?.effective, verdict.isViolation || verdict == .waived {
      let late: Int = (obligation.done ?? (owner.check.kind == .evidence ? asOf : due)) - due
      obligation.daysLate = late > 0 ? late : nil
    }
    obligation.waiver = waiver(planned, verdict)
    obligation.isDueSoon = verdict == .pending && isDueSoon(planned, owner.rule)
    guard verdict.isViolation || verdict.isUndecided || verdict == .waived, let assessment else {
      return
    }
    obligation.evidenceTotal = assessment.proofTotal
    obligation.evidence = evidence(assessment, owner)
    if verdict.isUndecided, assessment.proofTotal == 0 {
      let columns = missingColumns(owner.check)
      obligation.evidenceTotal = columns.count
      obligation.evidence = Array(columns.prefix(evidenceLimit))
    }
  }

  // MARK: Data

  /// The datasets whose dumps end before the day they are asked about: the deadline once it has
  /// passed, the as-of date where there is none.
  private func partialDatasets(_ datasets: [Int], _ planned: PlannedObligation) -> Set<Int> {
    let day = planned.deadline?.effective ?? asOf
    guard planned.deadline == nil || day < asOf else { return [] }
    return Set(datasets.filter { coversUntil[$0] < day })
  }

  func state(of dataset: Int, isPartial: Bool) -> DataState {
    max(scanned[dataset]?.state ?? .missing, isPartial ? .incomplete : .complete)
  }

  /// The datasets in which something has to be mended: those that are not whole, else those whose
  /// rows leave it open, or lack a column that is read.
  private func needed(
    _ datasets: [Int],
    _ partial: Set<Int>,
    _ worst: DataState,
    _ owner: RulePlan,
    _ assessment: Assessment?
  ) -> [DatasetID] {
    let faulty: [Int]
    if worst > .complete {
      faulty = datasets.filter { state(of: $0, isPartial: partial.contains($0)) > .complete }
    } else {
      let proofs = assessment?.proofs ?? []
      // What is not listed may be of any side.
      let isListed = proofs.count == assessment?.proofTotal
      let open = Set(isListed ? proofs.map { owner.check.sides[$0.side].dataset } : datasets)
        .union(lackingColumns(owner.check).keys)
      faulty = datasets.filter(open.contains)
    }
    return (faulty.isEmpty ? datasets : faulty).map { plan.rules.datasets[$0].id }
  }

  private func due(_ planned: PlannedObligation) -> Circumstances.DueState {
    if planned.isDateUnknown { return .unknown }
    return planned.deadline.map { .on($0.effective) } ?? .standing
  }

  private func facts(
    _ planned: PlannedObligation,
    _ owner: RulePlan,
    _ partial: Set<Int>
  ) -> ObligationFacts {
    var waivedTarget: Decimal?
    if case .target(let number, _)? = planned.waiver?.effect { waivedTarget = number }
    let readers = readers
    let sides = owner.check.sides
    return ObligationFacts(
      unit: planned.unitSlot,
      period: planned.periodSlot,
      due: planned.deadline?.effective,
      asOf: asOf,
      waivedTarget: waivedTarget,
      partialDatasets: partial,
      rawCells: { side, rows, column in
        rows.map { readers[sides[side].dataset]?.cells(of: $0, columns: [column]).first ?? nil }
      }
    )
  }

  // MARK: Waivers and reminders

  /// The waiver that worked: an exemption if it turned a violation away, another kind always.
  private func waiver(_ planned: PlannedObligation, _ verdict: Verdict) -> String? {
    guard let waiver = planned.waiver else { return nil }
    return waiver.effect == .exempt && verdict != .waived ? nil : waiver.id
  }

  private func isDueSoon(_ planned: PlannedObligation, _ rule: Rule) -> Bool {
    guard let due = planned.deadline?.effective, let span = rule.remind else { return false }
    return plan.rules.calendar.reminderStart(span, before: due) <= asOf
  }
}
