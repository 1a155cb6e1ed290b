/// Every letter of the Vietnamese alphabet with every tone, in both normalization forms.
enum Alphabet {
  /// A letter in NFC and NFD.
  struct Letter: Sendable {
    let composed: String
    let decomposed: String
  }

  private static let vowels: [(composed: String, decomposed: String)] = [
    ("a", "a"), ("ă", "a\u{306}"), ("â", "a\u{302}"), ("e", "e"), ("ê", "e\u{302}"), ("i", "i"),
    ("o", "o"), ("ô", "o\u{302}"), ("ơ", "o\u{31B}"), ("u", "u"), ("ư", "u\u{31B}"), ("y", "y"),
  ]

  /// The composed vowels, each row without tone and then huyền, hỏi, ngã, sắc, nặng.
  private static let toned: [String] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ]

  private static let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]

  /// The 72 vowels in lower case, then in upper case.
  static let vowelsWithTones: [Letter] = {
    var letters: [Letter] = []
    for (vowel, row) in zip(vowels, toned) {
      for (tone, composed) in zip(tones, row) {
        letters.append(letter(String(composed), vowel.decomposed, tone))
      }
    }
    return letters
      + letters.map {
        Letter(composed: $0.composed.uppercased(), decomposed: upper($0.decomposed))
      }
  }()

  /// Puts a tone where canonical order wants it: the dot below before circumflex and breve, the
  /// horn before everything.
  private static func letter(_ composed: String, _ vowel: String, _ tone: String) -> Letter {
    var scalars = Array(vowel.unicodeScalars)
    let isLow = tone == "\u{323}"
    let mark = Array(tone.unicodeScalars)
    if isLow, scalars.count > 1, scalars[1] != "\u{31B}" {
      scalars.insert(contentsOf: mark, at: 1)
    } else {
      scalars += mark
    }
    return Letter(composed: composed, decomposed: text(scalars))
  }

  private static func upper(_ decomposed: String) -> String {
    text(
      decomposed.unicodeScalars.map {
        ("a"..."z").contains($0) ? Unicode.Scalar(UInt8($0.value - 32)) : $0
      }
    )
  }

  /// Makes a text of scalars.
  static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// The UTF-8 bytes of a text: unlike texts, they are equal only if written alike.
func bytes(_ text: String) -> [UInt8] {
  Array(text.utf8)
}
