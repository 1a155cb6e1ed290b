internal import Checks
internal import Diagnostics
internal import Findings
internal import Rules
internal import Synchronization
internal import TableReaders
internal import Tables

/// What reading one dataset gave.
struct ScannedDataset: Sendable {
  /// Its files, in name order, still open.
  var files: [DumpFile] = []
  /// How its rows are read again.
  var readPlan: ReadPlan
  /// Whether it is there, whole and not empty.
  var state = DataState.missing
  /// One input a file.
  var inputs: [Input] = []
  /// What is wrong with it, as far as it is listed.
  var dataErrors: [DataError] = []
  /// How many mistakes there are in all.
  var dataErrorTotal = 0
  /// The joined states of its consumers, in their order; empty if the dataset is broken.
  var states: [any Accumulator] = []
  /// The lookups into it.
  var lookups: [LookupRequest: Lookup] = [:]
  /// The declared columns that some of its files do not have.
  var absentColumns: Set<Int> { Set(files.flatMap(\.absentColumns)) }
  /// Remarks for the run.
  var warnings: [Phrase] = []
}

/// Reads one dataset once for all the rules that want its rows.
struct DatasetScan {
  let plan: DatasetPlan
  let dataset: Dataset
  let folder: DumpFolder
  let readPlan: ReadPlan
  let slotCount: Int
  /// Makes the empty states of the consumers, in order.
  let makeStates: @Sendable () -> [any Accumulator]
  /// The complete lookups of other datasets.
  let lookups: [LookupRequest: Lookup]
  /// The fields kept of the datasets looked up.
  let lookupFields: [LookupRequest: [Int]]
  let progress: (@Sendable (Progress) -> Void)?

  /// Below this number of blocks one worker is as fast as several.
  private static let blocksWorthSharing = 4

  /// Reads the dataset with some workers.
  func run(with workers: Workers) async -> ScannedDataset {
    var result = ScannedDataset(readPlan: readPlan)
    let names = folder.names(of: dataset)
    guard !names.isEmpty else { return missing(result) }
    var faults: [Int: [FileProblem]] = [:]
    for (index, name) in names.enumerated() {
      do {
        result.files.append(
          try folder.open(name, of: dataset, index: Int32(index), plan: readPlan)
        )
      } catch {
        faults[index] = error.problems
      }
    }
    guard faults.isEmpty else { return broken(result, names, faults, reports: [:]) }
    let tasks = result.files.enumerated().flatMap { file, dump in
      (0..<dump.blockCount).map { BlockTask(file: file, block: $0) }
    }
    await count(tasks, result.files, workers)
    for (index, file) in result.files.enumerated() {
      let problems = file.finishCounting()
      if !problems.isEmpty { faults[index] = problems }
    }
    guard faults.isEmpty else { return broken(result, names, faults, reports: [:]) }
    let parts = await read(tasks, result.files, workers)
    let reports = Self.reports(parts, fileCount: names.count, limit: readPlan.problemLimit)
    for (index, report) in reports where report.fileProblemCount > 0 {
      faults[index] = report.fileProblems
    }
    for (index, file) in result.files.enumerated() {
      if let problem = file.changeProblem() { faults[index, default: []].append(problem) }
    }
    guard faults.isEmpty else { return broken(result, names, faults, reports: reports) }
    return whole(result, names, parts, reports)
  }

  // MARK: Workers

  private struct BlockTask: Sendable {
    let file: Int
    let block: Int
  }

  /// What one worker found.
  private struct Part: Sendable {
    var states: [any Accumulator]
    var duplicates: DuplicateKeys?
    var lookups: [LookupRequest: Lookup] = [:]
    var reports: [(file: Int, block: Int, report: BlockReport)] = []
    /// The digests of files, or why there is none, by the file's index.
    var digests: [Int: Result<String, FileProblem>] = [:]
  }

