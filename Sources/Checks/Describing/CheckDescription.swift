public import CivilTime
public import Diagnostics
internal import Expressions
internal import Tables

/// What a bound check demands, as plain values: which rows it looks at, and what it asks of them.
///
/// Explanations and reference pages are made of it; columns are indices into their datasets.
public struct CheckDescription: Sendable {
  /// What is asked, one case a kind of check.
  public enum Demand: Sendable {
    /// `evidence`: something done, on the days of a column, so many times.
    case done(column: Int, count: Int)
    /// `ratio`: a share of the rows satisfies a condition.
    case share(that: String, Target)
    /// `measure`: a value within a bound.
    case value(Figure, Target)
    /// `records`: every row satisfies all of these, and has these columns filled.
    case every([Requirement], complete: [Int])
    /// `unique`: no key twice.
    case distinct(key: [Int])
    /// `reference`: every value of a column is in a column of another dataset.
    case found(column: Int, dataset: Int, in: Int)
    /// `cover`: so many of the expected keys are there, with `both` no others.
    case covered(keys: [[Int]], both: Bool, Target)
    /// `compare`: two figures agree, key by key.
    case agreeing(Comparison)
    /// `fresh`: the newest day of a column is recent.
    case recent(column: Int, within: Span)
  }

  /// One requirement of `records`.
  public struct Requirement: Sendable {
    /// The condition.
    public let that: String
    /// What is wrong with a row that does not satisfy it.
    public let message: Phrase
  }

  /// What is computed of rows.
  public struct Figure: Sendable {
    /// The word of the rule language: `count`, `sum`, `average`, `min` or `max`.
    public let function: String
    /// The column; nil if rows are counted.
    public let column: Int?
  }

  /// The two sides of `compare`.
  public struct Comparison: Sendable {
    /// What is reported, and what the records say.
    public let figures: [Figure]
    /// The columns of the key, by side; empty if the sides have one figure each.
    public let by: [[Int]]
    /// How the left side must stand to the right, as packs spell it.
    public let relation: String
    /// How far apart they may be, as packs spell it.
    public let tolerance: String
  }

  /// The rows of each side.
  public let rows: [DescribedRows]
  /// What is asked of them.
  public let demand: Demand
  /// What an empty population means, as packs spell it; nil where the check does not ask.
  public let ifEmpty: String?
}

/// The rows of a dataset that one side of a check looks at.
public struct DescribedRows: Sendable {
  /// Why rows are taken out again.
  public struct Exclusion: Sendable {
    /// The conditions, all of which must be true.
    public let conditions: [String]
    /// The reason, as the pack writes it.
    public let reason: String
  }

  /// What makes a row of the population count, for showing it row by row.
  enum Outcome: Sendable {
    /// Every row counts.
    case counted
    /// Rows with all of these columns count; the others are unknown.
    case filled([Int])
    /// Rows that satisfy a requirement.
    case conditions([CompiledExpression], complete: [Int])
    /// Rows whose value is found elsewhere.
    case found(column: Int, LookupRequest)
    /// Rows with a day up to the as-of date; without one, a row does not count or is unknown.
    case dated(column: Int, asOf: CivilDate, blankIsUnknown: Bool)
  }

  let population: Population
  let variables: BoundVariables
  let outcome: Outcome

  /// The dataset's index in the pack.
  public var dataset: Int { population.dataset }
  /// The conditions of `where`, all of which must be true.
  public var conditions: [String] { population.conditions.map(\.text) }
  /// What is taken out again, in the rule's order.
  public var exclusions: [Exclusion] {
    population.exclusions.map {
      Exclusion(conditions: $0.conditions.map(\.text), reason: $0.reason)
    }
  }
  /// How the rows fall to obligations.
  public var division: Division { population.division }
}

extension Aggregate {
  /// The aggregate as plain values.
  var figure: CheckDescription.Figure {
    let word =
      switch function {
      case .rows, .distinct: "count"
      case .sum: "sum"
      case .average: "average"
      case .min: "min"
      case .max: "max"
      }
    return CheckDescription.Figure(function: word, column: column)
  }

  /// The rows it is computed of, with further columns that must be readable.
  func described(keys: [Int] = []) -> DescribedRows {
    let needed: [Int]
    switch function {
    case .rows, .distinct: needed = keys
    case .sum, .average, .min, .max: needed = keys + [column].compactMap(\.self)
    }
    return DescribedRows(
      population: population,
      variables: variables,
      outcome: needed.isEmpty ? .counted : .filled(needed)
    )
  }
}

extension Tolerance {
  /// The tolerance as packs write it.
  var text: String {
    switch self {
    case .amount(let amount): amount.description
    case .share(let share): share.percent
    case .asReported: "as_reported"
    }
  }
}
