/// Remembers which short cell texts were seen, so that a text that repeats is read only once.
///
/// A table of fixed size with open addressing: it never grows, and what finds no room is simply
/// read again. Keys are compared in full, never only by hash.
@safe final class CellMemo {
  /// The longest text that is remembered, in bytes.
  static let keyBytes = 48
  /// How many texts are remembered at most.
  static let greatestCapacity = 4096
  private static let keyWords = keyBytes / 8

  private let capacity: Int
  /// The number of slots, a power of two, less one.
  private let mask: Int

  private let slots: UnsafeMutablePointer<Int16>
  private let keys: UnsafeMutablePointer<UInt64>
  private let lengths: UnsafeMutablePointer<UInt8>
  private var count = 0

  /// Makes an empty memory.
  ///
  /// - Parameter bytes: The size of the file whose texts are to be remembered. A memory of full size
  ///   for each column of a small file costs more pages than the file.
  init(forFileOf bytes: Int) {
    var capacity = 64
    // No record that repeats itself is much shorter than 64 bytes.
    while capacity < Self.greatestCapacity, capacity < bytes / 64 { capacity *= 2 }
    self.capacity = capacity
    mask = 2 * capacity - 1
    unsafe slots = .allocate(capacity: 2 * capacity)
    unsafe slots.initialize(repeating: -1, count: 2 * capacity)
    unsafe keys = .allocate(capacity: capacity * Self.keyWords)
    unsafe lengths = .allocate(capacity: capacity)
  }

  deinit {
    unsafe slots.deallocate()
    unsafe keys.deallocate()
    unsafe lengths.deallocate()
  }

  /// Returns the number of a text, or -1 if it was not seen; seven bytes past its end are read.
  @inline(__always)
  func find(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int {
    if length > Self.keyBytes { return -1 }
    var slot = unsafe Self.hash(text, length) & mask
    while true {
      let entry = unsafe Int(slots[slot])
      if entry < 0 { return -1 }
      if unsafe isKey(entry, text, length) { return entry }
      slot = (slot &+ 1) & mask
    }
  }

  /// Remembers a text that was not found, and returns its number, or -1 if there is no room.
  func insert(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int {
    guard length <= Self.keyBytes, count < capacity else { return -1 }
    var slot = unsafe Self.hash(text, length) & mask
    while unsafe slots[slot] >= 0 { slot = (slot &+ 1) & mask }
    let entry = count
    count += 1
    unsafe slots[slot] = Int16(entry)
    unsafe lengths[entry] = UInt8(length)
    var word = 0
    while word &* 8 < length {
      unsafe keys[entry &* Self.keyWords &+ word] = Self.word(text, word, length)
      word &+= 1
    }
    return entry
  }

  @inline(__always)
  private func isKey(_ entry: Int, _ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard unsafe Int(lengths[entry]) == length else { return false }
    let key = unsafe keys + entry &* Self.keyWords
    var word = 0
    while word &* 8 < length {
      if unsafe key[word] != Self.word(text, word, length) { return false }
      word &+= 1
    }
    return true
  }

  /// Returns eight bytes of a text as a number, with zeros past its end.
  @inline(__always)
  private static func word(_ text: UnsafePointer<UInt8>, _ index: Int, _ length: Int) -> UInt64 {
    let bytes = unsafe UnsafeRawPointer(text + index &* 8).loadUnaligned(as: UInt64.self)
    let left = length &- index &* 8
    return left >= 8
      ? bytes.littleEndian
      : bytes.littleEndian & (~0 &>> UInt64(truncatingIfNeeded: 64 &- left &* 8))
  }

  @inline(__always)
  private static func hash(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int {
    var hash = UInt64(truncatingIfNeeded: length)
    var index = 0
    while index &* 8 < length {
      unsafe hash = (hash ^ word(text, index, length)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 29
      index &+= 1
    }
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: hash &>> 40)
  }
}
