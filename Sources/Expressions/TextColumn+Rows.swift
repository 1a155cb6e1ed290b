internal import Glibc
internal import Tables

extension TextColumn {
  /// Adds a row that is already an array of bytes, without going through a sequence.
  mutating func add(_ text: ArraySlice<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(Int32(truncatingIfNeeded: bytes.count))
  }

  /// Returns a hash of one row's text.
  ///
  /// - SeeAlso: Fowler, Noll and Vo, FNV-1a, over words of eight bytes.
  func hash(_ row: Int) -> Int {
    let range = range(row)
    return unsafe bytes.withUnsafeBytes { all in
      var hash = UInt64(truncatingIfNeeded: range.count) ^ 0xCBF2_9CE4_8422_2325
      var index = range.lowerBound
      while index + 8 <= range.upperBound {
        let word = unsafe all.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        hash = (hash ^ word) &* 0x0100_0000_01B3
        hash ^= hash >> 29
        index += 8
      }
      while index < range.upperBound {
        hash = unsafe (hash ^ UInt64(all[index])) &* 0x0100_0000_01B3
        index += 1
      }
      return Int(truncatingIfNeeded: hash)
    }
  }

  /// Returns whether two rows have the same text.
  func isSame(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (range(a), range(b))
    guard x.count == y.count else { return false }
    return unsafe bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return true }
      return unsafe memcmp(base + x.lowerBound, base + y.lowerBound, x.count) == 0
    }
  }
}
