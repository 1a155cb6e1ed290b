internal import CUTF8Proc

/// Folds names so that spellings of the same name become equal texts.
///
/// Two names match if their folded forms are equal; nothing fuzzier is ever done. Folding is
/// idempotent.
public enum NameFolding {
  /// Returns the folded form of a name.
  ///
  /// In this order: characters that draw nothing (zero-width spaces and joiners, byte order marks,
  /// soft hyphens, variation selectors) go; every dash and the minus sign become `-`; runs of white
  /// space, no-break spaces included, become one space, and none stays at the ends; letters are case
  /// folded and composed (NFC); Ð and ð become đ; in open syllables on oa, oe and uy the tone mark
  /// moves to the second vowel, so that `hóa` and `hoá` are one.
  public static func fold(_ name: String) -> String {
    var name = name
    if let common = name.withUTF8({ bytes in unsafe foldCommon(bytes) }) {
      let text = String(decoding: common.text, as: UTF8.self)
      return common.marks ? ToneMark.moved(in: text) : text
    }
    return foldAny(name)
  }

  /// Folds any name, by the Unicode tables.
  static func foldAny(_ name: String) -> String {
    var simple = cleaned(name)
    let folded: [UInt8]? = simple.withUTF8 { bytes in
      unsafe CanonicalText.map(bytes, UTF8PROC_COMPOSE, UTF8PROC_CASEFOLD)
    }
    guard let folded else { return simple }
    return ToneMark.moved(in: String(decoding: folded, as: UTF8.self))
  }

  /// Drops what cannot be seen, and makes dashes and white space uniform.
  private static func cleaned(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    var hasPendingSpace = false
    for scalar in name.unicodeScalars {
      let plain = plainForm(scalar)
      guard let plain else { continue }
      if plain == " " {
        hasPendingSpace = !result.isEmpty
        continue
      }
      if hasPendingSpace {
        result.append(" ")
        hasPendingSpace = false
      }
      result.append(plain)
    }
    return String(result)
  }

  /// Returns what a scalar counts as: a space, a hyphen, itself, or nil for nothing at all.
  private static func plainForm(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "!"..."~": return scalar
    case "\u{D0}", "\u{F0}": return "đ"
    case "\u{2212}": return "-"
    default: break
    }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return nil }
    if properties.isWhitespace { return " " }
    return properties.generalCategory == .dashPunctuation ? "-" : scalar
  }
}
