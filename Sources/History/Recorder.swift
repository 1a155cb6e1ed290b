internal import CivilTime
internal import Diagnostics
internal import Digests
internal import Findings
internal import GRDB
internal import Rules
internal import Scores

/// Inserts one run with all that belongs to it, in one transaction.
struct Recorder {
  let run: Run
  let scorecard: Scorecard?
  let identity: RunIdentity
  private var rules: [RuleID: Rule]
  private var units: [UnitID: Unit]
  /// The keys of the rules' texts that were looked up so far.
  private var textKeys: [RuleID: Int64] = [:]

  /// Prepares to record a run.
  init(run: Run, scorecard: Scorecard?, identity: RunIdentity) {
    self.run = run
    self.scorecard = scorecard
    self.identity = identity
    rules = Dictionary(run.rules.rules.map { ($0.id, $0) }) { first, _ in first }
    units = Dictionary(run.rules.units.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Records the run, unless it is there already.
  ///
  /// - Parameter db: A history with all tables.
  /// - Returns: The run's number, and whether it is new.
  /// - Throws: `DatabaseError`; nothing is recorded then.
  mutating func record(in db: Database) throws -> (number: Int, isNew: Bool) {
    var result = (number: 0, isNew: false)
    try db.inTransaction(.immediate) {
      let known = try Int.fetchOne(
        db,
        sql: "SELECT number FROM run WHERE identity = ?",
        arguments: [identity.digest]
      )
      if let known {
        result = (known, false)
        return .commit
      }
      let last = try Int.fetchOne(db, sql: "SELECT MAX(number) FROM run") ?? 0
      result = (last + 1, true)
      try insertRun(last + 1, db)
      let keys = try insertVerdicts(last + 1, db)
      try insertTallies(last + 1, db)
      try insertScores(last + 1, keys, db)
      return .commit
    }
    return result
  }

  private func insertRun(_ number: Int, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        number, identity.digest, run.asOf.description, run.rules.pack.name, run.rules.digest,
        run.dataDigest, identity.calendarDigest, identity.scoringDigest, Tool.version,
        identity.selection, run.usesWaivers, run.dataErrorTotal,
      ]
    )
    let owing = Set(run.obligations.map(\.id.unit))
    for (position, unit) in run.rules.units.enumerated() where owing.contains(unit.id) {
      try db.execute(
        sql: "INSERT INTO unit_name VALUES (?, ?, ?, ?)",
        arguments: [number, position, unit.id.text, unit.name]
      )
    }
  }

  /// Inserts the verdicts, and returns the keys of their obligations.
  private mutating func insertVerdicts(
    _ number: Int,
    _ db: Database
  ) throws -> [ObligationID: Int64] {
    var keys: [ObligationID: Int64] = [:]
    let table = ObligationTable(db: db)
    for (position, obligation) in run.obligations.enumerated() {
      let key = try table.key(of: obligation.id)
      keys[obligation.id] = key
      try insert(obligation, (number, position), key, db)
      for (index, exclusion) in (obligation.measured?.excluded ?? []).enumerated() {
        try db.cachedStatement(sql: "INSERT INTO exclusion VALUES (?, ?, ?, ?, ?)").execute(
          arguments: [number, position, index, exclusion.reason, exclusion.count]
        )
      }
    }
    return keys
  }

  private mutating func insert(
    _ obligation: Obligation,
    _ place: (run: Int, position: Int),
    _ key: Int64,
    _ db: Database
  ) throws {
    let (rule, unit) = (obligation.id.rule, obligation.id.unit)
    let waivers =
      run.usesWaivers
      ? run.rules.waiverTerms(of: rule, unit: unit, period: obligation.id.period) : ""
    let said = said(of: obligation)
    let measured = obligation.measured
    var arguments: StatementArguments = [
      place.run, place.position, key, try textKey(of: obligation, db),
      waivers.isEmpty ? nil : String(SHA256.hexDigest(of: waivers).prefix(16)),
      owedFrom(obligation.id)?.description, obligation.verdict.rawValue,
      obligation.reason?.rawValue, obligation.deadline?.nominal.description,
      obligation.deadline?.effective.description, obligation.done?.description,
      obligation.daysLate, obligation.waiver,
    ]
    arguments += [
      measured?.kind.rawValue, measured?.trueCount, measured?.falseCount, measured?.unknownCount,
      measured?.perhapsCount, measured?.extra, measured?.value, measured?.target,
      measured?.relation.map(Words.word), measured?.targetNumber?.description,
      obligation.evidenceTotal, said?.vi, said?.en,
    ]
    let marks = String(repeating: ", ?", count: 25)
    try db.cachedStatement(sql: "INSERT INTO verdict VALUES (?\(marks))")
      .execute(arguments: arguments)
  }

