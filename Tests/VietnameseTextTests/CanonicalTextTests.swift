import Foundation
import Testing
import VietnameseText

@Suite("Canonical text")
struct CanonicalTextTests {
  @Test("every Vietnamese letter composes, and stays as it is once composed")
  func alphabet() {
    #expect(Alphabet.vowelsWithTones.count == 144)
    var faults: [String] = []
    for letter in Alphabet.vowelsWithTones {
      let isRight =
        bytes(CanonicalText.nfc(letter.decomposed)) == bytes(letter.composed)
        && bytes(CanonicalText.nfc(letter.composed)) == bytes(letter.composed)
        && !needs(letter.composed)
        && (needs(letter.decomposed) || letter.decomposed == letter.composed)
      if !isRight { faults.append(letter.composed) }
    }
    #expect(faults == [])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let input: String
    let expected: String
    let testDescription: String
    init(_ input: String, _ expected: String, _ description: String) {
      self.input = input
      self.expected = expected
      testDescription = description
    }

    static let all: [Case] = [
      Case("", "", "empty"),
      Case("Phong 57", "Phong 57", "ASCII"),
      Case("Văn hoá – Xã hội", "Văn hoá – Xã hội", "already NFC"),
      Case("Va\u{306}n hoa\u{301} – Xa\u{303} ho\u{323}\u{302}i", "Văn hoá – Xã hội", "NFD"),
      Case("ho\u{302}\u{323}i", "hội", "marks in another order"),
      Case("ă\u{323}", "ặ", "half composed"),
      Case("â\u{301}\u{301}", "ấ\u{301}", "one mark too many"),
      Case("a\u{0}a\u{301}\u{0}b", "a\u{0}á\u{0}b", "zero bytes inside"),
      Case("\u{301}a", "\u{301}a", "a mark without a letter"),
      Case("\u{212B}\u{2126}\u{212A}", "ÅΩK", "singletons"),
      Case("\u{1100}\u{1161}\u{11A8}", "각", "Hangul"),
      Case("\u{958}", "\u{915}\u{93C}", "excluded from composition"),
      Case("😀👨‍👩‍👧", "😀👨‍👩‍👧", "emoji"),
    ]
  }

  @Test("text becomes NFC", arguments: Case.all)
  func nfc(_ item: Case) {
    #expect(bytes(CanonicalText.nfc(item.input)) == bytes(item.expected))
    let fromBytes = unsafe bytes(item.input).withUnsafeBufferPointer {
      unsafe CanonicalText.nfc($0)
    }
    #expect(fromBytes == bytes(item.expected))
  }

  @Test("bytes that are not UTF-8 come back as they are")
  func invalid() {
    let broken: [[UInt8]] = [
      [0xFF], [0x61, 0xCC], [0xE1, 0xBA], [0xE1], [0xE2, 0x80], [0xC3], [0xED, 0xA0, 0x80],
      [0x61, 0xCC, 0x81, 0xFE], [0xF4, 0x90, 0x80, 0x80],
    ]
    for input in broken {
      let output = unsafe input.withUnsafeBufferPointer { unsafe CanonicalText.nfc($0) }
      #expect(output == input)
    }
  }

  @Test("no need to normalize is a proof, for every scalar alone and between letters")
  func proof() {
    var faults: [UInt32] = []
    for value in UInt32(0x80)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = Alphabet.text(["a", scalar, "e"])
      guard !needs(text) else { continue }
      if bytes(text.precomposedStringWithCanonicalMapping) != bytes(text) { faults.append(value) }
      let doubled = Alphabet.text([scalar, scalar])
      if bytes(doubled.precomposedStringWithCanonicalMapping) != bytes(doubled) {
        faults.append(value)
      }
    }
    #expect(faults == [])
  }

  @Test("normalizing among marks changes no text's meaning and is done once, for every scalar")
  func equivalent() {
    // Three Tibetan vowels decompose into marks, which the standard library then reorders in its own
    // way; Python's unicodedata 14.0.0 agrees with this module about them.
    let contested: Set<UInt32> = [0xF73, 0xF75, 0xF81]
    var faults: [UInt32] = []
    for value in UInt32(1)...0x2FFFF where !contested.contains(value) {
      // The libraries may know different versions of Unicode; version 14 is in both.
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major <= 14
      else { continue }
      let text = Alphabet.text(["a", "\u{302}", scalar, "\u{323}", "\u{301}", "o", scalar])
      let composed = CanonicalText.nfc(text)
      // Texts are equal if canonically equivalent, which the standard library decides by itself.
      // Foundation is no judge here: it composes scalars beyond 16 bits as if cut to 16.
      if composed != text || bytes(CanonicalText.nfc(composed)) != bytes(composed) {
        faults.append(value)
      }
    }
    #expect(faults == [])
  }

  @Test("what must be normalized is noticed")
  func noticed() {
    for text in ["a\u{301}", "\u{212B}", "\u{1F71}", "\u{340}", "\u{2000}", "x\u{338}", "\u{37E}"] {
      #expect(needs(text))
    }
    for text in ["", "abc", "Đặng Thuỳ Trâm", "«§ 3°»", "– “x” …", "\u{A0}"] {
      #expect(!needs(text))
    }
  }

  private func needs(_ text: String) -> Bool {
    unsafe bytes(text).withUnsafeBufferPointer { unsafe CanonicalText.needsNormalization($0) }
  }
}
