internal import CivilTime
internal import Diagnostics
internal import YAMLTree

/// What documents say under `replaces`.
extension PackDecoder {
  /// One document that another replaces, by their indices.
  private struct Replacement {
    let replacing: Int
    let replaced: Int
    let node: Node
  }

  /// Lets replacements end what they replace, once every document is known.
  ///
  /// Documents that replace one another in a circle would all end before they begin, and their rules
  /// would vanish. The replacement that closes a circle is the one error, and none that is part of
  /// it ends anything: what rests on these documents is not to blame for the circle.
  mutating func replaceDocuments(_ named: [(replacing: Int, node: Node)]) {
    let all = named.compactMap { (replacing, node) in
      replacedDocument(by: replacing, node).map {
        Replacement(replacing: replacing, replaced: $0, node: node)
      }
    }
    var open: [Replacement] = []
    for one in all {
      if let circle = chain(from: one.replaced, to: one.replacing, open) {
        report(circle, closedBy: one)
      } else {
        open.append(one)
      }
    }
    for one in open where chain(from: one.replaced, to: one.replacing, all) == nil {
      end(one.replaced, before: one.replacing, at: one.node.range)
    }
  }

  /// Reports the replacement that closes a circle.
  private mutating func report(_ circle: [Int], closedBy one: Replacement) {
    let names = ([one.replacing] + circle).map { documents[$0].id }
    sink.error(
      .invalidValue,
      PackMessages.replacesItself(names[0], through: documents[one.replaced].id),
      at: one.node.range,
      notes: [Phrase(verbatim: names.joined(separator: " → "))],
      help: PackMessages.laterReplacesEarlier
    )
  }

  /// Returns the document that a text names, or reports it.
  ///
  /// A document that is no part of the pack needs no ending; only a name that looks misspelt is an
  /// error, since then an old document would stay in force unnoticed.
  private mutating func replacedDocument(by replacing: Int, _ node: Node) -> Int? {
    let name = MappingReader.trimmed(node.text ?? "")
    let own = documents[replacing].id
    guard !name.isEmpty else { return nil }
    guard name != own else {
      sink.error(.invalidValue, PackMessages.replacesItself(name), at: node.range)
      return nil
    }
    if let index = documentNames.index(of: name) { return index }
    if let help = Suggestion.help(for: name, among: documentNames.names.filter { $0 != own }) {
      let message = PackMessages.unknownName(name, Words.document)
      sink.error(.unknownName, message, at: node.range, help: help)
    } else {
      sink.warning(.unknownName, PackMessages.replacesNothing(name), at: node.range)
    }
    return nil
  }

  /// Returns the documents by which one replaces another, both included; nil if it does not.
  private func chain(from start: Int, to end: Int, _ found: [Replacement]) -> [Int]? {
    var chains = [[start]]
    var seen: Set<Int> = [start]
    while !chains.isEmpty {
      let chain = chains.removeFirst()
      guard let last = chain.last, last != end else { return chain }
      for next in found where next.replacing == last && seen.insert(next.replaced).inserted {
        chains.append(chain + [next.replaced])
      }
    }
    return nil
  }

  /// Ends a document the day before the one that replaces it begins.
  private mutating func end(_ replaced: Int, before replacing: Int, at range: SourceRange) {
    guard let start = documents[replacing].effective.from else { return }
    let end = start.adding(days: -1)
    let dates = documents[replaced].effective
    documents[replaced].effective.to = dates.to.map { min($0, end) } ?? end
    if let first = dates.from, end < first {
      let message = PackMessages.leavesNoDay(documents[replaced].id, first, by: start)
      sink.warning(.invalidValue, message, at: range)
    }
  }
}
