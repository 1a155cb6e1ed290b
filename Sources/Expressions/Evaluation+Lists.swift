internal import Tables

extension Evaluation {
  /// Builds a list a row of one value each of several vectors.
  mutating func list(_ nodes: [Node], _ type: ExpressionType) -> Vector {
    guard !nodes.isEmpty else { return .constant(.list([]), rowCount: rowCount) }
    var vectors: [Vector] = []
    var parts: [Values] = []
    for node in nodes {
      var vector = vector(of: node)
      parts.append(spread(&vector, node.type))
      vectors.append(vector)
    }
    var result = strict(vectors, .bool(BitPlane(repeating: false, count: rowCount)))
    let counts = Array(repeating: rowCount, count: nodes.count)
    // Layouts differ only where a part has no value in any row, and then the list has none either.
    guard let all = Values.concatenated(parts, counts: counts) else { return result }
    let rows = (0..<rowCount).flatMap { row in nodes.indices.map { $0 * rowCount + row } }
    let ends = (0..<rowCount).map { ($0 + 1) * nodes.count }
    result.values = .list(ends: ends, all.values.gathered(rows))
    let lost = BitPlane(rows: rowCount) { row in
      nodes.indices.contains { all.lost[$0 * rowCount + row] }
    }
    return failing(result, at: lost, .overflow)
  }

  mutating func listSize(_ operand: Node) -> Vector {
    let vector = vector(of: operand)
    switch vector.values {
    case .constant(.list(let elements)):
      let count = Constant.int(Int64(elements.count))
      return Vector(.constant(count), known: vector.known, faulty: vector.faulty)
    case .list(let ends, _):
      let counts = ends.indices.map { Int64(ends[$0] - ($0 == 0 ? 0 : ends[$0 - 1])) }
      return Vector(.int(counts), known: vector.known, faulty: vector.faulty)
    default:
      let none = Array(repeating: Int64(0), count: rowCount)
      return Vector(.int(none), known: vector.known, faulty: vector.faulty)
    }
  }

  /// Puts the lists of two vectors behind each other, row by row.
  mutating func joinLists(_ a: Vector, _ b: Vector, _ type: ExpressionType) -> Vector {
    var (a, b) = (a, b)
    let (x, y) = (spread(&a, type), spread(&b, type))
    var result = strict([a, b], .bool(BitPlane(repeating: false, count: rowCount)))
    guard case .list(let endsA, let elementsA) = x, case .list(let endsB, let elementsB) = y else {
      return result
    }
    let countA = endsA.last ?? 0
    let countB = endsB.last ?? 0
    let filled = [(elementsA, countA), (elementsB, countB)].filter { $0.1 > 0 }
    guard let all = Values.concatenated(filled.map(\.0), counts: filled.map(\.1)) else {
      return result
    }
    var rows: [Int] = []
    var ends: [Int] = []
    var lost = BitPlane(repeating: false, count: rowCount)
    for row in 0..<rowCount {
      let start = rows.count
      rows.append(contentsOf: (row == 0 ? 0 : endsA[row - 1])..<endsA[row])
      rows.append(contentsOf: ((row == 0 ? 0 : endsB[row - 1])..<endsB[row]).map { $0 + countA })
      ends.append(rows.count)
      if rows[start...].contains(where: { all.lost[$0] }) { lost[row] = true }
    }
    result.values = .list(ends: ends, all.values.gathered(rows))
    return failing(result, at: lost, .overflow)
  }
}
