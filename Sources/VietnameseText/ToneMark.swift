/// Makes the two ways of placing a tone mark one.
///
/// Vietnamese writes the tone of a syllable ending in oa, oe or uy on either vowel: `hóa` or `hoá`,
/// `khỏe` or `khoẻ`, `ủy` or `uỷ`. Where a consonant or a vowel follows (`hoàn`, `khuỷu`) both ways
/// agree, so only the ends of syllables are touched. After q the u belongs to the initial, and
/// `quý` is the only right form; moving the mark to the second vowel yields it as well.
enum ToneMark {
  /// The first vowels that may carry a misplaced mark, in lower case, by plain letter and tone.
  private static let first: [Unicode.Scalar: (plain: Unicode.Scalar, tone: Int)] =
    table([("o", "óòỏõọ"), ("u", "úùủũụ")])

  /// The marked forms of the second vowels, in the same order of tones.
  private static let second: [Unicode.Scalar: [Unicode.Scalar]] = [
    "a": Array("áàảãạ".unicodeScalars),
    "e": Array("éèẻẽẹ".unicodeScalars),
    "y": Array("ýỳỷỹỵ".unicodeScalars),
  ]

  private static func table(
    _ rows: [(plain: Unicode.Scalar, marked: String)]
  ) -> [Unicode.Scalar: (plain: Unicode.Scalar, tone: Int)] {
    var table: [Unicode.Scalar: (plain: Unicode.Scalar, tone: Int)] = [:]
    for row in rows {
      for (tone, marked) in row.marked.unicodeScalars.enumerated() {
        table[marked] = (row.plain, tone)
      }
    }
    return table
  }

  /// Returns a text, in lower case and NFC, with the marks on the second vowels.
  static func moved(in text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    var hasMoved = false
    for index in scalars.indices.dropLast() {
      guard let vowel = first[scalars[index]], let marked = second[scalars[index + 1]],
        formsPair(vowel.plain, scalars[index + 1]),
        !continues(scalars, after: index + 1)
      else { continue }
      scalars[index] = vowel.plain
      scalars[index + 1] = marked[vowel.tone]
      hasMoved = true
    }
    guard hasMoved else { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  private static func formsPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    switch (first, second) {
    case ("o", "a"), ("o", "e"), ("u", "y"): true
    default: false
    }
  }

  /// Returns whether a letter or a mark follows, so that the syllable is not open.
  private static func continues(_ scalars: [Unicode.Scalar], after index: Int) -> Bool {
    guard index + 1 < scalars.count else { return false }
    let next = scalars[index + 1]
    if next.isASCII { return ("a"..."z").contains(next) }
    switch next.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default:
      return false
    }
  }
}
