/// An expression with one operator exchanged, as a careless author might have written it.
public struct ExpressionVariant: Sendable, Hashable {
  /// The whole changed text.
  public let text: String
  /// What stood there.
  public let original: String
  /// What stands there now.
  public let replacement: String
  /// Where it stands in the original, in Unicode scalars.
  public let offset: Int
  /// How many Unicode scalars of the original it takes.
  public let length: Int
}

extension ExpressionVariant {
  /// Returns the variants of an expression, in the order of its text: each comparison made strict or
  /// not, or turned round, each `&&` an `||` and the other way, and last the negation of the whole.
  ///
  /// - Parameter text: The expression.
  /// - Returns: The variants; none if the text is not even a row of tokens.
  public static func all(of text: String) -> [ExpressionVariant] {
    let scalars = Array(text.unicodeScalars)
    let tokens: [Token]
    do {
      tokens = try Lexer.tokens(of: text)
    } catch {
      return []
    }
    var variants: [ExpressionVariant] = []
    for token in tokens {
      guard case .sign(let sign) = token.kind, let other = exchanged[sign] else { continue }
      let end = token.place.offset + token.place.length
      let changed =
        scalars[..<token.place.offset] + Array(other.unicodeScalars) + scalars[end...]
      variants.append(
        ExpressionVariant(
          text: String(scalars: changed),
          original: sign,
          replacement: other,
          offset: token.place.offset,
          length: token.place.length
        )
      )
    }
    let whole = ExpressionVariant(
      text: "!(\(text)\n)",
      original: text,
      replacement: "!(\(text))",
      offset: 0,
      length: scalars.count
    )
    return variants + [whole]
  }

  private static let exchanged = [
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&",
  ]
}
