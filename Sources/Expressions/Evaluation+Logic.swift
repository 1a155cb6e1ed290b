internal import Tables

// Three-valued logic, word by word over the planes.

extension Vector {
  /// The rows that are true.
  var trueRows: BitPlane {
    switch values {
    case .bool(let bits): bits & known
    case .constant(.bool(true)): known
    default: BitPlane(repeating: false, count: rowCount)
    }
  }

  /// Makes a vector of the rows that are true, false and unknown; the rest are errors.
  fileprivate static func logical(isTrue: BitPlane, isFalse: BitPlane, unknown: BitPlane) -> Vector
  {
    let known = isTrue | isFalse
    return Vector(.bool(isTrue), known: known, faulty: ~(known | unknown))
  }
}

extension Evaluation {
  func not(_ vector: Vector) -> Vector {
    Vector(.bool(vector.known - vector.trueRows), known: vector.known, faulty: vector.faulty)
  }

  /// False where one operand is, whatever the others are; else unknown, else an error, else true.
  mutating func conjunction(_ operands: [Node]) -> Vector {
    var isTrue = BitPlane(repeating: true, count: rowCount)
    var isFalse = BitPlane(repeating: false, count: rowCount)
    var unknown = isFalse
    for operand in operands {
      let vector = vector(of: operand)
      let trueRows = vector.trueRows
      isTrue = isTrue & trueRows
      isFalse = isFalse | (vector.known - trueRows)
      unknown = unknown | vector.unknown
      // Nothing can change a row that is false.
      if isFalse.setCount == rowCount { break }
    }
    return .logical(isTrue: isTrue, isFalse: isFalse, unknown: unknown - isFalse)
  }

  /// True where one operand is, whatever the others are; else unknown, else an error, else false.
  mutating func disjunction(_ operands: [Node]) -> Vector {
    var isTrue = BitPlane(repeating: false, count: rowCount)
    var isFalse = BitPlane(repeating: true, count: rowCount)
    var unknown = isTrue
    for operand in operands {
      let vector = vector(of: operand)
      let trueRows = vector.trueRows
      isTrue = isTrue | trueRows
      isFalse = isFalse & (vector.known - trueRows)
      unknown = unknown | vector.unknown
      if isTrue.setCount == rowCount { break }
    }
    return .logical(isTrue: isTrue, isFalse: isFalse, unknown: unknown - isTrue)
  }

  /// Takes row by row the branch that the condition chooses; the other one does not matter.
  mutating func choose(_ condition: Node, _ yes: Node, _ no: Node) -> Vector {
    let choice = vector(of: condition)
    let chosen = choice.trueRows
    let refused = choice.known - chosen
    // A branch that no row takes is not worked out, so that its errors are not spoken of.
    if refused.isEmpty { return limited(vector(of: yes), to: choice) }
    if chosen.isEmpty { return limited(vector(of: no), to: choice) }
    var a = vector(of: yes)
    var b = vector(of: no)
    let (x, y) = (spread(&a, yes.type), spread(&b, no.type))
    let known = (a.known & chosen) | (b.known & refused)
    let faulty = (a.faulty & chosen) | (b.faulty & refused) | choice.faulty
    if case .bool(let bitsA) = x, case .bool(let bitsB) = y {
      let bits = (bitsA & chosen) | (bitsB & refused)
      return Vector(.bool(bits), known: known, faulty: faulty)
    }
    // Where all rows of a branch failed or are unknown its layout is arbitrary.
    guard let all = Values.concatenated([x, y], counts: [rowCount, rowCount]) else {
      let values = known.isEmpty || (a.known & chosen).isEmpty ? y : x
      return Vector(values, known: known, faulty: faulty)
    }
    let rows = (0..<rowCount).map { chosen[$0] ? $0 : $0 + rowCount }
    let lost = BitPlane(rows: rowCount) { all.lost[rows[$0]] }
    let result = Vector(all.values.gathered(rows), known: known, faulty: faulty)
    return failing(result, at: lost, .overflow)
  }

  private func limited(_ branch: Vector, to choice: Vector) -> Vector {
    Vector(
      branch.values,
      known: branch.known & choice.known,
      faulty: (branch.faulty & choice.known) | choice.faulty
    )
  }
}
