import Diagnostics
import Testing
import YAMLTree

@Suite("YAML limits")
struct LimitTests {
  @Test("64 levels are read, 65 are not")
  func depth() {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(read(deep).report.isEmpty)
    let deeper = "[" + deep + "]"
    #expect(
      read(deeper).report.hasPrefix(
        "a.yaml:1:65: error: [yaml-limit] nested more than 64 levels deep"
      )
    )
  }

  @Test("a hundred thousand open brackets end at once")
  func brackets() {
    let (node, report) = read(String(repeating: "[", count: 100_000))
    #expect(node == nil)
    #expect(report.contains("[yaml-limit]"))
    #expect(read(String(repeating: "- ", count: 100_000)).report.contains("[yaml-limit]"))
    #expect(read(String(repeating: "{a: ", count: 100_000)).report.contains("[yaml-limit]"))
  }

  @Test("an alias bomb is refused before it is expanded")
  func bomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let (node, report) = read(text)
    #expect(node == nil)
    #expect(report.contains("[yaml-limit] more than 10000 alias expansions"))
  }

  @Test("ten thousand alias expansions are read, one more is not")
  func expansions() {
    let text = { (count: Int) in "a: &a x\nb:\n" + String(repeating: "  - *a\n", count: count) }
    #expect(read(text(10_000)).report.isEmpty)
    #expect(read(text(10_001)).report.contains("a.yaml:10003:5: error: [yaml-limit]"))
  }

  @Test("a large list may not be multiplied by aliases")
  func weight() {
    let text =
      "a: &a\n" + String(repeating: "  - x\n", count: 1_000) + "b:\n"
      + String(repeating: "  - *a\n", count: 2_000)
    #expect(read(text).report.contains("[yaml-limit] the file has more than 1000000 values"))
  }

  @Test("a file of 8 MiB is read, a byte more is not")
  func size() {
    let head = Array("a: 1\n#".utf8)
    let full = head + Array(repeating: UInt8(ascii: "x"), count: (8 << 20) - head.count)
    #expect(read(full).report.isEmpty)
    let (node, report) = read(full + [UInt8(ascii: "x")])
    #expect(node == nil)
    #expect(
      report
        == "a.yaml:1:1: error: [yaml-limit] the file is longer than the limit of 8388608 bytes\n"
        + " 1 | \n   | ^\n"
    )
  }

  @Test("a table full of tabs is reported a hundred times, not a million")
  func manyTabs() {
    let (_, report) = read(String(repeating: "x\ty\n", count: 5_000))
    #expect(report.split(separator: "\n").count { $0.contains("error: [tab]") } == 100)
  }

  @Test("no prefix of a valid text and no changed byte traps")
  func mutations() {
    let text = """
      rules: &r
        - {id: 'a''b', due: "x\\u1ea1\\
            y", list: [1, *q, ? k]}
      text: |+2
          khối
        chữ
      more: >-
        một
        hai
      """
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      _ = read(Array(bytes[..<index]))
      for byte: UInt8 in [0x00, 0x09, 0x26, 0x2A, 0x3A, 0x5B, 0x7C, 0xC3, 0xFF] {
        var changed = bytes
        changed[index] = byte
        _ = read(changed)
      }
    }
  }
}
