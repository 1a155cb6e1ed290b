public import Tables

/// The rows of a dataset by a key, kept in memory for those who refer to them.
public struct Lookup: Sendable {
  /// The dataset's index in the pack.
  public let dataset: Int
  /// The columns of the key.
  public let key: [Int]
  /// The columns kept beside it.
  public let fields: [Int]

  private var keys = KeyTable()
  private var rowOfKey: [Int] = []
  private var columns: [ResidentColumn]
  private var rowCount = 0
  /// Rows whose key is absent or could not be read: any value might be theirs.
  private var unreadableKeys = 0

  /// Makes an empty lookup.
  public init(dataset: Int, key: [Int], fields: [Int]) {
    self.dataset = dataset
    self.key = key
    self.fields = fields
    columns = fields.map { _ in ResidentColumn() }
  }

  /// Adds the rows of a batch; batches come in file order.
  public mutating func add(_ batch: Batch) {
    var rowKeys = RowKeys(key.map { batch.columns[$0] })
    for row in 0..<batch.rowCount {
      guard let bytes = rowKeys.key(row) else {
        unreadableKeys += 1
        continue
      }
      let index = keys.insert(bytes)
      if index == rowOfKey.count { rowOfKey.append(rowCount + row) } else { rowOfKey[index] = -1 }
    }
    for (index, field) in fields.enumerated() {
      columns[index].append(batch.columns[field], rowCount: batch.rowCount)
    }
    rowCount += batch.rowCount
  }

  /// Returns which rows' values are found, and which are certainly not.
  func find(_ column: Column?, rowCount: Int) -> (found: BitPlane, absent: BitPlane) {
    var found = BitPlane(repeating: false, count: rowCount)
    var absent = found
    guard let column else { return (found, absent) }
    if case .text(let texts) = column.values {
      unsafe texts.bytes.withUnsafeBufferPointer { bytes in
        column.present.forEachSetRow { row in
          let key = unsafe UnsafeBufferPointer(rebasing: bytes[texts.range(row)])
          if unsafe keys.index(of: key) != nil { found[row] = true }
        }
      }
      return (found, unreadableKeys == 0 ? column.present - found : absent)
    }
    var rowKeys = RowKeys([column])
    for row in 0..<rowCount {
      guard let bytes = rowKeys.key(row) else { continue }
      if keys.index(of: bytes) != nil {
        found[row] = true
      } else if unreadableKeys == 0 {
        absent[row] = true
      }
    }
    return (found, absent)
  }

  /// Returns a field of the rows that a column refers to.
  ///
  /// A reference that is empty gives an absent cell; one that finds no row, or more than one, or
  /// cannot be read gives an erroneous cell: nobody knows what stands there.
  public func gather(field: Int, for references: Column?, rowCount: Int) -> Column {
    var sources = [Int](repeating: -1, count: rowCount)
    var erroneous = BitPlane(repeating: false, count: rowCount)
    guard let references else {
      return columns[field].gather(sources, erroneous: erroneous)
    }
    var rowKeys = RowKeys([references])
    for row in 0..<rowCount {
      guard let bytes = rowKeys.key(row) else {
        if references.erroneous[row] { erroneous[row] = true }
        continue
      }
      let source = keys.index(of: bytes).map { rowOfKey[$0] } ?? -1
      if source < 0 { erroneous[row] = true } else { sources[row] = source }
    }
    return columns[field].gather(sources, erroneous: erroneous)
  }
}
