internal import Synchronization
internal import Tables

extension CSVFile {
  func read<Failure: Error>(
    block: Int,
    with scratch: inout BlockScratch,
    _ body: (borrowing Batch) throws(Failure) -> Void
  ) throws(Failure) -> BlockReport {
    var report = BlockReport(problemLimit: plan.problemLimit)
    let start = range(of: block).lowerBound
    let records = scratch.records
    let shape: RecordShape
    do throws(SourceFault) {
      let loaded = try load(block, into: records)
      shape = shaper.shape(loaded.count, of: records) { faulty in
        note(faulty, in: block, records, report: &report)
      }
      if let last = loaded.faulty { note(last, in: block, records, report: &report) }
    } catch {
      report.add(Messages.source(error))
      return report
    }
    guard shape.rowCount > 0 else { return report }
    let end = start + records.indexedCount
    let blocks = block...(end - 1 - header.end) / plan.blockBytes
    let (isText, isUsual) = counts.withLock { ($0.isText(blocks), $0.isUsual(blocks)) }
    guard isText else { return report }
    let fields = unsafe shape.fields(of: records, isUsual: isUsual)
    for first in stride(from: 0, to: shape.rowCount, by: plan.batchRows) {
      let rows = first..<min(first + plan.batchRows, shape.rowCount)
      scratch.references.resize(to: rows.count, filling: RowReference(file: index, position: 0))
      for row in rows {
        let place = unsafe Int64(start) + Int64(records.starts[row])
        scratch.references[row - first] = RowReference(file: index, position: place)
      }
      let (batch, faults) = unsafe makeBatch(
        fields.rows(rows),
        scratch.references,
        readers: scratch.readers
      )
      report.add(rows: rows.count, problems: problems(faults, of: batch), count: faults.count)
      try body(batch)
    }
    return report
  }

  /// What knows a well-formed record of this file.
  var shaper: RecordShaper {
    RecordShaper(width: header.width, recordBytes: plan.recordBytes)
  }

  /// Reads a block, and on until the last record that begins in it ends.
  ///
  /// - Returns: The number of whole records, where record `i` lies between the line feeds `i` and
  ///   `i + 1`, and the record behind them if it cannot be read.
  private func load(
    _ block: Int,
    into records: RecordBuffer
  ) throws(SourceFault) -> (count: Int, faulty: FaultyRecord?) {
    let range = range(of: block)
    records.reset(isInsideQuotes: counts.withLock { $0.beginsInside(block) })
    let window = unsafe RecordWindow(
      source: source,
      buffer: records,
      separator: header.separator,
      start: range.lowerBound
    )
    unsafe try window.index(atLeast: range.count)
    var owned = records.lineCount
    while owned > 0, unsafe Int(records.ends[Int(records.lines[owned - 1])]) >= range.count {
      owned -= 1
    }
    guard owned > 0 else { return (0, nil) }
    if records.lineCount > owned { return (owned, nil) }
    let begin = unsafe window.lastStart
    if unsafe try window.findLineEnd(from: begin, limit: plan.recordBytes) { return (owned, nil) }
    guard begin < source.byteCount - range.lowerBound else { return (owned - 1, nil) }
    let last = begin..<records.count
    guard unsafe window.isComplete, last.count <= plan.recordBytes else {
      let fault = RecordFault.tooLong(limit: plan.recordBytes)
      return (owned - 1, FaultyRecord(fault: fault, range: last, place: begin))
    }
    guard !records.isInsideQuotes else {
      return (owned - 1, neverClosed(records, last))
    }
    records.endLastRecord()
    return (owned, nil)
  }

  /// Names the fault of a record that ends with the file inside quotes.
  ///
  /// A misplaced quote before explains it better than the last one, which is never closed.
  private func neverClosed(_ records: RecordBuffer, _ range: Range<Int>) -> FaultyRecord {
    if let first = unsafe records.faults.first(where: { $0 >= range.lowerBound }) {
      let place = Int(first)
      let fault = unsafe RecordFault(byte: records.text[place])
      return FaultyRecord(fault: fault, range: range, place: place)
    }
    let text = unsafe UnsafeBufferPointer(
      start: records.text + range.lowerBound,
      count: range.count
    )
    let quote = unsafe text.lastIndex { $0 == QuotedText.quote } ?? 0
    return FaultyRecord(fault: .neverClosed, range: range, place: range.lowerBound + quote)
  }

  /// Reports a record that cannot be read.
  private func note(
    _ faulty: FaultyRecord,
    in block: Int,
    _ records: RecordBuffer,
    report: inout BlockReport
  ) {
    guard report.keepsFileProblem else { return report.countFileProblem() }
    let before = counts.withLock { $0.lineFeeds(before: block) }
    func line(_ end: Int) -> Int {
      let text = unsafe UnsafeBufferPointer(start: records.text, count: end)
      return unsafe before + text.count { $0 == UInt8(ascii: "\n") } + 1
    }
    let raw = unsafe UnsafeBufferPointer(
      start: records.text + faulty.range.lowerBound,
      count: min(faulty.range.count, 200)
    )
    let place = RecordFault.Place(
      record: line(faulty.range.lowerBound),
      fault: line(faulty.place)
    )
    let text = unsafe String(decoding: raw, as: UTF8.self)
    report.add(Messages.record(faulty.fault, at: place, raw: text))
  }

  /// Reads the wanted columns of some records.
  func makeBatch(
    _ fields: Fields,
    _ references: [RowReference],
    readers: [ColumnReader]
  ) -> (Batch, CellFaults) {
    var faults = CellFaults(limit: plan.problemLimit, rowCount: references.count)
    var columns = [Column?](repeating: nil, count: plan.schema.columns.count)
    for (reader, column) in zip(readers, plan.wanted) {
      faults.begin(column: column)
      columns[column] =
        if let place = header.columns[column] {
          unsafe reader.read(fields, column: place, faults: &faults)
        } else {
          reader.absent(rowCount: references.count)
        }
    }
    return (Batch(rowCount: references.count, columns: columns, rows: references), faults)
  }

  private func problems(_ faults: CellFaults, of batch: Batch) -> [CellProblem] {
    faults.ordered.prefix(plan.problemLimit).map { fault in
      CellProblem(
        row: batch.rows[fault.row],
        column: fault.column,
        code: fault.code,
        raw: fault.raw,
        plan: plan
      )
    }
  }
}
