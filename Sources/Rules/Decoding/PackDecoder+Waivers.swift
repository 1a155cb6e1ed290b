internal import CivilTime
internal import Diagnostics
internal import YAMLTree

extension PackDecoder {
  /// Decodes waivers; two of them may never claim the same obligation.
  mutating func decodeWaivers() {
    var names = NameTable(Words.waiver)
    for node in sections.list("waivers") {
      var reader = MappingReader(node, what: Words.waiver)
      let id = reader.identifier("id", .name)
      let waiver = decodeWaiver(&reader, id: id)
      reader.finish(into: &sink)
      guard let id, names.declare(id, at: reader.valueRange("id"), into: &sink), let waiver else {
        continue
      }
      checkOverlaps(waiver)
      waivers.append(waiver)
    }
  }

  private mutating func decodeWaiver(_ reader: inout MappingReader, id: String?) -> Waiver? {
    let rule = rule(&reader)
    let units = waivedUnits(&reader, rule)
    let periods = periods(&reader, rule)
    let effect = effect(&reader, rule)
    let reason = reader.text("reason", .required) ?? ""
    let document = reader.text("document", .required) ?? ""
    let approver = reader.text("approved_by", .required) ?? ""
    let approvedOn = reader.date("approved_on", .required)
    let valid = reader.dates("valid", .required, from: .required, to: .required)
    guard let id, let rule, let effect, let approvedOn, let valid else { return nil }
    let waiver = Waiver(
      id: id,
      rule: rule.id,
      units: units,
      periods: periods,
      effect: effect,
      reason: reason,
      document: document,
      approvedBy: approver,
      approvedOn: approvedOn,
      valid: valid,
      range: reader.value("id")?.range ?? reader.range
    )
    checkExtension(waiver, of: rule, &reader)
    return waiver
  }

  // MARK: Parts of a waiver

  private mutating func rule(_ reader: inout MappingReader) -> Rule? {
    guard let name = reader.text("rule", .required), let node = reader.value("rule") else {
      return nil
    }
    if let index = ruleIndices[name] { return rules[index] }
    if ruleNames.index(of: name) == nil {
      unknownName(name, Words.rule, at: node.range, among: ruleNames.names)
    }
    return nil
  }

  private mutating func waivedUnits(_ reader: inout MappingReader, _ rule: Rule?) -> [Int] {
    let nodes = reader.list("units", .required, allowsSingle: true) ?? []
    if nodes.isEmpty, let node = reader.value("units"), node.elements != nil {
      reader.sink.error(.missingKey, Messages.emptyKey("units", in: Words.waiver), at: node.range)
    }
    guard let rule else { return unitsNamed(nodes, key: "units", &reader) }
    var found: Set<Int> = []
    for node in nodes {
      let named = unitsNamed([node], key: "units", &reader)
      found.formUnion(named)
      if let unit = named.first, named.count == 1, !bears(rule, unit) {
        let message = PackMessages.doesNotBear(units[unit].id.text, rule.id.text)
        reader.sink.warning(.invalidValue, message, at: node.range)
      }
    }
    return found.sorted()
  }

  private func bears(_ rule: Rule, _ unit: Int) -> Bool {
    switch rule.bearer {
    case .unit(let bearer): bearer == unit
    case .each(let bearers): bearers.isEmpty || bearers.contains(unit)
    case .everyone: true
    }
  }

  private func periods(_ reader: inout MappingReader, _ rule: Rule?) -> [Period]? {
    guard let nodes = reader.list("periods", allowsSingle: true) else { return nil }
    if let rule, rule.every == nil {
      _ = reader.refuse("periods", because: PackMessages.ruleHasNoPeriods(rule.id.text))
      return []
    }
    if nodes.isEmpty, let node = reader.value("periods") {
      let message = Messages.emptyKey("periods", in: Words.waiver)
      reader.sink.error(.missingKey, message, at: node.range)
    }
    return nodes.compactMap { node in
      guard let text = reader.text(of: node, key: "periods") else { return nil }
      guard let period = Period(text: text) else {
        reader.report(node, PackMessages.notPeriod(text), help: PackMessages.periods)
        return nil
      }
      if let every = rule?.every, every != period.kind {
        let message = PackMessages.otherPeriod(text, every)
        reader.report(node, message, help: nil)
      }
      return period
    }
  }

