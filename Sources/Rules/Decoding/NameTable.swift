internal import Diagnostics

/// The ids that one section of a pack declares, with their places and indices.
struct NameTable {
  /// What the ids name, in the middle of a sentence.
  let kind: Phrase
  /// The ids in order of declaration.
  private(set) var names: [String] = []
  private var indices: [String: Int] = [:]
  private var places: [SourceRange] = []

  init(_ kind: Phrase) {
    self.kind = kind
  }

  /// Declares an id; false, with a diagnostic, if it is taken.
  mutating func declare(
    _ name: String,
    at range: SourceRange,
    into sink: inout DiagnosticSink
  ) -> Bool {
    if let first = indices[name] {
      sink.error(
        .duplicateID,
        PackMessages.duplicateID(name, kind),
        at: range,
        notes: [PackMessages.firstPlace(places[first])]
      )
      return false
    }
    indices[name] = names.count
    names.append(name)
    places.append(range)
    return true
  }

  /// Returns the index of an id in order of declaration, or nil.
  func index(of name: String) -> Int? { indices[name] }

  /// Returns where an id was declared.
  func place(of index: Int) -> SourceRange { places[index] }
}
