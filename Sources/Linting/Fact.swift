internal import Checks
internal import CivilTime
internal import Diagnostics
internal import Rules

/// What one part of a check asks, apart from how much of it: two rules with an equal fact look at
/// the same rows in the same way.
struct Fact: Hashable {
  /// The rows of one side.
  struct Rows: Hashable {
    let dataset: Int
    let conditions: Set<String>
    let exclusions: Set<String>
    let unitColumn: Int?
    let periodColumn: Int?
  }

  /// The rows of each side.
  let rows: [Rows]
  /// How often it is asked.
  let every: PeriodKind?
  /// What is asked of the rows.
  let demand: String
  /// The key of the check that asks it, for pointing at it.
  let key: String

  /// Returns everything that a rule's check asks: each requirement of `records` by itself.
  static func all(of rule: Rule, _ check: CheckDescription) -> [Fact] {
    let rows = check.rows.map(Self.rows)
    return demands(check.demand).map { demand, key in
      Fact(rows: rows, every: rule.every, demand: demand, key: key)
    }
  }

  private static func rows(_ rows: DescribedRows) -> Rows {
    Rows(
      dataset: rows.dataset,
      conditions: Set(rows.conditions.flatMap(Conjunction.parts)),
      exclusions: Set(
        rows.exclusions.map {
          $0.conditions.map(Conjunction.spaceless).sorted().joined(separator: "&&")
        }
      ),
      unitColumn: rows.division.unitColumn,
      periodColumn: rows.division.period?.column
    )
  }

  private static func demands(_ demand: CheckDescription.Demand) -> [(String, String)] {
    switch demand {
    case .done(let column, _): [("done \(column)", "done_at")]
    case .share(let that, _): [("share \(normal(that))", "that")]
    case .value(let figure, _): [("value \(text(figure))", "of")]
    case .every(let requirements, let complete):
      requirements.map { ("every \(normal($0.that))", "require") }
        + complete.map { ("filled \($0)", "complete") }
    case .distinct(let key): [("distinct \(key)", "key")]
    case .found(let column, let dataset, let other):
      [("found \(column) \(dataset) \(other)", "column")]
    case .covered(let keys, let both, _): [("covered \(keys) \(both)", "expected")]
    case .agreeing(let comparison):
      [("agreeing \(comparison.figures.map(text)) \(comparison.by) \(comparison.relation)", "left")]
    case .recent(let column, _): [("recent \(column)", "updated")]
    }
  }

  private static func text(_ figure: CheckDescription.Figure) -> String {
    "\(figure.function) \(figure.column ?? -1)"
  }

  private static func normal(_ condition: String) -> String {
    Conjunction.parts(condition).sorted().joined(separator: "&&")
  }
}

/// The parts of a condition that `&&` joins, written without spaces, so that conditions which differ
/// in order and layout only are seen to be the same.
enum Conjunction {
  /// Returns the parts; the whole condition if it has alternatives or a choice outside brackets.
  static func parts(_ condition: String) -> [String] {
    var parts: [String] = [""]
    var depth = 0
    var quote: Character?
    var isEscaped = false
    var previous: Character = " "
    for character in condition {
      if let open = quote {
        parts[parts.count - 1].append(character)
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == open {
          quote = nil
        }
        previous = character
        continue
      }
      switch character {
      case "\"", "'": quote = character
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "?" where depth == 0, "|" where depth == 0: return [spaceless(condition)]
      case "&" where depth == 0 && previous == "&":
        parts[parts.count - 1].removeLast()
        parts.append("")
        previous = " "
        continue
      default: break
      }
      if !character.isWhitespace { parts[parts.count - 1].append(character) }
      previous = character
    }
    return parts
  }

  /// Returns a condition without the spaces outside quotes.
  static func spaceless(_ condition: String) -> String {
    var quote: Character?
    var isEscaped = false
    return String(
      condition.filter { character in
        if let open = quote {
          if isEscaped {
            isEscaped = false
          } else if character == "\\" {
            isEscaped = true
          } else if character == open {
            quote = nil
          }
          return true
        }
        if character == "\"" || character == "'" { quote = character }
        return !character.isWhitespace
      }
    )
  }
}
