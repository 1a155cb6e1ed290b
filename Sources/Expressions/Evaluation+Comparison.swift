internal import Tables

extension Evaluation {
  mutating func compare(_ relation: Relation, _ a: Node, _ b: Node) -> Vector {
    compare(relation, vector(of: a), a.type, vector(of: b), b.type)
  }

  private mutating func compare(
    _ relation: Relation,
    _ a: Vector,
    _ typeA: ExpressionType,
    _ b: Vector,
    _ typeB: ExpressionType
  ) -> Vector {
    var (a, b) = (a, b)
    if case .list(let elementA) = typeA, case .list(let elementB) = typeB {
      let (x, y) = (spread(&a, typeA), spread(&b, typeB))
      let result = strict([a, b], .bool(BitPlane(repeating: false, count: rowCount)))
      let equal = equalLists(x, elementA, y, elementB, known: result.known)
      return Vector(
        .bool(relation == .equal ? equal : ~equal),
        known: result.known,
        faulty: result.faulty
      )
    }
    var left = a.values
    if case .constant = a.values, case .constant = b.values { left = spread(&a, typeA) }
    return strict([a, b], .bool(Comparison.rows(relation, left, b.values, rowCount)))
  }

  // MARK: Membership

  mutating func isIn(_ element: Node, _ list: Node) -> Vector {
    guard case .list(let type) = list.type else { return .unknown(rowCount: rowCount) }
    var value = vector(of: element)
    switch list.operation {
    case .constant(.list(let constants)):
      var found = BitPlane(repeating: false, count: rowCount)
      for constant in constants {
        let other = Vector.constant(constant, rowCount: rowCount)
        found = found | compare(.equal, value, element.type, other, type).trueRows
      }
      return Vector(.bool(found), known: value.known, faulty: value.faulty)
    case .list(let nodes):
      var found = BitPlane(repeating: false, count: rowCount)
      var operands = [value]
      for node in nodes {
        let other = vector(of: node)
        operands.append(other)
        found = found | compare(.equal, value, element.type, other, node.type).trueRows
      }
      return strict(operands, .bool(found))
    default:
      return isIn(&value, element.type, vector(of: list), type)
    }
  }

  /// Looks for a value in lists that differ from row to row.
  private mutating func isIn(
    _ value: inout Vector,
    _ type: ExpressionType,
    _ list: Vector,
    _ elementType: ExpressionType
  ) -> Vector {
    var list = list
    let wanted = spread(&value, type)
    let result = strict([value, list], .bool(BitPlane(repeating: false, count: rowCount)))
    guard case .list(let ends, let elements) = spread(&list, .list(elementType)) else {
      return strict([value, list], .bool(BitPlane(repeating: false, count: rowCount)))
    }
    let owners = Self.owners(ends, rows: result.known)
    let equal = equalElements(
      wanted.gathered(owners.rows),
      type,
      elements.gathered(owners.elements),
      elementType,
      count: owners.rows.count
    )
    var found = BitPlane(repeating: false, count: rowCount)
    for (index, row) in owners.rows.enumerated() where equal[index] { found[row] = true }
    return Vector(.bool(found), known: result.known, faulty: result.faulty)
  }

  /// Returns every element of the lists of some rows, with its row.
  private static func owners(_ ends: [Int], rows: BitPlane) -> (rows: [Int], elements: [Int]) {
    var owners: [Int] = []
    var elements: [Int] = []
    rows.forEachSetRow { row in
      for index in (row == 0 ? 0 : ends[row - 1])..<ends[row] {
        owners.append(row)
        elements.append(index)
      }
    }
    return (owners, elements)
  }

  // MARK: Lists

  private func equalElements(
    _ a: Values,
    _ typeA: ExpressionType,
    _ b: Values,
    _ typeB: ExpressionType,
    count: Int
  ) -> BitPlane {
    if count == 0 { return BitPlane(repeating: false, count: 0) }
    if case .list(let elementA) = typeA, case .list(let elementB) = typeB {
      let all = BitPlane(repeating: true, count: count)
      return equalLists(a, elementA, b, elementB, known: all)
    }
    return Comparison.rows(.equal, a, b, count)
  }

  /// Compares lists element by element in the rows that are known.
  private func equalLists(
    _ a: Values,
    _ typeA: ExpressionType,
    _ b: Values,
    _ typeB: ExpressionType,
    known: BitPlane
  ) -> BitPlane {
    var equal = BitPlane(repeating: false, count: known.count)
    guard case .list(let endsA, let elementsA) = a, case .list(let endsB, let elementsB) = b else {
      return equal
    }
    var left: [Int] = []
    var right: [Int] = []
    var owners: [Int] = []
    known.forEachSetRow { row in
      let startA = row == 0 ? 0 : endsA[row - 1]
      let startB = row == 0 ? 0 : endsB[row - 1]
      let count = endsA[row] - startA
      guard count == endsB[row] - startB else { return }
      equal[row] = true
      for index in 0..<count {
        left.append(startA + index)
        right.append(startB + index)
        owners.append(row)
      }
    }
    guard !owners.isEmpty else { return equal }
    let same = equalElements(
      elementsA.gathered(left),
      typeA,
      elementsB.gathered(right),
      typeB,
      count: owners.count
    )
    for (index, row) in owners.enumerated() where !same[index] { equal[row] = false }
    return equal
  }
}
