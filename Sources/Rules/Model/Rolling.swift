public import CivilTime

/// Where a rule's last good days go that are no working days.
///
/// A rule that does not say so itself takes it from the document in force on the nominal last good
/// day. Of several in force the newest counts; where none is, as before a rule's own first day, the
/// last one that has begun, else the first to begin. The order of a rule's clauses counts nowhere.
///
/// - SeeAlso: The rule language, §4 and §13.6.
public struct Rolling: Sendable, Hashable {
  /// What one document says.
  private struct Default: Sendable, Hashable {
    var dates: EffectiveDates
    var roll: Roll
  }

  /// The defaults of the documents by their first day; one without dates if the rule says it itself.
  private let defaults: [Default]

  /// Makes the rolling of a rule that says itself where last days go.
  public init(_ roll: Roll) {
    defaults = [Default(dates: EffectiveDates(from: nil, to: nil), roll: roll)]
  }

  /// Makes the rolling of a rule that leaves it to the documents of its clauses.
  ///
  /// - Parameter documents: The documents, in any order; without any, nothing rolls.
  public init(of documents: [Document]) {
    let sorted = documents.sorted {
      ($0.effective.from ?? .min, $0.id) < ($1.effective.from ?? .min, $1.id)
    }
    defaults = sorted.map { Default(dates: $0.effective, roll: $0.roll) }
  }

  /// Returns where a nominal last good day goes if it is no working day.
  public func roll(on nominal: CivilDate) -> Roll {
    let document =
      defaults.last { $0.dates.contains(nominal) }
      ?? defaults.last { ($0.dates.from ?? .min) <= nominal } ?? defaults.first
    return document?.roll ?? .none
  }

  /// The different ways that can hold, by the first day of their documents.
  public var ways: [Roll] {
    defaults.map(\.roll).reduce(into: []) { ways, roll in
      if !ways.contains(roll) { ways.append(roll) }
    }
  }

  /// Whether any day can move.
  public var canMove: Bool { ways.contains { $0 != .none } }
}
