internal import CivilTime
internal import Diagnostics
internal import Expressions
internal import VietnameseText

/// Answers expressions given as lines of JSON, as `check expr --ndjson` does.
///
/// A line in is `{"expr": "…", "row": {"name": {"type": "int", "value": 1}}, "columns": {"name":
/// "int"}}`; `row` and `columns` may be left out. A name in `row` without a value, or only in
/// `columns`, is declared but absent; with `"erroneous": true` its cell could not be read. A line
/// out is `{"value": …, "type": "…"}`, `{"unknown": true}` or `{"error": "…", "kind": "…"}`.
enum ExpressionLines {
  /// Answers one line.
  ///
  /// - Parameters:
  ///   - line: One JSON object.
  ///   - language: The language of reasons.
  /// - Returns: One JSON object without a line feed, or nil for a blank line.
  static func answer(to line: String, in language: Language) -> String? {
    guard line.utf8.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D && $0 != 0x0A }) else {
      return nil
    }
    do {
      let request = try ExpressionRequest(line)
      return text(ExpressionAnswer.answer(request.text, row: request.row), language)
    } catch {
      return failure(error.phrase, error.stage, language)
    }
  }

  private static func text(_ answer: ExpressionAnswer, _ language: Language) -> String {
    switch answer {
    case .value(let constant, let type):
      let name = if case .list = type { "list" } else { type.name }
      return "{\"value\": \(text(constant)), \"type\": \(JSONValue.quoted(name))}"
    case .unknown: return "{\"unknown\": true}"
    case .error(let phrase, let stage): return failure(phrase, stage, language)
    }
  }

  private static func failure(
    _ phrase: Phrase,
    _ stage: ExpressionAnswer.Stage,
    _ language: Language
  ) -> String {
    let reason = JSONValue.quoted(phrase.text(language))
    return "{\"error\": \(reason), \"kind\": \"\(stage.rawValue)\"}"
  }

  /// Writes a value; what JSON has no form for is a string.
  private static func text(_ constant: Constant) -> String {
    switch constant {
    case .int(let value): "\(value)"
    case .bool(let value): "\(value)"
    case .double(let value) where value.isNaN: "\"NaN\""
    case .double(let value) where value.isInfinite: value < 0 ? "\"-Infinity\"" : "\"Infinity\""
    case .double(let value): "\(value)"
    case .list(let elements): "[" + elements.map { text($0) }.joined(separator: ", ") + "]"
    case .string(let text): JSONValue.quoted(text)
    // JSON's numbers are decimals; it is readers that make doubles of them.
    case .decimal: constant.description
    case .ratio, .date, .timestamp, .duration, .unit, .period:
      JSONValue.quoted(constant.description)
    }
  }
}

/// What one line asks.
private struct ExpressionRequest {
  let text: String
  let row: [String: ExpressionAnswer.Cell]

  init(_ line: String) throws(RequestError) {
    let value: JSONValue
    do {
      value = try JSONValue.parse(line)
    } catch {
      throw .notJSON(offset: error.offset)
    }
    guard case .object(let members) = value else { throw .expectedObject }
    var text: String?
    var row: [String: ExpressionAnswer.Cell] = [:]
    var columns: [JSONValue.Member] = []
    for member in members {
      switch (member.name, member.value) {
      case ("expr", .string(let value)): text = value
      case ("row", .object(let cells)):
        for cell in cells {
          row[CanonicalText.nfc(cell.name)] = try ExpressionCell.read(cell.value, of: cell.name)
        }
      case ("columns", .object(let types)): columns = types
      case ("expr", _), ("row", _), ("columns", _): throw .wrongMember(member.name)
      default: break
      }
    }
    guard let text else { throw .wrongMember("expr") }
    for column in columns {
      let name = CanonicalText.nfc(column.name)
      guard case .string(let typeName) = column.value else { throw .wrongMember(column.name) }
      let type = try ExpressionCell.type(named: typeName)
      if row[name] == nil { row[name] = .absent(type) }
    }
    self.text = text
    self.row = row
  }
}

/// Why a line asks nothing that can be answered.
enum RequestError: Error, Sendable, Hashable {
  case notJSON(offset: Int)
  case expectedObject
  case wrongMember(String)
  case unknownType(String)
  case wrongValue(name: String, type: String)

  /// The stage that the reason counts for.
  var stage: ExpressionAnswer.Stage {
    switch self {
    case .notJSON, .expectedObject: .parse
    case .wrongMember, .unknownType, .wrongValue: .check
    }
  }

  /// The reason in words.
  var phrase: Phrase {
    switch self {
    case .notJSON(let offset):
      Phrase(
        vi: "dòng không phải là JSON, từ byte \(offset + 1)",
        en: "the line is no JSON, from byte \(offset + 1)"
      )
    case .expectedObject:
      Phrase(vi: "mỗi dòng phải là một đối tượng JSON", en: "a line must be a JSON object")
    case .wrongMember(let name):
      Phrase(vi: "'\(name)' thiếu hoặc sai dạng", en: "'\(name)' is missing or of a wrong form")
    case .unknownType(let name):
      Phrase(vi: "không có kiểu '\(name)'", en: "there is no type '\(name)'")
    case .wrongValue(let name, let type):
      Phrase(
        vi: "giá trị của '\(name)' không phải '\(type)'",
        en: "the value of '\(name)' is no '\(type)'"
      )
    }
  }
}
