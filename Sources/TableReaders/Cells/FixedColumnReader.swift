internal import Tables

/// Reads a column whose values all have the same size.
@safe final class FixedColumnReader<Parser: CellParser> {
  private enum Outcome {
    case absent
    case value(Parser.Value)
    case fault(CellProblem.Code)
  }

  private var parser: Parser
  private let cleaner: CellCleaner
  private let isRequired: Bool
  private let blank: Parser.Value?
  private let readsPlain: Bool
  private let memo: CellMemo?
  private var remembered: [Outcome] = []
  private var values: [Parser.Value] = []

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - parser: What knows the type.
  ///   - cleaner: What knows the texts for "absent".
  ///   - isRequired: Whether an empty cell is a fault.
  ///   - blank: What an empty cell means instead of "absent", if anything.
  ///   - fileBytes: The size of the largest file to be read.
  init(
    _ parser: Parser,
    cleaner: CellCleaner,
    isRequired: Bool,
    blank: Parser.Value? = nil,
    fileBytes: Int = .max
  ) {
    self.parser = parser
    self.cleaner = cleaner
    self.isRequired = isRequired
    self.blank = isRequired ? nil : blank
    // A text for "absent" might look like a value, and then it has to be asked for first.
    // Everything that is read plainly holds a digit.
    readsPlain = !cleaner.hasNumericMarker
    memo = Parser.remembers ? CellMemo(forFileOf: fileBytes) : nil
  }

  /// Returns a column without a single present cell.
  func absent(rowCount: Int) -> Column {
    values.resize(to: rowCount, filling: Parser.zero)
    let none = [UInt64](repeating: 0, count: (rowCount + 63) / 64)
    return Column.absent(parser.values(values, present: none), rowCount: rowCount)
  }

  /// Reads one column of some records.
  func read(_ fields: Fields, column: Int, faults: inout CellFaults) -> Column {
    let count = unsafe fields.count
    var present = [UInt64](repeating: 0, count: (count + 63) / 64)
    values.resize(to: count, filling: Parser.zero)
    // Out of the object, so that the loop need not ask who else might be changing them.
    var storage: [Parser.Value] = []
    swap(&storage, &values)
    var known: [Outcome] = []
    swap(&known, &remembered)
    unsafe storage.withUnsafeMutableBufferPointer { values in
      unsafe present.withUnsafeMutableBufferPointer { present in
        let rows = unsafe Rows(fields: fields, column: column, values: values, present: present)
        unsafe readCells(rows, &known, &faults)
      }
    }
    swap(&storage, &values)
    swap(&known, &remembered)
    return Column(
      values: parser.values(values, present: present),
      present: BitPlane(words: present, count: count),
      erroneous: faults.erroneous
    )
  }

  /// The rows of a column, and where their values go.
  @unsafe private struct Rows {
    let fields: Fields
    let column: Int
    let values: UnsafeMutableBufferPointer<Parser.Value>
    let present: UnsafeMutableBufferPointer<UInt64>

    @inline(__always)
    func set(_ row: Int, _ value: Parser.Value) {
      unsafe values[row] = value
      unsafe present[row &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: row & 63)
    }
  }

  private func readCells(_ rows: Rows, _ known: inout [Outcome], _ faults: inout CellFaults) {
    let (parser, readsPlain, skipsEmpty) = (parser, readsPlain, blank == nil && !isRequired)
    let (fields, column) = unsafe (rows.fields, rows.column)
    for row in unsafe 0..<fields.count {
      let (start, end) = unsafe fields.range(row: row, column: column)
      let text = unsafe fields.text + start
      if start == end, skipsEmpty {
        unsafe rows.values[row] = Parser.zero
        continue
      }
      if readsPlain, end > start, let value = unsafe parser.readPlain(text, end &- start) {
        unsafe rows.set(row, value)
        continue
      }
      var fault: CellProblem.Code?
      switch unsafe outcome(text, end &- start, isUsual: fields.isUsual, &known) {
      case .value(let value):
        unsafe rows.set(row, value)
        continue
      case .absent: fault = isRequired ? .missingRequired : nil
      case .fault(let code): fault = code
      }
      unsafe rows.values[row] = Parser.zero
      guard let fault else { continue }
      faults.add(row: row, fault) { unsafe fields.string(row: row, column: column) }
    }
  }

  @inline(__always)
  private func outcome(
    _ text: UnsafePointer<UInt8>,
    _ count: Int,
    isUsual: Bool,
    _ known: inout [Outcome]
  ) -> Outcome {
    if let memo {
      let entry = unsafe memo.find(text, count)
      if entry >= 0 { return known[entry] }
    }
    return unsafe learn(text, count, isUsual: isUsual, &known)
  }

  @inline(never)
  private func learn(
    _ text: UnsafePointer<UInt8>,
    _ count: Int,
    isUsual: Bool,
    _ known: inout [Outcome]
  ) -> Outcome {
    let outcome = unsafe readCleaned(
      UnsafeBufferPointer(start: text, count: count),
      isUsual: isUsual
    )
    if let memo, unsafe memo.insert(text, count) >= 0 { known.append(outcome) }
    return outcome
  }

  private func readCleaned(_ cell: UnsafeBufferPointer<UInt8>, isUsual: Bool) -> Outcome {
    switch unsafe cleaner.clean(cell, isUsual: isUsual) {
    case .empty: return blank.map(Outcome.value) ?? .absent
    case .marker: return .absent
    case .text(let text):
      switch unsafe text.withSpan(parser.read) {
      case .value(let value): return .value(value)
      case .fault(let code): return .fault(code)
      }
    }
  }
}

extension Array {
  /// Cuts the array or lengthens it, in place if nobody else holds it.
  mutating func resize(to newCount: Int, filling element: Element) {
    if count > newCount {
      removeLast(count - newCount)
    } else if count < newCount {
      // Not `repeatElement`: it is appended unspecialised and took 5 % of a run over small files.
      append(contentsOf: [Element](repeating: element, count: newCount - count))
    }
  }
}
