import Testing

@testable import VietnameseText

@Suite("Name folding")
struct NameFoldingTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let a: String
    let b: String
    var testDescription: String { "\(a) | \(b)" }
    init(_ a: String, _ b: String) {
      self.a = a
      self.b = b
    }

    static let same: [Pair] = [
      // Case.
      Pair("PHÒNG KINH TẾ", "Phòng Kinh tế"), Pair("VHXH", "vhxh"), Pair("ĐẢNG UỶ", "Đảng ủy"),
      // Normalization.
      Pair("Va\u{306}n ho\u{301}a", "Văn hóa"), Pair("ho\u{302}\u{323}i", "hội"),
      Pair("UY\u{309} BAN", "Ủy ban"), Pair("U\u{309}Y BAN", "uỷ ban"),
      // White space.
      Pair("Phòng\u{A0}Kinh  tế ", "Phòng Kinh tế"), Pair("\t Xã\n hội", "Xã hội"),
      Pair("Phòng\u{202F}Kinh\u{3000}tế", "Phòng Kinh tế"), Pair("\u{FEFF} xã ", "xã"),
      // Dashes.
      Pair("Văn hoá – Xã hội", "Văn hoá - Xã hội"), Pair("VH—XH", "VH-XH"),
      Pair("VH\u{2011}XH", "VH-XH"), Pair("VH\u{2212}XH", "VH-XH"), Pair("VH\u{2010}XH", "VH-XH"),
      Pair("VH\u{FF0D}XH", "VH-XH"),
      // Characters that draw nothing.
      Pair("TT\u{200B}PV\u{AD}HCC", "TTPVHCC"), Pair("\u{FEFF}Văn phòng", "Văn phòng"),
      Pair("Văn\u{200D} \u{200C}phòng\u{2060}", "Văn phòng"), Pair("xã \u{200B} hội", "xã hội"),
      Pair("a\u{200B}\u{301}", "á"), Pair("☎\u{FE0F}", "☎"),
      // Eth is not the Vietnamese letter, but is typed for it.
      Pair("Ðông", "Đông"), Pair("ðông", "ĐÔNG"),
      // Tone marks.
      Pair("hoá", "hóa"), Pair("hoà", "hòa"), Pair("hoả", "hỏa"), Pair("hoã", "hõa"),
      Pair("hoạ", "họa"), Pair("khoẻ", "khỏe"), Pair("loè", "lòe"), Pair("khoé", "khóe"),
      Pair("uỷ", "ủy"), Pair("thuý", "thúy"), Pair("luỹ", "lũy"), Pair("thuỳ", "thùy"),
      Pair("tuỵ", "tụy"), Pair("Văn hoá, xã hội", "Văn hóa, xã hội"), Pair("HOÁ", "Hóa"),
      Pair("(hoá)", "(hóa)"), Pair("hoá-học", "hóa-học"), Pair("uỷ1", "ủy1"),
      Pair("quý", "qúy"), Pair("Quý II", "Qúy II"), Pair("quỹ", "qũy"), Pair("oà", "òa"),
      Pair("ho\u{301}a", "hoa\u{301}"),
    ]

    static let different: [Pair] = [
      Pair("hoa", "hoá"), Pair("hoá", "hoà"), Pair("hoan", "hoàn"), Pair("thôn 1", "thôn 2"),
      Pair("dông", "đông"), Pair("Văn hoá-Xã hội", "Văn hoá - Xã hội"), Pair("VHXH", "VH XH"),
      Pair("a b", "ab"), Pair("Phòng Kinh tế.", "Phòng Kinh tế"), Pair("uy", "uỷ"),
      // Closed syllables have one right spelling; the other is another word.
      Pair("hoàn", "hòan"), Pair("khuỷu", "khủyu"), Pair("ngoài", "ngòai"), Pair("toán", "tóan"),
      // Other pairs of vowels are not the contract's.
      Pair("mùa", "muà"), Pair("nghĩa", "nghiã"), Pair("của", "cuả"), Pair("hố", "ho\u{301}"),
      Pair("hóâ", "hoấ"),
    ]
  }

  @Test("spellings of the same name fold to the same text", arguments: Pair.same)
  func same(_ pair: Pair) {
    #expect(bytes(NameFolding.fold(pair.a)) == bytes(NameFolding.fold(pair.b)))
  }

  @Test("nothing fuzzier is done", arguments: Pair.different)
  func different(_ pair: Pair) {
    #expect(bytes(NameFolding.fold(pair.a)) != bytes(NameFolding.fold(pair.b)))
  }

  @Test(
    "folded names look like names",
    arguments: [
      ("Phòng Văn hoá – Xã hội", "phòng văn hoá - xã hội"), ("ỦY BAN", "uỷ ban"),
      ("Quý", "quý"), ("qúy", "quý"), ("", ""), (" \u{A0}\u{200B} ", ""), ("ĐẢNG BỘ", "đảng bộ"),
      ("Straße", "strasse"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("hòan", "hòan"), ("123", "123"),
    ]
  )
  func forms(name: String, folded: String) {
    #expect(bytes(NameFolding.fold(name)) == bytes(folded))
  }

  @Test("folding twice is folding once, for every scalar in several places")
  func idempotentScalars() {
    var faults: [UInt32] = []
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = Alphabet.text(["h", "ó", scalar, "a", " ", "u", "\u{309}", "y", scalar])
      let once = NameFolding.fold(text)
      if bytes(NameFolding.fold(once)) != bytes(once) { faults.append(value) }
    }
    #expect(faults == [])
  }

  @Test("folding twice is folding once, for scalars thrown together", arguments: 1...10)
  func idempotentMixtures(seed: UInt64) {
    let pool: [Unicode.Scalar] =
      Array(
        "aoeuyqhnAOEUYđĐÐð óòỏõọúùủũụáàéèýỳ–—-\u{2212}\u{A0}\u{200B}\u{200D}\u{AD}\u{FEFF}1."
          .unicodeScalars
      ) + [
        "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}", "\u{31B}", "\u{323}",
        "\u{345}", "ß", "ſ", "İ", "ᾳ", "ǰ", "ŉ", "ΐ", "\u{34F}", "\u{FE0F}", "\u{2028}",
      ]
    var state = seed
    var faults: [String] = []
    for _ in 0..<500 {
      let scalars = (0..<8).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return pool[Int((state >> 33) % UInt64(pool.count))]
      }
      let once = NameFolding.fold(Alphabet.text(scalars))
      if bytes(NameFolding.fold(once)) != bytes(once) { faults.append(once) }
    }
    #expect(faults == [])
  }

  @Test("the short way for common letters gives what the Unicode tables give, for every scalar")
  func shortWay() {
    var faults: [UInt32] = []
    var taken = 0
    for value in UInt32(1)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Alone, behind a letter with a mark to move, and between words.
      for text in ["\(scalar)", "Hó\(scalar)", "Ủ\(scalar)n", " a \(scalar) \(scalar)Ễ "] {
        var name = text
        guard name.withUTF8({ unsafe NameFolding.foldCommon($0) }) != nil else { continue }
        taken += 1
        let isSame = bytes(NameFolding.fold(text)) == bytes(NameFolding.foldAny(text))
        if !isSame { faults.append(value) }
      }
    }
    #expect(faults == [])
    #expect(taken > 900)
  }

  @Test("both forms of every letter fold alike, in both cases")
  func letters() {
    var faults: [String] = []
    for letter in Alphabet.vowelsWithTones {
      let folded = bytes(NameFolding.fold(letter.composed))
      if bytes(NameFolding.fold(letter.decomposed)) != folded
        || folded != bytes(letter.composed.lowercased())
      {
        faults.append(letter.composed)
      }
    }
    #expect(faults == [])
  }
}
