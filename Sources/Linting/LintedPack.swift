public import Checks
public import CivilTime
internal import Diagnostics
public import Rules

/// A sound pack as lints see it: rules, bound checks, places, tests and a date.
public struct LintedPack: Sendable {
  /// The rules.
  public let rules: RuleSet
  /// The bound check of every rule.
  public let checks: [RuleID: any Check]
  /// What the tests of the pack show.
  public let tests: ShownVerdicts
  /// The date as of which waivers and deadlines are looked at.
  public let asOf: CivilDate
  /// Where things stand in the pack's files.
  let places: PackPlaces

  /// Returns the units that a rule may blame, by index.
  func bearers(of rule: Rule) -> Set<Int> {
    switch rule.bearer {
    case .unit(let unit): [unit]
    case .each(let units): Set(units)
    case .everyone: Set(rules.units.indices)
    }
  }

  /// Returns the datasets whose rows a rule counts, by index.
  func datasets(of rule: Rule) -> Set<Int> {
    Set(checks[rule.id]?.sides.map(\.dataset) ?? [])
  }
}

/// What the tests of a pack show of its rules.
public struct ShownVerdicts: Sendable {
  /// Whether the pack has any test.
  public var hasTests: Bool
  /// The rules that some test names.
  public var tested: Set<RuleID>
  /// The rules that some test expects to be violated.
  public var violated: Set<RuleID>

  /// Makes a summary of tests; without arguments, of none.
  public init(hasTests: Bool = false, tested: Set<RuleID> = [], violated: Set<RuleID> = []) {
    self.hasTests = hasTests
    self.tested = tested
    self.violated = violated
  }
}

extension RuleDates {
  /// Returns whether a rule is in force on a day of a stretch.
  func overlaps(_ other: EffectiveDates) -> Bool { stretches.contains { $0.overlaps(other) } }
}

extension EffectiveDates {
  /// Returns whether two stretches share a day.
  func overlaps(_ other: EffectiveDates) -> Bool {
    max(from ?? .min, other.from ?? .min) <= min(to ?? .max, other.to ?? .max)
  }
}
