internal import Findings
internal import Reports
internal import Rules
internal import Scores
internal import VietnameseText

/// Knows which rows of the dumps belong to which unit.
struct RowOwners {
  private let units: [String: UnitID]

  init(_ rules: RuleSet) {
    var units: [String: UnitID] = [:]
    for unit in rules.units {
      for name in [unit.id.text, unit.name] + unit.aliases {
        units[NameFolding.fold(name)] = unit.id
      }
    }
    self.units = units
  }

  /// Returns whether a row may be shown to a unit.
  ///
  /// A row of a dataset that names no unit belongs to whoever owes the obligation; one whose unit
  /// cannot be told belongs to nobody.
  func mayShow(_ evidence: Evidence, to unit: UnitID) -> Bool {
    guard let name = evidence.unitName else { return true }
    return units[NameFolding.fold(name)] == unit
  }

  /// Counts the rows of an obligation that a unit may not see, by the unit they belong to; nil for
  /// those whose unit cannot be told.
  func foreignRows(of obligation: Obligation, to unit: UnitID) -> [UnitID?: Int] {
    var counts: [UnitID?: Int] = [:]
    for evidence in obligation.evidence where !mayShow(evidence, to: unit) {
      counts[evidence.unitName.flatMap { units[NameFolding.fold($0)] }, default: 0] += 1
    }
    return counts
  }
}

extension ReportContent {
  /// Returns what one unit may see of a run: what it owes, and no row of another unit.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - places: Its obligations, by their places in the run.
  ///   - owners: Whose row is whose.
  /// - Returns: The content, marked as a part of the run. Of mistakes in the data only the number is
  ///   left, because no unit can be told for their rows.
  func part(of unit: UnitID, _ places: [Int], _ owners: RowOwners) -> ReportContent {
    var part = self
    part.run.obligations = places.map { place in
      var obligation = run.obligations[place]
      obligation.evidence = obligation.evidence.filter { owners.mayShow($0, to: unit) }
      return obligation
    }
    let datasets = Set(part.run.obligations.flatMap(\.datasets))
    part.run.inputs = run.inputs.filter { datasets.contains($0.dataset) }
    part.run.dataErrors = []
    part.run.warnings = []
    part.run.selectors = ["unit:\(unit.text)"]
    part.scorecard?.units = (scorecard?.units ?? []).filter { $0.unit == unit }
    part.chronicle?.changes = (chronicle?.changes ?? []).filter { $0.obligation.unit == unit }
    part.chronicle?.sightings = (chronicle?.sightings ?? [:]).filter { $0.key.unit == unit }
    part.chronicle?.baseline = nil
    part.chronicle?.trend = []
    return part
  }
}