  /// What reports say of an obligation that needs attention.
  private func said(of obligation: Obligation) -> Phrase? {
    if obligation.verdict.isUndecided {
      return run.explanation(
        of: obligation.openCause,
        neededUntil: obligation.neededUntil(asOf: run.asOf)
      )
    }
    let isSaid = obligation.verdict.isViolation || obligation.verdict == .waived
    return isSaid ? run.message(of: obligation) : nil
  }

  /// The first as-of date at which the pack of the run has the obligation; nil for any.
  private func owedFrom(_ id: ObligationID) -> CivilDate? {
    guard let rule = rules[id.rule] else { return nil }
    if rule.every != nil, let period = id.period { return period.first }
    return [rule.effective.from, units[id.unit]?.active.from].compactMap { $0 }.max()
  }

  /// Returns the key of the text of an obligation's rule; all obligations of a rule read the same
  /// datasets, so one look-up a rule is enough.
  private mutating func textKey(of obligation: Obligation, _ db: Database) throws -> Int64 {
    let id = obligation.id.rule
    if let known = textKeys[id] { return known }
    let rule = rules[id]
    let terms = rule.map { run.rules.terms(of: $0, reading: obligation.datasets) }
    let arguments: StatementArguments = [
      id.text, terms.map(SHA256.hexDigest(of:)) ?? "", rule?.title ?? id.text,
      (rule?.severity ?? .major).rawValue,
      (rule?.clauses ?? []).map(\.description).joined(separator: "\n"),
    ]
    let known = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM rule_text
        WHERE rule = ? AND digest = ? AND title = ? AND severity = ? AND clauses = ?
        """,
      arguments: arguments
    )
    if let known {
      textKeys[id] = known
      return known
    }
    try db.execute(
      sql: "INSERT INTO rule_text VALUES (NULL, ?, ?, ?, ?, ?)",
      arguments: arguments
    )
    textKeys[id] = db.lastInsertedRowID
    return db.lastInsertedRowID
  }
}

extension Recorder {
  private func insertTallies(_ number: Int, _ db: Database) throws {
    for (unit, obligations) in Dictionary(grouping: run.obligations, by: \.id.unit) {
      for (verdict, group) in Dictionary(grouping: obligations, by: \.verdict) {
        try db.cachedStatement(sql: "INSERT INTO tally VALUES (?, ?, ?, ?)").execute(
          arguments: [number, unit.text, verdict.rawValue, group.count]
        )
      }
    }
  }

  private func insertScores(
    _ number: Int,
    _ keys: [ObligationID: Int64],
    _ db: Database
  ) throws {
    for score in scorecard?.units ?? [] {
      try db.cachedStatement(sql: "INSERT INTO unit_score VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .execute(
          arguments: [
            number, score.unit.text, score.range?.worst.description,
            score.range?.best.description, score.worstBand, score.bestBand, score.judged,
            score.undecided, score.daysLate,
          ]
        )
      let all = score.deductions.map { ($0, true) } + score.possible.map { ($0, false) }
      for (deduction, isCertain) in all {
        guard let key = keys[deduction.obligation] else { continue }
        try db.cachedStatement(sql: "INSERT INTO deduction VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
          .execute(
            arguments: [
              number, key, isCertain, deduction.row, deduction.verdict.rawValue,
              deduction.points.description, deduction.counted.description,
              deduction.sameFactAs.flatMap { keys[$0] },
            ]
          )
      }
    }
  }
}

/// The words by which the database knows how a value is bounded.
enum Words {
  static func word(_ relation: Measured.Relation) -> String {
    switch relation {
    case .atLeast: "at_least"
    case .atMost: "at_most"
    case .equals: "equals"
    }
  }

  static func relation(_ word: String) -> Measured.Relation? {
    switch word {
    case "at_least": .atLeast
    case "at_most": .atMost
    case "equals": .equals
    default: nil
    }
  }
}
