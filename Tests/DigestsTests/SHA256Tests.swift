import Digests
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "known texts have their known digests",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ]
  )
  func known(text: String, digest: String) {
    #expect(SHA256.hexDigest(of: text) == digest)
  }

  @Test("the digest does not depend on how the bytes are cut, and ends once")
  func pieces() {
    let digest = SHA256()
    digest.update("a")
    digest.update("")
    unsafe [UInt8]("bc".utf8).withUnsafeBytes { unsafe digest.update($0) }
    unsafe [UInt8]().withUnsafeBytes { unsafe digest.update($0) }
    let first = digest.finish()
    digest.update("more")
    #expect(digest.finish() == first)
    #expect(first == SHA256.hexDigest(of: "abc"))
  }

  @Test("texts are digested as their bytes, so both normalization forms differ")
  func bytes() {
    #expect(SHA256.hexDigest(of: "é") != SHA256.hexDigest(of: "e\u{301}"))
  }
}
