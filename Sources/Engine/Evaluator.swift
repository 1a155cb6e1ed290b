internal import Checks
internal import CivilTime
public import Diagnostics
internal import Digests
public import Findings
public import Rules

/// Judges a pack's rules over dumps.
public enum Evaluator {
  /// Runs the checker.
  ///
  /// Every rule of the pack is bound, whatever the selection, so that a mistake in a pack never
  /// hides; then only what the selected obligations need is read.
  ///
  /// - Parameters:
  ///   - rules: The pack.
  ///   - sources: Its texts, for diagnostics.
  ///   - options: The data, the date and the selection.
  ///   - progress: Told after every block of a dump that is read, from any thread.
  /// - Returns: Obligations, inputs and data errors in a fixed order: the same inputs and options
  ///   give the same run.
  /// - Throws: `DiagnosticsError` if the pack or the folder's `dump.yaml` is invalid;
  ///   `UnreadableFolder` if the data folder cannot be listed.
  /// - Complexity: O(bytes of the needed dumps), each read once for all rules.
  public static func run(
    rules: RuleSet,
    sources: [SourceText],
    options: RunOptions,
    progress: (@Sendable (Progress) -> Void)? = nil
  ) async throws -> Run {
    let folder = try DumpFolder(options.source)
    let manifest = try DumpManifest(folder: folder, datasets: rules.datasets)
    let asOf = options.asOf ?? manifest.asOf ?? options.today
    let scopes = DatasetScopes(rules, asOf: asOf, utcOffsetSeconds: options.utcOffsetSeconds)
    let workers = Workers(count: options.jobs)
    var checks = try await bind(rules, sources, scopes, asOf, workers)
    if options.explains { checks = checks.map { TracedCheck($0) } }
    let planner = ObligationPlanner(
      rules: rules,
      asOf: asOf,
      selection: options.selection,
      usesWaivers: options.usesWaivers
    )
    let selected = zip(rules.rules, checks)
      .filter { options.selection.rules?.contains($0.0.id) ?? true }
      .sorted { $0.0.id < $1.0.id }
    let plans = await workers.map(selected.count) { index in
      planner.plan(selected[index].0, selected[index].1)
    }.compactMap(\.self)
    let plan = RunPlan(rules: rules, plans: plans, scopes: scopes)
    let scanner = Scanner(plan: plan, folder: folder, options: options, progress: progress)
    let scanned = await scanner.run()
    let coversUntil = rules.datasets.enumerated().map { index, dataset in
      manifest.coversUntil[index] ?? dataset.coversUntil ?? asOf
    }
    let conclusion = Conclusion(
      plan: plan,
      scanned: scanned,
      coversUntil: coversUntil,
      asOf: asOf,
      evidenceLimit: options.evidenceLimit,
      explains: options.explains
    )
    let (obligations, remarks) = await conclusion.obligations(with: workers)
    let faults = conclusion.rereadingFaults()
    let results = plan.datasets.compactMap { dataset in
      scanned[dataset.dataset].map { (dataset.dataset, $0) }
    }
    let stale = results.filter { coversUntil[$0.0] < asOf }.map { index, _ in
      EngineMessages.stale(rules.datasets[index].title, until: coversUntil[index], asOf: asOf)
    }
    let isOpenEnded = results.contains { index, _ in
      manifest.coversUntil[index] == nil && rules.datasets[index].coversUntil == nil
    }
    let outlived = manifest.asOf.flatMap { dumped in
      dumped < asOf && isOpenEnded ? EngineMessages.outlived(dumped, asOf: asOf) : nil
    }
    let warnings =
      [outlived].compactMap(\.self) + stale + remarks + lapsedWaivers(rules, plans, asOf, options)
    let inputs = results.flatMap { index, result in
      result.inputs.map { input in
        var input = input
        input.coversUntil = coversUntil[index]
        return input
      }
    }
    var run = Run(
      rules: rules,
      asOf: asOf,
      asOfSource: options.asOf != nil ? .option : manifest.asOf != nil ? .dump : .today,
      dataDigest: digest(inputs, manifest),
      inputs: inputs,
      obligations: obligations,
      dataErrors: results.flatMap(\.1.dataErrors) + faults,
      dataErrorTotal: results.reduce(faults.count) { $0 + $1.1.dataErrorTotal },
      warnings: results.flatMap(\.1.warnings) + warnings,
      failOn: options.failOn
    )
    run.dumpedAsOf = manifest.asOf
    return run
  }

  /// Binds the checks of all rules, in pack order.
  static func bind(
    _ rules: RuleSet,
    _ sources: [SourceText],
    _ scopes: DatasetScopes,
    _ asOf: CivilDate,
    _ workers: Workers
  ) async throws -> [any Check] {
    var sink = DiagnosticSink()
    rules.checkCalendar(asOf: asOf, into: &sink)
    let bound = await workers.map(rules.rules.count) { index in
      var sink = DiagnosticSink()
      let context = CheckContext(rules: rules, rule: rules.rules[index], scopes: scopes)
      return (check: CheckBinder.bind(context, into: &sink), diagnostics: sink.diagnostics)
    }
    for (rule, result) in zip(rules.rules, bound) {
      for diagnostic in result.diagnostics { sink.add(diagnostic) }
      // Only the loader's own errors leave a check out in silence; then nothing may be judged.
      if result.check == nil, result.diagnostics.isEmpty {
        sink.error(.missingCheck, EngineMessages.unbound(rule.id.text), at: rule.range)
      }
    }
    if sink.hasErrors { throw DiagnosticsError(diagnostics: sink.sorted(), sources: sources) }
    return bound.compactMap(\.check)
  }

  /// Names the waivers that lapsed before the as-of date and work for nothing that was judged.
  private static func lapsedWaivers(
    _ rules: RuleSet,
    _ plans: [RulePlan],
    _ asOf: CivilDate,
    _ options: RunOptions
  ) -> [Phrase] {
    guard options.usesWaivers, !rules.waivers.isEmpty else { return [] }
    var working: Set<String> = []
    for plan in plans {
      for obligation in plan.obligations {
        if let waiver = obligation.waiver { working.insert(waiver.id) }
      }
    }
    return rules.waivers.compactMap { waiver in
      guard let until = waiver.valid.to, until < asOf, !working.contains(waiver.id),
        options.selection.rules?.contains(waiver.rule) ?? true,
        options.selection.units?.isSuperset(of: waiver.units) ?? true
      else { return nil }
      return EngineMessages.lapsedWaiver(waiver.id, until: until)
    }
  }

  private static func digest(_ inputs: [Input], _ manifest: DumpManifest) -> String {
    let digest = SHA256()
    digest.update(String(decoding: manifest.bytes, as: UTF8.self))
    for input in inputs {
      digest.update("\0\(input.dataset)\0\(input.file ?? "")\0\(input.sha256 ?? "")")
    }
    return digest.finish()
  }
}
