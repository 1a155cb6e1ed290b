internal import Tables

/// A whole column kept in memory, batch after batch.
struct ResidentColumn: Sendable {
  private var batches: [(start: Int, column: Column?)] = []
  private var count = 0

  /// Adds the cells of a batch; nil is a column that the dump does not have.
  mutating func append(_ column: Column?, rowCount: Int) {
    batches.append((count, column))
    count += rowCount
  }

  /// Returns the cells of chosen rows, -1 for an absent one.
  func gather(_ sources: [Int], erroneous: BitPlane) -> Column {
    var present = BitPlane(repeating: false, count: sources.count)
    var erroneous = erroneous
    var places: [(column: Int, row: Int)] = []
    for (row, source) in sources.enumerated() {
      guard source >= 0, let index = batch(of: source), let column = batches[index].column else {
        places.append((-1, 0))
        continue
      }
      let local = source - batches[index].start
      present[row] = column.present[local]
      if column.erroneous[local] { erroneous[row] = true }
      places.append((present[row] ? index : -1, local))
    }
    return Column(values: values(places), present: present, erroneous: erroneous)
  }

  private func batch(of row: Int) -> Int? {
    var low = 0
    var high = batches.count
    while low < high {
      let middle = (low + high) / 2
      if batches[middle].start <= row { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// Copies values; decimals of batches with different scales are brought to the largest.
  private func values(_ places: [(column: Int, row: Int)]) -> ColumnValues {
    func pick<Element>(_ zero: Element, _ read: (ColumnValues, Int) -> Element?) -> [Element] {
      places.map { place in
        guard place.column >= 0, let column = batches[place.column].column else { return zero }
        return read(column.values, place.row) ?? zero
      }
    }
    switch batches.lazy.compactMap(\.column).first?.values {
    case .text, nil:
      return .text(TextColumn(pick("") { if case .text(let t) = $0 { t[$1] } else { nil } }))
    case .integer:
      return .integer(pick(0) { if case .integer(let v) = $0 { v[$1] } else { nil } })
    case .boolean:
      return .boolean(
        BitPlane(pick(false) { if case .boolean(let v) = $0 { v[$1] } else { nil } })
      )
    case .date: return .date(pick(0) { if case .date(let v) = $0 { v[$1] } else { nil } })
    case .period: return .period(pick(0) { if case .period(let v) = $0 { v[$1] } else { nil } })
    case .unit: return .unit(pick(0) { if case .unit(let v) = $0 { v[$1] } else { nil } })
    case .timestamp:
      return .timestamp(pick(0) { if case .timestamp(let v) = $0 { v[$1] } else { nil } })
    case .duration:
      return .duration(pick(0) { if case .duration(let v) = $0 { v[$1] } else { nil } })
    case .double: return .double(pick(0) { if case .double(let v) = $0 { v[$1] } else { nil } })
    case .decimal: return decimals(places)
    }
  }

  private func decimals(_ places: [(column: Int, row: Int)]) -> ColumnValues {
    var scale = 0
    for case .decimal(_, let own)? in batches.map({ $0.column?.values }) { scale = max(scale, own) }
    let mantissas = places.map { place -> Int128 in
      guard place.column >= 0,
        case .decimal(let values, let own)? = batches[place.column].column?.values
      else { return 0 }
      var value = values[place.row]
      for _ in own..<scale { value = value.multipliedReportingOverflow(by: 10).partialValue }
      return value
    }
    return .decimal(mantissas: mantissas, scale: scale)
  }
}
