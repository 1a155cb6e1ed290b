/// Finds the known name that a misspelt one most likely meant.
public enum Suggestion {
  /// Returns the candidate nearest to a name, or nil if none is near enough to be helpful.
  ///
  /// Near means an edit distance (insert, delete, replace, swap of neighbours) of at most a third
  /// of the longer name, and at least one. The first of equally near candidates wins.
  ///
  /// - Complexity: O(candidates × length²).
  /// - SeeAlso: Damerau, "A technique for computer detection and correction of spelling errors"
  ///   (1964), in its restricted form.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
      let limit = max(1, max(wanted.count, other.count) / 3)
      guard abs(wanted.count - other.count) <= limit else { continue }
      let distance = editDistance(wanted, other)
      guard distance <= limit, distance < best?.distance ?? .max else { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// Returns the phrase "did you mean …" for the nearest candidate, or nil.
  public static func help(for name: String, among candidates: some Sequence<String>) -> Phrase? {
    nearest(to: name, among: candidates).map(didYouMean)
  }

  /// Returns the phrase "did you mean …" for a name.
  public static func didYouMean(_ name: String) -> Phrase { didYouMean([name]) }

  /// Returns the phrase "did you mean … or …" for some names.
  public static func didYouMean(_ names: [String]) -> Phrase {
    let quoted = names.map { "'\($0)'" }
    return Phrase(
      vi: "có phải ý bạn là \(quoted.joined(separator: " hoặc "))?",
      en: "did you mean \(quoted.joined(separator: " or "))?"
    )
  }

  /// Returns how many letters must be inserted, deleted, replaced or swapped with their neighbour to
  /// turn one text into another.
  ///
  /// - Complexity: O(length²); of a long text the first 64 scalars are looked at.
  public static func distance(_ a: String, _ b: String) -> Int {
    editDistance(Array(a.unicodeScalars.prefix(64)), Array(b.unicodeScalars.prefix(64)))
  }

  private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var twoBack: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let replace = previous[j] + (a[i] == b[j] ? 0 : 1)
        var cost = min(previous[j + 1] + 1, row[j] + 1, replace)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoBack[j - 1] + 1) }
        row.append(cost)
      }
      twoBack = previous
      previous = row
    }
    return previous[b.count]
  }
}
