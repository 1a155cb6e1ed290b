/// Random numbers that are functions of a stream and a row: nothing has to be drawn in order.
///
/// - SeeAlso: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct RowRandom: Sendable {
  private let seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
  }

  /// Returns the 64 bits of a row in a stream.
  @inline(__always)
  func bits(_ stream: UInt64, _ row: Int) -> UInt64 {
    let key = Self.mixed(seed &* 0x51ED_270B &+ stream &* 0x2545_F491_4F6C_DD1D)
    return Self.mixed(key ^ (UInt64(truncatingIfNeeded: row) &* 0xD6E8_FEB8_6659_FD93))
  }

  /// Returns the share of a row in a stream, from 0 to below 1.
  @inline(__always)
  func share(_ stream: UInt64, _ row: Int) -> Double { Self.share(bits(stream, row)) }

  /// Returns bits as a share, from 0 to below 1.
  @inline(__always)
  static func share(_ bits: UInt64) -> Double {
    Double(bits &>> 11) * (1.0 / 9_007_199_254_740_992.0)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }
}
