internal import Diagnostics

/// Finds the units that a cell resembles, only ever to suggest them.
///
/// Names of a register share most of their words ("Phòng", "xã", the commune's own name), so that
/// letters in common say little: "Phòng Văn hoá xã" is nearer to "Phòng Kinh tế xã" than to "Phòng
/// Văn hoá – Xã hội". What counts is the words that few units have.
struct UnitResemblance {
  private let words: [String]
  private let units: [KnownUnits.Unit]

  /// Compares a cell with a register.
  init(_ cell: String, _ known: KnownUnits) {
    words = KnownUnits.words(cell)
    units = known.units
  }

  /// Returns how many slips of typing turn a text into a known one, both without spaces.
  ///
  /// - Returns: The number; nil if there are too many for the length, short texts being too alike to
  ///   tell, or if other digits stand in the texts, which is no slip.
  static func slips(_ text: String, _ known: String) -> Int? {
    // Most names are of another length altogether; letters have at most four bytes.
    let bytes = abs(text.utf8.count - known.utf8.count)
    guard bytes <= 4 * max(1, text.utf8.count / 8),
      text.filter(\.isNumber) == known.filter(\.isNumber)
    else { return nil }
    let distance = Suggestion.distance(text, known)
    return distance <= (text.count < 4 ? 0 : max(1, text.count / 8)) ? distance : nil
  }

  /// One name of each unit that the cell misses by slips of typing; other digits are no slip.
  var misspelt: [String] {
    let letters = words.joined()
    guard !letters.isEmpty else { return [] }
    let near = units.compactMap { unit in
      unit.names.compactMap { name in
        Self.slips(letters, name.letters).map { (slips: $0, name: name.text) }
      }.min { $0.slips < $1.slips }
    }
    let least = near.map(\.slips).min()
    return Self.fewest(near.filter { $0.slips == least }.map(\.name))
  }

  /// One name of each unit that has the most of the cell's rare words.
  ///
  /// None if the cell has a word that no unit has, since that may be what tells it from all of them
  /// ("Công an tỉnh"), or if it shares no word that one unit alone has, or one in eight.
  var related: [String] {
    var weights: [String: Int] = [:]
    var rare: Set<String> = []
    for word in Set(words) {
      let count = units.count { $0.words.contains(word) }
      guard count > 0 else { return [] }
      weights[word] = 720_720 / count
      if count == 1 || count * 8 <= units.count { rare.insert(word) }
    }
    func weight(_ words: some Sequence<String>) -> Int {
      Set(words).reduce(0) { $0 + (weights[$1] ?? 0) }
    }
    let candidates = units.filter { !$0.words.isDisjoint(with: rare) }
    let most = candidates.map { weight($0.words) }.max() ?? 0
    let best = candidates.filter { weight($0.words) == most }
    return Self.fewest(
      best.compactMap { unit in
        unit.names.max { a, b in
          (weight(a.words), -a.words.count) < (weight(b.words), -b.words.count)
        }?.text
      }
    )
  }

  /// One or two names; more would be no help.
  static func fewest(_ names: [String]) -> [String] { names.count <= 2 ? names : [] }
}
