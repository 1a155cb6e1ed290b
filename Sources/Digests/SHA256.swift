internal import CCrypto

/// Computes SHA-256 digests with the system's OpenSSL.
///
/// One object makes one digest and is used from one thread at a time.
///
/// - SeeAlso: FIPS 180-4.
public final class SHA256 {
  private var context = SHA256_CTX()
  private var finished: String?

  /// Starts a digest.
  public init() {
    let isReady = unsafe SHA256_Init(&context) == 1
    precondition(isReady, "the system's libcrypto cannot start SHA-256")
  }

  /// Adds bytes to the digest; after `finish` nothing is added.
  public func update(_ bytes: UnsafeRawBufferPointer) {
    guard finished == nil, let base = bytes.baseAddress else { return }
    unsafe SHA256_Update(&context, base, bytes.count)
  }

  /// Adds the UTF-8 bytes of a text to the digest.
  public func update(_ text: String) {
    var text = text
    text.withUTF8 { unsafe update(UnsafeRawBufferPointer($0)) }
  }

  /// Ends the digest and returns its 64 lower-case hexadecimal digits, the same at every call.
  public func finish() -> String {
    if let finished { return finished }
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = unsafe SHA256_Final(&digest, &context) == 1
    precondition(isDone, "the system's libcrypto cannot finish SHA-256")
    let text = hexadecimal(digest)
    finished = text
    return text
  }

  /// Returns the digest of one text as 64 lower-case hexadecimal digits.
  public static func hexDigest(of text: String) -> String {
    let digest = SHA256()
    digest.update(text)
    return digest.finish()
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
