internal import CivilTime

/// A call as it was written, as a function or after its first argument.
struct Call {
  let name: String
  let nameAt: Place
  let target: Syntax?
  let arguments: [Syntax]
  let place: Place

  init(name: String, nameAt: Place, target: Syntax?, arguments: [Syntax], at place: Place) {
    self.name = name
    self.nameAt = nameAt
    self.target = target
    self.arguments = arguments
    self.place = place
  }
}

/// The functions there are, by how they are written and how many arguments they take.
enum Function: String, CaseIterable {
  case size, contains, startsWith, endsWith, matches
  case int, double, string, timestamp, duration, date
  case year, quarter, month, day, addDays, addMonths, workdays, ratio, fold

  /// How many arguments, with the one before the point.
  var argumentCount: Int {
    switch self {
    case .size, .int, .double, .string, .timestamp, .duration, .date, .year, .quarter, .month, .day,
      .fold:
      1
    case .contains, .startsWith, .endsWith, .matches, .addDays, .addMonths, .workdays, .ratio: 2
    }
  }

  /// Whether it is only written after its first argument.
  var isOnlyMethod: Bool {
    switch self {
    case .contains, .startsWith, .endsWith: true
    default: false
    }
  }

  /// Whether it is only written before its arguments.
  var isOnlyFunction: Bool {
    switch self {
    case .int, .double, .string, .timestamp, .duration, .date, .workdays, .ratio: true
    default: false
    }
  }
}

extension Checker {
  mutating func call(_ call: Call) -> Node? {
    if call.name == "has", call.target == nil { return has(call) }
    // The arguments of a macro hold names that it alone gives a meaning.
    if let complaint = Complaint.refusedFunction(call.name) {
      return complain(complaint, at: call.nameAt)
    }
    let written = (call.target.map { [$0] } ?? []) + call.arguments
    let checked = written.map { check($0) }
    guard let function = Function(rawValue: call.name) else {
      let names = Function.allCases.map(\.rawValue) + ["has"]
      return complain(.unknownFunction(call.name, among: names), at: call.nameAt)
    }
    if call.target == nil, function.isOnlyMethod {
      return complain(.onlyMethod(call.name), at: call.nameAt)
    }
    if call.target != nil, function.isOnlyFunction {
      return complain(.onlyFunction(call.name), at: call.nameAt)
    }
    guard written.count == function.argumentCount else {
      let outside = call.target == nil ? 0 : 1
      let wanted = function.argumentCount - outside
      let complaint = Complaint.argumentCount(
        call.name,
        wanted: wanted,
        found: written.count - outside
      )
      return complain(complaint, at: call.nameAt)
    }
    let arguments = checked.compactMap { $0 }
    guard arguments.count == written.count else { return nil }
    let before = problems.count
    let node =
      arguments.count == 1
      ? unary(function, arguments[0], at: call.place)
      : binary(function, arguments[0], arguments[1], at: call.place)
    if node == nil, problems.count == before {
      complain(.wrongArguments(call.name, arguments.map(\.type)), at: call.place)
    }
    return node
  }

  private mutating func has(_ call: Call) -> Node? {
    guard call.arguments.count == 1 else {
      return complain(
        .argumentCount("has", wanted: 1, found: call.arguments.count),
        at: call.nameAt
      )
    }
    guard let dotted = call.arguments[0].dottedName else {
      return complain(.hasArgument, at: call.arguments[0].place)
    }
    if let variable = scope.variable(dotted) {
      return Node(.has(variable.slot), .bool, at: call.place)
    }
    if scope.constants[dotted] != nil {
      return Node(.constant(.bool(true)), .bool, at: call.place)
    }
    return complain(unknown(dotted), at: call.arguments[0].place)
  }

  // MARK: One argument

