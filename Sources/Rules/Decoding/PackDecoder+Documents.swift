internal import CivilTime
internal import Diagnostics
internal import YAMLTree

extension PackDecoder {
  /// Decodes documents and their clauses, then lets replacements end what they replace.
  mutating func decodeDocuments() {
    var replacements: [(replacing: Int, node: Node)] = []
    for node in sections.list("documents") {
      var reader = MappingReader(node, what: Words.document)
      let id = reader.identifier("id", .name)
      let document = Document(
        id: id ?? "",
        title: reader.text("title", .required) ?? "",
        issuer: reader.text("issued_by"),
        number: reader.text("number"),
        effective: reader.dates("effective", .required, from: .required)
          ?? EffectiveDates(from: nil, to: nil),
        replaces: reader.texts("replaces", allowsSingle: true),
        roll: reader.oneOf("roll") ?? .none,
        clauses: []
      )
      let replaced = reader.list("replaces", allowsSingle: true) ?? []
      let clauses = reader.list("clauses") ?? []
      reader.finish(into: &sink)
      guard let id, documentNames.declare(id, at: reader.valueRange("id"), into: &sink) else {
        continue
      }
      let index = documents.count
      documents.append(document)
      clauseNames.append(NameTable(Words.clause))
      decodeClauses(clauses, of: index)
      replacements += replaced.map { (index, $0) }
    }
    replaceDocuments(replacements)
  }

  private mutating func decodeClauses(_ nodes: [Node], of document: Int) {
    for node in nodes {
      var reader = MappingReader(node, what: Words.clause)
      let id = reader.identifier("id", .clause)
      let summary = reader.text("summary") ?? ""
      let reason = reader.text("not_checkable")
      reader.finish(into: &sink)
      guard let id,
        clauseNames[document].declare(id, at: reader.valueRange("id"), into: &sink)
      else { continue }
      documents[document].clauses.append(Clause(id: id, summary: summary, notCheckable: reason))
    }
  }
}
