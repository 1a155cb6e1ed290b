internal import VietnameseText

/// The units of a register, prepared for finding those that a wrong cell may mean.
struct KnownUnits {
  /// A name or alias, and its words.
  struct Name {
    let text: String
    let words: [String]
    var letters: String { words.joined() }
  }

  /// One unit with its names, in the order of the register.
  struct Unit {
    var names: [Name] = []
    var words: Set<String> = []
  }

  /// One way to shorten a name.
  struct Form {
    let text: String
    /// The name as the pack writes it.
    let name: String
    /// The words of the name.
    let words: [String]
    /// The place of its unit.
    let unit: Int
  }

  private(set) var units: [Unit] = []
  private(set) var names: [Name] = []
  private(set) var forms: [Form] = []

  /// Prepares a register.
  ///
  /// - Parameters:
  ///   - names: The names and aliases of all units, as the pack writes them.
  ///   - unitsByName: The units by their folded names; a name that is not among them is its own unit.
  init(_ names: [String], unitsByName: [String: Int32]) {
    var places: [Int32: Int] = [:]
    for text in names {
      let name = Name(text: text, words: Self.words(text))
      let unit = unitsByName[NameFolding.fold(text)]
      let place = unit.flatMap { places[$0] } ?? units.count
      if place == units.count { units.append(Unit()) }
      if let unit { places[unit] = place }
      units[place].names.append(name)
      units[place].words.formUnion(name.words)
      self.names.append(name)
      forms += Self.forms(of: name.words).map {
        Form(text: $0, name: text, words: name.words, unit: place)
      }
    }
  }

  /// The words of a text, without marks and punctuation.
  static func words(_ text: String) -> [String] {
    CanonicalText.withoutMarks(NameFolding.fold(text))
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// A name without its spaces, and the first letters of its words from the first, the second … on.
  private static func forms(of words: [String]) -> [String] {
    let initials = words.indices.dropLast().map { start in
      String(words[start...].compactMap(\.first))
    }
    return [words.joined()] + initials
  }
}
