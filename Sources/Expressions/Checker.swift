internal import CivilTime

/// Gives every form of an expression its type and meaning, or says why it has none.
///
/// The parts of a form are checked even where another part is wrong, so that one run reports all
/// that is wrong.
struct Checker {
  /// A complaint and the stretch of text it is about.
  struct Problem: Sendable, Hashable {
    let complaint: Complaint
    let place: Place
  }

  let scope: Scope
  var problems: [Problem] = []

  init(scope: Scope) {
    self.scope = scope
  }

  /// Reports a problem and returns nil.
  @discardableResult
  mutating func complain(_ complaint: Complaint, at place: Place) -> Node? {
    problems.append(Problem(complaint: complaint, place: place))
    return nil
  }

  /// Checks a form; nil if something was reported about it.
  mutating func check(_ syntax: Syntax) -> Node? {
    let place = syntax.place
    switch syntax.form {
    case .int(let value):
      return Node(.constant(.int(value)), .int, at: place)
    case .double(let value, let exact):
      return Node(.constant(.double(value)), .double, at: place, exact: exact)
    case .string(let text):
      return Node(.constant(.string(text)), .string, at: place)
    case .bool(let value):
      return Node(.constant(.bool(value)), .bool, at: place)
    case .unsupported(let form):
      return complain(.refused(form), at: place)
    case .name, .field:
      return name(syntax)
    case .call(let name, let nameAt, let arguments):
      return call(Call(name: name, nameAt: nameAt, target: nil, arguments: arguments, at: place))
    case .method(let target, let name, let nameAt, let arguments):
      return call(Call(name: name, nameAt: nameAt, target: target, arguments: arguments, at: place))
    case .list(let elements):
      return list(elements, at: place)
    case .not(let operand):
      guard let operand = boolean(operand, for: "!") else { return nil }
      return made(.not(operand), .bool, at: place)
    case .negate(let operand):
      return negate(operand, at: place)
    case .and(let operands):
      return logic(operands, sign: "&&", at: place)
    case .or(let operands):
      return logic(operands, sign: "||", at: place)
    case .binary(let sign, let a, let b):
      return binary(sign, a, b, at: place)
    case .conditional(let condition, let yes, let no):
      return conditional(condition, yes, no, at: place)
    }
  }

  // MARK: Names

  private mutating func name(_ syntax: Syntax) -> Node? {
    guard let dotted = syntax.dottedName else {
      if case .field(let operand, _) = syntax.form { _ = check(operand) }
      return complain(.fieldOfValue, at: syntax.place)
    }
    if let variable = scope.variable(dotted) {
      return Node(.column(variable.slot), variable.type, at: syntax.place)
    }
    if let constant = scope.constants[dotted] {
      return Node(.constant(constant), constant.type, at: syntax.place)
    }
    return complain(unknown(dotted), at: syntax.place)
  }

  /// Finds the reason why a name means nothing.
  func unknown(_ dotted: String) -> Complaint {
    let parts = dotted.split(separator: ".")
    if parts.count > 1, let first = parts.first.map(String.init) {
      let fields = scope.names.filter { $0.hasPrefix(first + ".") }
      if !fields.isEmpty { return .unknownIdentifier(dotted, among: fields) }
      if scope.variable(first) != nil || scope.constants[first] != nil { return .noFields(first) }
      return .unknownIdentifier(first, among: scope.names)
    }
    let types = ["bool", "bytes", "double", "int", "list", "map", "null_type", "string", "uint"]
    if types.contains(dotted) { return .typeName(dotted) }
    return .unknownIdentifier(dotted, among: scope.names)
  }

  // MARK: Logic

  private mutating func boolean(_ syntax: Syntax, for sign: String) -> Node? {
    guard let node = check(syntax) else { return nil }
    guard node.type == .bool else { return complain(.notBool(sign, node.type), at: node.place) }
    return node
  }

  private mutating func logic(_ operands: [Syntax], sign: String, at place: Place) -> Node? {
    var nodes: [Node] = []
    for operand in operands {
      if let node = boolean(operand, for: sign) { nodes.append(node) }
    }
    guard nodes.count == operands.count else { return nil }
    return made(sign == "&&" ? .and(nodes) : .or(nodes), .bool, at: place)
  }

  private mutating func conditional(
    _ condition: Syntax,
    _ yes: Syntax,
    _ no: Syntax,
    at place: Place
  ) -> Node? {
    let condition = boolean(condition, for: "?:")
    let (yes, no) = (check(yes), check(no))
    guard let yes, let no else { return nil }
    guard let (a, b) = joined(yes, no) else {
      return complain(.branches(yes.type, no.type), at: place)
    }
    guard let condition else { return nil }
    return made(.choose(condition, a, b), a.type, at: place)
  }

  // MARK: Lists

  private mutating func list(_ elements: [Syntax], at place: Place) -> Node? {
    var nodes: [Node] = []
    for element in elements {
      if let node = check(element) { nodes.append(node) }
    }
    guard nodes.count == elements.count else { return nil }
    guard var element = nodes.first?.type else {
      return Node(.list([]), .list(.nothing), at: place)
    }
    for node in nodes.dropFirst() {
      guard let wider = ExpressionType.join(element, node.type) else {
        return complain(.mixedList(element, node.type), at: node.place)
      }
      element = wider
    }
    for index in nodes.indices {
      guard let node = adapted(nodes[index], to: element) else {
        return complain(.mixedList(element, nodes[index].type), at: nodes[index].place)
      }
      nodes[index] = node
    }
    return Node(.list(nodes), .list(element), at: place)
  }
}
