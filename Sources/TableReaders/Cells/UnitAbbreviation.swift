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
    /// The words of the name.
    let words: [String]
  }

  /// What is left of the cell without some of its leading words.
  private struct Rest {
    let text: String
    /// The leading words left out.
    let dropped: [String]
  }

  /// What the cell may abbreviate, the longest first.
  private let rests: [Rest]
  private let forms: [Form]

  /// Prepares a cell for comparison.
  ///
  /// - Parameters:
  ///   - cell: The cell's text.
  ///   - names: The names and aliases of all units, as the pack writes them.
  init(_ cell: String, among names: [String]) {
    let words = UnitResemblance.words(cell)
    let known = names.map { (name: $0, words: UnitResemblance.words($0)) }
    let shared = known.map { zip($0.words, words).prefix { $0 == $1 }.count }.max() ?? 0
    rests = (0...shared).map { count in
      Rest(text: words.dropFirst(count).joined(), dropped: Array(words.prefix(count)))
    }.filter { $0.text.count > 1 }
    forms = known.flatMap { name, words in
      Self.forms(of: words).map { Form(text: $0, name: name, words: words) }
    }
  }

  /// The name that the cell abbreviates letter by letter.
  var exact: String? {
    for rest in rests {
      if let form = forms.first(where: { $0.text == rest.text }) { return form.name }
    }
    return nil
  }

  /// The name whose abbreviation the cell misses by little, behind leading words that are the name's
  /// own.
  var near: String? {
    for rest in rests {
      let near = forms.filter { $0.words.starts(with: rest.dropped) }.compactMap { form in
        UnitResemblance.slips(rest.text, form.text).map { (slips: $0, name: form.name) }
      }
      if let nearest = near.min(by: { $0.slips < $1.slips }) { return nearest.name }
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
}
