internal import Digests

/// Names an inline style or script in a Content-Security-Policy.
///
/// - SeeAlso: W3C Content Security Policy Level 3, §2.3.1 (`hash-source`).
enum ContentHash {
  /// Returns `'sha256-…'` of the exact text between the tags.
  static func source(of text: String) -> String {
    "'sha256-\(base64(bytes(of: SHA256.hexDigest(of: text))))'"
  }

  /// Reads pairs of hexadecimal digits.
  private static func bytes(of hex: String) -> [UInt8] {
    let digits = hex.utf8.compactMap { digit -> UInt8? in
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// Writes bytes in base64 with padding.
  ///
  /// - SeeAlso: RFC 4648, §4.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let digit = Int(bits >> UInt32(18 - 6 * place)) & 63
        text.append(place > group.count ? UInt8(ascii: "=") : alphabet[digit])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
