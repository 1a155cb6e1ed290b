internal import CUTF8Proc

/// Orders names as a Vietnamese reader expects.
///
/// The alphabet is a ă â b c d đ e ê … o ô ơ … u ư …; tones count only between otherwise equal
/// texts, in the order ngang, huyền, hỏi, ngã, sắc, nặng, and case after them. Runs of digits
/// compare as numbers, so that `Thôn 2` comes before `Thôn 10`. For small lists that people read;
/// nothing is judged by it.
///
/// - SeeAlso: Unicode CLDR, collation `vi`, for the order of letters and tones.
public enum VietnameseOrder {
  /// Returns whether the first text comes before the second.
  public static func areInIncreasingOrder(_ a: String, _ b: String) -> Bool {
    sortKey(a).lexicographicallyPrecedes(sortKey(b))
  }

  /// Returns bytes whose order is the order of the texts; equal only for texts with the same NFC.
  public static func sortKey(_ text: String) -> [UInt8] {
    var key = OrderKey()
    for scalar in decomposed(text) { key.add(scalar) }
    key.endNumber()
    return key.letters + [0] + key.tones + [0] + key.cases + [0]
      + Array(CanonicalText.nfc(text).utf8)
  }

  private static func decomposed(_ text: String) -> String.UnicodeScalarView {
    var text = text
    let bytes: [UInt8]? = text.withUTF8 { unsafe CanonicalText.map($0, UTF8PROC_DECOMPOSE) }
    guard let bytes else { return text.unicodeScalars }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars
  }
}

/// The levels of one text's sort key, filled scalar by scalar.
///
/// Every element of `letters` begins with a byte above 1 and no element is a prefix of another, so
/// the 0 between levels ends a shorter text first.
private struct OrderKey {
  private(set) var letters: [UInt8] = []
  private(set) var tones: [UInt8] = []
  private(set) var cases: [UInt8] = []
  private var digits: [UInt8] = []
  /// The letter that a breve, circumflex or horn may still change, by its place in a to z.
  private var openLetter: UInt8?

  private enum Class {
    static let space: UInt8 = 2
    static let sign: UInt8 = 3
    static let number: UInt8 = 4
    static let latin: UInt8 = 5
    static let otherLetter: UInt8 = 250
  }

  /// Adds one scalar of a decomposed text.
  mutating func add(_ scalar: Unicode.Scalar) {
    if ("0"..."9").contains(scalar) {
      digits.append(UInt8(truncatingIfNeeded: scalar.value))
      openLetter = nil
      return
    }
    if addMark(scalar) { return }
    endNumber()
    switch scalar {
    case "a"..."z": addLatin(scalar.value - 0x61, isUpper: false)
    case "A"..."Z": addLatin(scalar.value - 0x41, isUpper: true)
    case "đ": addLatin(3, isUpper: false, variant: 1)
    case "Đ": addLatin(3, isUpper: true, variant: 1)
    default: addOther(scalar)
    }
  }

  /// Ends a run of digits: its length, then the digits without leading zeros.
  mutating func endNumber() {
    guard !digits.isEmpty else { return }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    letters.append(Class.number)
    let length = UInt32(clamping: significant.count)
    for shift in [24, 16, 8, 0] as [UInt32] {
      letters.append(UInt8(truncatingIfNeeded: length >> shift))
    }
    letters += significant
    endElement(isUpper: false)
    digits = []
  }

  /// Adds a mark to the last element; false if the scalar is no mark.
  private mutating func addMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{306}": changeLatin(["a": 1])
    case "\u{302}": changeLatin(["a": 2, "e": 1, "o": 1])
    case "\u{31B}": changeLatin(["o": 2, "u": 1])
    case "\u{300}": changeTone(2)
    case "\u{309}": changeTone(3)
    case "\u{303}": changeTone(4)
    case "\u{301}": changeTone(5)
    case "\u{323}": changeTone(6)
    default:
      guard scalar.properties.canonicalCombiningClass != .notReordered else { return false }
      changeTone(7)
    }
    return true
  }

  private mutating func changeLatin(_ variants: [Unicode.Scalar: UInt8]) {
    guard let openLetter, let last = letters.indices.last,
      let variant = variants[Unicode.Scalar(openLetter + 0x61)]
    else { return changeTone(7) }
    letters[last] = weight(openLetter, variant)
    self.openLetter = nil
  }

  private mutating func changeTone(_ tone: UInt8) {
    guard digits.isEmpty, let last = tones.indices.last else { return }
    tones[last] = tone
  }

  private mutating func addLatin(_ position: UInt32, isUpper: Bool, variant: UInt8 = 0) {
    let letter = UInt8(truncatingIfNeeded: position)
    letters.append(weight(letter, variant))
    endElement(isUpper: isUpper)
    if variant == 0 { openLetter = letter }
  }

  private func weight(_ position: UInt8, _ variant: UInt8) -> UInt8 {
    Class.latin + position * 3 + variant
  }

  private mutating func addOther(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    if properties.isWhitespace {
      letters.append(Class.space)
    } else {
      letters.append(properties.isAlphabetic ? Class.otherLetter : Class.sign)
      for shift in [16, 8, 0] as [UInt32] {
        letters.append(UInt8(truncatingIfNeeded: scalar.value >> shift))
      }
    }
    endElement(isUpper: properties.isUppercase)
  }

  private mutating func endElement(isUpper: Bool) {
    tones.append(1)
    cases.append(isUpper ? 2 : 1)
    openLetter = nil
  }
}
