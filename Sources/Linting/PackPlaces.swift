internal import Diagnostics
internal import Rules
internal import VietnameseText
internal import YAMLTree

/// Where the things of a pack stand in its files, so that a remark can point at them.
struct PackPlaces: Sendable {
  private var sections: [String: [String: Node]] = [:]
  private var clauses: [ClauseReference: Node] = [:]

  /// Notes the places of everything that has an id.
  ///
  /// - Parameter roots: The top value of every file.
  init(_ roots: [Node]) {
    for entry in roots.flatMap({ $0.entries ?? [] }) {
      for node in entry.value.elements ?? [] {
        guard let id = Self.name(node["id"]) else { continue }
        sections[entry.name, default: [:]][id] = node
        guard entry.name == "documents" else { continue }
        for clause in node["clauses"]?.elements ?? [] {
          guard let inner = Self.name(clause["id"]) else { continue }
          clauses[ClauseReference(document: id, clause: inner)] = clause
        }
      }
    }
  }

  private static func name(_ node: Node?) -> String? {
    node?.text.map(CanonicalText.nfc)
  }

  /// Returns where a key of something stands: its value, else its id.
  ///
  /// - Parameters:
  ///   - section: The top-level key, such as `rules`.
  ///   - id: The id.
  ///   - path: The keys that lead to the value; none for the id itself.
  /// - Returns: The place; nil for something that no file declares.
  func place(_ section: String, _ id: String, _ path: String...) -> SourceRange? {
    guard let node = sections[section]?[id] else { return nil }
    var value: Node? = path.isEmpty ? nil : node
    for key in path { value = value?[key] }
    return (value ?? node["id"] ?? node).range
  }

  /// Returns where a rule says something.
  func rule(_ id: RuleID, _ key: String = "id") -> SourceRange? { place("rules", id.text, key) }

  /// Returns where a rule names a clause.
  func citation(of clause: ClauseReference, in rule: RuleID) -> SourceRange? {
    let value = sections["rules"]?[rule.text]?["clause"]
    let named = value?.elements?.first { $0.text == clause.description }
    return (named ?? value)?.range ?? self.rule(rule)
  }

  /// Returns where a document declares a clause.
  func clause(_ reference: ClauseReference) -> SourceRange? {
    clauses[reference].map { ($0["id"] ?? $0).range }
  }

  /// Returns where a dataset declares a column: its key.
  func column(_ column: String, of dataset: DatasetID) -> SourceRange? {
    let columns = sections["datasets"]?[dataset.text]?["columns"]
    let entry = columns?.entries?.first { CanonicalText.nfc($0.name) == column }
    return entry?.key.range ?? place("datasets", dataset.text)
  }

  /// Returns where a unit is given a name: one of its aliases, its name or its id.
  func name(_ name: String, of unit: UnitID) -> SourceRange? {
    let node = sections["units"]?[unit.text]
    let aliases = node?["aliases"]
    let nodes =
      (aliases?.elements ?? [aliases].compactMap(\.self))
      + [node?["name"], node?["id"]]
      .compactMap(\.self)
    return nodes.first { Self.name($0) == name }?.range ?? place("units", unit.text)
  }
}

extension SourceRange {
  /// The place as messages write it.
  var shown: String { "\(start.file):\(start.line):\(start.column)" }
}
