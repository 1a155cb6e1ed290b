internal import CivilTime
internal import Diagnostics
internal import Findings
internal import GRDB
internal import Rules

/// Reads runs and verdicts out of the tables.
struct RunQueries {
  let db: Database

  /// Which runs to read.
  struct Scope {
    /// The only number; nil for all.
    var number: Int?
    /// The greatest number.
    var through = Int.max
    /// The latest as-of date.
    var latest = CivilDate.max
    /// The pack's name; nil for any.
    var pack: String?
    /// Whether waivers were applied; nil for either.
    var usesWaivers: Bool?
    /// Whether only whole runs count.
    var isWhole = false

    /// The condition on the table `run`.
    var condition: String {
      var parts = ["number <= :through", "as_of <= :latest"]
      if number != nil { parts.append("number = :number") }
      if pack != nil { parts.append("pack = :pack") }
      if usesWaivers != nil { parts.append("uses_waivers = :waivers") }
      if isWhole { parts.append("selection = ''") }
      return parts.joined(separator: " AND ")
    }

    /// The values of the condition.
    var arguments: StatementArguments {
      var arguments: StatementArguments = ["through": through, "latest": latest.description]
      if let number { arguments += ["number": number] }
      if let pack { arguments += ["pack": pack] }
      if let usesWaivers { arguments += ["waivers": usesWaivers] }
      return arguments
    }
  }

  /// Whether the file has a table; an older version may lack some, and a new one all.
  func has(_ table: String) throws -> Bool { try db.tableExists(table) }

  /// Reads runs, in order of number.
  func runs(_ scope: Scope) throws -> [RecordedRun] {
    guard try has("run") else { return [] }
    let units = try unitResults(scope)
    let sql = "SELECT * FROM run WHERE \(scope.condition) ORDER BY number"
    return try Row.fetchAll(db, sql: sql, arguments: scope.arguments).map { row in
      let number: Int = row["number"]
      let selection: String = row["selection"]
      return RecordedRun(
        number: number,
        asOf: try date(row["as_of"]) ?? .min,
        pack: row["pack"],
        rulesDigest: row["rules_digest"],
        dataDigest: row["data_digest"],
        calendarDigest: row["calendar_digest"],
        scoringDigest: row["scoring_digest"],
        tool: row["tool"],
        selectors: selection.isEmpty ? [] : selection.split(separator: "\n").map(String.init),
        usesWaivers: row["uses_waivers"],
        dataErrors: row["data_errors"],
        units: units[number] ?? []
      )
    }
  }

  /// Reads one run; nil if there is none with the number.
  func run(_ number: Int) throws -> RecordedRun? {
    var scope = Scope()
    scope.number = number
    return try runs(scope).first
  }

  private func unitResults(_ scope: Scope) throws -> [Int: [RecordedRun.UnitResult]] {
    let scores = try scores(scope)
    let counts = try counts(scope)
    var results: [Int: [RecordedRun.UnitResult]] = [:]
    let sql = """
      SELECT unit_name.* FROM unit_name JOIN run ON run.number = unit_name.run
      WHERE \(scope.condition) ORDER BY run, position
      """
    for row in try Row.fetchAll(db, sql: sql, arguments: scope.arguments) {
      let place = UnitPlace(run: row["run"], unit: row["unit"])
      results[place.run, default: []].append(
        RecordedRun.UnitResult(
          unit: UnitID(place.unit),
          name: row["name"],
          counts: counts[place] ?? [:],
          score: scores[place]
        )
      )
    }
    return results
  }

  private func counts(_ scope: Scope) throws -> [UnitPlace: [Verdict: Int]] {
    let sql = """
      SELECT tally.* FROM tally JOIN run ON run.number = tally.run WHERE \(scope.condition)
      """
    var counts: [UnitPlace: [Verdict: Int]] = [:]
    for row in try Row.fetchAll(db, sql: sql, arguments: scope.arguments) {
      let place = UnitPlace(run: row["run"], unit: row["unit"])
      counts[place, default: [:]][try verdict(row["verdict"])] = row["obligations"]
    }
    return counts
  }

  private func scores(_ scope: Scope) throws -> [UnitPlace: ScoreRange] {
    // A file of version 1 that is only looked at has no scores.
    guard try has("unit_score") else { return [:] }
    let sql = """
      SELECT unit_score.* FROM unit_score JOIN run ON run.number = unit_score.run
      WHERE worst IS NOT NULL AND best IS NOT NULL AND \(scope.condition)
      """
    var scores: [UnitPlace: ScoreRange] = [:]
    for row in try Row.fetchAll(db, sql: sql, arguments: scope.arguments) {
      guard let worst = CivilTime.Decimal(row["worst"] as String),
        let best = CivilTime.Decimal(row["best"] as String)
      else { throw Self.damaged("unit_score") }
      scores[UnitPlace(run: row["run"], unit: row["unit"])] = ScoreRange(worst: worst, best: best)
    }
    return scores
  }

  private struct UnitPlace: Hashable {
    let run: Int
    let unit: String
  }
}

extension RunQueries {
  /// Reads the verdicts of a run, in the order of its report.
  func verdicts(of number: Int) throws -> [RecordedVerdict] {
    guard try has("verdict") else { return [] }
    let exclusions = try exclusions(of: number)
    let sql = "SELECT \(Self.columns) WHERE run = ? ORDER BY position"
    return try Row.fetchAll(db, sql: sql, arguments: [number]).map { row in
      try recorded(row, exclusions[row["position"]] ?? [])
    }
  }

