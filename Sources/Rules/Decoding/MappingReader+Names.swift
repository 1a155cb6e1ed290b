public import Diagnostics
public import YAMLTree

/// Names of datasets and columns, with a suggestion where one is misspelt.
extension MappingReader {
  /// Returns the index of the dataset that a key names, or nil if it is absent or unknown.
  public mutating func dataset(
    _ key: String,
    _ presence: Presence = .optional,
    among datasets: [Dataset]
  ) -> Int? {
    guard let node = value(key, presence), let name = text(of: node, key: key) else { return nil }
    if let index = datasets.firstIndex(where: { $0.id.text == name }) { return index }
    unknownName(name, Words.dataset, at: node.range, among: datasets.map(\.id.text))
    return nil
  }

  /// Returns the index of the column that a key names, or nil if it is absent or unknown.
  public mutating func column(
    _ key: String,
    _ presence: Presence = .optional,
    among columns: [DatasetColumn]
  ) -> Int? {
    value(key, presence).flatMap { column(of: $0, key: key, among: columns) }
  }

  /// Returns the indices of the columns that a key names, in the order named.
  ///
  /// - Parameters:
  ///   - key: The key; a scalar stands for a list of one.
  ///   - presence: Whether an absent key is reported.
  ///   - columns: The columns that may be named, each once.
  /// - Returns: The indices of the known ones; nil if the key is absent.
  public mutating func columns(
    _ key: String,
    _ presence: Presence = .optional,
    among columns: [DatasetColumn]
  ) -> [Int]? {
    guard let nodes = list(key, presence, allowsSingle: true) else { return nil }
    var indices: [Int] = []
    for node in nodes {
      guard let index = column(of: node, key: key, among: columns) else { continue }
      if indices.contains(index) {
        report(node, PackMessages.namedTwice(columns[index].id), help: nil)
      } else {
        indices.append(index)
      }
    }
    return indices
  }

  /// Returns the index of the column that a scalar names, or reports it.
  public mutating func column(
    of node: Node,
    key: String,
    among columns: [DatasetColumn]
  ) -> Int? {
    guard let name = text(of: node, key: key) else { return nil }
    if let index = columns.firstIndex(where: { $0.id == name }) { return index }
    unknownName(name, Words.column, at: node.range, among: columns.map(\.id))
    return nil
  }

  /// Reports a name that nothing declares, and suggests the nearest one.
  public mutating func unknownName(
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
}
