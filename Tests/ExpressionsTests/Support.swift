import CivilTime
import Diagnostics
import Tables
import Testing

@testable import Expressions

/// Writes an answer as one short line: `int 3`, `unknown`, `eval`, `check`, `parse`.
func spoken(_ answer: ExpressionAnswer) -> String {
  switch answer {
  case .value(let constant, let type): "\(type.name) \(plain(constant))"
  case .unknown: "unknown"
  case .error(_, let stage): stage.rawValue
  }
}

/// Writes a value plainly.
func plain(_ constant: Constant) -> String {
  switch constant {
  case .double(let value): "\(value)"
  case .unit(let unit): "#\(unit)"
  case .list(let elements): "[" + elements.map(plain).joined(separator: ", ") + "]"
  default: constant.description
  }
}

/// One expression and the line that it answers.
struct Answer: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: String

  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }
}