  /// Reads the last decided verdicts of what a run could not decide, without exclusions.
  ///
  /// - Parameters:
  ///   - number: The number of a run.
  ///   - scope: The runs to look in, by as-of date, then by number.
  /// - Returns: A verdict for each undecided obligation of the run that one of the runs decided.
  /// - Throws: `DatabaseError`.
  func lastDecided(
    of number: Int,
    in scope: Scope
  ) throws -> [ObligationID: RecordedVerdict] {
    let sql = """
      WITH
        scope AS (SELECT number, as_of FROM run WHERE \(scope.condition)),
        open AS (
          SELECT obligation FROM verdict
          WHERE run = :undecided AND verdict IN ('no_data', 'error')
        ),
        decided AS (
          SELECT verdict.run AS decided_run, verdict.position AS decided_position,
            ROW_NUMBER() OVER (
              PARTITION BY verdict.obligation ORDER BY scope.as_of DESC, scope.number DESC
            ) AS age
          FROM open JOIN verdict ON verdict.obligation = open.obligation
            JOIN scope ON scope.number = verdict.run
          WHERE verdict.verdict NOT IN ('no_data', 'error')
        )
      SELECT \(Self.columns)
        JOIN decided ON decided_run = verdict.run AND decided_position = verdict.position
      WHERE age = 1
      """
    var arguments = scope.arguments
    arguments += ["undecided": number]
    let verdicts = try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      try recorded(row, [])
    }
    return Dictionary(verdicts.map { ($0.id, $0) }) { first, _ in first }
  }

  /// What `recorded` reads, and from where.
  private static let columns = """
    verdict.*, obligation.rule, obligation.unit, obligation.period,
      rule_text.digest, rule_text.title, rule_text.severity, rule_text.clauses
    FROM verdict
      JOIN obligation ON obligation.id = verdict.obligation
      JOIN rule_text ON rule_text.id = verdict.rule_text
    """

  private func recorded(_ row: Row, _ excluded: [Exclusion]) throws -> RecordedVerdict {
    let clauses: String = row["clauses"]
    let said: (vi: String?, en: String?) = (row["said_vi"], row["said_en"])
    return RecordedVerdict(
      id: try id(row),
      title: row["title"],
      severity: Severity(rawValue: row["severity"]) ?? .major,
      clauses: clauses.split(separator: "\n").map(String.init),
      terms: RecordedVerdict.Terms(
        ruleDigest: row["digest"],
        waiversDigest: row["waivers"],
        nominalDue: try date(row["nominal_due"]),
        due: try date(row["due"])
      ),
      owedFrom: try date(row["owed_from"]),
      verdict: try verdict(row["verdict"]),
      reason: (row["reason"] as String?).flatMap(Reason.init),
      done: try date(row["done"]),
      daysLate: row["days_late"],
      waiver: row["waiver"],
      measured: measured(row, excluded),
      evidenceTotal: row["evidence_total"],
      said: said.vi.flatMap { vi in said.en.map { Phrase(vi: vi, en: $0) } }
    )
  }

  private func measured(_ row: Row, _ excluded: [Exclusion]) -> Measured? {
    guard let kind = (row["kind"] as String?).flatMap(Measured.Kind.init) else { return nil }
    var measured = Measured(kind: kind)
    measured.trueCount = row["true_count"] ?? 0
    measured.falseCount = row["false_count"] ?? 0
    measured.unknownCount = row["unknown_count"] ?? 0
    measured.perhapsCount = row["perhaps_count"] ?? 0
    measured.excluded = excluded
    measured.extra = row["extra"]
    measured.value = row["value"]
    measured.target = row["target"]
    measured.relation = (row["relation"] as String?).flatMap(Words.relation)
    measured.targetNumber = (row["target_number"] as String?).flatMap { CivilTime.Decimal($0) }
    return measured
  }

  private func exclusions(of number: Int) throws -> [Int: [Exclusion]] {
    let sql = "SELECT verdict, reason, rows FROM exclusion WHERE run = ? ORDER BY position"
    return try Row.fetchAll(db, sql: sql, arguments: [number]).reduce(into: [:]) { result, row in
      result[row["verdict"], default: []].append(
        Exclusion(reason: row["reason"], count: row["rows"])
      )
    }
  }

  /// Makes the id of an obligation from the columns of its table.
  func id(_ row: Row) throws -> ObligationID {
    let period: String = row["period"]
    if !period.isEmpty, Period(text: period) == nil { throw Self.damaged("obligation") }
    return ObligationID(
      rule: RuleID(row["rule"]),
      unit: UnitID(row["unit"]),
      period: Period(text: period)
    )
  }

  private func verdict(_ word: String) throws -> Verdict {
    guard let verdict = Verdict(rawValue: word) else { throw Self.damaged("verdict") }
    return verdict
  }

  /// Reads a date, or says that the file is damaged.
  func date(_ text: String?) throws -> CivilDate? {
    guard let text else { return nil }
    guard let date = CivilDate(iso: text) else { throw Self.damaged("date") }
    return date
  }

  /// Says that the file holds something that no version wrote.
  static func damaged(_ what: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: what)
  }
}
