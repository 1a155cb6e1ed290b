internal import CivilTime
internal import Tables

// Laying values out anew: constants written out, rows picked, vectors put behind each other.

extension Values {
  /// Returns values with one element a row, or nil if a list of decimals has no common scale.
  func spread(over rowCount: Int, type: ExpressionType) -> Values? {
    guard case .constant(let value) = self else { return self }
    switch value {
    case .int(let value): return .int(Array(repeating: value, count: rowCount))
    case .double(let value): return .double(Array(repeating: value, count: rowCount))
    case .decimal(let value, let scale):
      return .decimal(Array(repeating: value, count: rowCount), scale: scale)
    case .ratio(let a, let b):
      return .ratio(
        Array(repeating: a, count: rowCount),
        over: Array(repeating: b, count: rowCount)
      )
    case .string(let text):
      return .text(TextColumn(Array(repeating: text, count: rowCount)))
    case .bool(let value): return .bool(BitPlane(repeating: value, count: rowCount))
    case .date(let date): return .days(Array(repeating: date.dayNumber, count: rowCount))
    case .unit(let unit): return .days(Array(repeating: unit, count: rowCount))
    case .period(let period): return .days(Array(repeating: period.ordinal, count: rowCount))
    case .timestamp(let value), .duration(let value):
      return .time(Array(repeating: value, count: rowCount))
    case .list(let elements):
      guard case .list(let element) = type,
        let one = Values.of(elements, type: element)
      else { return nil }
      let indices = (0..<rowCount).flatMap { _ in elements.indices }
      let ends = (0..<rowCount).map { ($0 + 1) * elements.count }
      return .list(ends: ends, one.gathered(indices))
    }
  }

  /// Returns the values of several constants of one type, or nil if they do not go together.
  static func of(_ constants: [Constant], type: ExpressionType) -> Values? {
    var parts: [Values] = []
    for constant in constants {
      guard let part = Values.constant(constant).spread(over: 1, type: type) else { return nil }
      parts.append(part)
    }
    return concatenated(parts, counts: Array(repeating: 1, count: parts.count))?.values
  }

  /// Returns the values at some rows, in the order asked for.
  func gathered(_ rows: [Int]) -> Values {
    switch self {
    case .constant: self
    case .int(let values): .int(rows.map { values[$0] })
    case .double(let values): .double(rows.map { values[$0] })
    case .decimal(let values, let scale): .decimal(rows.map { values[$0] }, scale: scale)
    case .ratio(let a, let b): .ratio(rows.map { a[$0] }, over: rows.map { b[$0] })
    case .bool(let bits): .bool(BitPlane(rows: rows.count) { bits[rows[$0]] })
    case .time(let values): .time(rows.map { values[$0] })
    case .days(let values): .days(rows.map { values[$0] })
    case .text(let texts): .text(Self.gathered(texts, rows))
    case .list(let ends, let elements): Self.gathered(ends, elements, rows)
    }
  }

  private static func gathered(_ texts: TextColumn, _ rows: [Int]) -> TextColumn {
    var result = TextColumn()
    result.ends.reserveCapacity(rows.count)
    for row in rows { result.add(texts.bytes[texts.range(row)]) }
    return result
  }

  private static func gathered(_ ends: [Int], _ elements: Values, _ rows: [Int]) -> Values {
    var indices: [Int] = []
    var newEnds: [Int] = []
    for row in rows {
      indices.append(contentsOf: (row == 0 ? 0 : ends[row - 1])..<ends[row])
      newEnds.append(indices.count)
    }
    return .list(ends: newEnds, elements.gathered(indices))
  }

