internal import CCrypto

/// Writes bytes as text with the system's OpenSSL.
///
/// - SeeAlso: RFC 4648 §4; RFC 2045 §6.8 for lines.
public enum Base64 {
  /// Returns the text of bytes, in one piece.
  public static func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: encoded(Array(bytes)[...]), as: UTF8.self)
  }

  /// Returns the text of bytes in lines of at most 76 characters, parted by CR LF.
  ///
  /// - Complexity: O(bytes).
  public static func lines(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 57 * 78 + 80)
    // 57 bytes make 76 characters.
    for start in stride(from: 0, to: bytes.count, by: 57) {
      if start > 0 { result += [13, 10] }
      result += encoded(bytes[start..<min(start + 57, bytes.count)])
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func encoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    // One byte more, for the zero that ends a text in C.
    let size = (bytes.count + 2) / 3 * 4
    return unsafe Array(unsafeUninitializedCapacity: size + 1) { buffer, count in
      unsafe bytes.withUnsafeBufferPointer { source in
        _ = unsafe EVP_EncodeBlock(buffer.baseAddress, source.baseAddress, Int32(source.count))
      }
      count = size
    }
  }
}
