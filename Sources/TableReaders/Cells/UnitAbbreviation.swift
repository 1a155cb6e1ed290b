/// Finds the unit that an abbreviation most likely means, only ever to suggest it.
///
/// People write "Phòng VH-XH", "Phòng VHXX" or "P. Kinh tế" where the register says "Phòng Văn hoá –
/// Xã hội (VHXH)". What is compared is what is left of the cell without marks, punctuation and leading
/// words that some unit's name begins with too.
struct UnitAbbreviation {
  /// What is left of the cell without some of its leading words.
  private struct Rest {
    let text: String
    /// The leading words left out.
    let dropped: [String]
  }

  /// What the cell may abbreviate, the longest first.
  private let rests: [Rest]
  private let forms: [KnownUnits.Form]

  /// Compares a cell with a register.
  init(_ cell: String, _ known: KnownUnits) {
    let words = KnownUnits.words(cell)
    let shared =
      known.names.map { zip($0.words, words).prefix { $0 == $1 }.count }.max() ?? 0
    rests = (0...shared).map { count in
      Rest(text: words.dropFirst(count).joined(), dropped: Array(words.prefix(count)))
    }.filter { $0.text.count > 1 }
    forms = known.forms
  }

  /// One name of each unit that the cell abbreviates letter by letter, none if there are many; nil if
  /// it abbreviates no unit.
  var exact: [String]? {
    for rest in rests {
      let found = forms.filter { $0.text == rest.text }
      if found.isEmpty { continue }
      var units: Set<Int> = []
      return UnitResemblance.fewest(found.filter { units.insert($0.unit).inserted }.map(\.name))
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
}
