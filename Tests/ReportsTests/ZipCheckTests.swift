import Diagnostics
import Testing

@testable import Reports

@Suite("whether a workbook is whole")
struct ZipCheckTests {
  private func workbook() throws -> [UInt8] {
    let content = ReportContent(run: try SamplePack.emptyRun())
    return try XLSXReport.render(content, .init(language: .vi))
  }

  @Test("a workbook as the library writes it is")
  func whole() throws {
    #expect(ZipCheck(try workbook()).brokenParts == [])
  }

  @Test("what is cut off, changed or no archive is not")
  func broken() throws {
    let bytes = try workbook()
    #expect(ZipCheck([]).brokenParts == nil)
    #expect(ZipCheck(Array(bytes.dropLast(1))).brokenParts == nil)
    #expect(ZipCheck(Array(bytes.dropFirst(1))).brokenParts != [])
    var changed = bytes
    changed[bytes.count / 3] ^= 0xFF
    #expect(ZipCheck(changed).brokenParts != [])
    #expect(ZipCheck(bytes, rowBytes: [1]).brokenParts == ["xl/worksheets/sheet1.xml"])
  }

  @Test(
    "a part is whole if it ends as it began",
    arguments: [
      ("<?xml?>\n<a x=\"1\"><b/></a>", true), ("<a><b/></a>\n", true), ("<a/>", true),
      ("<a><b>x</b>", false), ("<a><b/>", false), ("<a><b/></a", false), ("", false),
    ]
  )
  func ends(_ text: String, _ isWhole: Bool) {
    #expect(ZipCheck(Self.stored(text)).brokenParts?.isEmpty == isWhole)
  }

  /// An archive of one part that is not packed.
  private static func stored(_ text: String) -> [UInt8] {
    func bytes(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    let data = Array(text.utf8)
    let sizes = bytes(data.count, 4) + bytes(data.count, 4)
    let common = bytes(20, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0, 8) + sizes + bytes(1, 2)
    let local = bytes(0x0403_4B50, 4) + common + bytes(0, 2) + [UInt8(ascii: "a")] + data
    let entry =
      bytes(0x0201_4B50, 4) + bytes(20, 2) + common + bytes(0, 16) + [UInt8(ascii: "a")]
    let end =
      bytes(0x0605_4B50, 4) + bytes(0, 4) + bytes(1, 2) + bytes(1, 2) + bytes(entry.count, 4)
      + bytes(local.count, 4) + bytes(0, 2)
    return local + entry + end
  }
}