  private func count(_ tasks: [BlockTask], _ files: [DumpFile], _ workers: Workers) async {
    let next = Atomic<Int>(0)
    await workers.run(atMost: shares(tasks.count)) {
      var scratch = scratch(for: files)
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < tasks.count else { return }
        files[tasks[index].file].countBlock(tasks[index].block, with: &scratch)
      }
    }
  }

  /// Reads all blocks, and beside them the digests of the files: one worker hashes a large file
  /// while the others read its blocks.
  private func read(
    _ tasks: [BlockTask],
    _ files: [DumpFile],
    _ workers: Workers
  ) async -> [Part] {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let found = Mutex<[Part]>([])
    await workers.run(atMost: shares(tasks.count)) {
      var part = emptyPart()
      var scratch = scratch(for: files)
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue - files.count
        guard index < tasks.count else { break }
        guard index >= 0 else {
          part.digests[index + files.count] = Self.digest(files[index + files.count])
          continue
        }
        let task = tasks[index]
        let report = files[task.file].read(block: task.block, with: &scratch) { batch in
          take(copy batch, into: &part)
        }
        part.reports.append((task.file, task.block, report))
        let count = done.add(1, ordering: .relaxed).newValue
        progress?(Progress(dataset: dataset.id, blocksDone: count, blockCount: tasks.count))
      }
      let finished = part
      found.withLock { $0.append(finished) }
    }
    return found.withLock(\.self)
  }

  private func scratch(for files: [DumpFile]) -> BlockScratch {
    BlockScratch(plan: readPlan, fileBytes: files.map(\.byteCount).max() ?? 0)
  }

  private func emptyPart() -> Part {
    var part = Part(states: makeStates())
    if !dataset.key.isEmpty { part.duplicates = DuplicateKeys(columns: dataset.key) }
    for (request, fields) in plan.provides {
      part.lookups[request] = Lookup(
        dataset: request.dataset,
        key: request.key,
        fields: fields
      )
    }
    return part
  }

  private static func digest(_ file: DumpFile) -> Result<String, FileProblem> {
    do throws(FileProblem) { return .success(try file.sha256()) } catch { return .failure(error) }
  }

  /// How many workers so many blocks are worth.
  ///
  /// Lookups number rows in file order, so a dataset that others look into is read by one part.
  private func shares(_ blockCount: Int) -> Int {
    blockCount >= Self.blocksWorthSharing && plan.provides.isEmpty ? blockCount : 1
  }

  private func take(_ batch: Batch, into part: inout Part) {
    for request in part.lookups.keys { part.lookups[request]?.add(batch) }
    var columns = batch.columns
    columns.append(contentsOf: repeatElement(nil, count: slotCount - columns.count))
    for field in plan.joined {
      guard let lookup = lookups[field.lookup],
        let place = lookupFields[field.lookup]?.firstIndex(of: field.field)
      else { continue }
      columns[field.slot] = lookup.gather(
        field: place,
        for: batch.columns[field.column],
        rowCount: batch.rowCount
      )
    }
    let view = BatchView(
      batch: batch,
      columns: columns,
      utcOffsetSeconds: readPlan.utcOffsetSeconds
    )
    for index in part.states.indices { part.states[index].add(view) }
    part.duplicates?.add(view)
  }

  /// Adds up the reports of the blocks of each file, in file order.
  private static func reports(
    _ parts: [Part],
    fileCount: Int,
    limit: Int
  ) -> [Int: BlockReport] {
    var reports: [Int: BlockReport] = [:]
    for index in 0..<fileCount { reports[index] = BlockReport(problemLimit: limit) }
    let all = parts.flatMap(\.reports).sorted { ($0.file, $0.block) < ($1.file, $1.block) }
    for item in all { reports[item.file]?.add(item.report) }
    return reports
  }

  // MARK: Results

  private func missing(_ result: ScannedDataset) -> ScannedDataset {
    var result = result
    var input = Input(dataset: dataset.id, file: nil, coversUntil: nil)
    input.warnings = [EngineMessages.noFile(dataset.file)]
    result.inputs = [input]
    return result
  }

  private func broken(
    _ result: ScannedDataset,
    _ names: [String],
    _ faults: [Int: [FileProblem]],
    reports: [Int: BlockReport]
  ) -> ScannedDataset {
    var result = result
    result.state = .broken
    for (index, name) in names.enumerated() {
      let problems = faults[index] ?? []
      let count = max(problems.count, reports[index]?.fileProblemCount ?? 0)
      var input = Input(dataset: dataset.id, file: name, coversUntil: nil)
      if let file = result.files.first(where: { $0.name == name }) {
        describe(file, nil, &input)
      }
      input.rows = reports[index]?.rowCount ?? 0
      input.dataErrors = count
      result.inputs.append(input)
      result.dataErrorTotal += count
      result.dataErrors += problems.map { problem in
        DataError(
          dataset: dataset.id,
          file: name,
          row: problem.line,
          column: problem.column,
          value: problem.raw,
          code: problem.code.rawValue,
          message: problem.message,
          isPersonal: false
        )
      }
      if count > problems.count {
        result.warnings.append(EngineMessages.moreProblems(count - problems.count, in: name))
      }
    }
    return result
  }

  private func whole(
    _ result: ScannedDataset,
    _ names: [String],
    _ parts: [Part],
    _ reports: [Int: BlockReport]
  ) -> ScannedDataset {
    var result = result
    let rows = reports.values.reduce(0) { $0 + $1.rowCount }
    result.state = rows == 0 && !dataset.mayBeEmpty ? .empty : .complete
    let rereader = RowReader(files: result.files, plan: readPlan)
    let fetch: RowFetcher = { rereader.batches(of: $0) }
    var joined = parts.first ?? emptyPart()
    for part in parts.dropFirst() {
      for index in joined.states.indices { joined.states[index].merge(part.states[index]) }
      if let other = part.duplicates { joined.duplicates?.merge(other) }
      joined.digests.merge(part.digests) { first, _ in first }
    }
    for index in joined.states.indices { joined.states[index].finish(fetch) }
    joined.duplicates?.finish(fetch)
    result.states = joined.states
    result.lookups = joined.lookups
    let repeated = Dictionary(grouping: joined.duplicates?.repeated ?? [], by: \.row.file)
    for (index, name) in names.enumerated() {
      let report = reports[index] ?? BlockReport(problemLimit: 0)
      var input = Input(dataset: dataset.id, file: name, coversUntil: nil)
      describe(result.files[index], joined.digests[index], &input)
      input.rows = report.rowCount
      let duplicates = repeated[Int32(index)] ?? []
      input.dataErrors = report.cellProblemCount + duplicates.count
      result.inputs.append(input)
      result.dataErrorTotal += input.dataErrors
      let listed =
        report.cellProblems.map { CellFault.problem($0) }
        + duplicates.prefix(readPlan.problemLimit).map { CellFault.duplicate($0) }
      result.dataErrors += rereader.dataErrors(listed, file: index, dataset: dataset)
      if input.dataErrors > listed.count {
        result.warnings.append(
          EngineMessages.moreProblems(input.dataErrors - listed.count, in: name)
        )
      }
    }
    if let problem = rereader.problem {
      result.states = []
      return broken(result.cleared, names, [problem.file: [problem.problem]], reports: reports)
    }
    return result
  }

  private func describe(
    _ file: DumpFile,
    _ digest: Result<String, FileProblem>?,
    _ input: inout Input
  ) {
    input.encoding = file.encoding
    input.warnings = file.warnings
    switch digest ?? Self.digest(file) {
    case .success(let text): input.sha256 = text
    case .failure(let problem): input.warnings.append(problem.message)
    }
  }
}

extension ScannedDataset {
  /// The same dataset without the results of a reading that turned out broken.
  fileprivate var cleared: ScannedDataset {
    var copy = self
    copy.inputs = []
    copy.dataErrors = []
    copy.dataErrorTotal = 0
    copy.lookups = [:]
    copy.warnings = []
    return copy
  }
}
