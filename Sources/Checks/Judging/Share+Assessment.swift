internal import CivilTime
internal import Findings

extension Share {
  /// Returns the assessment of a share against its target.
  func assessment(_ target: Target, waived: Decimal?, ifEmpty: EmptyMeaning) -> Assessment {
    if isEmpty { return ifEmpty.assessment }
    if isPerhapsEmpty { return Assessment(favourable: .met, unfavourable: .unmet) }
    let readings = reaches(waived ?? target.number, atLeast: target.relation == .atLeast)
    return Assessment(favourable: readings.favourable, unfavourable: readings.unfavourable)
  }

  /// Returns the assessment of a population in which no row may be false.
  func allTrue(ifEmpty: EmptyMeaning) -> Assessment {
    if isEmpty { return ifEmpty.assessment }
    if certainFalse > 0 { return Assessment(.unmet) }
    if isPerhapsEmpty || certainUnknown + perhapsFalse + perhapsUnknown > 0 {
      return Assessment(favourable: .met, unfavourable: .unmet)
    }
    return Assessment(.met)
  }

  /// Returns the figures of the share.
  func measured(_ kind: Measured.Kind, excluded: [Exclusion] = []) -> Measured {
    var measured = Measured(kind: kind)
    measured.trueCount = certainTrue
    measured.falseCount = certainFalse
    measured.unknownCount = certainUnknown
    measured.perhapsCount = perhaps
    measured.excluded = excluded
    return measured
  }
}

extension Population {
  /// Pairs the reasons of exclusions with the rows they took out; those that took none are left out.
  func exclusions(_ counts: [Int]) -> [Findings.Exclusion] {
    zip(exclusions, counts).filter { $0.1 > 0 }.map {
      Findings.Exclusion(reason: $0.0.reason, count: $0.1)
    }
  }
}
