import Diagnostics
import Testing
import YAMLTree

@Suite("YAML diagnostics")
struct DiagnosticTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var yaml: String
    var report: String
    var testDescription: String { yaml.debugDescription }
  }

  static let english: [Case] = [
    .init(
      yaml: "rules:\n  - id: a\n    id: b\n",
      report: """
        a.yaml:3:5: error: [duplicate-key] duplicate key 'id'
         3 |     id: b
           |     ^^
          note: it is already on line 2

        """
    ),
    .init(
      yaml: "a: &m {x: 1}\nb:\n  <<: *m\n",
      report: """
        a.yaml:3:3: error: [merge-key] merge keys '<<' are not supported
         3 |   <<: *m
           |   ^^
          help: write the keys out

        """
    ),
    .init(
      yaml: "a: 1\n---\nb: 2\n",
      report: """
        a.yaml:2:1: error: [several-documents] a file may hold only one YAML document
         2 | ---
           | ^^^
          help: remove this '---' or move what follows to another file

        """
    ),
    .init(
      yaml: "a:\n\tb: 1\n",
      report: """
        a.yaml:2:1: error: [tab] tabs are not allowed in rule files
         2 | \tb: 1
           | ^
          help: replace the tab with spaces

        """
    ),
    .init(
      yaml: "a: b\tc\nd:\te\n# chú\tthích\n",
      report: """
        a.yaml:1:5: error: [tab] tabs are not allowed in rule files
         1 | a: b\tc
           |     ^
          help: replace the tab with spaces
        a.yaml:2:3: error: [tab] tabs are not allowed in rule files
         2 | d:\te
           |   ^
          help: replace the tab with spaces

        """
    ),
    .init(
      yaml: "? [a, b]\n: 1\n",
      report: """
        a.yaml:1:3: error: [expected-scalar] a key must be a word, not a list or a mapping
         1 | ? [a, b]
           |   ^^^^^^

        """
    ),
    .init(
      yaml: "a: 1\n? \n: 2\n",
      report: """
        a.yaml:2:2: error: [expected-scalar] a key is missing before ':'
         2 | ? 
           |  ^

        """
    ),
    .init(
      yaml: "a: !expr x\nb: !!int 5\n",
      report: """
        a.yaml:1:4: error: [custom-tag] the tag '!expr' is not supported
         1 | a: !expr x
           |    ^
          help: remove it: the key decides what the value means
        a.yaml:2:4: error: [custom-tag] the tag '!!int' is not supported
         2 | b: !!int 5
           |    ^
          help: remove it: the key decides what the value means

        """
    ),
    .init(
      yaml: "a: &unit 1\nb: *units\n",
      report: """
        a.yaml:2:4: error: [unknown-alias] alias '*units' has no anchor '&units' before it
         2 | b: *units
           |    ^^^^^^
          help: did you mean 'unit'?

        """
    ),
    .init(
      yaml: "a: &a [1, *a]\n",
      report: """
        a.yaml:1:11: error: [unknown-alias] alias '*a' refers to itself
         1 | a: &a [1, *a]
           |           ^^

        """
    ),
    .init(
      yaml: "title: Kế hoạch: năm 2026\n",
      report: """
        a.yaml:1:16: error: [yaml-syntax] mapping values are not allowed in this context
         1 | title: Kế hoạch: năm 2026
           |                ^
          help: put text that contains ': ' in quotes, or check the indentation

        """
    ),
    .init(
      yaml: "a: [1, 2\nb: 3\n",
      report: """
        a.yaml:2:2: error: [yaml-syntax] did not find expected ',' or ']'
         2 | b: 3
           |  ^
          note: while parsing a flow sequence that starts at line 1, column 4

        """
    ),
    .init(
      yaml: "a: 'x\n",
      report: """
        a.yaml:2:1: error: [yaml-syntax] found unexpected end of stream
         2 | \("")
           | ^
          note: while scanning a quoted scalar that starts at line 1, column 4

        """
    ),
    .init(
      yaml: "a: x\u{1}y\n",
      report: """
        a.yaml:1:5: error: [yaml-syntax] control characters are not allowed
         1 | a: x\u{FFFD}y
           |     ^

        """
    ),
    .init(
      yaml: "a: Đơn\u{2028}vị\n",
      report: """
        a.yaml:1:7: error: [yaml-syntax] the line separator U+2028 is not allowed in rule files
         1 | a: Đơn\u{FFFD}vị
           |       ^
          help: delete the invisible character or replace it with an ordinary line end

        """
    ),
  ]

  @Test("each fault names its place and its remedy", arguments: english)
  func inEnglish(_ c: Case) {
    #expect(read(c.yaml).report == c.report)
  }

  static let vietnamese: [Case] = [
    .init(
      yaml: "a: 1\na: 2\n",
      report: """
        a.yaml:2:1: lỗi: [duplicate-key] khoá 'a' bị lặp lại
         2 | a: 2
           | ^
          ghi chú: khoá này đã có ở dòng 1

        """
    ),
    .init(
      yaml: "a: b: c\n",
      report: """
        a.yaml:1:5: lỗi: [yaml-syntax] không được có 'khoá: giá trị' ở chỗ này
         1 | a: b: c
           |     ^
          cách sửa: đặt đoạn chữ có ': ' trong dấu nháy, hoặc xem lại mức thụt dòng

        """
    ),
    .init(
      yaml: "a:\n - b\n c: d\n",
      report: """
        a.yaml:3:2: lỗi: [yaml-syntax] không thấy dấu '-' của mục tiếp theo trong danh sách
         3 |  c: d
           |  ^
          ghi chú: đang đọc danh sách, bắt đầu ở dòng 2 cột 2
          cách sửa: xem lại mức thụt dòng và các dấu nháy ở đây và ở dòng trên

        """
    ),
  ]

  @Test("each fault reads in Vietnamese", arguments: vietnamese)
  func inVietnamese(_ c: Case) {
    #expect(read(c.yaml, language: .vi).report == c.report)
  }

  @Test("all faults of a file that can be read are listed")
  func severalFaults() {
    let (node, report) = read("a: 1\na: 2\nb: !x 1\nc: *z\n<<: 3\n")
    #expect(node?["a"]?.text == "1")
    let ids = report.split(separator: "\n").compactMap { $0.split(separator: "[").last }
      .filter { $0.contains("]") }.map { $0.prefix { $0 != "]" } }
    #expect(ids == ["duplicate-key", "custom-tag", "unknown-alias", "merge-key"])
  }

  @Test("a wrong byte is named with its line and column in characters")
  func invalidByte() {
    let (node, report) = read(Array("a: 1\r\nđơn: vị ".utf8) + [0xC3, 0x28])
    #expect(node == nil)
    #expect(report.hasPrefix("a.yaml:2:9: error: [encoding] byte 0xC3 is not valid UTF-8\n"))
    #expect(report.hasSuffix("help: save the file again as UTF-8\n"))
  }

  @Test("UTF-16 is refused with the remedy, with or without its mark")
  func utf16() {
    let text = Array("a: 1\n".utf16)
    let little = text.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = text.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
      let (node, report) = read(bytes)
      #expect(node == nil)
      #expect(report.contains("[encoding] the file is saved as UTF-16, not UTF-8"))
    }
  }
}
