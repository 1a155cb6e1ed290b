/// A checked expression: an operation, its typed operands, and where it was written.
struct Node: Sendable {
  /// The type of its values.
  let type: ExpressionType
  /// What is done.
  let operation: Operation
  /// Where it stands in the text.
  let place: Place
  /// For a double made of literals with a point only: the number as it was written.
  ///
  /// Beside an int or a decimal the exact number is meant, beside a double the IEEE one.
  let exact: ExactDecimal?

  /// Makes a node.
  init(_ operation: Operation, _ type: ExpressionType, at place: Place, exact: ExactDecimal? = nil)
  {
    self.type = type
    self.operation = operation
    self.place = place
    self.exact = exact
  }

  /// The value of a constant, or nil.
  var constant: Constant? {
    if case .constant(let value) = operation { value } else { nil }
  }
}

/// What a node does with the values of its operands.
indirect enum Operation: Sendable {
  case constant(Constant)
  /// A constant expression that has no value.
  case fault(EvaluationFault)
  case column(Int)
  case has(Int)
  case list([Node])
  case not(Node)
  case negate(Node)
  case and([Node])
  case or([Node])
  case choose(Node, Node, Node)
  case compare(Relation, Node, Node)
  case isIn(Node, Node)
  case arithmetic(Arithmetic, Node, Node)
  case convert(Node)
  case textSize(Node)
  case listSize(Node)
  case search(TextSearch, Node, Node)
  case matches(Node, Pattern)
  case matchesAny(Node, Node)
  case fold(Node)
  case part(DatePart, Node)
  case addDays(Node, Node)
  case addMonths(Node, Node)
  case workdays(Node, Node)
  case ratio(Node, Node)

  /// The nodes it works on.
  var operands: [Node] {
    switch self {
    case .constant, .fault, .column, .has: []
    case .list(let nodes), .and(let nodes), .or(let nodes): nodes
    case .not(let a), .negate(let a), .convert(let a), .textSize(let a), .listSize(let a),
      .matches(let a, _), .fold(let a), .part(_, let a):
      [a]
    case .compare(_, let a, let b), .isIn(let a, let b), .arithmetic(_, let a, let b),
      .search(_, let a, let b), .matchesAny(let a, let b), .addDays(let a, let b),
      .addMonths(let a, let b), .workdays(let a, let b), .ratio(let a, let b):
      [a, b]
    case .choose(let a, let b, let c): [a, b, c]
    }
  }
}

/// The comparisons.
enum Relation: String, Sendable, Hashable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="

  /// The comparison with its sides exchanged.
  var mirrored: Relation {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }

  /// Whether only sameness is asked, not order.
  var isEquality: Bool { self == .equal || self == .notEqual }
}

/// The calculations with two operands.
enum Arithmetic: Sendable, Hashable {
  case plus
  case minus
  case times
  case modulo
}

/// The ways of finding one text in another.
enum TextSearch: String, Sendable, Hashable {
  case contains
  case startsWith
  case endsWith
}

/// The parts of a date.
enum DatePart: String, Sendable, Hashable {
  case year
  case quarter
  case month
  case day
}
