import Testing
import VietnameseText

@Suite("Vietnamese order")
struct VietnameseOrderTests {
  struct List: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let items: [String]
    init(_ description: String, _ items: [String]) {
      testDescription = description
      self.items = items
    }

    static let all: [List] = [
      List(
        "the alphabet",
        [
          "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m", "n",
          "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z",
        ]
      ),
      List(
        "letters before tones",
        ["ca", "cà", "cả", "cã", "cá", "cạ", "cai", "căn", "cân", "cu"]
      ),
      List("đ after every d", ["da", "dũng", "dy", "đa", "đức"]),
      List(
        "numbers as numbers",
        ["Thôn 02", "Thôn 2", "Thôn 10", "Thôn 10a", "Thôn 100", "Thôn A"]
      ),
      List("shorter first, spaces before letters", ["", "An", "An Bình", "Anh", "Ân"]),
      List("case last", ["an", "An", "AN", "àn"]),
      List("signs, numbers, letters, other scripts", [" ", "-", "1", "a", "日"]),
      List(
        "units",
        ["Công an xã", "Đảng uỷ", "Phòng Kinh tế", "Phòng Văn hoá – Xã hội", "Văn phòng"]
      ),
    ]
  }

  @Test("lists stand as a reader expects", arguments: List.all)
  func lists(_ list: List) {
    let sorted = list.items.reversed().sorted(by: VietnameseOrder.areInIncreasingOrder)
    #expect(sorted == list.items)
    for item in list.items {
      #expect(!VietnameseOrder.areInIncreasingOrder(item, item))
    }
  }

  @Test("both normalization forms have one key, and different texts different ones")
  func forms() {
    var keys: Set<[UInt8]> = []
    for letter in Alphabet.vowelsWithTones {
      let key = VietnameseOrder.sortKey(letter.composed)
      #expect(VietnameseOrder.sortKey(letter.decomposed) == key)
      keys.insert(key)
    }
    #expect(keys.count == Alphabet.vowelsWithTones.count)
    #expect(VietnameseOrder.sortKey("Thôn 2") != VietnameseOrder.sortKey("Thôn 02"))
  }

  @Test("long numbers, lone marks and odd signs have an order too")
  func odd() {
    let long = String(repeating: "9", count: 400)
    #expect(VietnameseOrder.areInIncreasingOrder("8" + long.dropFirst(), long))
    #expect(VietnameseOrder.areInIncreasingOrder(long, "1" + long))
    #expect(VietnameseOrder.areInIncreasingOrder("0", "1"))
    #expect(!VietnameseOrder.sortKey("\u{301}").isEmpty)
    #expect(VietnameseOrder.sortKey("5\u{302}") != VietnameseOrder.sortKey("5"))
    #expect(VietnameseOrder.sortKey("x\u{302}") != VietnameseOrder.sortKey("x"))
  }
}
