import Testing

@testable import Checks

@Suite("keys")
struct KeyTableTests {
  @Test("a table numbers keys as a dictionary does, through every growth")
  func againstDictionary() {
    var table = KeyTable()
    var numbers: [[UInt8]: Int] = [:]
    var state: UInt64 = 1
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = Array("CB-\(state >> 33 % 3_000)".utf8)
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      #expect(table.insert(key[...]) == number)
    }
    #expect(table.count == numbers.count)
    for (key, number) in numbers {
      #expect(table.index(of: key[...]) == number)
      #expect(Array(table.bytes(number)) == key)
    }
    #expect(table.index(of: Array("no such key".utf8)[...]) == nil)
  }

  @Test("keys that differ in length or in zeros alone differ")
  func similarKeys() {
    var table = KeyTable()
    let keys: [[UInt8]] = [
      [], [0], [0, 0], Array(repeating: 0, count: 8), Array(repeating: 0, count: 9),
    ]
    for (number, key) in keys.enumerated() { #expect(table.insert(key[...]) == number) }
    #expect(Set(keys.map { KeyHash.of($0[...]) }).count == keys.count)
  }

  @Test(
    "slots and keys come back from their joined bytes",
    arguments: [0, 1, 255, 256, 65_536, 2_000_000_000]
  )
  func slotPrefix(_ slot: Int) {
    var buffer: [UInt8] = [9]
    SlotPrefix.join(slot, [1, 2, 3], into: &buffer)
    #expect(SlotPrefix.slot(of: buffer[...]) == slot)
    #expect(Array(SlotPrefix.key(of: buffer[...])) == [1, 2, 3])
  }
}
