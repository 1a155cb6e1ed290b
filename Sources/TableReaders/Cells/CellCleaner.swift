internal import VietnameseText

/// Brings the text of one cell into the form that its meaning is read from: unquoted, trimmed, NFC.
@safe final class CellCleaner {
  /// What a cell holds.
  @unsafe enum Content {
    /// Nothing but white space.
    case empty
    /// One of the texts that mean "absent".
    case marker
    /// A text, valid until the next cell is cleaned or the cell's own buffer changes.
    case text(UnsafeBufferPointer<UInt8>)
  }

  private let markers: [[UInt8]]
  private let markerLengths: Set<Int>
  private var buffer: UnsafeMutableBufferPointer<UInt8>

  /// Makes a cleaner that knows a dataset's texts for "absent".
  init(missing: [String]) {
    markers = missing.map { Array(CanonicalText.nfc($0).utf8) }
    markerLengths = Set(markers.map(\.count))
    unsafe buffer = .allocate(capacity: 256)
  }

  deinit { unsafe buffer.deallocate() }

  /// A bit for every length, up to 63, that a text for "absent" has; the last for all longer ones.
  var markerLengthMask: UInt64 {
    markerLengths.reduce(0) { $0 | 1 << UInt64(min($1, 63)) }
  }

  /// Whether a text for "absent" holds a digit, so that it could be taken for a value.
  var hasNumericMarker: Bool {
    markers.contains { $0.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
  }

  /// Cleans a cell.
  ///
  /// - Parameters:
  ///   - cell: The cell with its quotes, if it has any.
  ///   - isUsual: Whether the cell is known to be NFC.
  /// - Returns: Its content.
  func clean(_ cell: UnsafeBufferPointer<UInt8>, isUsual: Bool) -> Content {
    var text = unsafe trimmed(unquoted(cell))
    guard !text.isEmpty else { return unsafe .empty }
    if !isUsual, unsafe CanonicalText.needsNormalization(text) {
      unsafe text = stored(CanonicalText.nfc(text))
    }
    if markerLengths.contains(text.count) {
      for marker in markers where unsafe marker.elementsEqual(text) { return unsafe .marker }
    }
    return unsafe .text(text)
  }

  private func unquoted(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let quote = QuotedText.quote
    guard cell.count >= 2, unsafe cell[0] == quote, unsafe cell[cell.count - 1] == quote else {
      return unsafe cell
    }
    let inner = unsafe UnsafeBufferPointer(rebasing: cell[1..<cell.count - 1])
    guard unsafe inner.contains(quote) else { return unsafe inner }
    reserve(inner.count)
    var count = 0
    var isEscaped = false
    for index in inner.indices {
      let byte = unsafe inner[index]
      if byte == quote, !isEscaped {
        isEscaped = true
        continue
      }
      isEscaped = false
      unsafe buffer[count] = byte
      count += 1
    }
    return unsafe UnsafeBufferPointer(rebasing: buffer[0..<count])
  }

  private func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    unsafe text.withSpan { span in
      let range = EdgeSpace.trimmedRange(span)
      return unsafe UnsafeBufferPointer(rebasing: text[range])
    }
  }

  private func stored(_ bytes: [UInt8]) -> UnsafeBufferPointer<UInt8> {
    reserve(bytes.count)
    for (index, byte) in bytes.enumerated() { unsafe buffer[index] = byte }
    return unsafe UnsafeBufferPointer(rebasing: buffer[0..<bytes.count])
  }

  private func reserve(_ count: Int) {
    guard unsafe count > buffer.count else { return }
    unsafe buffer.deallocate()
    unsafe buffer = .allocate(capacity: max(count, buffer.count * 2))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Calls a closure with the bytes as a span, which checks its bounds.
  @inline(__always)
  func withSpan<Result>(_ body: (CellBytes) -> Result) -> Result {
    body(unsafe CellBytes(_unsafeElements: self))
  }
}
