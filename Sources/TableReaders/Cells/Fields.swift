/// The cells of some well-formed records, as places in their text.
///
/// Whoever makes one keeps the buffers alive and in place while it is used.
@unsafe struct Fields {
  /// The text; 64 bytes before and after it may be read.
  let text: UnsafePointer<UInt8>
  /// Where each record begins.
  let starts: UnsafePointer<UInt32>
  /// Where each cell ends, `width` of them a record.
  let ends: UnsafePointer<UInt32>
  /// Cells a record.
  let width: Int
  /// Records.
  let count: Int
  /// Whether the text is known to hold no character that NFC would change.
  let isUsual: Bool

  /// Returns the places of one cell's first byte and of the byte after its last.
  ///
  /// Quotes count as part of the cell; a carriage return before the line feed does not.
  @inline(__always)
  func range(row: Int, column: Int) -> (start: Int, end: Int) {
    let cell = unsafe ends + (row &* width &+ column)
    var end = unsafe Int(truncatingIfNeeded: cell[0])
    let start =
      unsafe column == 0
      ? Int(truncatingIfNeeded: starts[row]) : Int(truncatingIfNeeded: cell[-1]) &+ 1
    if unsafe column &+ 1 == width, end > start, unsafe text[end &- 1] == UInt8(ascii: "\r") {
      end &-= 1
    }
    return (start, end)
  }

  /// Returns some of the records.
  func rows(_ range: Range<Int>) -> Fields {
    unsafe Fields(
      text: text,
      starts: starts + range.lowerBound,
      ends: ends + range.lowerBound * width,
      width: width,
      count: range.count,
      isUsual: isUsual
    )
  }

  /// Returns one cell's text, unquoted.
  func string(row: Int, column: Int) -> String {
    let (start, end) = unsafe range(row: row, column: column)
    return unsafe QuotedText.decoded(UnsafeBufferPointer(start: text + start, count: end - start))
  }
}

/// Takes the quotes of RFC 4180 off a cell.
enum QuotedText {
  static let quote = UInt8(ascii: "\"")

  /// Returns a cell's text, with repaired bytes where it is not UTF-8.
  static func decoded(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    guard cell.count >= 2, unsafe cell[0] == quote, unsafe cell[cell.count - 1] == quote else {
      return unsafe String(decoding: cell, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(cell.count)
    var isEscaped = false
    for index in 1..<cell.count - 1 {
      let byte = unsafe cell[index]
      if byte == quote, !isEscaped {
        isEscaped = true
        continue
      }
      isEscaped = false
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
