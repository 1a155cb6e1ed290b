import Foundation
import SampleData
import Testing

@Suite("samples in the repository")
struct CommittedSamplesTests {
  /// What the generator makes, made once for all tests.
  static let files = SampleData.files()

  /// The path of a folder of the repository, found from the place of this file.
  static func path(_ folder: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: folder).path(percentEncoded: false)
  }

  @Test(
    "every file is byte for byte what the generator makes",
    arguments: Self.files.map(\.name)
  )
  func regenerated(_ name: String) throws {
    let file = try #require(Self.files.first { $0.name == name })
    let committed = try Data(contentsOf: URL(filePath: Self.path("samples") + "/" + name))
    #expect(
      committed.elementsEqual(file.bytes),
      "\(name) differs: swift run make-samples writes it anew"
    )
  }

  /// The scoring table that shows that scoring is data: written by hand, read by no dataset.
  private static let scoringTable = "thang-diem-90-75-50.yaml"

  @Test("no other file lies in the folder but the second scoring table")
  func nothingElse() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.path("samples"))
    let visible = names.filter { !$0.hasPrefix(".") }.sorted()
    #expect(visible == (Self.files.map(\.name) + [Self.scoringTable]).sorted())
  }
}
