internal import CivilTime
internal import Findings
internal import Rules

/// Some of a run's obligations that one unit owes, by their places in the run.
struct UnitPart {
  let unit: UnitID
  let places: [Int]
}

extension Run {
  /// Finds obligations unit by unit, in register order; units that the register lacks come last.
  ///
  /// Places and not obligations are kept, so that a hundred thousand take little room.
  func parts(where isMeant: (Obligation) -> Bool) -> [UnitPart] {
    var strangers: [UnitID] = []
    var places: [UnitID: [Int]] = [:]
    let register = rules.units.map(\.id)
    let known = Set(register)
    for (place, obligation) in obligations.enumerated() where isMeant(obligation) {
      let unit = obligation.id.unit
      if places[unit] == nil, !known.contains(unit) { strangers.append(unit) }
      places[unit, default: []].append(place)
    }
    return (register + strangers).compactMap { unit in
      places[unit].map { UnitPart(unit: unit, places: $0) }
    }
  }

  /// The violations, unit by unit, each unit's gravest first.
  var violationsByUnit: [UnitPart] {
    let severities = Dictionary(rules.rules.map { ($0.id, $0.severity) }) { first, _ in first }
    return parts(where: \.verdict.isViolation).map { part in
      let ranked = part.places.map { place in
        (place, severities[obligations[place].id.rule] ?? .critical)
      }
      let sorted = ranked.sorted { a, b in a.1 == b.1 ? a.0 < b.0 : a.1 > b.1 }
      return UnitPart(unit: part.unit, places: sorted.map(\.0))
    }
  }

  /// What falls due soon, the nearest first.
  var dueSoon: [Obligation] {
    obligations.filter(\.isDueSoon).enumerated().sorted { a, b in
      let (x, y) = (a.element.deadline?.effective, b.element.deadline?.effective)
      return x == y ? a.offset < b.offset : (x ?? .max) < (y ?? .max)
    }.map(\.element)
  }
}
