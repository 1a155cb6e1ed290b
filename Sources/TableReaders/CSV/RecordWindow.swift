/// A part of a CSV file in a buffer that grows as the record at its end needs it.
@unsafe struct RecordWindow {
  let source: ByteSource
  let buffer: RecordBuffer
  let separator: UInt8
  /// Where the window begins in the file.
  let start: Int

  /// Whether the window's structure is known up to the end of the file.
  var isComplete: Bool { unsafe start + buffer.indexedCount >= source.byteCount }

  /// The place behind the last line feed found, from the window's start.
  var lastStart: Int {
    unsafe buffer.lineCount == 0 ? 0 : Int(buffer.ends[Int(buffer.lines[buffer.lineCount - 1])]) + 1
  }

  /// Finds the structure at least up to a place, as far as the file goes.
  func index(atLeast wanted: Int) throws(SourceFault) {
    let left = unsafe source.byteCount - start
    let end = (wanted + 63) & ~63
    // The byte behind the indexed ones is looked at too.
    let needed = end < left ? end + 1 : left
    if unsafe needed > buffer.count {
      let ahead = min(left, max(needed, end + 4096))
      unsafe try buffer.append(source, at: start + buffer.count, count: ahead - buffer.count)
    }
    unsafe buffer.index(to: min(end, left), separator: separator, isEnd: end >= left)
  }

  /// Goes on until a record ends that begins at some place, or the file does, or the limit.
  ///
  /// - Returns: Whether a line feed was found behind all those there were.
  func findLineEnd(from begin: Int, limit: Int) throws(SourceFault) -> Bool {
    let known = unsafe buffer.lineCount
    var step = 1024
    while unsafe !isComplete, unsafe buffer.indexedCount - begin <= limit {
      unsafe try index(atLeast: buffer.indexedCount + step)
      if unsafe buffer.lineCount > known { return true }
      step *= 2
    }
    return false
  }
}
