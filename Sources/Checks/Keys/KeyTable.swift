internal import Glibc

/// A set of keys, each numbered in the order of arrival; a key is a string of bytes.
///
/// Open addressing over one byte arena: no allocation a key. Equal means equal bytes, the hash only
/// finds the place.
struct KeyTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var places: [Int32] = Array(repeating: -1, count: 16)

  /// How many keys there are.
  var count: Int { ends.count }

  /// Returns the bytes of a key by its number.
  func bytes(_ index: Int) -> ArraySlice<UInt8> {
    arena[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Returns the number of a key, adding it if it is new.
  mutating func insert(_ key: ArraySlice<UInt8>) -> Int {
    let hash = KeyHash.of(key)
    let place = unsafe key.withUnsafeBufferPointer { bytes in unsafe self.place(of: bytes, hash) }
    if places[place] >= 0 { return Int(places[place]) }
    let index = ends.count
    arena.append(contentsOf: key)
    ends.append(arena.count)
    hashes.append(hash)
    places[place] = Int32(index)
    if index &* 2 > places.count { grow() }
    return index
  }

  /// Returns the number of a key, or nil if it is not there.
  func index(of key: ArraySlice<UInt8>) -> Int? {
    unsafe key.withUnsafeBufferPointer { bytes in unsafe index(of: bytes) }
  }

  /// Returns the number of a key, or nil if it is not there.
  @inline(__always)
  func index(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    let found = unsafe places[place(of: key, KeyHash.of(key))]
    return found < 0 ? nil : Int(found)
  }

  @inline(__always)
  private func place(of key: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = places.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let index = Int(places[place])
      if unsafe index < 0 || (hashes[index] == hash && isKey(index, key)) { return place }
      place = (place &+ 1) & mask
    }
  }

  @inline(__always)
  private func isKey(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index &- 1]
    guard ends[index] &- start == key.count else { return false }
    guard let other = key.baseAddress, key.count > 0 else { return true }
    return unsafe arena.withUnsafeBytes { arena in
      guard let bytes = arena.baseAddress else { return false }
      return unsafe memcmp(bytes + start, other, key.count) == 0
    }
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 4)
    let mask = places.count - 1
    for index in hashes.indices {
      var place = Int(truncatingIfNeeded: hashes[index]) & mask
      while places[place] >= 0 { place = (place + 1) & mask }
      places[place] = Int32(index)
    }
  }
}

/// A 64-bit hash of bytes, the same in every run.
enum KeyHash {
  /// Returns the hash of some bytes.
  ///
  /// Eight bytes a step, each step a multiplication whose halves are folded; the constants are the
  /// golden ratio and the finaliser of SplitMix64 (Steele, Lea, Flood, 2014).
  @inline(__always)
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index &+ 8 <= bytes.count {
      hash = unsafe step(hash, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    if index < bytes.count {
      var word: UInt64 = 0
      var shift: UInt64 = 0
      while index < bytes.count {
        word |= unsafe UInt64(bytes[index]) &<< shift
        shift &+= 8
        index &+= 1
      }
      hash = step(hash, word.littleEndian)
    }
    hash = (hash ^ hash &>> 30) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash &>> 31
  }

  /// Returns the hash of some bytes.
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer { unsafe of($0) }
  }

  @inline(__always)
  private static func step(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word.littleEndian).multipliedFullWidth(by: 0xBF58_476D_1CE4_E5B9)
    return product.high ^ product.low ^ 0x94D0_49BB_1331_11EB
  }
}
