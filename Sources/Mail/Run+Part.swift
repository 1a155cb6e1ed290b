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
  /// Every unit that the row names must be that unit. A row that could name one and does not, or
  /// that only refers to a row which may, belongs to nobody. A dataset that knows no units belongs to
  /// whoever owes the obligation.
  func mayShow(_ evidence: Evidence, to unit: UnitID) -> Bool {
    guard let names = named(evidence) else { return true }
    return !names.isEmpty && names.allSatisfy { units[$0] == unit }
  }

  /// Counts the cells of an obligation that a unit may not see, by the unit whose row they are in;
  /// nil for those whose unit cannot be told.
  func foreignCells(of obligation: Obligation, to unit: UnitID) -> [UnitID?: Int] {
    var counts: [UnitID?: Int] = [:]
    for evidence in obligation.evidence where !mayShow(evidence, to: unit) {
      let owners = (named(evidence) ?? []).map { units[$0] }
      counts[owners.first { $0 != unit } ?? nil, default: 0] += 1
    }
    return counts
  }

  /// The names in a row, folded, without empty ones.
  private func named(_ evidence: Evidence) -> [String]? {
    evidence.unitNames?.map(NameFolding.fold).filter { !$0.isEmpty }
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
