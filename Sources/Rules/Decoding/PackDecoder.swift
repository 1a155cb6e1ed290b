internal import CivilTime
internal import Diagnostics
internal import YAMLTree

/// Turns the sections of a pack into a rule set, section by section.
///
/// A section may use the names of those decoded before it. Something wrong is left out of the rule
/// set or given its default, after it was reported; a name, once declared, stays declared, so that
/// one mistake is not reported again wherever the name is used.
struct PackDecoder {
  let sections: Sections
  let checkKinds: [String]
  var sink = DiagnosticSink()

  var pack = Pack(name: "", language: .vi, timezone: "Asia/Ho_Chi_Minh", dataFolder: nil)
  var documents: [Document] = []
  var documentNames = NameTable(Words.document)
  /// The clauses of each document, by its index.
  var clauseNames: [NameTable] = []
  var units: [Unit] = []
  var unitNames = NameTable(Words.unit)
  var groups: [UnitGroup] = []
  var groupNames = NameTable(Words.group)
  var calendar = WorkingCalendar(weekend: [.saturday, .sunday], years: [])
  var datasets: [Dataset] = []
  var datasetNames = NameTable(Words.dataset)
  var rules: [Rule] = []
  var ruleNames = NameTable(Words.rule)
  /// The index of a decoded rule in `rules`, by its id.
  var ruleIndices: [String: Int] = [:]
  /// What rules say under `same_fact_as`, until every rule is known.
  var sameFacts: [SameFact] = []
  var waivers: [Waiver] = []
  var scoring: Scoring?
  var mail: MailPolicy?

  init(sections: Sections, checkKinds: [String]) {
    self.sections = sections
    self.checkKinds = checkKinds
  }

  mutating func decode() {
    decodeRegister()
    decodeDatasets()
    decodeRules()
    decodeRest()
  }

  /// Decodes the same as `decode()`, the two longest sections at the same time.
  ///
  /// Rules name clauses and units, but no datasets: those are named by their checks, which are bound
  /// later.
  mutating func decode(jobs: Int) async {
    guard jobs > 1 else { return decode() }
    decodeRegister()
    let start = self
    async let decoded = start.decodingDatasets()
    sink = DiagnosticSink()
    decodeRules()
    let ofRules = sink.diagnostics
    let other = await decoded
    (datasets, datasetNames, sink) = (other.datasets, other.datasetNames, other.sink)
    for diagnostic in ofRules { sink.add(diagnostic) }
    decodeRest()
  }

  private func decodingDatasets() -> PackDecoder {
    var decoder = self
    decoder.decodeDatasets()
    return decoder
  }

  private mutating func decodeRegister() {
    decodePack()
    decodeDocuments()
    decodeUnits()
    decodeGroups()
    decodeCalendar()
  }

  private mutating func decodeRest() {
    decodeWaivers()
    decodeScoring()
    decodeMail()
  }

  var ruleSet: RuleSet {
    RuleSet(
      pack: pack,
      documents: documents,
      units: units,
      groups: groups,
      calendar: calendar,
      datasets: datasets,
      rules: rules.sorted { $0.id < $1.id },
      waivers: waivers,
      scoring: scoring,
      mail: mail,
      digest: ""
    )
  }

  private mutating func decodePack() {
    guard let section = sections.single("pack") else { return }
    var reader = MappingReader(section.node, what: Phrase(verbatim: "'pack'"))
    if let schema = reader.value("schema"), let text = reader.text(of: schema, key: "schema"),
      text != "1"
    {
      reader.report(schema, PackMessages.unknownSchema(text), help: nil)
    }
    pack.name = reader.text("name") ?? ""
    pack.language = reader.oneOf("language") ?? .vi
    if let zone = reader.text("timezone") {
      if Self.isZoneName(zone) {
        pack.timezone = zone
      } else if let node = reader.value("timezone") {
        reader.report(node, PackMessages.invalidZone(zone), help: PackMessages.zones)
      }
    }
    pack.dataFolder = reader.text("data").map { PackLoader.joined(section.folder, $0) }
    reader.finish(into: &sink)
  }

  /// Whether a text can name a zone of the IANA database; whether there is one is seen at the run.
  private static func isZoneName(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      part.utf8.first.map { (65...90).contains($0) || (97...122).contains($0) } == true
        && part.utf8.allSatisfy {
          (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0)
            || "_+-".utf8.contains($0)
        }
    }
  }

  // MARK: Names

  /// Reports a name that nothing declares.
  mutating func unknownName(
    _ name: String,
    _ kind: Phrase,
    at range: SourceRange,
    among names: [String]
  ) {
    sink.error(
      .unknownName,
      PackMessages.unknownName(name, kind),
      at: range,
      help: Suggestion.help(for: name, among: names)
    )
  }

  /// Returns the units that a name stands for: a unit, a group or `all`; nil if it is unknown.
  mutating func unitsNamed(_ name: String, at range: SourceRange) -> [Int]? {
    if name == Self.everyone { return Array(units.indices) }
    if let unit = unitNames.index(of: name) { return [unit] }
    if let group = groupNames.index(of: name) {
      return groups.indices.contains(group) ? groups[group].members : []
    }
    let names = unitNames.names + groupNames.names + [Self.everyone]
    unknownName(name, Words.unitOrGroup, at: range, among: names)
    return nil
  }

  /// Returns the units that some names stand for, each once, in register order.
  mutating func unitsNamed(_ nodes: [Node], key: String, _ reader: inout MappingReader) -> [Int] {
    var found: Set<Int> = []
    for node in nodes {
      guard let name = reader.text(of: node, key: key) else { continue }
      found.formUnion(unitsNamed(name, at: node.range) ?? [])
    }
    return found.sorted()
  }

  /// The group that always exists.
  static let everyone = "all"
}

extension MappingReader {
  /// Returns a key's `{from, to}`, or nil if it is absent or no mapping.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - presence: Whether an absent key is reported.
  ///   - from: Whether `from` must be there.
  ///   - to: Whether `to` must be there.
  /// - Returns: The dates.
  mutating func dates(
    _ key: String,
    _ presence: Presence = .optional,
    from: Presence = .optional,
    to: Presence = .optional
  ) -> EffectiveDates? {
    mapping(key, presence) { reader in
      let dates = EffectiveDates(from: reader.date("from", from), to: reader.date("to", to))
      if let first = dates.from, let last = dates.to, last < first, let node = reader.value("to") {
        reader.report(node, PackMessages.endBeforeStart(last, first), help: nil)
      }
      return dates
    }
  }
}
