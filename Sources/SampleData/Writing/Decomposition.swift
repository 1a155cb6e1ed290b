/// Writes Vietnamese letters as a base letter and its marks (NFD), as macOS exports do.
enum Decomposition {
  /// Splits every Vietnamese letter of a text that is written composed.
  static func decompose(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let marks = table[scalar] {
        result.append(contentsOf: marks)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Letters of one vowel, in the order: plain, grave, acute, hook, tilde, dot below.
  private static let vowels: [(letters: String, base: Unicode.Scalar, shape: Unicode.Scalar?)] = [
    ("aàáảãạ", "a", nil), ("ăằắẳẵặ", "a", "\u{306}"), ("âầấẩẫậ", "a", "\u{302}"),
    ("eèéẻẽẹ", "e", nil), ("êềếểễệ", "e", "\u{302}"), ("iìíỉĩị", "i", nil),
    ("oòóỏõọ", "o", nil), ("ôồốổỗộ", "o", "\u{302}"), ("ơờớởỡợ", "o", "\u{31B}"),
    ("uùúủũụ", "u", nil), ("ưừứửữự", "u", "\u{31B}"), ("yỳýỷỹỵ", "y", nil),
    ("AÀÁẢÃẠ", "A", nil), ("ĂẰẮẲẴẶ", "A", "\u{306}"), ("ÂẦẤẨẪẬ", "A", "\u{302}"),
    ("EÈÉẺẼẸ", "E", nil), ("ÊỀẾỂỄỆ", "E", "\u{302}"), ("IÌÍỈĨỊ", "I", nil),
    ("OÒÓỎÕỌ", "O", nil), ("ÔỒỐỔỖỘ", "O", "\u{302}"), ("ƠỜỚỞỠỢ", "O", "\u{31B}"),
    ("UÙÚỦŨỤ", "U", nil), ("ƯỪỨỬỮỰ", "U", "\u{31B}"), ("YỲÝỶỸỴ", "Y", nil),
  ]

  private static let tones: [Unicode.Scalar?] = [
    nil, "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}",
  ]

  private static let table: [Unicode.Scalar: [Unicode.Scalar]] = {
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for vowel in vowels {
      for (letter, tone) in zip(vowel.letters.unicodeScalars, tones) {
        // Canonical order: horn (216), dot below (220), then what stands above (230).
        var marks = [vowel.shape, tone].compactMap(\.self)
        if tone == "\u{323}", vowel.shape != "\u{31B}" { marks.reverse() }
        if !marks.isEmpty { table[letter] = [vowel.base] + marks }
      }
    }
    return table
  }()
}