  private enum EffectWord: String, CaseIterable {
    case exempt
    case extend
    case target
  }

  private func effect(_ reader: inout MappingReader, _ rule: Rule?) -> Waiver.Effect? {
    let word: EffectWord? = reader.oneOf("effect", .required)
    if let word, word != .extend {
      _ = reader.refuse("until", because: PackMessages.onlyForExtend)
    }
    if let word, word != .target {
      _ = reader.refuse("at_least", because: PackMessages.onlyForTarget)
      _ = reader.refuse("at_most", because: PackMessages.onlyForTarget)
    }
    switch word {
    case .exempt: return .exempt
    case .extend:
      if let rule, rule.due == nil, let node = reader.value("effect") {
        reader.report(node, PackMessages.nothingToExtend(rule.id.text), help: nil)
      }
      return reader.date("until", .required).map { .extend(until: $0) }
    case .target: return target(&reader, rule)
    case nil:
      reader.allow(["until", "at_least", "at_most"])
      return nil
    }
  }

  /// Reads the eased target: the key must be the one the rule's own check has, and must ease it.
  private func target(_ reader: inout MappingReader, _ rule: Rule?) -> Waiver.Effect? {
    guard !reader.refuseTogether(["at_least", "at_most"]) else { return nil }
    let isAtLeast = !reader.has("at_most")
    let key = isAtLeast ? "at_least" : "at_most"
    guard let number = reader.amount(key, .required), let node = reader.value(key) else {
      return nil
    }
    guard let rule else { return .target(number, isAtLeast: isAtLeast) }
    let opposite = isAtLeast ? "at_most" : "at_least"
    let takesTarget = ["ratio", "measure"].contains(rule.checkKind)
    let takesLeast = ["evidence", "cover"].contains(rule.checkKind) && isAtLeast
    guard takesTarget || takesLeast, rule.checkNode[opposite] == nil,
      rule.checkNode["equals"] == nil
    else {
      let message = PackMessages.noSuchTarget(key, rule.id.text)
      reader.sink.error(.conflictingKeys, message, at: reader.keyRange(key))
      return nil
    }
    let isCount = rule.checkKind == "evidence"
    if isCount, number.scale > 0 || number.mantissa < 1 {
      let message = PackMessages.notCount(key, node.text ?? "")
      reader.report(node, message, help: nil)
    }
    let own = rule.checkNode[key]?.text.flatMap(Decimal.init)
    if let own = own ?? (isCount ? Decimal(mantissa: 1) : nil),
      isAtLeast ? number >= own : number <= own
    {
      let message = PackMessages.targetNotEased(key, node.text ?? "", rule.id.text)
      reader.report(node, message, help: nil)
    }
    return .target(number, isAtLeast: isAtLeast)
  }

  // MARK: Overlaps

  private mutating func checkOverlaps(_ waiver: Waiver) {
    for other in waivers where other.rule == waiver.rule {
      let shared = Set(other.units).intersection(waiver.units)
      guard let unit = shared.min(), units.indices.contains(unit),
        overlap(other.valid, waiver.valid), overlap(other.periods, waiver.periods)
      else { continue }
      sink.error(
        .overlappingWaivers,
        PackMessages.overlappingWaivers(other.id, waiver.id, units[unit].id.text),
        at: waiver.range,
        notes: other.range.map { [PackMessages.firstPlace($0)] } ?? []
      )
    }
  }

  private func overlap(_ a: EffectiveDates, _ b: EffectiveDates) -> Bool {
    let start = max(a.from ?? .min, b.from ?? .min)
    return start <= min(a.to ?? .max, b.to ?? .max)
  }

  private func overlap(_ a: [Period]?, _ b: [Period]?) -> Bool {
    guard let a, let b else { return true }
    return !Set(a).isDisjoint(with: b)
  }
}