  private mutating func unary(_ function: Function, _ node: Node, at place: Place) -> Node? {
    switch (function, node.type) {
    case (.size, .string): return made(.textSize(node), .int, at: place)
    case (.size, .list): return made(.listSize(settled(node)), .int, at: place)
    case (.fold, .string): return made(.fold(node), .string, at: place)
    case (.year, .date), (.quarter, .date), (.month, .date), (.day, .date), (.year, .timestamp),
      (.quarter, .timestamp), (.month, .timestamp), (.day, .timestamp),
      (.year, .period(.month)), (.year, .period(.quarter)), (.year, .period(.halfYear)),
      (.year, .period(.year)), (.quarter, .period(.month)), (.quarter, .period(.quarter)),
      (.month, .period(.month)):
      guard let part = DatePart(rawValue: function.rawValue) else { return nil }
      return made(.part(part, node), .int, at: place)
    default:
      return conversion(function, node, at: place)
    }
  }

  private mutating func conversion(_ function: Function, _ node: Node, at place: Place) -> Node? {
    let type: ExpressionType
    switch (function, node.type) {
    case (.int, .int), (.int, .double), (.int, .decimal), (.int, .string), (.int, .timestamp):
      type = .int
    case (.double, .int), (.double, .double), (.double, .decimal), (.double, .string):
      type = .double
    case (.string, .int), (.string, .double), (.string, .decimal), (.string, .string),
      (.string, .bool), (.string, .timestamp), (.string, .duration), (.string, .date),
      (.string, .period), (.string, .unit):
      type = .string
    case (.timestamp, .string), (.timestamp, .timestamp), (.timestamp, .int): type = .timestamp
    case (.duration, .string), (.duration, .duration): type = .duration
    case (.date, .string), (.date, .timestamp), (.date, .date): type = .date
    default: return nil
    }
    // A literal that has been through a conversion is no longer taken as written.
    let plain = Node(node.operation, node.type, at: node.place)
    if node.type == type { return Node(plain.operation, type, at: place) }
    let result = made(.convert(plain), type, at: place)
    // A date that is none is a slip of the rule's author, and CEL has no word on it.
    if type == .date, case .fault(let fault) = result.operation {
      return complain(.alwaysFails(fault), at: place)
    }
    return result
  }

  // MARK: Two arguments

  private mutating func binary(
    _ function: Function,
    _ a: Node,
    _ b: Node,
    at place: Place
  ) -> Node? {
    switch (function, a.type, b.type) {
    case (.contains, .string, .string): return made(.search(.contains, a, b), .bool, at: place)
    case (.startsWith, .string, .string): return made(.search(.startsWith, a, b), .bool, at: place)
    case (.endsWith, .string, .string): return made(.search(.endsWith, a, b), .bool, at: place)
    case (.matches, .string, .string): return matches(a, b, at: place)
    case (.addDays, .date, .int): return made(.addDays(a, b), .date, at: place)
    case (.addMonths, .date, .int): return made(.addMonths(a, b), .date, at: place)
    case (.workdays, .date, .date):
      guard scope.calendar != nil else { return complain(.noCalendar, at: place) }
      return made(.workdays(a, b), .int, at: place)
    case (.ratio, _, _): return ratio(a, b, at: place)
    default: return nil
    }
  }

  private mutating func matches(_ text: Node, _ pattern: Node, at place: Place) -> Node? {
    guard case .string(let source)? = pattern.constant else {
      return made(.matchesAny(text, pattern), .bool, at: place)
    }
    do {
      return made(.matches(text, try Pattern(source)), .bool, at: place)
    } catch {
      return complain(.alwaysFails(error), at: pattern.place)
    }
  }

  private mutating func ratio(_ a: Node, _ b: Node, at place: Place) -> Node? {
    let isExact: (ExpressionType) -> Bool = { $0 == .int || $0 == .decimal }
    if let x = isExact(a.type) ? a : adapted(a, to: .decimal),
      let y = isExact(b.type) ? b : adapted(b, to: .decimal)
    {
      return made(.ratio(x, y), .ratio, at: place)
    }
    guard a.type == .double, b.type == .double else { return nil }
    return made(.ratio(a, b), .double, at: place)
  }
}
