internal import CivilTime
internal import Tables

// Bringing values to another type where nothing is lost by it, and folding constants.

extension Checker {
  /// Returns a node with its values in another type, or nil where that cannot be.
  ///
  /// Reports a text that should name a unit or a period and does not.
  mutating func adapted(_ node: Node, to type: ExpressionType) -> Node? {
    if node.type == type { return node }
    switch (node.operation, type) {
    case (.choose(let condition, let yes, let no), _):
      guard let yes = adapted(yes, to: type), let no = adapted(no, to: type) else { return nil }
      return Node(.choose(condition, yes, no), type, at: node.place)
    case (.list(let elements), .list(let element)):
      var result: [Node] = []
      for part in elements {
        guard let part = adapted(part, to: element) else { return nil }
        result.append(part)
      }
      return Node(.list(result), type, at: node.place)
    case (.constant(.list(let values)), .list(let element)):
      let parts = values.map { Node(.constant($0), $0.type, at: node.place) }
      return adapted(Node(.list(parts), node.type, at: node.place), to: .list(element))
    case (_, .decimal):
      return adaptedToDecimal(node)
    case (.constant(.string(let id)), .unit):
      guard let unit = scope.unit(id) else {
        complain(.unknownUnit(id, among: scope.unitIDs), at: node.place)
        return Node(.constant(.unit(0)), .unit, at: node.place)
      }
      return Node(.constant(.unit(unit)), .unit, at: node.place)
    case (.constant(.string(let text)), .period(let kind)):
      return period(text, kind, at: node.place)
    case (.constant(.int(let year)), .period(.year)):
      return period(Self.yearText(year), .year, at: node.place)
    case (_, .list(let element)) where node.type == .list(.nothing):
      return Node(node.operation, .list(element), at: node.place)
    default:
      return nil
    }
  }

  private static func yearText(_ year: Int64) -> String {
    guard year >= 0 else { return "\(year)" }
    let text = "\(year)"
    return String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
  }

  private mutating func adaptedToDecimal(_ node: Node) -> Node? {
    if let exact = node.exact {
      let value = Constant.decimal(exact.mantissa, scale: exact.scale)
      return Node(.constant(value), .decimal, at: node.place)
    }
    return node.type == .int ? made(.convert(node), .decimal, at: node.place) : nil
  }

  private mutating func period(_ text: String, _ kind: PeriodKind, at place: Place) -> Node {
    if let period = Period(text: text), period.kind == kind {
      return Node(.constant(.period(period)), .period(kind), at: place)
    }
    complain(.notAPeriod(text, kind: kind.rawValue), at: place)
    let dummy = Period(kind: kind, containing: .min)
    return Node(.constant(.period(dummy)), .period(kind), at: place)
  }

  /// Brings two nodes to one type, or returns nil where they have none in common.
  mutating func joined(_ a: Node, _ b: Node) -> (Node, Node)? {
    guard let type = ExpressionType.join(a.type, b.type),
      let first = adapted(a, to: type), let second = adapted(b, to: type)
    else { return nil }
    return (first, second)
  }

  /// Turns a list of constants into one constant.
  func settled(_ node: Node) -> Node {
    guard case .list(let elements) = node.operation else { return node }
    var values: [Constant] = []
    for element in elements {
      guard let value = settled(element).constant else { return node }
      values.append(value)
    }
    return Node(.constant(.list(values)), node.type, at: node.place)
  }

  /// Makes a node, and works it out at once if its operands are constants.
  ///
  /// The kernels themselves do so, over one row.
  func made(
    _ operation: Operation,
    _ type: ExpressionType,
    at place: Place,
    exact: ExactDecimal? = nil
  ) -> Node {
    let node = Node(operation, type, at: place, exact: exact)
    if case .choose(let condition, let yes, let no) = operation,
      case .bool(let choice)? = condition.constant
    {
      return choice ? yes : no
    }
    let isConstant = operation.operands.allSatisfy { settled($0).constant != nil }
    guard isConstant, !operation.operands.isEmpty else { return node }
    var evaluation = Evaluation(scope: EvaluationScope(scope), rowCount: 1, columns: [])
    let vector = evaluation.vector(of: node)
    if vector.known[0], let value = vector.constant(at: 0, type: type) {
      return Node(.constant(value), type, at: place, exact: exact)
    }
    guard let fault = evaluation.fault else { return node }
    return Node(.fault(fault), type, at: place)
  }
}
