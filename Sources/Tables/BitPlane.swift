/// One bit a row, 64 rows a word; bits past the last row are always zero.
public struct BitPlane: Sendable, Hashable {
  /// How many rows the plane has.
  public let count: Int
  @usableFromInline internal var bits: [UInt64]

  /// The bits, row 0 lowest in the first word.
  public var words: [UInt64] { bits }

  /// Makes a plane with every bit the same.
  public init(repeating value: Bool, count: Int) {
    self.count = count
    bits = Array(repeating: value ? ~0 : 0, count: (count + 63) >> 6)
    if value { clearTail() }
  }

  /// Makes a plane of words; bits past the last row are dropped.
  ///
  /// Missing words count as zero.
  public init(words: [UInt64], count: Int) {
    self.count = count
    bits = words
    let needed = (count + 63) >> 6
    while bits.count < needed { bits.append(0) }
    if bits.count > needed { bits.removeLast(bits.count - needed) }
    clearTail()
  }

  /// Makes a plane of one Boolean a row.
  public init(_ values: [Bool]) {
    self.init(repeating: false, count: values.count)
    for (row, value) in values.enumerated() where value { self[row] = true }
  }

  /// The bit of one row.
  @inlinable
  public subscript(row: Int) -> Bool {
    get { bits[row &>> 6] &>> UInt64(row & 63) & 1 != 0 }
    set {
      let bit: UInt64 = 1 &<< UInt64(row & 63)
      if newValue { bits[row &>> 6] |= bit } else { bits[row &>> 6] &= ~bit }
    }
  }

  /// How many bits are set.
  public var setCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether no bit is set.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The rows whose bit is set, in order.
  public var setRows: [Int] {
    var rows: [Int] = []
    forEachSetRow { rows.append($0) }
    return rows
  }

  /// Calls a closure with every row whose bit is set, in order.
  ///
  /// Inlined into its callers: with a call through the closure for each row, the counting of 15 rules
  /// over a million rows took 0.28 s instead of 0.15 s.
  @inlinable
  public func forEachSetRow(_ body: (Int) -> Void) {
    for index in bits.indices {
      var word = bits[index]
      while word != 0 {
        body(index &<< 6 &+ word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }

  /// Returns the rows set in both planes; the planes have the same count.
  public static func & (a: BitPlane, b: BitPlane) -> BitPlane { a.combined(with: b) { $0 & $1 } }

  /// Returns the rows set in either plane; the planes have the same count.
  public static func | (a: BitPlane, b: BitPlane) -> BitPlane { a.combined(with: b) { $0 | $1 } }

  /// Returns the rows set in the first plane and not in the second.
  public static func - (a: BitPlane, b: BitPlane) -> BitPlane { a.combined(with: b) { $0 & ~$1 } }

  /// Returns the rows that are not set.
  public static prefix func ~ (a: BitPlane) -> BitPlane {
    BitPlane(words: a.words.map { ~$0 }, count: a.count)
  }

  @inline(__always)
  private func combined(
    with other: BitPlane,
    _ operation: (UInt64, UInt64) -> UInt64
  ) -> BitPlane {
    precondition(count == other.count, "planes of different lengths")
    var result = self
    for index in words.indices {
      result.bits[index] = operation(words[index], other.words[index])
    }
    return result
  }

  private mutating func clearTail() {
    let used = count & 63
    if used != 0, !bits.isEmpty { bits[bits.count - 1] &= (1 << UInt64(used)) &- 1 }
  }
}
