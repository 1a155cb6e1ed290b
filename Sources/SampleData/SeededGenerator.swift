/// A reproducible stream of numbers: SplitMix64.
///
/// The standard library may change how it draws from a range or shuffles, so both are written out
/// here: the same seed gives the same bytes with every Swift release.
///
/// - SeeAlso: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SeededGenerator: Sendable {
  private var state: UInt64

  /// Starts the stream that belongs to one name under one seed.
  ///
  /// Every table draws from a stream of its own, so a change to one leaves the others as they are.
  init(seed: UInt64, stream: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bits
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = seed ^ hash
  }

  /// Draws the next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// Draws a whole number from a closed range.
  mutating func int(_ range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound) + 1
    return range.lowerBound + Int(next() % width)
  }

  /// Says yes in so many cases of a hundred.
  mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

  /// Draws one element of a list that holds at least one.
  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[int(0...(list.count - 1))]
  }

  /// Puts a list in a drawn order (Fisher and Yates).
  mutating func shuffle<Element>(_ list: inout [Element]) {
    guard list.count > 1 else { return }
    for last in stride(from: list.count - 1, to: 0, by: -1) {
      list.swapAt(last, int(0...last))
    }
  }
}
