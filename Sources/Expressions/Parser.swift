/// Builds the form of an expression from its tokens, by CEL's grammar.
struct Parser {
  /// How deep forms may be nested in each other.
  static let deepestNesting = 250

  private let tokens: [Token]
  private var position = 0
  private var nesting = 0

  /// Parses a text.
  ///
  /// - Parameter text: The expression.
  /// - Returns: Its form, at most `deepestNesting` deep.
  /// - Throws: `SyntaxError` at the first thing that no expression can have.
  static func parse(_ text: String) throws(SyntaxError) -> Syntax {
    var parser = Parser(tokens: try Lexer.tokens(of: text))
    guard parser.current.kind != .end else {
      throw SyntaxError(complaint: .emptyExpression, place: Place(offset: 0, length: 1))
    }
    let form = try parser.expression()
    guard parser.current.kind == .end else { throw parser.unexpected() }
    return form
  }

  private init(tokens: [Token]) {
    self.tokens = tokens
  }

  // The last token is `.end` and is never passed.
  private var current: Token { tokens[min(position, tokens.count - 1)] }

  private mutating func advance() {
    position = min(position + 1, tokens.count - 1)
  }

  private func unexpected() -> SyntaxError {
    SyntaxError(complaint: .unexpected(current.kind), place: current.place)
  }

  private func isSign(_ sign: String) -> Bool {
    guard case .sign(let own) = current.kind else { return false }
    return own == sign
  }

  private mutating func skip(_ sign: String) -> Bool {
    guard isSign(sign) else { return false }
    advance()
    return true
  }

  private mutating func expect(_ sign: String, opened: Place) throws(SyntaxError) -> Place {
    guard isSign(sign) else {
      guard current.kind == .end else { throw unexpected() }
      throw SyntaxError(complaint: .unclosed(sign), place: opened)
    }
    let place = current.place
    advance()
    return place
  }

  private func made(_ form: Syntax.Form, _ place: Place) throws(SyntaxError) -> Syntax {
    let syntax = Syntax(form, at: place)
    guard syntax.depth <= Self.deepestNesting else {
      throw SyntaxError(complaint: .tooDeep(Self.deepestNesting), place: place)
    }
    return syntax
  }

  // MARK: Operators

  private mutating func expression() throws(SyntaxError) -> Syntax {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.deepestNesting else {
      throw SyntaxError(complaint: .tooDeep(Self.deepestNesting), place: current.place)
    }
    let condition = try chain("||")
    let question = current.place
    guard skip("?") else { return condition }
    let yes = try chain("||")
    _ = try expect(":", opened: question)
    let no = try expression()
    return try made(.conditional(condition, yes, no), condition.place.joined(with: no.place))
  }

  private mutating func chain(_ sign: String) throws(SyntaxError) -> Syntax {
    let isOr = sign == "||"
    let first = isOr ? try chain("&&") : try relation(3)
    guard isSign(sign) else { return first }
    var operands = [first]
    while skip(sign) { operands.append(isOr ? try chain("&&") : try relation(3)) }
    let place = first.place.joined(with: operands[operands.count - 1].place)
    return try made(isOr ? .or(operands) : .and(operands), place)
  }

  private var binaryOperator: BinaryOperator? {
    switch current.kind {
    case .sign(let sign): BinaryOperator(rawValue: sign)
    case .name("in"): .isIn
    default: nil
    }
  }

  /// Reads operators that bind at least as tightly as a precedence, from left to right.
  private mutating func relation(_ precedence: Int) throws(SyntaxError) -> Syntax {
    var left = try unary()
    while let sign = binaryOperator, sign.precedence >= precedence {
      advance()
      let right = try relation(sign.precedence + 1)
      left = try made(.binary(sign, left, right), left.place.joined(with: right.place))
    }
    return left
  }

  private mutating func unary() throws(SyntaxError) -> Syntax {
    let start = current.place
    if isSign("!") {
      var isNot = false
      while skip("!") { isNot.toggle() }
      let operand = try member()
      return isNot ? try made(.not(operand), start.joined(with: operand.place)) : operand
    }
    guard isSign("-") else { return try member() }
    var isMinus = false
    while skip("-") { isMinus.toggle() }
    guard isMinus else { return try member() }
    if let literal = try negativeLiteral(start) { return literal }
    let operand = try member()
    return try made(.negate(operand), start.joined(with: operand.place))
  }

  /// Reads a number after a minus as one literal, so that the smallest int can be written.
  private mutating func negativeLiteral(_ start: Place) throws(SyntaxError) -> Syntax? {
    let token = current
    let next = tokens[min(position + 1, tokens.count - 1)].kind
    let isBare = next != .sign(".") && next != .sign("[") && next != .sign("{")
    let place = start.joined(with: token.place)
    switch token.kind {
    case .int(let magnitude) where isBare:
      advance()
      return try made(.int(Int64(truncatingIfNeeded: 0 &- magnitude)), place)
    case .double(let value, let exact) where isBare:
      advance()
      return try made(.double(-value, exact: exact?.negated), place)
    default:
      return nil
    }
  }

