internal import CSIMD

/// Bytes of a CSV file together with the places of its separators, in storage that is reused.
///
/// Before and after the text there is room that may be read, so that loops can look at eight or
/// more bytes at once without asking where the text ends.
@safe final class RecordBuffer {
  /// Bytes that may be read before the text and after its end.
  static let padding = 128

  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var structure = unsafe csimd_structure()
  /// Where each well-formed record begins, for whoever finds them.
  private(set) var starts: UnsafeMutablePointer<UInt32>
  /// The bytes of text that are there.
  private(set) var count = 0
  /// The bytes whose structure is known.
  private(set) var indexedCount = 0

  /// Makes a buffer with room for so many bytes.
  init(capacity: Int) {
    self.capacity = capacity
    unsafe storage = Self.allocateText(capacity)
    unsafe starts = .allocate(capacity: capacity + 64)
    allocateIndex(capacity)
  }

  deinit {
    unsafe starts.deallocate()
    unsafe storage.deallocate()
    unsafe structure.ends.deallocate()
    unsafe structure.lines.deallocate()
    unsafe structure.faults.deallocate()
  }

  /// The text's first byte.
  var text: UnsafeMutablePointer<UInt8> { unsafe storage + Self.padding }
  /// Places of the separators and line feeds outside quotes.
  var ends: UnsafeMutablePointer<UInt32> { unsafe structure.ends }
  /// For every line feed outside quotes, its index among the ends.
  var lines: UnsafeMutablePointer<UInt32> { unsafe structure.lines }
  /// The number of line feeds outside quotes found so far.
  var lineCount: Int { unsafe structure.line_count }
  /// Whether the indexed text ends inside a quoted field.
  var isInsideQuotes: Bool { unsafe structure.inside != 0 }
  /// Places where the text breaks the rules of RFC 4180.
  var faults: UnsafeBufferPointer<UInt32> {
    unsafe UnsafeBufferPointer(start: structure.faults, count: structure.fault_count)
  }

  /// Forgets the text and its structure.
  ///
  /// - Parameter isInside: Whether the text to come begins inside a quoted field.
  func reset(isInsideQuotes isInside: Bool = false) {
    count = 0
    indexedCount = 0
    unsafe structure.inside = isInside ? ~0 : 0
    unsafe structure.may_open = isInside ? 0 : 1
    unsafe structure.has_closed = 0
    unsafe structure.end_count = 0
    unsafe structure.line_count = 0
    unsafe structure.fault_count = 0
  }

  /// Reads bytes of a source behind those that are there.
  func append(_ source: ByteSource, at offset: Int, count added: Int) throws(SourceFault) {
    reserve(count + added)
    let target = unsafe UnsafeMutableRawBufferPointer(start: text + count, count: added)
    unsafe try source.read(at: offset, into: target)
    count += added
  }

  /// Copies bytes behind those that are there.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(count + bytes.count)
    if let base = bytes.baseAddress {
      unsafe (text + count).update(from: base, count: bytes.count)
    }
    count += bytes.count
  }

  /// Adds a line feed behind the text.
  func appendLineFeed() {
    reserve(count + 1)
    unsafe text[count] = UInt8(ascii: "\n")
    count += 1
  }

  /// Finds the structure up to a place: a multiple of 64, or the text's very end, if it ends there.
  func index(to end: Int, separator: UInt8, isEnd: Bool) {
    precondition(end <= count && (isEnd || end % 64 == 0), "a part of 64 bytes is indexed at once")
    if isEnd { unsafe text[end] = UInt8(ascii: "\n") }
    unsafe csimd_index_csv(&structure, text, indexedCount, end, separator)
    indexedCount = end
  }

  /// Takes the text's end for the end of a record.
  func endLastRecord() {
    unsafe structure.lines[structure.line_count] = UInt32(truncatingIfNeeded: structure.end_count)
    unsafe structure.line_count += 1
    unsafe structure.ends[structure.end_count] = UInt32(truncatingIfNeeded: count)
    unsafe structure.end_count += 1
  }

  /// Makes room for so many bytes of text, keeping what is there.
  func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    let (oldText, old) = unsafe (storage, structure)
    capacity = max(needed, capacity * 2)
    unsafe storage = Self.allocateText(capacity)
    unsafe storage.update(from: oldText, count: count + Self.padding)
    unsafe oldText.deallocate()
    unsafe starts.deallocate()
    unsafe starts = .allocate(capacity: capacity + 64)
    allocateIndex(capacity)
    unsafe structure.ends.update(from: old.ends, count: old.end_count)
    unsafe structure.lines.update(from: old.lines, count: old.line_count)
    unsafe structure.faults.update(from: old.faults, count: old.fault_count)
    unsafe old.ends.deallocate()
    unsafe old.lines.deallocate()
    unsafe old.faults.deallocate()
  }

  private func allocateIndex(_ capacity: Int) {
    // One element a byte, and what one step writes beyond its last element.
    let room = capacity + 64
    unsafe structure.ends = .allocate(capacity: room)
    unsafe structure.lines = .allocate(capacity: room)
    unsafe structure.faults = .allocate(capacity: room)
  }

  private static func allocateText(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 2 * padding)
    // Only the padding: the rest of a large buffer stays untouched until it is needed.
    unsafe bytes.initialize(repeating: 0x20, count: padding)
    unsafe (bytes + padding + capacity).initialize(repeating: 0x20, count: padding)
    return unsafe bytes
  }
}
