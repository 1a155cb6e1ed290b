import Digests
import Foundation
import Testing

@Suite("base64")
struct Base64Tests {
  @Test("the vectors of RFC 4648 §10")
  func vectors() {
    let vectors = [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ]
    for (plain, coded) in vectors {
      #expect(Base64.text(Array(plain.utf8)) == coded && Base64.lines(Array(plain.utf8)) == coded)
    }
  }

  @Test("lines hold 76 characters at most, and come back as they were", arguments: 0...400)
  func lines(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let text = Base64.lines(bytes)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines.dropLast().allSatisfy { $0.utf8.count == 76 })
    let whole = try #require(Data(base64Encoded: lines.joined()))
    #expect(Array(whole) == bytes && Base64.text(bytes) == lines.joined())
  }
}
