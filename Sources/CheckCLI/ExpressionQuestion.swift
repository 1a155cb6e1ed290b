internal import Diagnostics
internal import Expressions
internal import VietnameseText

/// One expression asked for on the command line.
struct ExpressionQuestion {
  let text: String
  /// The row's cells as `name=type:value`, or `name=type` for an absent one.
  let cells: [String]
  let language: Language

  /// Prints the value with its type, or why there is none.
  ///
  /// - Returns: 0 for a value, 2 if there is none for this row.
  /// - Throws: `Failure` for a cell or an expression that is wrong.
  func answer() throws -> Int32 {
    let row = try row()
    switch ExpressionAnswer.answer(text, row: row) {
    case .value(let constant, let type):
      try print("\(Self.shown(constant)) (\(type.name))")
      return 0
    case .unknown:
      try print(Phrase(vi: "chưa rõ", en: "unknown").text(language))
      return 2
    case .error(let phrase, .eval):
      let label = Phrase(vi: "không tính được: ", en: "no value: ")
      StandardStreams.writeMessage((label + phrase + "\n").text(language))
      return 2
    case .error(let phrase, .parse), .error(let phrase, .check):
      throw wrongExpression(phrase, row)
    }
  }

  private static func shown(_ constant: Constant) -> String {
    switch constant {
    case .string(let text): JSONValue.quoted(text)
    case .list(let elements): "[" + elements.map(shown).joined(separator: ", ") + "]"
    default: constant.description
    }
  }

  private func print(_ line: String) throws {
    do {
      try StandardStreams.writeOutput(Array((line + "\n").utf8))
    } catch let error as SystemError {
      throw Failure(.outputFailed, line: error.message.text(language))
    }
  }

  /// Reads the cells of the row.
  private func row() throws -> [String: ExpressionAnswer.Cell] {
    var row: [String: ExpressionAnswer.Cell] = [:]
    for cell in cells {
      let parts = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        let message = Phrase(
          vi: "--row '\(cell)' phải có dạng tên=kiểu:giá-trị",
          en: "--row '\(cell)' must read name=type:value"
        )
        throw Failure.usage(message, language)
      }
      let typed = parts[1].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      var members = [JSONValue.Member(name: "type", value: .string(String(typed[0])))]
      if typed.count == 2 {
        members.append(.init(name: "value", value: Self.value(String(typed[1]), typed[0])))
      }
      do throws(RequestError) {
        let name = CanonicalText.nfc(String(parts[0]))
        row[name] = try ExpressionCell.read(.object(members), of: String(parts[0]))
      } catch {
        throw Failure.usage(Phrase(verbatim: "--row '\(cell)': ") + error.phrase, language)
      }
    }
    return row
  }

  /// Reads what stands behind the type; lists and truth values are written as in JSON.
  private static func value(_ text: String, _ type: Substring) -> JSONValue {
    guard type == "bool" || type.hasPrefix("list") else { return .string(text) }
    do throws(JSONValue.ParseError) {
      return try JSONValue.parse(text)
    } catch {
      return .string(text)
    }
  }

  /// Shows every mistake of the expression with its place.
  private func wrongExpression(
    _ phrase: Phrase,
    _ row: [String: ExpressionAnswer.Cell]
  ) -> Failure {
    let file = Phrase(vi: "biểu-thức", en: "expression").text(language)
    let source = SourceText(file: file, text: text)
    let start = SourceLocation(file: file, line: 1, column: 1)
    var sink = DiagnosticSink()
    let variables = row.sorted { $0.key < $1.key }.enumerated().map { slot, cell in
      Scope.Variable(name: cell.key, type: cell.value.type, slot: slot)
    }
    _ = CompiledExpression.compile(
      text,
      in: Scope(variables: variables),
      at: { SourceRange(start: start).moved(by: $0, length: $1) },
      into: &sink
    )
    guard sink.hasErrors else { return Failure.usage(phrase, language) }
    let renderer = DiagnosticRenderer(language: language, sources: [source])
    return Failure(.usage, text: renderer.render(sink.sorted()))
  }
}

extension ExpressionAnswer.Cell {
  /// The type that the cell is declared with.
  fileprivate var type: ExpressionType {
    switch self {
    case .value(_, let type), .absent(let type), .erroneous(let type): type
    }
  }
}
