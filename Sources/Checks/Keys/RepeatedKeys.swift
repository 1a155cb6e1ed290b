internal import Tables

/// Finds the rows whose key another row holds too, with 20 bytes a row.
///
/// A 64-bit hash of each key picks candidates; their keys are read again and compared as bytes
/// before anybody is accused, because structured codes do collide.
struct RepeatedKeys: Sendable {
  /// One row whose key stands more than once.
  struct Row: Sendable {
    /// Where it is.
    let reference: RowReference
    /// Its slot in the layout.
    let slot: Int
    /// Whether it only perhaps belongs to the slot.
    let isPerhaps: Bool
    /// The number of its key among the repeated keys.
    let key: Int
  }

  /// The rows of one worker: hashes, packed places, slots.
  private struct Part: Sendable {
    var hashes: [UInt64] = []
    var rows: [UInt64] = []
    var slots: [Int32] = []
  }

  private static let chunk = 4096
  /// The rows of this worker, and those of the others.
  private var own = Part()
  private var others: [Part] = []

  /// Adds a row with the hash of its key.
  @inline(__always)
  mutating func add(hash: UInt64, _ reference: RowReference, slot: Int, isPerhaps: Bool) {
    own.hashes.append(hash)
    own.rows.append(
      UInt64(truncatingIfNeeded: reference.file) &<< 44
        | UInt64(truncatingIfNeeded: reference.position)
    )
    own.slots.append(Int32(truncatingIfNeeded: slot &* 2 &+ (isPerhaps ? 1 : 0)))
  }

  /// Joins another worker's rows.
  mutating func merge(_ other: RepeatedKeys) {
    others.append(other.own)
    others += other.others
  }

  /// Returns every row whose key stands more than once, in file order, and forgets the rest.
  ///
  /// - Parameters:
  ///   - columns: The key's columns.
  ///   - fetch: Reads rows again.
  /// - Returns: The rows; equal keys have equal numbers.
  mutating func finish(columns: [Int], _ fetch: RowFetcher) -> [Row] {
    var candidates = candidates().sorted { $0.reference < $1.reference }
    own = Part()
    others = []
    var keys = KeyTable()
    var counts: [Int] = []
    var numbers = [Int](repeating: -1, count: candidates.count)
    for start in stride(from: 0, to: candidates.count, by: Self.chunk) {
      let end = min(start + Self.chunk, candidates.count)
      var index = start
      for batch in fetch(candidates[start..<end].map(\.reference)) {
        var rowKeys = RowKeys(columns.map { batch.columns[$0] })
        for row in 0..<batch.rowCount {
          defer { index += 1 }
          guard let bytes = rowKeys.key(row) else { continue }
          let number = keys.insert(bytes)
          if number == counts.count { counts.append(0) }
          counts[number] += 1
          numbers[index] = number
        }
      }
    }
    for index in candidates.indices where numbers[index] >= 0 {
      candidates[index].key = numbers[index]
    }
    return candidates.filter { $0.key >= 0 && counts[$0.key] > 1 }.map {
      Row(reference: $0.reference, slot: $0.slot, isPerhaps: $0.isPerhaps, key: $0.key)
    }
  }

  private struct Candidate {
    let reference: RowReference
    let slot: Int
    let isPerhaps: Bool
    var key = -1
  }

  /// Returns the rows whose hash stands more than once.
  private func candidates() -> [Candidate] {
    let parts = [own] + others
    var result: [Candidate] = []
    for place in RepeatedHashes.places(in: parts.map(\.hashes)) {
      let packed = parts[place.part].rows[place.index]
      let slot = Int(parts[place.part].slots[place.index])
      let reference = RowReference(
        file: Int32(truncatingIfNeeded: packed >> 44),
        position: Int64(packed & ((1 << 44) - 1))
      )
      result.append(Candidate(reference: reference, slot: slot >> 1, isPerhaps: slot & 1 == 1))
    }
    return result
  }
}
