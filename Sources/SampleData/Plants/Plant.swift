/// One fault in the samples, made on purpose, with every finding that a right checker draws from it.
struct Plant: Sendable {
  /// What the checker must find: usually one violation, sometimes several from one fault.
  let findings: [ExpectedFinding]
  /// What was broken, in one Vietnamese line.
  let line: String
  /// Breaks the duty in the finished tables.
  let breakDuty: @Sendable (inout Commune) -> Void

  init(
    _ findings: ExpectedFinding...,
    line: String,
    breakDuty: @escaping @Sendable (inout Commune) -> Void
  ) {
    self.findings = findings
    self.line = line
    self.breakDuty = breakDuty
  }

  /// Every plant, in the order of the plan.
  static let all: [Plant] =
    reports + tasks + tracking + proofs + figures + dossiers + people + money + systems
}

/// A case that looks like a violation and is none: the last good day, a moved deadline, a waiver.
struct Boundary: Sendable {
  let finding: ExpectedFinding
  /// Why it is no violation, in one Vietnamese line.
  let line: String
  /// Arranges the case; many are in the dutiful commune already.
  let arrange: @Sendable (inout Commune) -> Void

  init(
    _ finding: ExpectedFinding,
    line: String,
    arrange: @escaping @Sendable (inout Commune) -> Void = { _ in }
  ) {
    self.finding = finding
    self.line = line
    self.arrange = arrange
  }
}

extension Commune {
  /// Changes exactly one row; any other number of rows is a mistake in this package.
  mutating func change(
    _ dataset: String,
    where wanted: KeyValuePairs<String, Cell>,
    _ change: (inout SampleTable.Row) -> Void
  ) {
    let count = self[dataset].edit(where: wanted, change)
    precondition(count == 1, "\(dataset): \(count) rows agree with \(wanted)")
  }

  /// Changes the first row that agrees; none at all is a mistake in this package.
  mutating func changeFirst(
    _ dataset: String,
    where wanted: KeyValuePairs<String, Cell>,
    matching isWanted: (SampleTable.Row) -> Bool = { _ in true },
    _ change: (inout SampleTable.Row) -> Void
  ) {
    let count = self[dataset].edit(where: wanted, matching: isWanted, limit: 1, change)
    precondition(count == 1, "\(dataset): no row agrees with \(wanted)")
  }

  /// Takes out rows; none at all is a mistake in this package.
  mutating func drop(_ dataset: String, where wanted: KeyValuePairs<String, Cell>) {
    let count = self[dataset].remove(where: wanted)
    precondition(count > 0, "\(dataset): no row agrees with \(wanted)")
  }
}
