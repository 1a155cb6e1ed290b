internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules

extension JSONRendering {
  /// What earlier runs say; null without a history.
  var history: JSONValue {
    guard let chronicle else { return .null }
    return .object([
      ("baseline", chronicle.baseline.map(entry) ?? .null),
      ("changes", .array(chronicle.changes.map(change))),
      ("trend", .array(chronicle.trend.map(entry))),
    ])
  }

  private func entry(_ entry: Chronicle.Entry) -> JSONValue {
    .object([
      ("number", .int(entry.number)),
      ("as_of", .string(entry.asOf.description)),
      ("rules_digest", .string(entry.rulesDigest)),
      ("data_digest", .string(entry.dataDigest)),
      ("violations", .int(entry.violations)),
      (
        "undecided",
        .int((entry.counts[.noData] ?? 0) + (entry.counts[.error] ?? 0))
      ),
    ])
  }

  private func change(_ change: Chronicle.Change) -> JSONValue {
    let sighting = chronicle?.sightings[change.obligation]
    return .object([
      ("fingerprint", .string(change.obligation.fingerprint)),
      ("rule", .string(change.obligation.rule.text)),
      ("unit", .string(change.obligation.unit.text)),
      ("period", .text(change.obligation.period?.description)),
      ("change", .string(change.kind.rawValue)),
      ("before", .text(change.before?.rawValue)),
      ("after", .text(change.after?.rawValue)),
      ("first_seen", .text(sighting?.firstSeen.description)),
      ("last_seen", .text(sighting?.lastSeen.description)),
      ("since", .text(sighting?.since.description)),
      ("periods", .number(sighting?.periods)),
    ])
  }
}
