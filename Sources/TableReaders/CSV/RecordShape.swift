/// Where the cells of the well-formed records of a buffer are.
struct RecordShape {
  /// The number of records; the buffer's starts say where each begins.
  let rowCount: Int
  /// Cells a record.
  let width: Int
  /// Where the first record's cells begin among the buffer's ends.
  let firstEnd: Int

  /// Returns the cells, valid as long as the buffer does not change.
  func fields(of records: RecordBuffer, isUsual: Bool) -> Fields {
    unsafe Fields(
      text: records.text,
      starts: records.starts,
      ends: records.ends + firstEnd,
      width: width,
      count: rowCount,
      isUsual: isUsual
    )
  }
}

/// A record that cannot be read, by its place in a buffer.
struct FaultyRecord {
  let fault: RecordFault
  /// The record's bytes.
  let range: Range<Int>
  /// The byte at fault.
  let place: Int
}

/// Checks the records of a buffer and closes up the well-formed ones.
struct RecordShaper {
  /// Cells a record.
  let width: Int
  /// The longest record that is read.
  let recordBytes: Int

  /// Checks some records.
  ///
  /// - Parameters:
  ///   - count: How many; record `i` lies between the line feeds `i` and `i + 1`.
  ///   - records: The buffer; its starts are set, and its ends moved over records left out.
  ///   - report: Called with each record that cannot be read, in order.
  /// - Returns: Where the cells are.
  func shape(
    _ count: Int,
    of records: RecordBuffer,
    report: (FaultyRecord) -> Void
  ) -> RecordShape {
    guard count > 0 else { return RecordShape(rowCount: 0, width: width, firstEnd: 0) }
    let (ends, lines, starts) = unsafe (records.ends, records.lines, records.starts)
    let firstEnd = unsafe Int(lines[0]) + 1
    let (begin, end) = unsafe (ends[Int(lines[0])], ends[Int(lines[count])])
    // A blank line looks like a record of one cell.
    var isEven = unsafe width > 1 && !records.faults.contains { $0 > begin && $0 <= end }
    for record in 0..<count {
      let (last, next) = unsafe (Int(lines[record]), Int(lines[record &+ 1]))
      let start = unsafe ends[last] &+ 1
      unsafe starts[record] = start
      let length = unsafe Int(ends[next] &- start)
      if next &- last != width || length > recordBytes { isEven = false }
    }
    if isEven { return RecordShape(rowCount: count, width: width, firstEnd: firstEnd) }
    return sifted(count, of: records, report: report)
  }

  /// Leaves out blank lines and faulty records, one by one.
  private func sifted(
    _ count: Int,
    of records: RecordBuffer,
    report: (FaultyRecord) -> Void
  ) -> RecordShape {
    let (ends, lines) = unsafe (records.ends, records.lines)
    let firstEnd = unsafe Int(lines[0]) + 1
    var begin = unsafe Int(ends[firstEnd - 1]) + 1
    var (kept, faultIndex) = (0, 0)
    for record in 0..<count {
      let cells = unsafe Int(lines[record]) + 1..<Int(lines[record + 1]) + 1
      let range = unsafe begin..<Int(ends[cells.upperBound - 1])
      begin = range.upperBound + 1
      while unsafe faultIndex < records.faults.count,
        unsafe Int(records.faults[faultIndex]) < range.lowerBound
      { faultIndex += 1 }
      if cells.count == 1, isBlank(range, records) { continue }
      if let fault = fault(range, cells: cells.count, records, faultIndex) {
        report(fault)
        continue
      }
      unsafe records.starts[kept] = UInt32(range.lowerBound)
      for (cell, end) in cells.enumerated() {
        unsafe ends[firstEnd + kept * width + cell] = ends[end]
      }
      kept += 1
    }
    return RecordShape(rowCount: kept, width: width, firstEnd: firstEnd)
  }

  private func fault(
    _ range: Range<Int>,
    cells: Int,
    _ records: RecordBuffer,
    _ faultIndex: Int
  ) -> FaultyRecord? {
    if unsafe faultIndex < records.faults.count {
      let place = unsafe Int(records.faults[faultIndex])
      if place <= range.upperBound {
        return unsafe FaultyRecord(
          fault: RecordFault(byte: records.text[place]),
          range: range,
          place: place
        )
      }
    }
    if range.count > recordBytes {
      let fault = RecordFault.tooLong(limit: recordBytes)
      return FaultyRecord(fault: fault, range: range, place: range.lowerBound)
    }
    guard cells != width else { return nil }
    let fault = RecordFault.width(found: cells, expected: width)
    return FaultyRecord(fault: fault, range: range, place: range.lowerBound)
  }

  private func isBlank(_ range: Range<Int>, _ records: RecordBuffer) -> Bool {
    let text = unsafe UnsafeBufferPointer(
      start: records.text + range.lowerBound,
      count: range.count
    )
    return unsafe text.withSpan { EdgeSpace.trimmedRange($0).isEmpty }
  }
}
