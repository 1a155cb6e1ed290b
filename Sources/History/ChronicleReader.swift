internal import CivilTime
internal import Findings
internal import GRDB
internal import Rules

/// Works out what a recorded run knows of the past.
///
/// Only runs of the same pack with smaller numbers, judged at no later date and with waivers applied
/// alike, count: they stay the same for ever, and so does what is made of them.
struct ChronicleReader {
  let db: Database
  private var queries: RunQueries { RunQueries(db: db) }

  init(db: Database) {
    self.db = db
  }

  /// Returns the chronicle of a run.
  ///
  /// - Parameter number: The number of a run that was recorded.
  /// - Returns: What runs up to it say; empty if there is no such run.
  /// - Throws: `DatabaseError`.
  func chronicle(of number: Int) throws -> Chronicle {
    guard let run = try queries.run(number) else {
      return Chronicle(baseline: nil, changes: [], sightings: [:], trend: [])
    }
    let trend = try trend(upTo: run)
    let baseline = trend.last { $0.asOf < run.asOf }
    let verdicts = try queries.verdicts(of: number)
    var changes: [Chronicle.Change] = []
    if let baseline {
      let earlier = Comparison.Side(
        asOf: baseline.asOf,
        isWhole: true,
        verdicts: try decidedVerdicts(of: baseline, for: run)
      )
      let later = Comparison.Side(asOf: run.asOf, isWhole: run.isWhole, verdicts: verdicts)
      changes = Comparison(from: earlier, to: later).changes
    }
    var sightings = try sightings(upTo: run)
    if !run.isWhole {
      let own = Set(verdicts.map(\.id))
      sightings = sightings.filter { own.contains($0.key) }
    }
    return Chronicle(
      baseline: baseline?.entry,
      changes: changes,
      sightings: sightings,
      trend: trend.map(\.entry)
    )
  }

  /// Returns the verdicts of the run to compare with; where it could not decide, the last decided
  /// verdict of a whole run before it, so that a run without data neither hides nor ends a violation.
  private func decidedVerdicts(
    of baseline: RecordedRun,
    for run: RecordedRun
  ) throws -> [RecordedVerdict] {
    var scope = scope(of: run)
    scope.isWhole = true
    scope.latest = baseline.asOf
    let decided = try queries.lastDecided(of: baseline.number, in: scope)
    return try queries.verdicts(of: baseline.number).map { decided[$0.id] ?? $0 }
  }

  /// Returns the last whole run of each as-of date up to a run, by date.
  func trend(upTo run: RecordedRun) throws -> [RecordedRun] {
    var scope = scope(of: run)
    scope.isWhole = true
    return RecordedRun.lastOfEachDate(try queries.runs(scope), usesWaivers: run.usesWaivers)
  }

  private func scope(of run: RecordedRun) -> RunQueries.Scope {
    var scope = RunQueries.Scope()
    scope.through = run.number
    scope.latest = run.asOf
    scope.pack = run.pack
    scope.usesWaivers = run.usesWaivers
    return scope
  }

  /// Says when obligations were seen violated, up to a run and by it.
  ///
  /// First and last seen count every run, corrected later or not. The series that ends with the last
  /// sighting goes back to the last date before it at which the obligation was judged and was no
  /// violation; of several runs of one date the last that decided counts for that. Where a run could
  /// not decide, or did not judge the obligation, the series goes on.
  func sightings(upTo run: RecordedRun) throws -> [ObligationID: Chronicle.Sighting] {
    let scope = scope(of: run)
    let sql = """
      WITH
        scope AS (SELECT number, as_of FROM run WHERE \(scope.condition)),
        seen AS (
          SELECT obligation, as_of FROM verdict JOIN scope ON number = run
          WHERE verdict IN ('met_late', 'overdue', 'failed')
        ),
        span AS (
          SELECT obligation, MIN(as_of) AS first, MAX(as_of) AS last FROM seen GROUP BY obligation
        ),
        -- The verdict of a group is that of the row with the greatest number.
        day AS (
          SELECT verdict.obligation, as_of, verdict, last, MAX(number)
          FROM span JOIN verdict ON verdict.obligation = span.obligation JOIN scope ON number = run
          WHERE as_of < last AND verdict NOT IN ('no_data', 'error')
          GROUP BY verdict.obligation, as_of
        ),
        break AS (
          SELECT obligation, MAX(as_of) AS as_of FROM day
          WHERE verdict NOT IN ('met_late', 'overdue', 'failed') GROUP BY obligation
        )
      SELECT obligation.rule, obligation.unit, obligation.period, first, last,
        MIN(seen.as_of) AS since, COUNT(DISTINCT substr(seen.as_of, 1, 7)) AS months
      FROM seen JOIN span ON span.obligation = seen.obligation
        JOIN obligation ON obligation.id = seen.obligation
        LEFT JOIN break ON break.obligation = seen.obligation
      WHERE break.as_of IS NULL OR seen.as_of > break.as_of
      GROUP BY seen.obligation
      """
    var sightings: [ObligationID: Chronicle.Sighting] = [:]
    for row in try Row.fetchAll(db, sql: sql, arguments: scope.arguments) {
      guard let first = try queries.date(row["first"]), let last = try queries.date(row["last"]),
        let since = try queries.date(row["since"])
      else { continue }
      sightings[try queries.id(row)] = Chronicle.Sighting(
        firstSeen: first,
        lastSeen: last,
        since: since,
        periods: row["months"]
      )
    }
    return sightings
  }
}
