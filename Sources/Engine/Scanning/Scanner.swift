internal import Checks
internal import Findings
internal import Rules
internal import TableReaders
internal import Tables

/// Reads all datasets of a plan, those that others refer to first.
struct Scanner {
  let plan: RunPlan
  let folder: DumpFolder
  let options: RunOptions
  let progress: (@Sendable (Progress) -> Void)?

  /// Below this size a dataset is read by one worker, and several datasets at once.
  private var bytesWorthSharing: Int { 4 * options.blockBytes }

  /// Reads every dataset once; one that refers in a circle is read once more, for its keys alone.
  func run() async -> [Int: ScannedDataset] {
    var scanned: [Int: ScannedDataset] = [:]
    var lookups: [LookupRequest: Lookup] = [:]
    var pending = plan.datasets
    let unitsByName = plan.rules.unitsByName
    let fields = Dictionary(
      plan.datasets.flatMap { Array($0.provides) },
      uniquingKeysWith: { first, _ in first }
    )
    while !pending.isEmpty {
      let wave = nextWave(&pending, lookups)
      let results = await read(wave) { [lookups] in scan($0, lookups, fields, unitsByName) }
      for (next, result) in zip(wave, results) {
        for (request, requested) in next.provides {
          lookups[request] =
            result.lookups[request]
            ?? Lookup(dataset: request.dataset, key: request.key, fields: requested)
        }
        if !next.isForLookupsOnly { scanned[next.dataset] = result }
      }
    }
    return scanned
  }

  /// Takes the datasets out whose rows can be read now.
  private func nextWave(
    _ pending: inout [DatasetPlan],
    _ lookups: [LookupRequest: Lookup]
  ) -> [DatasetPlan] {
    let isReady = { (plan: DatasetPlan) in plan.needs.allSatisfy { lookups[$0] != nil } }
    let ready = pending.filter(isReady)
    guard ready.isEmpty else {
      pending.removeAll(where: isReady)
      return ready
    }
    if let request = pending[0].needs.sorted().first(where: { lookups[$0] == nil }),
      let target = plan.datasets.first(where: { $0.dataset == request.dataset })
    {
      // A circle of references: read the keys first, and the rows again later.
      return [target.lookupsOnly]
    }
    return [pending.removeFirst()]
  }

  /// Reads datasets that do not need each other: small ones at the same time, and each large one by
  /// all workers together.
  private func read(
    _ wave: [DatasetPlan],
    _ scan: @escaping @Sendable (DatasetPlan) -> DatasetScan
  ) async -> [ScannedDataset] {
    let sizes = wave.map { folder.byteCount(of: plan.rules.datasets[$0.dataset]) }
    // The largest first, so that no worker begins a long one while the others have nothing left.
    let small = wave.indices.filter { sizes[$0] < bytesWorthSharing }.sorted {
      (sizes[$1], $0) < (sizes[$0], $1)
    }
    let all = Workers(count: options.jobs)
    let read = await all.map(small.count) { index in
      await scan(wave[small[index]]).run(with: Workers(count: 1))
    }
    var results = Dictionary(zip(small, read)) { first, _ in first }
    for index in wave.indices where results[index] == nil {
      results[index] = await scan(wave[index]).run(with: all)
    }
    return wave.indices.compactMap { results[$0] }
  }

  private func scan(
    _ next: DatasetPlan,
    _ lookups: [LookupRequest: Lookup],
    _ fields: [LookupRequest: [Int]],
    _ unitsByName: [String: Int32]
  ) -> DatasetScan {
    let dataset = plan.rules.datasets[next.dataset]
    let readPlan = ReadPlan(
      schema: plan.rules.schema(next.dataset, unitsByName: unitsByName),
      wanted: next.columns,
      unitNames: plan.rules.units.flatMap { [$0.name] + $0.aliases },
      utcOffsetSeconds: options.utcOffsetSeconds,
      blockBytes: options.blockBytes
    )
    let plans = plan.plans
    let limit = options.evidenceLimit
    return DatasetScan(
      plan: next,
      dataset: dataset,
      folder: folder,
      readPlan: readPlan,
      slotCount: plan.scopes.slotCount(next.dataset),
      makeStates: {
        next.consumers.map { consumer in
          let owner = plans[consumer.plan]
          return owner.check.accumulator(
            side: consumer.side,
            layout: owner.layout,
            limit: limit,
            lookups: lookups
          )
        }
      },
      lookups: lookups,
      lookupFields: fields,
      progress: progress
    )
  }
}

extension DatasetPlan {
  /// The same dataset, read for those who look into it only.
  fileprivate var lookupsOnly: DatasetPlan {
    DatasetPlan(
      dataset: dataset,
      columns: columns,
      joined: [],
      consumers: [],
      provides: provides,
      needs: [],
      isForLookupsOnly: true
    )
  }
}
