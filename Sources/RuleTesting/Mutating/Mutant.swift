public import Diagnostics
public import Rules

/// A rule, or what its tests read, with one thing changed; a good test notices.
public struct Mutant: Sendable {
  /// What is changed.
  public enum Change: Sendable {
    /// The rule itself.
    case rule(Rule)
    /// A column of a dataset is emptied in all data of the rule's tests.
    case emptyColumn(dataset: Int, column: Int)
  }

  /// The rule.
  public var rule: RuleID
  /// What is changed.
  public var change: Change
  /// What was changed, in words.
  public var description: Phrase
  /// Where in the pack.
  public var range: SourceRange?

  /// The place as text, `file:line:column`.
  var place: String {
    guard let start = range?.start else { return "" }
    return "\(start.file):\(start.line):\(start.column)"
  }
}

/// What came of the mutants of some rules.
public struct MutationResult: Sendable {
  /// How many mutants some test noticed.
  public var killed = 0
  /// How many are no rules at all, so that the pack could not even be loaded with them.
  public var invalid = 0
  /// How many can be shown to judge everything as the rule itself does.
  public var equivalent = 0
  /// The mutants that no test noticed, by rule and place.
  public var survivors: [Mutant] = []
  /// The rules that no passing test names; their mutants were not even tried.
  public var untested: [Rule] = []

  /// How many mutants were tried.
  public var tried: Int { killed + survivors.count }
  /// Whether every rule has tests that notice every mutant.
  public var isPassed: Bool { survivors.isEmpty && untested.isEmpty }

  /// The survivors of each rule that has some, in order.
  var survivorsByRule: [(rule: RuleID, mutants: [Mutant])] {
    var groups: [(rule: RuleID, mutants: [Mutant])] = []
    for mutant in survivors {
      if groups.last?.rule != mutant.rule { groups.append((mutant.rule, [])) }
      groups[groups.count - 1].mutants.append(mutant)
    }
    return groups
  }
}
