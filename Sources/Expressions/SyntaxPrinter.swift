extension Syntax: CustomStringConvertible {
  /// The expression in its plainest spelling, which parses to the same form.
  var description: String {
    switch form {
    case .int(let value): "\(value)"
    case .double(let value, let exact): exact.map(DecimalNotation.literal) ?? Self.literal(value)
    case .string(let text): Self.quoted(text)
    case .bool(let value): "\(value)"
    case .unsupported(let form): Self.sample(of: form)
    case .name(let name): name
    case .field(let operand, let name): "\(operand.text(binding: 7)).\(name)"
    case .call(let name, _, let arguments): "\(name)(\(Self.list(arguments)))"
    case .method(let operand, let name, _, let arguments):
      "\(operand.text(binding: 7)).\(name)(\(Self.list(arguments)))"
    case .list(let elements): "[\(Self.list(elements))]"
    case .not(let operand): "!\(operand.text(binding: 7))"
    case .negate(let operand): "-\(operand.isNumber ? "(\(operand))" : operand.text(binding: 7))"
    case .binary(let sign, let a, let b):
      "\(a.text(binding: precedence)) \(sign.rawValue) \(b.text(binding: precedence + 1))"
    case .and(let operands): operands.map { $0.text(binding: 3) }.joined(separator: " && ")
    case .or(let operands): operands.map { $0.text(binding: 2) }.joined(separator: " || ")
    case .conditional(let a, let b, let c):
      "\(a.text(binding: 1)) ? \(b.text(binding: 1)) : \(c)"
    }
  }

  /// How tightly the outermost operator binds; a primary is 7, a conditional 0.
  private var precedence: Int {
    switch form {
    case .conditional: 0
    case .or: 1
    case .and: 2
    case .binary(let sign, _, _): sign.precedence
    case .not, .negate: 6
    case .int(let value): value < 0 ? 6 : 7
    case .double(let value, _): value.sign == .minus ? 6 : 7
    default: 7
    }
  }

  private var isNumber: Bool {
    switch form {
    case .int, .double: true
    default: false
    }
  }

  private func text(binding tightness: Int) -> String {
    precedence < tightness || (tightness == 7 && isNumber) ? "(\(self))" : description
  }

  private static func list(_ parts: [Syntax]) -> String {
    parts.map(\.description).joined(separator: ", ")
  }

  private static func literal(_ value: Double) -> String {
    let text = "\(value)"
    return text.contains("e") || text.contains(".") ? text : text + ".0"
  }

  private static func sample(of form: UnsupportedForm) -> String {
    switch form {
    case .null: "null"
    case .unsignedInt: "1u"
    case .bytes: "b\"\""
    case .index: "a[0]"
    case .map: "{}"
    case .message: "a{}"
    }
  }

  /// Writes a string literal that the lexer reads back.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
