internal import CivilTime
internal import Rules
internal import YAMLTree

/// Turns a value of a condition written as a map into the literal that its column's type wants.
enum MapCondition {
  /// Returns the literal of a scalar for a column.
  ///
  /// What cannot be a value of the type is handed on as it is, so that the checker of expressions
  /// reports it.
  static func literal(_ node: Node, for kind: DatasetColumn.Kind) -> String {
    let text = node.text ?? ""
    switch kind {
    case .text, .reference, .unit, .period: return quoted(text)
    case .integer, .decimal: return text
    case .percent: return Decimal(text)?.description ?? text
    case .date: return "date(\(quoted(text)))"
    case .datetime: return "timestamp(\(quoted(text)))"
    case .boolean:
      switch text.lowercased() {
      case "true", "yes", "có": return "true"
      case "false", "no", "không": return "false"
      default: return quoted(text)
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
