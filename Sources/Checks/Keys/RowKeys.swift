internal import Tables

/// Writes the key of a row as bytes: equal keys, and only they, have equal bytes.
struct RowKeys {
  private let columns: [Column?]
  private var buffer: [UInt8] = []

  /// Makes the keys of a batch from its key columns.
  init(_ columns: [Column?]) {
    self.columns = columns
  }

  /// Returns the key of a row, or nil if a part of it is absent or erroneous.
  mutating func key(_ row: Int) -> ArraySlice<UInt8>? {
    if columns.count == 1, let column = columns[0], case .text(let texts) = column.values {
      return column.present[row] ? texts.bytes[texts.range(row)] : nil
    }
    buffer.removeAll(keepingCapacity: true)
    for column in columns {
      guard let column, column.present[row] else { return nil }
      append(column.values, row)
    }
    return buffer[...]
  }

  /// Returns the hash of every row's key, and which rows have a whole key.
  mutating func hashes(rowCount: Int) -> (values: [UInt64], whole: BitPlane) {
    var values = [UInt64](repeating: 0, count: rowCount)
    if columns.count == 1, let column = columns[0], case .text(let texts) = column.values {
      unsafe texts.bytes.withUnsafeBufferPointer { bytes in
        for row in 0..<rowCount {
          values[row] = unsafe KeyHash.of(UnsafeBufferPointer(rebasing: bytes[texts.range(row)]))
        }
      }
      return (values, column.present)
    }
    var whole = BitPlane(repeating: false, count: rowCount)
    for row in 0..<rowCount {
      guard let key = key(row) else { continue }
      values[row] = KeyHash.of(key)
      whole[row] = true
    }
    return (values, whole)
  }

  private mutating func append(_ values: ColumnValues, _ row: Int) {
    switch values {
    case .text(let texts):
      let range = texts.range(row)
      if columns.count > 1 { append(UInt64(range.count)) }
      buffer.append(contentsOf: texts.bytes[range])
    case .integer(let numbers): append(UInt64(bitPattern: numbers[row]))
    case .decimal(let mantissas, let scale): append(mantissas[row], scale: scale)
    case .boolean(let bits): buffer.append(bits[row] ? 1 : 0)
    case .date(let codes), .period(let codes), .unit(let codes):
      append(UInt64(UInt32(bitPattern: codes[row])))
    case .timestamp(let instants), .duration(let instants): append(instants[row], scale: 0)
    case .double(let numbers): append(numbers[row].bitPattern)
    }
  }

  /// Writes a decimal in lowest terms, so that 1,50 and 1,5 are one key.
  private mutating func append(_ mantissa: Int128, scale: Int) {
    var mantissa = mantissa
    var scale = scale
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    append(UInt64(truncatingIfNeeded: mantissa))
    append(UInt64(truncatingIfNeeded: mantissa >> 64))
    buffer.append(UInt8(truncatingIfNeeded: scale))
  }

  private mutating func append(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      buffer.append(UInt8(truncatingIfNeeded: word &>> shift))
    }
  }
}
