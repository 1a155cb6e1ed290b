internal import Synchronization

/// How many things are done at the same time, and in which order their results stand.
///
/// The one place where tasks are started. Results never depend on the number of workers.
struct Workers: Sendable {
  /// How many tasks run at once, at least 1.
  let count: Int

  init(count: Int) {
    self.count = max(1, count)
  }

  /// Runs the same work on several workers at once; with one worker no task is started.
  ///
  /// - Parameters:
  ///   - limit: How many workers are worth it.
  ///   - work: The work; workers share it among themselves.
  func run(atMost limit: Int, _ work: @escaping @Sendable () -> Void) async {
    let workerCount = min(count, limit)
    guard workerCount > 1 else { return work() }
    await withTaskGroup { group in
      for _ in 0..<workerCount { group.addTask { work() } }
    }
  }

  /// Returns what a function gives for every index, in order.
  ///
  /// - Parameters:
  ///   - indexCount: How many indices there are, from 0.
  ///   - transform: The function.
  /// - Returns: Its results by index.
  func map<Result: Sendable>(
    _ indexCount: Int,
    _ transform: @escaping @Sendable (Int) async -> Result
  ) async -> [Result] {
    let next = Atomic<Int>(0)
    let work: @Sendable () async -> [(Int, Result)] = {
      var results: [(Int, Result)] = []
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < indexCount else { return results }
        results.append((index, await transform(index)))
      }
    }
    let workerCount = min(count, indexCount)
    guard workerCount > 1 else { return await work().map(\.1) }
    let all = await withTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<workerCount { group.addTask { await work() } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
