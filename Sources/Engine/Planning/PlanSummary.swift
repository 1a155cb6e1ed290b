public import Checks
public import CivilTime
public import Diagnostics
public import Findings
public import Rules

/// What a run would read and judge, as plain values: for `check explain --plan`.
public struct PlanSummary: Sendable {
  /// One dataset: read once, for all rules that want it.
  public struct Scan: Sendable {
    /// The dataset.
    public let dataset: DatasetID
    /// The glob of its files.
    public let file: String
    /// The files of the data folder that match, in name order.
    public let files: [String]
    /// The columns that are parsed, by id in pack order.
    public let columns: [String]
    /// The declared columns that nothing wants and nobody looks at.
    public let ignored: [String]
    /// The rules whose checks count its rows, by id.
    public let rules: [RuleID]
    /// What is kept in memory of it by a key, for those who refer to it.
    public let lookups: [Lookup]
    /// The datasets that must be read before it.
    public let after: [DatasetID]
  }

  /// Rows kept in memory by a key.
  public struct Lookup: Sendable {
    /// The columns of the key, by id.
    public let key: [String]
    /// The columns kept beside it.
    public let fields: [String]
  }

  /// One rule with what it comes to.
  public struct PlannedRule: Sendable {
    /// The rule.
    public let rule: RuleID
    /// Its check, as packs spell it.
    public let check: String
    /// Its obligations, by unit in register order and period.
    public let obligations: [ObligationID]
    /// The datasets that it reads, those it looks into included, in pack order.
    public let datasets: [DatasetID]
  }

  /// The date judged at.
  public let asOf: CivilDate
  /// Where that date came from.
  public let asOfSource: Run.AsOfSource
  /// The scans, in pack order.
  public let scans: [Scan]
  /// The datasets that nothing reads.
  public let unread: [DatasetID]
  /// The rules that have obligations, by id.
  public let rules: [PlannedRule]
  /// The rules that nobody owes at the date, by id.
  public let idle: [RuleID]
  /// What every rule's check demands, whatever the selection.
  public let checks: [RuleID: CheckDescription]
}

extension Evaluator {
  /// Plans a run without reading a row.
  ///
  /// - Parameters:
  ///   - rules: The pack.
  ///   - sources: Its texts, for diagnostics.
  ///   - options: The data, the date and the selection; a folder that cannot be listed has no files.
  /// - Returns: What `run` would read and judge, and what every rule demands.
  /// - Throws: `DiagnosticsError` if the pack or the folder's `dump.yaml` is invalid.
  public static func plan(
    rules: RuleSet,
    sources: [SourceText],
    options: RunOptions
  ) async throws -> PlanSummary {
    var folder: DumpFolder?
    do {
      folder = try DumpFolder(options.source)
    } catch is UnreadableFolder {
      folder = nil
    }
    let manifest = try folder.map { try DumpManifest(folder: $0, datasets: rules.datasets) }
    let asOf = options.asOf ?? manifest?.asOf ?? options.today
    let scopes = DatasetScopes(rules, asOf: asOf, utcOffsetSeconds: options.utcOffsetSeconds)
    let workers = Workers(count: options.jobs)
    let checks = try await bind(rules, sources, scopes, asOf, workers)
    let planner = ObligationPlanner(
      rules: rules,
      asOf: asOf,
      selection: options.selection,
      usesWaivers: options.usesWaivers
    )
    let selected = zip(rules.rules, checks)
      .filter { options.selection.rules?.contains($0.0.id) ?? true }
      .sorted { $0.0.id < $1.0.id }
    let plans = selected.compactMap { planner.plan($0.0, $0.1) }
    let plan = RunPlan(rules: rules, plans: plans, scopes: scopes)
    let owed = Set(plans.map(\.rule.id))
    let read = Set(plan.datasets.map(\.dataset))
    return PlanSummary(
      asOf: asOf,
      asOfSource: options.asOf != nil ? .option : manifest?.asOf != nil ? .dump : .today,
      scans: plan.datasets.map { plan.scan($0, files: folder) },
      unread: rules.datasets.indices.filter { !read.contains($0) }.map { rules.datasets[$0].id },
      rules: plans.map { plan.summary(of: $0) },
      idle: selected.map(\.0.id).filter { !owed.contains($0) },
      checks: Dictionary(
        zip(rules.rules.map(\.id), checks.map { $0.describe() }),
        uniquingKeysWith: { first, _ in first }
      )
    )
  }
}

extension RunPlan {
  /// Describes the reading of one dataset.
  fileprivate func scan(_ scan: DatasetPlan, files folder: DumpFolder?) -> PlanSummary.Scan {
    let dataset = rules.datasets[scan.dataset]
    func names(_ columns: some Sequence<Int>) -> [String] { columns.map { dataset.columns[$0].id } }
    let wanted = Set(scan.columns)
    return PlanSummary.Scan(
      dataset: dataset.id,
      file: dataset.file,
      files: folder?.names(of: dataset) ?? [],
      columns: names(scan.columns),
      ignored: names(dataset.columns.indices.filter { !wanted.contains($0) }),
      rules: Set(scan.consumers.map { plans[$0.plan].rule.id }).sorted(),
      lookups: scan.provides.sorted { $0.key < $1.key }.map {
        PlanSummary.Lookup(key: names($0.key.key), fields: names($0.value))
      },
      after: Set(scan.needs.map(\.dataset)).subtracting([scan.dataset]).sorted()
        .map { rules.datasets[$0].id }
    )
  }

  /// Describes what one rule comes to.
  fileprivate func summary(of plan: RulePlan) -> PlanSummary.PlannedRule {
    let datasets = plan.check.sides.map(\.dataset) + plan.check.lookups.map(\.dataset)
    return PlanSummary.PlannedRule(
      rule: plan.rule.id,
      check: plan.rule.checkKind,
      obligations: plan.obligations.map {
        ObligationID(rule: plan.rule.id, unit: rules.units[$0.unit].id, period: $0.period)
      },
      datasets: Set(datasets).sorted().map { rules.datasets[$0].id }
    )
  }
}