  // MARK: Members

  private mutating func member() throws(SyntaxError) -> Syntax {
    var operand = try primary()
    while true {
      let place = current.place
      if skip(".") {
        operand = try selection(on: operand)
      } else if skip("[") {
        _ = try expression()
        let end = try expect("]", opened: place)
        operand = try made(.unsupported(.index), operand.place.joined(with: end))
      } else if isSign("{"), operand.dottedName != nil {
        let end = try entries()
        operand = try made(.unsupported(.message), operand.place.joined(with: end))
      } else {
        return operand
      }
    }
  }

  private mutating func selection(on operand: Syntax) throws(SyntaxError) -> Syntax {
    let nameAt = current.place
    guard case .name(let name) = current.kind, !Self.reserved.contains(name) else {
      throw unexpected()
    }
    advance()
    guard isSign("(") else {
      return try made(.field(operand, name), operand.place.joined(with: nameAt))
    }
    let (arguments, end) = try arguments()
    let place = operand.place.joined(with: end)
    return try made(.method(operand, name, nameAt: nameAt, arguments), place)
  }

  private mutating func primary() throws(SyntaxError) -> Syntax {
    let token = current
    switch token.kind {
    case .int(let magnitude):
      guard let value = Int64(exactly: magnitude) else {
        throw SyntaxError(complaint: .intOutOfRange("\(magnitude)"), place: token.place)
      }
      advance()
      return try made(.int(value), token.place)
    case .double(let value, let exact):
      advance()
      return try made(.double(value, exact: exact), token.place)
    case .unsignedInt:
      advance()
      return try made(.unsupported(.unsignedInt), token.place)
    case .string(let text):
      advance()
      return try made(.string(text), token.place)
    case .bytes:
      advance()
      return try made(.unsupported(.bytes), token.place)
    case .name(let name):
      return try named(name, token.place)
    case .sign(let sign):
      return try bracketed(sign, token.place)
    case .end:
      throw unexpected()
    }
  }

  private mutating func named(_ name: String, _ place: Place) throws(SyntaxError) -> Syntax {
    switch name {
    case "true", "false":
      advance()
      return try made(.bool(name == "true"), place)
    case "null":
      advance()
      return try made(.unsupported(.null), place)
    default:
      break
    }
    guard !Self.reserved.contains(name) else {
      guard name != "in" else { throw unexpected() }
      throw SyntaxError(complaint: .reservedWord(name), place: place)
    }
    advance()
    guard isSign("(") else { return try made(.name(name), place) }
    let (arguments, end) = try arguments()
    return try made(.call(name, nameAt: place, arguments), place.joined(with: end))
  }

  private mutating func bracketed(_ sign: String, _ place: Place) throws(SyntaxError) -> Syntax {
    switch sign {
    case "(":
      advance()
      let inner = try expression()
      let end = try expect(")", opened: place)
      return Syntax(inner.form, at: place.joined(with: end))
    case "[":
      advance()
      let elements = try list(until: "]")
      let end = try expect("]", opened: place)
      return try made(.list(elements), place.joined(with: end))
    case "{":
      let end = try entries()
      return try made(.unsupported(.map), place.joined(with: end))
    case ".":
      // A leading point asks for the outermost scope, and there is only one.
      advance()
      guard case .name(let name) = current.kind else { throw unexpected() }
      return try named(name, place.joined(with: current.place))
    default:
      throw unexpected()
    }
  }

  // MARK: Lists

  private mutating func arguments() throws(SyntaxError) -> ([Syntax], Place) {
    let opened = current.place
    advance()
    var arguments: [Syntax] = []
    if !isSign(")") {
      repeat { arguments.append(try expression()) } while skip(",")
    }
    return (arguments, try expect(")", opened: opened))
  }

  private mutating func list(until end: String) throws(SyntaxError) -> [Syntax] {
    var elements: [Syntax] = []
    // CEL lets a comma follow the last element, and even none.
    if skip(",") { return [] }
    while !isSign(end) {
      elements.append(try expression())
      guard skip(",") else { break }
    }
    return elements
  }

  /// Reads the entries of a map or message, which the checker refuses as a whole.
  private mutating func entries() throws(SyntaxError) -> Place {
    let opened = current.place
    advance()
    while !isSign("}") {
      let key = try expression()
      _ = try expect(":", opened: key.place)
      _ = try expression()
      guard skip(",") else { break }
    }
    return try expect("}", opened: opened)
  }

  /// The words that no column can be named by.
  static let reserved: Set<String> = [
    "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function",
    "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
  ]
}
