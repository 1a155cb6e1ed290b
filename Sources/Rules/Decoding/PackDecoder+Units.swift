internal import Diagnostics
internal import VietnameseText
internal import YAMLTree

extension PackDecoder {
  /// Decodes the register of units; no name may stand for two of them.
  mutating func decodeUnits() {
    var owners = NameOwners()
    var parents: [(unit: Int, node: Node)] = []
    for node in sections.list("units") {
      var reader = MappingReader(node, what: Words.unit)
      let id = reader.identifier("id", .name)
      let name = reader.text("name", .required)
      let aliases = reader.texts("aliases", allowsSingle: true).filter { !$0.isEmpty }
      let unit = Unit(
        id: UnitID(id ?? ""),
        name: name ?? id ?? "",
        aliases: aliases,
        head: reader.text("head"),
        email: reader.address("email"),
        parent: reader.text("parent").map(UnitID.init),
        active: reader.dates("active") ?? EffectiveDates(from: nil, to: nil)
      )
      let parent = reader.value("parent")
      let labels = [reader.value("id"), reader.value("name")].compactMap { $0 }
      let aliasNodes = reader.list("aliases", allowsSingle: true) ?? []
      reader.finish(into: &sink)
      guard let id, isFree(id, at: reader.valueRange("id")),
        unitNames.declare(id, at: reader.valueRange("id"), into: &sink)
      else { continue }
      let index = units.count
      units.append(unit)
      for label in labels + aliasNodes { owners.claim(label, by: id, into: &sink) }
      if let parent { parents.append((index, parent)) }
    }
    checkParents(parents)
  }

  /// Whether an id is free to name a unit or a group.
  private mutating func isFree(_ id: String, at range: SourceRange) -> Bool {
    guard id == Self.everyone else { return true }
    sink.error(.duplicateID, PackMessages.reservedAll, at: range)
    return false
  }

  private mutating func checkParents(_ parents: [(unit: Int, node: Node)]) {
    var parentOf: [Int: Int] = [:]
    for (unit, node) in parents {
      guard let name = units[unit].parent?.text else { continue }
      if let parent = unitNames.index(of: name) {
        parentOf[unit] = parent
      } else {
        unknownName(name, Words.unit, at: node.range, among: unitNames.names)
      }
    }
    for (unit, node) in parents {
      var above = parentOf[unit]
      var steps = 0
      while let next = above, next != unit, steps <= units.count {
        above = parentOf[next]
        steps += 1
      }
      guard above == unit else { continue }
      sink.error(.cyclicGroup, PackMessages.cyclicParent(units[unit].id.text), at: node.range)
    }
  }

  // MARK: Groups

  private struct GroupDraft {
    var members: [Node]
    var exceptions: [Node]
    var range: SourceRange
    /// Whether the group says who its members are.
    var isWritten: Bool
    /// Nil while not begun, false while under way, true when done.
    var isResolved: Bool?
  }

  /// Decodes groups; their members are units or groups, in any order of declaration.
  mutating func decodeGroups() {
    var drafts: [GroupDraft] = []
    for node in sections.list("groups") {
      var reader = MappingReader(node, what: Words.group)
      let id = reader.identifier("id", .name)
      let name = reader.text("name", .required) ?? ""
      let members = reader.list("members", .required) ?? []
      let exceptions = reader.list("except", allowsSingle: true) ?? []
      reader.finish(into: &sink)
      let range = reader.valueRange("id")
      guard let id, isFree(id, at: range), isNoUnit(id, at: range),
        groupNames.declare(id, at: range, into: &sink)
      else { continue }
      groups.append(UnitGroup(id: id, name: name, members: []))
      drafts.append(
        GroupDraft(
          members: members,
          exceptions: exceptions,
          range: node.range,
          isWritten: node["members"]?.elements != nil
        )
      )
    }
    for index in drafts.indices {
      resolve(index, &drafts)
      guard drafts[index].isWritten, groups[index].members.isEmpty else { continue }
      let message = PackMessages.emptyGroup(groups[index].id)
      sink.warning(.invalidValue, message, at: drafts[index].range)
    }
  }

  private mutating func isNoUnit(_ id: String, at range: SourceRange) -> Bool {
    guard let unit = unitNames.index(of: id) else { return true }
    sink.error(
      .duplicateID,
      PackMessages.groupNamedLikeUnit(id),
      at: range,
      notes: [PackMessages.firstPlace(unitNames.place(of: unit))]
    )
    return false
  }

  private mutating func resolve(_ index: Int, _ drafts: inout [GroupDraft]) {
    guard drafts[index].isResolved == nil else { return }
    drafts[index].isResolved = false
    let members = collect(drafts[index].members, of: index, &drafts)
    let exceptions = collect(drafts[index].exceptions, of: index, &drafts)
    groups[index].members = members.subtracting(exceptions).sorted()
    drafts[index].isResolved = true
  }

  private mutating func collect(
    _ nodes: [Node],
    of index: Int,
    _ drafts: inout [GroupDraft]
  ) -> Set<Int> {
    var found: Set<Int> = []
    for node in nodes {
      guard let text = node.text, !node.isNull else {
        sink.error(.expectedScalar, Messages.expectedScalar("members"), at: node.range)
        continue
      }
      let name = MappingReader.trimmed(CanonicalText.nfc(text))
      if let group = groupNames.index(of: name) {
        if drafts[group].isResolved == false {
          let message = PackMessages.cyclicGroup(name, through: groups[index].id)
          sink.error(.cyclicGroup, message, at: node.range)
        }
        resolve(group, &drafts)
      }
      found.formUnion(unitsNamed(name, at: node.range) ?? [])
    }
    return found
  }
}

/// Which unit each folded name belongs to.
private struct NameOwners {
  private var owners: [String: (unit: String, range: SourceRange)] = [:]

  mutating func claim(
    _ node: Node,
    by unit: String,
    into sink: inout DiagnosticSink
  ) {
    guard let text = node.text, !node.isNull else { return }
    let folded = NameFolding.fold(text)
    guard !folded.isEmpty else { return }
    guard let owner = owners[folded] else {
      owners[folded] = (unit, node.range)
      return
    }
    guard owner.unit != unit else { return }
    sink.error(
      .ambiguousName,
      PackMessages.ambiguousName(text, owner.unit),
      at: node.range,
      notes: [PackMessages.firstPlace(owner.range)]
    )
  }
}
