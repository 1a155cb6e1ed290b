internal import Expressions
internal import Tables

/// The rows of a dataset that a check looks at: `where`, `exclude` and the division.
public struct Population: Sendable {
  /// A reason to take rows out again.
  public struct Exclusion: Sendable {
    /// All of these true takes a row out.
    let conditions: [CompiledExpression]
    /// Why, as the pack writes it.
    let reason: String
  }

  /// The dataset's index in the pack.
  public let dataset: Int
  /// All of these true puts a row in.
  let conditions: [CompiledExpression]
  /// What takes rows out again, in the rule's order.
  let exclusions: [Exclusion]
  /// How the rows fall to obligations.
  public var division: Division

  /// Every expression it evaluates.
  var expressions: [CompiledExpression] { conditions + exclusions.flatMap(\.conditions) }

  /// The columns that show why a row is in the population: those that divide it, else none.
  var shownColumns: [Int] { division.columns }

  /// Returns which rows of a batch are in the population.
  func members(of inputs: Inputs) -> Members {
    let all = BitPlane(repeating: true, count: inputs.rowCount)
    let chosen = Self.conjunction(conditions, over: inputs)
    var certain = chosen?.isTrue ?? all
    var possible = chosen.map { ~$0.isFalse } ?? all
    var remaining = certain
    var excluded: [BitPlane] = []
    for exclusion in exclusions {
      let out =
        Self.conjunction(exclusion.conditions, over: inputs)
        ?? Truth(isTrue: all, isFalse: ~all, isError: ~all)
      excluded.append(remaining & out.isTrue)
      remaining = remaining - out.isTrue
      certain = certain & out.isFalse
      possible = possible - out.isTrue
    }
    return Members(certain: certain, perhaps: possible - certain, excluded: excluded)
  }

  private static func conjunction(
    _ expressions: [CompiledExpression],
    over inputs: Inputs
  ) -> Truth? {
    guard var result = expressions.first?.truth(over: inputs) else { return nil }
    for expression in expressions.dropFirst() {
      let next = expression.truth(over: inputs)
      let isTrue = result.isTrue & next.isTrue
      let isFalse = result.isFalse | next.isFalse
      result = Truth(
        isTrue: isTrue,
        isFalse: isFalse,
        isError: (result.isError | next.isError) - isFalse
      )
    }
    return result
  }
}

/// Which rows of a batch are in a population, by three-valued logic.
struct Members {
  /// Certainly in, as far as `where` and `exclude` say.
  let certain: BitPlane
  /// Perhaps in: something is unknown and nothing rules the row out.
  let perhaps: BitPlane
  /// Taken out by each exclusion though `where` is true; a row counts for the first that does.
  let excluded: [BitPlane]
}
