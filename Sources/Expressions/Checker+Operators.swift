extension Checker {
  mutating func negate(_ operand: Syntax, at place: Place) -> Node? {
    guard let node = check(operand) else { return nil }
    switch node.type {
    case .int, .double, .decimal:
      return made(.negate(node), node.type, at: place, exact: node.exact?.negated)
    default:
      return complain(.notNegatable(node.type), at: place)
    }
  }

  mutating func binary(
    _ sign: BinaryOperator,
    _ left: Syntax,
    _ right: Syntax,
    at place: Place
  ) -> Node? {
    let (left, right) = (check(left), check(right))
    if sign == .over { return complain(.division, at: place) }
    guard let left, let right else { return nil }
    if let relation = Relation(rawValue: sign.rawValue) {
      return comparison(relation, left, right, at: place)
    }
    switch sign {
    case .isIn: return membership(left, right, at: place)
    case .plus: return arithmetic(.plus, sign, left, right, at: place)
    case .minus: return arithmetic(.minus, sign, left, right, at: place)
    case .times: return arithmetic(.times, sign, left, right, at: place)
    default: return arithmetic(.modulo, sign, left, right, at: place)
    }
  }

  // MARK: Comparison

  private mutating func comparison(
    _ relation: Relation,
    _ left: Node,
    _ right: Node,
    at place: Place
  ) -> Node? {
    guard let (a, b) = comparable(left, right), relation.isEquality || a.type.isOrdered else {
      return complain(.noOperator(relation.rawValue, left.type, right.type), at: place)
    }
    if relation.isEquality {
      checkValues(of: a, b)
      checkValues(of: b, a)
    }
    return made(.compare(relation, settled(a), settled(b)), .bool, at: place)
  }

  /// Brings two nodes to types whose values compare exactly.
  ///
  /// Numbers need not be of one type, but a literal beside an exact number is taken as written.
  private mutating func comparable(_ a: Node, _ b: Node) -> (Node, Node)? {
    guard a.type.isNumber, b.type.isNumber, a.type != b.type else { return joined(a, b) }
    if a.type == .double { return (adapted(a, to: .decimal) ?? a, b) }
    if b.type == .double { return (a, adapted(b, to: .decimal) ?? b) }
    return (a, b)
  }

  private mutating func membership(_ element: Node, _ list: Node, at place: Place) -> Node? {
    guard case .list(let type) = list.type else {
      return complain(.notAList(list.type), at: list.place)
    }
    if let joint = ExpressionType.join(element.type, type),
      let a = adapted(element, to: joint), let b = adapted(list, to: .list(joint))
    {
      checkValues(of: a, b)
      return made(.isIn(settled(a), settled(b)), .bool, at: place)
    }
    guard element.type.isNumber, type.isNumber else {
      return complain(.noOperator("in", element.type, list.type), at: place)
    }
    return made(.isIn(element, settled(list)), .bool, at: place)
  }

  /// Reports a text that a column is compared with and can never hold: a condition that no row
  /// fulfils would leave the population empty, and nobody would notice.
  private mutating func checkValues(of column: Node, _ texts: Node) {
    guard case .column(let slot) = column.operation,
      let variable = scope.variable(inSlot: slot), !variable.values.isEmpty
    else { return }
    switch texts.operation {
    case .constant(.string(let text)) where !variable.values.contains(text):
      _ = complain(.unknownValue(text, of: variable.name, among: variable.values), at: texts.place)
    case .list(let elements):
      for element in elements { checkValues(of: column, element) }
    default:
      break
    }
  }

  // MARK: Calculation

  private mutating func arithmetic(
    _ operation: Arithmetic,
    _ sign: BinaryOperator,
    _ a: Node,
    _ b: Node,
    at place: Place
  ) -> Node? {
    if a.type.isNumber, b.type.isNumber, let node = numeric(operation, a, b, at: place) {
      return node
    }
    if operation == .plus, case .list = a.type, case .list = b.type, let (x, y) = joined(a, b) {
      return made(.arithmetic(.plus, settled(x), settled(y)), x.type, at: place)
    }
    let type: ExpressionType? =
      switch (operation, a.type, b.type) {
      case (.plus, .string, .string): .string
      case (.plus, .timestamp, .duration), (.plus, .duration, .timestamp): .timestamp
      case (.plus, .duration, .duration), (.minus, .duration, .duration): .duration
      case (.minus, .timestamp, .timestamp): .duration
      case (.minus, .timestamp, .duration): .timestamp
      case (.minus, .date, .date): .int
      default: nil
      }
    guard let type else {
      return complain(.noOperator(sign.rawValue, a.type, b.type), at: place)
    }
    return made(.arithmetic(operation, a, b), type, at: place)
  }

  private mutating func numeric(
    _ operation: Arithmetic,
    _ a: Node,
    _ b: Node,
    at place: Place
  ) -> Node? {
    if a.type == .ratio || b.type == .ratio { return nil }
    if operation == .modulo {
      guard a.type == .int, b.type == .int else { return nil }
      return made(.arithmetic(.modulo, a, b), .int, at: place)
    }
    guard let (x, y) = joined(a, b) else { return nil }
    let exact = Self.exact(operation, x.exact, y.exact)
    return made(.arithmetic(operation, x, y), x.type, at: place, exact: exact)
  }

  /// Calculates with two literals as they were written, or returns nil if that is not exact.
  private static func exact(
    _ operation: Arithmetic,
    _ a: ExactDecimal?,
    _ b: ExactDecimal?
  ) -> ExactDecimal? {
    guard let a, let b else { return nil }
    let scale = operation == .times ? a.scale + b.scale : max(a.scale, b.scale)
    guard scale <= DecimalNotation.greatestScale else { return nil }
    if operation == .times {
      let (value, isOverflow) = a.mantissa.multipliedReportingOverflow(by: b.mantissa)
      return isOverflow ? nil : ExactDecimal(mantissa: value, scale: scale)
    }
    guard let x = DecimalNotation.rescaled(a.mantissa, from: a.scale, to: scale),
      let y = DecimalNotation.rescaled(b.mantissa, from: b.scale, to: scale)
    else { return nil }
    let (value, isOverflow) =
      operation == .plus ? x.addingReportingOverflow(y) : x.subtractingReportingOverflow(y)
    return isOverflow ? nil : ExactDecimal(mantissa: value, scale: scale)
  }
}
