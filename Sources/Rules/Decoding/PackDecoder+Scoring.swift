internal import CivilTime
internal import Diagnostics
internal import YAMLTree

extension PackDecoder {
  /// Decodes the scoring table.
  mutating func decodeScoring() {
    guard let section = sections.single("scoring") else { return }
    var reader = MappingReader(section.node, what: Phrase(verbatim: "'scoring'"))
    defer { reader.finish(into: &sink) }
    guard reader.isMapping else { return }
    let base = reader.decimal("base") ?? Decimal(mantissa: 100)
    let floor = reader.decimal("floor") ?? Decimal(mantissa: 0)
    if base < floor, let node = reader.value("floor") {
      reader.report(node, PackMessages.floorAboveBase, help: nil)
    }
    var deductions: [Scoring.Deduction] = []
    for node in reader.list("deductions") ?? [] {
      if let row = decodeDeduction(node, &reader) { deductions.append(row) }
    }
    var gates: [Scoring.Gate] = []
    var gateNames = NameTable(Words.gate)
    for node in reader.list("gates") ?? [] {
      guard let gate = decodeGate(node, &reader) else { continue }
      let range = node.entry("id")?.value.range ?? node.range
      guard gateNames.declare(gate.id, at: range, into: &reader.sink) else { continue }
      gates.append(gate)
    }
    let table = Scoring(
      base: base,
      floor: floor,
      deductions: deductions,
      gates: gates,
      bands: decodeBands(&reader)
    )
    checkScale(table, &reader)
    scoring = table
  }

  /// Warns of a table that prices nothing, or whose bands do not fit its scale.
  private func checkScale(_ table: Scoring, _ reader: inout MappingReader) {
    if table.deductions.isEmpty {
      reader.sink.warning(.invalidValue, PackMessages.noDeductions, at: reader.node.range)
    }
    guard let highest = table.bands.first, let lowest = table.bands.last,
      let node = reader.value("bands")
    else { return }
    if table.base < highest.atLeast {
      let message = PackMessages.bandAboveBase("\(highest.atLeast)")
      reader.sink.warning(.invalidValue, message, at: node.range)
    }
    if table.floor < lowest.atLeast {
      let message = PackMessages.scoreWithoutBand("\(lowest.atLeast)")
      reader.sink.warning(.invalidValue, message, at: node.range)
    }
  }

  private mutating func decodeDeduction(
    _ node: Node,
    _ outer: inout MappingReader
  ) -> Scoring.Deduction? {
    var reader = MappingReader(node, what: Words.deduction)
    defer { reader.finish(into: &outer.sink) }
    var rule: RuleID?
    if let name = reader.text("rule"), let place = reader.value("rule") {
      rule = RuleID(name)
      if ruleNames.index(of: name) == nil {
        unknownName(name, Words.rule, at: place.range, among: ruleNames.names)
      }
    }
    let verdict = reader.word("verdict", among: ["met_late", "overdue", "failed"])
    let severity: Severity? = reader.oneOf("severity")
    let tag = reader.text("tag")
    if let tag, let place = reader.value("tag") { checkTag(tag, at: place.range, &reader) }
    let points = reader.amount("points", .required)
    let perDay = reader.amount("per_day")
    let atMost = reader.amount("at_most")
    return points.map {
      Scoring.Deduction(
        rule: rule,
        verdict: verdict,
        severity: severity,
        tag: tag,
        points: $0,
        perDay: perDay,
        atMost: atMost
      )
    }
  }

  private mutating func decodeGate(
    _ node: Node,
    _ outer: inout MappingReader
  ) -> Scoring.Gate? {
    var reader = MappingReader(node, what: Words.gate)
    defer { reader.finish(into: &outer.sink) }
    let id = reader.identifier("id", .name)
    let title = reader.text("title", .required) ?? ""
    var reference: ClauseReference?
    if let text = reader.text("clause"), let place = reader.value("clause") {
      reference = clause(named: text, at: place, &reader)
    }
    let condition = reader.mapping("when", .required) { inner -> (tags: [String], least: Int)? in
      let nodes = inner.list("tags", .required, allowsSingle: true) ?? []
      var tags: [String] = []
      for node in nodes {
        guard let tag = inner.text(of: node, key: "tags"), !tag.isEmpty else { continue }
        checkTag(tag, at: node.range, &inner)
        tags.append(tag)
      }
      return (tags, inner.integer("at_least", in: 1...999_999) ?? 1)
    }
    guard let id, let condition else { return nil }
    return Scoring.Gate(
      id: id,
      title: title,
      clause: reference,
      tags: condition.tags,
      atLeast: condition.least
    )
  }

  /// Warns of a tag that no rule has: nothing could ever match it.
  private func checkTag(_ tag: String, at range: SourceRange, _ reader: inout MappingReader) {
    var known: [String] = []
    for rule in rules { known += rule.tags.filter { !known.contains($0) } }
    guard !known.contains(tag) else { return }
    let help = Suggestion.help(for: tag, among: known)
    let message = PackMessages.unusedTag(tag)
    reader.sink.warning(.unknownName, message, at: range, help: help)
  }

  /// Reads the bands and orders them from the highest.
  private func decodeBands(_ outer: inout MappingReader) -> [Scoring.Band] {
    var bands: [Scoring.Band] = []
    for node in outer.list("bands") ?? [] {
      let band = outer.mapping(of: node, what: Words.band) { reader -> Scoring.Band? in
        let least = reader.decimal("at_least", .required)
        let name = reader.text("name", .required)
        guard let least, let name else { return nil }
        if bands.contains(where: { $0.atLeast == least }), let place = reader.value("at_least") {
          reader.report(place, PackMessages.sameBand("\(least)"), help: nil)
        }
        return Scoring.Band(atLeast: least, name: name)
      }
      if let band { bands.append(band) }
    }
    return bands.sorted { $1.atLeast < $0.atLeast }
  }
}
