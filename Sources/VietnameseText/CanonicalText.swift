internal import CUTF8Proc
internal import Glibc

/// Brings text into Unicode normalization form C.
///
/// Vietnamese text arrives in both forms: precomposed (NFC) from most programs, decomposed (NFD)
/// from some macOS and PDF tools. Everything inside the program is NFC.
///
/// - SeeAlso: Unicode Standard Annex #15.
public enum CanonicalText {
  /// Returns a text in NFC, the text itself if it already is.
  public static func nfc(_ text: String) -> String {
    var text = text
    let composed: [UInt8]? = text.withUTF8 { bytes in
      guard unsafe needsNormalization(bytes) else { return nil }
      return unsafe map(bytes, UTF8PROC_COMPOSE)
    }
    guard let composed else { return text }
    return String(decoding: composed, as: UTF8.self)
  }

  /// Returns UTF-8 bytes in NFC.
  ///
  /// Bytes that are not valid UTF-8 come back as they are.
  public static func nfc(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard unsafe needsNormalization(bytes) else { return unsafe Array(bytes) }
    return unsafe map(bytes, UTF8PROC_COMPOSE) ?? Array(bytes)
  }

  /// Returns a text without accents, tones and other marks: `Hoà Bình` becomes `Hoa Binh`.
  ///
  /// The stroke of đ is part of the letter and stays.
  public static func withoutMarks(_ text: String) -> String {
    var text = text
    let bare: [UInt8]? = text.withUTF8 {
      unsafe map($0, UTF8PROC_COMPOSE, UTF8PROC_STRIPMARK)
    }
    guard let bare else { return text }
    return String(decoding: bare, as: UTF8.self)
  }

  /// Returns whether bytes of valid UTF-8 might not be in NFC.
  ///
  /// False is a proof: every scalar then lies in a block without marks and without characters that
  /// NFC replaces, namely ASCII, U+0080–U+02FF, U+1E00–U+1EFF (all Vietnamese letters are among
  /// these) or U+2010–U+203F (dashes and quotes). True may be a false alarm.
  ///
  /// - SeeAlso: Unicode Standard Annex #15, section 9, "Detecting Normalization Forms".
  public static func needsNormalization(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let lead = unsafe bytes[index]
      switch lead {
      case 0..<0x80:
        index += 1
      case 0xC2...0xCB:
        index += 2
      case 0xE1:
        guard index + 2 < bytes.count, unsafe (0xB8...0xBB).contains(bytes[index + 1]) else {
          return true
        }
        index += 3
      case 0xE2:
        guard index + 2 < bytes.count, unsafe bytes[index + 1] == 0x80,
          unsafe (0x90...0xBF).contains(bytes[index + 2])
        else { return true }
        index += 3
      default:
        return true
      }
    }
    return false
  }

  /// Runs utf8proc over bytes; nil if they are not valid UTF-8.
  ///
  /// The result keeps embedded zero bytes: the length is given, not looked for.
  static func map(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ options: utf8proc_option_t...
  ) -> [UInt8]? {
    var all = UTF8PROC_STABLE.rawValue
    for option in options { all |= option.rawValue }
    var mapped: UnsafeMutablePointer<UInt8>?
    let length = unsafe utf8proc_map(
      bytes.baseAddress,
      bytes.count,
      &mapped,
      utf8proc_option_t(rawValue: all)
    )
    guard length >= 0, let start = unsafe mapped else { return nil }
    defer { unsafe free(start) }
    return unsafe Array(UnsafeBufferPointer(start: start, count: length))
  }
}
