internal import Synchronization

/// Shares independent pieces of work among workers.
enum WorkShare {
  /// Returns what each piece gives, in order, whatever the number of workers.
  ///
  /// - Parameters:
  ///   - pieces: The pieces of work.
  ///   - jobs: How many workers share them.
  ///   - progress: Told after every piece how many are done, from any thread.
  ///   - work: Does one piece.
  /// - Returns: One result a piece.
  static func map<Piece: Sendable, Result: Sendable>(
    _ pieces: [Piece],
    jobs: Int,
    progress: (@Sendable (Int) -> Void)? = nil,
    _ work: @escaping @Sendable (Piece) async -> Result
  ) async -> [Result] {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let results = Mutex<[(Int, Result)]>([])
    let worker: @Sendable () async -> Void = {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < pieces.count else { return }
        let result = await work(pieces[index])
        results.withLock { $0.append((index, result)) }
        progress?(done.add(1, ordering: .relaxed).newValue)
      }
    }
    await withTaskGroup { group in
      for _ in 0..<max(1, min(jobs, pieces.count)) { group.addTask { await worker() } }
    }
    return results.withLock { $0.sorted { $0.0 < $1.0 }.map(\.1) }
  }
}
