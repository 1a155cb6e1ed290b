/// An expression as it was written, before anything is known about its names.
struct Syntax: Sendable, Hashable {
  /// The forms of the grammar.
  indirect enum Form: Sendable, Hashable {
    case int(Int64)
    case double(Double, exact: ExactDecimal?)
    case string(String)
    case bool(Bool)
    /// A form that the grammar knows and the checker refuses.
    case unsupported(UnsupportedForm)
    case name(String)
    case field(Syntax, String)
    case call(String, nameAt: Place, [Syntax])
    case method(Syntax, String, nameAt: Place, [Syntax])
    case list([Syntax])
    case not(Syntax)
    case negate(Syntax)
    case binary(BinaryOperator, Syntax, Syntax)
    /// Two or more operands of `&&`.
    case and([Syntax])
    /// Two or more operands of `||`.
    case or([Syntax])
    case conditional(Syntax, Syntax, Syntax)
  }

  /// What it is.
  let form: Form
  /// Where it stands.
  let place: Place
  /// How many forms are nested in each other here, at least 1.
  let depth: Int

  /// Makes a form; the depth follows from its parts.
  init(_ form: Form, at place: Place) {
    self.form = form
    self.place = place
    depth = 1 + Self.depth(inside: form)
  }

  /// How many forms are nested in each other inside a form.
  private static func depth(inside form: Form) -> Int {
    switch form {
    case .int, .double, .string, .bool, .unsupported, .name: 0
    case .field(let a, _), .not(let a), .negate(let a): a.depth
    case .call(_, _, let parts), .list(let parts), .and(let parts), .or(let parts): deepest(parts)
    case .method(let a, _, _, let parts): max(a.depth, deepest(parts))
    case .binary(_, let a, let b): max(a.depth, b.depth)
    case .conditional(let a, let b, let c): max(a.depth, b.depth, c.depth)
    }
  }

  private static func deepest(_ parts: [Syntax]) -> Int {
    parts.reduce(0) { max($0, $1.depth) }
  }

  /// The forms directly inside a form.
  static func parts(of form: Form) -> [Syntax] {
    switch form {
    case .int, .double, .string, .bool, .unsupported, .name: []
    case .field(let a, _), .not(let a), .negate(let a): [a]
    case .call(_, _, let parts), .list(let parts), .and(let parts), .or(let parts): parts
    case .method(let a, _, _, let parts): [a] + parts
    case .binary(_, let a, let b): [a, b]
    case .conditional(let a, let b, let c): [a, b, c]
    }
  }

  /// The dotted name that a chain of names and fields spells, or nil.
  var dottedName: String? {
    switch form {
    case .name(let name): name
    case .field(let operand, let name): operand.dottedName.map { "\($0).\(name)" }
    default: nil
    }
  }
}

/// The operators between two operands, but for the logical ones.
enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case isIn = "in"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case modulo = "%"

  /// How tightly it binds; `||` is 1 and `&&` is 2.
  var precedence: Int {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .isIn: 3
    case .plus, .minus: 4
    case .times, .over, .modulo: 5
    }
  }
}

/// What CEL has and this language refuses, with a reason for each.
enum UnsupportedForm: Sendable, Hashable {
  case null
  case unsignedInt
  case bytes
  case index
  case map
  case message
}
