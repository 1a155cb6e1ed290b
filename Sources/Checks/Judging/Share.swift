internal import CivilTime
internal import Findings

/// How many rows or keys of a population are true, false or unknown, certainly or perhaps in it.
///
/// The field names follow the formulas of the rule language, §6.
public struct Share: Sendable, Hashable {
  /// Certain members that are true: T.
  public var certainTrue = 0
  /// Certain members that are false: F.
  public var certainFalse = 0
  /// Certain members that are unknown: U.
  public var certainUnknown = 0
  /// Perhaps members that are true: M_t.
  public var perhapsTrue = 0
  /// Perhaps members that are false: M_f.
  public var perhapsFalse = 0
  /// Perhaps members that are unknown: M_u.
  public var perhapsUnknown = 0

  /// Makes an empty share.
  public init() {}

  /// How many are certainly in the population.
  public var certain: Int { certainTrue + certainFalse + certainUnknown }
  /// How many are perhaps in it.
  public var perhaps: Int { perhapsTrue + perhapsFalse + perhapsUnknown }
  /// Whether the population is certainly empty.
  public var isEmpty: Bool { certain == 0 && perhaps == 0 }
  /// Whether it is perhaps empty, and perhaps not.
  public var isPerhapsEmpty: Bool { certain == 0 && perhaps > 0 }

  /// Returns whether the share reaches or keeps below a target, least and most favourably.
  ///
  /// The share lies between T/(T+F+U+M_f+M_u) and (T+U+M_t+M_u)/(T+F+U+M_t+M_u); whole numbers
  /// are compared, never rounded figures. The population must have a certain member.
  func reaches(_ target: Decimal, atLeast: Bool) -> (
    favourable: Assessment.Reading, unfavourable: Assessment.Reading
  ) {
    let low = compare(
      certainTrue,
      over: certain + perhapsFalse + perhapsUnknown,
      to: target
    )
    let high = compare(
      certainTrue + certainUnknown + perhapsTrue + perhapsUnknown,
      over: certain + perhapsTrue + perhapsUnknown,
      to: target
    )
    return atLeast
      ? (high >= 0 ? .met : .unmet, low >= 0 ? .met : .unmet)
      : (low <= 0 ? .met : .unmet, high <= 0 ? .met : .unmet)
  }

  private func compare(_ part: Int, over whole: Int, to target: Decimal) -> Int {
    Decimal.compareFractions(
      Int128(part),
      over: Int128(whole),
      to: target.mantissa,
      over: Decimal.power(target.scale)
    )
  }
}

/// What an empty population means: `if_empty`.
enum EmptyMeaning: String, CaseIterable, Sendable {
  case noData = "no_data"
  case notApplicable = "not_applicable"
  case failed

  /// The assessment of a population that is certainly empty.
  ///
  /// "No data" reads as met one way and unmet the other, so that nobody takes it for either.
  var assessment: Assessment {
    switch self {
    case .noData:
      var open = Assessment(favourable: .met, unfavourable: .unmet)
      open.doubt = .emptyPopulation
      return open
    case .notApplicable: return Assessment(.notApplicable)
    case .failed: return Assessment(.unmet)
    }
  }
}
