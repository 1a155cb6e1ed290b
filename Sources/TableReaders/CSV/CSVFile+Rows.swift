internal import CSIMD
internal import Tables

extension CSVFile {
  func cells(of row: RowReference, columns: [Int]) throws(FileProblem) -> [String?] {
    // Room for what is read at once, so that the buffer need not grow for an ordinary record.
    let buffer = RecordBuffer(capacity: 6144)
    do throws(SourceFault) {
      _ = try loadRecord(row, into: buffer)
    } catch {
      throw Messages.source(error)
    }
    let fields = unsafe Fields(
      text: buffer.text,
      starts: buffer.starts,
      ends: buffer.ends,
      width: header.width,
      count: 1,
      isUsual: false
    )
    return columns.map { column in
      guard header.columns.indices.contains(column), let place = header.columns[column] else {
        return nil
      }
      return unsafe fields.string(row: 0, column: place)
    }
  }

  func batch(
    of rows: [RowReference],
    with scratch: inout BlockScratch
  ) throws(FileProblem) -> Batch {
    let (records, lookup) = (scratch.records, scratch.lookups)
    records.reset()
    records.appendLineFeed()
    do throws(SourceFault) {
      for row in rows {
        let end = try loadRecord(row, into: lookup)
        unsafe records.append(UnsafeBufferPointer(start: lookup.text, count: end))
        records.appendLineFeed()
        guard records.count <= Self.lookupBytes else { throw .changed }
      }
      records.index(to: records.count, separator: header.separator, isEnd: true)
      let shape = shaper.shape(records.lineCount - 1, of: records) { _ in }
      guard shape.rowCount == rows.count else { throw .changed }
      let fields = unsafe shape.fields(of: records, isUsual: false)
      return unsafe makeBatch(fields, rows, readers: scratch.readers).0
    } catch {
      throw Messages.source(error)
    }
  }

  /// The most text that the rows of one batch may have, so that every place in it fits 32 bits.
  private static let lookupBytes = 1 << 30

  /// Reads the record that begins at a row's place, and returns its length.
  ///
  /// - Throws: A fault also if the record is not as it was when the row was found.
  private func loadRecord(
    _ row: RowReference,
    into buffer: RecordBuffer
  ) throws(SourceFault) -> Int {
    let start = Int(row.position)
    guard start > header.end, start < source.byteCount,
      try source.bytes(at: start - 1, count: 1) == [UInt8(ascii: "\n")]
    else { throw .changed }
    buffer.reset()
    let window = unsafe RecordWindow(
      source: source,
      buffer: buffer,
      separator: header.separator,
      start: start
    )
    if unsafe try !window.findLineEnd(from: 0, limit: plan.recordBytes) {
      guard unsafe window.isComplete, !buffer.isInsideQuotes else { throw .changed }
      buffer.endLastRecord()
    }
    let width = unsafe Int(buffer.lines[0]) + 1
    let end = unsafe Int(buffer.ends[width - 1])
    guard width == header.width, unsafe !buffer.faults.contains(where: { $0 <= end }) else {
      throw .changed
    }
    unsafe buffer.starts[0] = 0
    return end
  }
}
