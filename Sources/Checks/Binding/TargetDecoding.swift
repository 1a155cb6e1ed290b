internal import CivilTime
internal import Diagnostics
internal import Findings
internal import Rules
internal import YAMLTree

extension CheckContext {
  /// Reads `at_least`, `at_most` or `equals`: exactly one of the allowed ones.
  ///
  /// - Parameters:
  ///   - reader: The check's mapping.
  ///   - relations: The allowed ones.
  ///   - isShare: Whether the number is a share and must lie between 0 and 1.
  /// - Returns: The target, or nil if it was reported.
  func target(
    _ reader: inout MappingReader,
    _ relations: [Measured.Relation],
    isShare: Bool
  ) -> Target? {
    let keys = relations.map(\.key)
    let present = relations.filter { reader.has($0.key) }
    guard let relation = present.first, present.count == 1 else {
      reader.sink.error(
        present.isEmpty ? .missingKey : .conflictingKeys,
        CheckMessages.oneTarget(keys),
        at: present.isEmpty ? reader.range : reader.keyRange(present[1].key)
      )
      return nil
    }
    return target(&reader, relation, isShare: isShare)
  }

  /// Reads one bound; nil if it is absent or was reported.
  func target(
    _ reader: inout MappingReader,
    _ relation: Measured.Relation,
    isShare: Bool
  ) -> Target? {
    guard let node = reader.optional(relation.key),
      let number = reader.decimal(of: node, key: relation.key)
    else { return nil }
    let isPercent = node.text?.contains("%") ?? false
    let one = Decimal(mantissa: 1)
    if isShare, number < Decimal(mantissa: 0) || one < number {
      reader.report(node, CheckMessages.shareAboveOne, help: CheckMessages.writePercent)
      return nil
    }
    return Target(number: number, relation: relation, isPercent: isPercent || isShare)
  }
}

extension Measured.Relation {
  /// The key that a pack writes it with.
  var key: String {
    switch self {
    case .atLeast: "at_least"
    case .atMost: "at_most"
    case .equals: "equals"
    }
  }
}
