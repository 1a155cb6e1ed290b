internal import Tables
internal import VietnameseText

/// Reads a column of text into one buffer of UTF-8 bytes.
@safe final class TextColumnReader {
  private let cleaner: CellCleaner
  private let markerLengths: UInt64
  private let isRequired: Bool
  private let values: Set<[UInt8]>
  private let memo: CellMemo?
  private var remembered: [Bool] = []
  private var column = TextColumn()

  /// Makes a reader; with `values`, any other text is a fault.
  init(cleaner: CellCleaner, isRequired: Bool, values: [String], fileBytes: Int = .max) {
    self.cleaner = cleaner
    markerLengths = cleaner.markerLengthMask
    self.isRequired = isRequired
    self.values = Set(values.map { Array(CanonicalText.nfc($0).utf8) })
    memo = values.isEmpty ? nil : CellMemo(forFileOf: fileBytes)
  }

  /// Returns a column without a single present cell.
  func absent(rowCount: Int) -> Column {
    var column = TextColumn()
    column.ends = [Int32](repeating: 0, count: rowCount)
    return Column.absent(.text(column), rowCount: rowCount)
  }

  /// Reads one column of some records.
  func read(_ fields: Fields, column index: Int, faults: inout CellFaults) -> Column {
    let count = unsafe fields.count
    var present = [UInt64](repeating: 0, count: (count + 63) / 64)
    var texts = TextColumn()
    swap(&texts, &column)
    texts.ends.resize(to: count, filling: 0)
    // Copies go in steps of 16 bytes and may write so many past their end.
    texts.bytes.resize(to: unsafe byteCount(fields, column: index) + 16, filling: 0)
    var used = 0
    for row in 0..<count {
      let (start, end) = unsafe fields.range(row: row, column: index)
      let (text, bit) = unsafe (fields.text, 1 as UInt64 &<< UInt64(truncatingIfNeeded: row & 63))
      if let (first, last) = unsafe plainRange(fields, start, end),
        unsafe memo == nil || isAllowed(text + first, last &- first)
      {
        unsafe Self.copy(text + first, last &- first, into: &texts.bytes, at: used)
        used &+= last &- first
        present[row &>> 6] |= bit
      } else if start != end || isRequired {
        let cell = unsafe UnsafeBufferPointer(start: text + start, count: end - start)
        if let fault = unsafe append(cell, isUsual: fields.isUsual, to: &texts.bytes, at: &used) {
          faults.add(row: row, fault) { unsafe fields.string(row: row, column: index) }
        } else if used > (row == 0 ? 0 : Int(texts.ends[row - 1])) {
          present[row >> 6] |= bit
        }
      }
      texts.ends[row] = Int32(truncatingIfNeeded: used)
    }
    texts.bytes.resize(to: used, filling: 0)
    swap(&texts, &column)
    return Column(
      values: .text(column),
      present: BitPlane(words: present, count: count),
      erroneous: faults.erroneous
    )
  }

  /// Cleans a cell and appends its text; returns what is wrong with it, if anything.
  ///
  /// Nothing is appended for an absent or erroneous cell.
  @inline(never)
  private func append(
    _ cell: UnsafeBufferPointer<UInt8>,
    isUsual: Bool,
    to bytes: inout [UInt8],
    at used: inout Int
  ) -> CellProblem.Code? {
    guard case .text(let text) = unsafe cleaner.clean(cell, isUsual: isUsual) else {
      return isRequired ? .missingRequired : nil
    }
    guard unsafe values.isEmpty || values.contains(Array(text)) else { return .notInValues }
    // Seldom, NFC makes a text longer than its cell was.
    let growth = text.count - cell.count
    if growth > 0 { bytes.resize(to: bytes.count + growth, filling: 0) }
    for index in 0..<text.count { unsafe bytes[used + index] = text[index] }
    used += text.count
    return nil
  }

  /// Returns the range of a cell that can be copied as it stands, or nil.
  ///
  /// Such a cell has no quotes but around it, neither begins nor ends with anything that might be
  /// cut off, is NFC, and is as long as no text for "absent".
  @inline(__always)
  private func plainRange(_ fields: Fields, _ start: Int, _ end: Int) -> (Int, Int)? {
    var (first, last) = (start, end)
    let text = unsafe fields.text
    if unsafe text[first] == QuotedText.quote {
      first &+= 1
      last &-= 1
      guard first < last, unsafe !containsQuote(text + first, last &- first) else { return nil }
    }
    let count = last &- first
    guard count > 0, markerLengths &>> UInt64(min(count, 63)) & 1 == 0,
      unsafe Self.isPlainFirst(text + first), unsafe Self.isPlainLast(text + last)
    else { return nil }
    if unsafe !fields.isUsual {
      let cell = unsafe UnsafeBufferPointer(start: text + first, count: count)
      guard unsafe !CanonicalText.needsNormalization(cell) else { return nil }
    }
    return (first, last)
  }

  /// ASCII that draws something, or a letter of the Latin blocks (U+00C0–U+01BF, U+1E00–U+1EFF).
  @inline(__always)
  private static func isPlainFirst(_ text: UnsafePointer<UInt8>) -> Bool {
    let byte = unsafe text[0]
    if byte &- 0x21 < 0x5E || byte &- 0xC3 < 4 { return true }
    return unsafe byte == 0xE1 && text[1] & 0xFC == 0xB8
  }

  /// The same for the last character, seen from the byte behind it.
  @inline(__always)
  private static func isPlainLast(_ end: UnsafePointer<UInt8>) -> Bool {
    if unsafe end[-1] &- 0x21 < 0x5E { return true }
    if unsafe end[-2] &- 0xC3 < 4 { return true }
    return unsafe end[-3] == 0xE1 && end[-2] & 0xFC == 0xB8
  }

  private func containsQuote(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    unsafe UnsafeBufferPointer(start: text, count: count).contains(QuotedText.quote)
  }

  private func isAllowed(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard let memo else { return true }
    let known = unsafe memo.find(text, count)
    if known >= 0 { return remembered[known] }
    let cell = unsafe UnsafeBufferPointer(start: text, count: count)
    let isAllowed = unsafe values.contains(Array(cell))
    if unsafe memo.insert(text, count) >= 0 { remembered.append(isAllowed) }
    return isAllowed
  }

  /// Copies bytes in steps of 16, for which there is room.
  @inline(__always)
  private static func copy(
    _ text: UnsafePointer<UInt8>,
    _ count: Int,
    into bytes: inout [UInt8],
    at offset: Int
  ) {
    unsafe bytes.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let (source, target) = unsafe (UnsafeRawPointer(text), base + offset)
      var index = 0
      repeat {
        let part = unsafe source.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        unsafe target.storeBytes(of: part, toByteOffset: index, as: SIMD16<UInt8>.self)
        index &+= 16
      } while index < count
    }
  }

  private func byteCount(_ fields: Fields, column: Int) -> Int {
    var sum = 0
    for row in unsafe 0..<fields.count {
      let (start, end) = unsafe fields.range(row: row, column: column)
      sum &+= end &- start
    }
    return sum
  }
}
