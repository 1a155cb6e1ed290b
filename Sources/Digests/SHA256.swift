internal import CCrypto

/// Computes SHA-256 digests with the system's OpenSSL.
///
/// One object makes one digest and is used from one thread at a time.
///
/// - SeeAlso: FIPS 180-4.
@safe public final class SHA256 {
  private let context: OpaquePointer?
  private var finished: String?

  /// The algorithm, looked up once: OpenSSL 3 takes longer to find it than to hash a short text.
  // Never freed and never changed; libcrypto counts references to it with atomic operations.
  nonisolated(unsafe) private static let algorithm = unsafe EVP_MD_fetch(nil, "SHA256", nil)

  /// Starts a digest.
  public init() {
    unsafe context = EVP_MD_CTX_new()
    let isReady = unsafe EVP_DigestInit_ex(context, Self.algorithm, nil) == 1
    precondition(isReady, "the system's libcrypto cannot start SHA-256")
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes to the digest; after `finish` nothing is added.
  public func update(_ bytes: UnsafeRawBufferPointer) {
    guard finished == nil, let base = bytes.baseAddress else { return }
    unsafe EVP_DigestUpdate(context, base, bytes.count)
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
    let isDone = unsafe EVP_DigestFinal_ex(context, &digest, nil) == 1
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
