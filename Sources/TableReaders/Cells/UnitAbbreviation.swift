internal import Diagnostics
internal import VietnameseText

/// Finds the unit that an abbreviation most likely means, only ever to suggest it.
///
/// People write "Phòng VH-XH", "Phòng VHXX" or "P. Kinh tế" where the register says "Phòng Văn hoá –
/// Xã hội (VHXH)". What is compared is what is left of the cell without marks, punctuation and leading
/// words that some unit's name begins with too.
struct UnitAbbreviation {
  /// One way to shorten a name, and the name as the pack writes it.
  private struct Form {
    let text: String
    let name: String
  }

  /// What the cell may abbreviate, the longest first.
  private let rests: [String]
  private let forms: [Form]

  /// Prepares a cell for comparison.
  ///
  /// - Parameters:
  ///   - cell: The cell's text.
  ///   - names: The names and aliases of all units, as the pack writes them.
  init(_ cell: String, among names: [String]) {
    let words = Self.words(cell)
    let known = names.map { (name: $0, words: Self.words($0)) }
    let shared = known.map { zip($0.words, words).prefix { $0 == $1 }.count }.max() ?? 0
    rests = (0...shared).map { words.dropFirst($0).joined() }.filter { $0.count > 1 }
    forms = known.flatMap { name, words in
      Self.forms(of: words).map { Form(text: $0, name: name) }
    }
  }

  /// The name that the cell abbreviates letter by letter.
  var exact: String? {
    for rest in rests {
      if let form = forms.first(where: { $0.text == rest }) { return form.name }
    }
    return nil
  }

  /// The name whose abbreviation the cell misses by little; short ones are too alike to tell.
  var near: String? {
    for rest in rests where rest.count >= 4 {
      let found = Suggestion.nearest(to: rest, among: forms.map(\.text))
      if let form = forms.first(where: { $0.text == found }) { return form.name }
    }
    return nil
  }

  /// A name without its spaces, and the first letters of its words from the first, the second … on.
  private static func forms(of words: [String]) -> [String] {
    let initials = words.indices.dropLast().map { start in
      String(words[start...].compactMap(\.first))
    }
    return [words.joined()] + initials
  }

  private static func words(_ text: String) -> [String] {
    CanonicalText.withoutMarks(NameFolding.fold(text))
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
