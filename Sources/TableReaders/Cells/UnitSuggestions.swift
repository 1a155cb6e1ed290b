internal import Synchronization

/// Suggests units for cells that name none; never more than a suggestion.
///
/// The register is prepared when it is first asked, and each text is compared once: a file of
/// another province's dossiers has the same few names on every line.
final class UnitSuggestions: Sendable {
  private struct State {
    var known: KnownUnits?
    var answers: [String: [String]] = [:]
  }

  private let names: [String]
  private let unitsByName: [String: Int32]
  private let state = Mutex(State())

  /// Makes suggestions from a register.
  ///
  /// - Parameters:
  ///   - names: The names and aliases of all units, as the pack writes them.
  ///   - unitsByName: The units by their folded names.
  init(_ names: [String], unitsByName: [String: Int32]) {
    self.names = names
    self.unitsByName = unitsByName
  }

  /// Returns the names that a cell may mean, one or two or none.
  func names(like cell: String) -> [String] {
    state.withLock { state in
      if let answer = state.answers[cell] { return answer }
      let known = state.known ?? KnownUnits(names, unitsByName: unitsByName)
      state.known = known
      let answer = Self.names(like: cell, known)
      state.answers[cell] = answer
      return answer
    }
  }

  private static func names(like cell: String, _ known: KnownUnits) -> [String] {
    let abbreviation = UnitAbbreviation(cell, known)
    if let exact = abbreviation.exact { return exact }
    let resemblance = UnitResemblance(cell, known)
    let misspelt = resemblance.misspelt
    if !misspelt.isEmpty { return misspelt }
    let related = resemblance.related
    return related.isEmpty ? abbreviation.near.map { [$0] } ?? [] : related
  }
}