  /// Puts values of one type behind each other; nothing in them is a constant.
  ///
  /// - Parameters:
  ///   - parts: The values.
  ///   - counts: How many rows each has.
  /// - Returns: All rows, and which of them had a decimal too large for the common scale; nil if
  ///   the layouts differ.
  static func concatenated(_ parts: [Values], counts: [Int]) -> (values: Values, lost: BitPlane)? {
    let total = counts.reduce(0, +)
    let none = BitPlane(repeating: false, count: total)
    switch parts.first {
    case nil: return (.bool(none), none)
    case .constant: return nil
    case .int:
      return joined(parts) { if case .int(let v) = $0 { v } else { nil } }.map { (.int($0), none) }
    case .double:
      return joined(parts) { if case .double(let v) = $0 { v } else { nil } }
        .map { (.double($0), none) }
    case .time:
      return joined(parts) { if case .time(let v) = $0 { v } else { nil } }.map {
        (.time($0), none)
      }
    case .days:
      return joined(parts) { if case .days(let v) = $0 { v } else { nil } }.map {
        (.days($0), none)
      }
    case .decimal: return decimals(parts)
    case .ratio:
      guard let a = joined(parts, { if case .ratio(let v, _) = $0 { v } else { nil } }),
        let b = joined(parts, { if case .ratio(_, let v) = $0 { v } else { nil } })
      else { return nil }
      return (.ratio(a, over: b), none)
    case .bool:
      let flags = joined(zip(parts, counts).map { $0 }) { part -> [Bool]? in
        guard case .bool(let bits) = part.0 else { return nil }
        return (0..<part.1).map { bits[$0] }
      }
      return flags.map { (.bool(BitPlane($0)), none) }
    case .text:
      var result = TextColumn()
      for (part, count) in zip(parts, counts) {
        guard case .text(let texts) = part else { return nil }
        for row in 0..<count { result.add(texts.bytes[texts.range(row)]) }
      }
      return (.text(result), none)
    case .list: return lists(parts, counts)
    }
  }

  private static func joined<Part, Element>(
    _ parts: [Part],
    _ array: (Part) -> [Element]?
  ) -> [Element]? {
    var result: [Element] = []
    for part in parts {
      guard let values = array(part) else { return nil }
      result.append(contentsOf: values)
    }
    return result
  }

  private static func decimals(_ parts: [Values]) -> (values: Values, lost: BitPlane)? {
    var all: [(values: [Int128], scale: Int)] = []
    for part in parts {
      guard case .decimal(let values, let scale) = part else { return nil }
      all.append((values, scale))
    }
    let scale = all.map(\.scale).max() ?? 0
    var result: [Int128] = []
    var lost: [Bool] = []
    for part in all {
      for value in part.values {
        let wide = DecimalNotation.rescaled(value, from: part.scale, to: scale)
        result.append(wide ?? 0)
        lost.append(wide == nil)
      }
    }
    return (.decimal(result, scale: scale), BitPlane(lost))
  }

  private static func lists(
    _ parts: [Values],
    _ counts: [Int]
  ) -> (values: Values, lost: BitPlane)? {
    var ends: [Int] = []
    var elements: [Values] = []
    var elementCounts: [Int] = []
    var base = 0
    for (part, count) in zip(parts, counts) {
      guard case .list(let partEnds, let values) = part else { return nil }
      let used = count == 0 ? 0 : partEnds[count - 1]
      ends.append(contentsOf: partEnds.prefix(count).map { $0 + base })
      base += used
      // An empty list says nothing about the layout of its elements.
      guard used > 0 else { continue }
      elements.append(values)
      elementCounts.append(used)
    }
    guard let inner = concatenated(elements, counts: elementCounts) else { return nil }
    let lost = BitPlane(rows: ends.count) { row in
      ((row == 0 ? 0 : ends[row - 1])..<ends[row]).contains { inner.lost[$0] }
    }
    return (.list(ends: ends, inner.values), lost)
  }
}

extension BitPlane {
  /// Makes a plane by asking about every row.
  @inline(__always)
  init(rows count: Int, _ test: (Int) -> Bool) {
    var words: [UInt64] = []
    words.reserveCapacity((count + 63) >> 6)
    var start = 0
    while start < count {
      var word: UInt64 = 0
      for bit in 0..<min(64, count - start) {
        word |= (test(start &+ bit) ? 1 : 0) &<< UInt64(truncatingIfNeeded: bit)
      }
      words.append(word)
      start += 64
    }
    self.init(words: words, count: count)
  }
}
