import Diagnostics
import Testing

@Suite("diagnostics of a pack")
struct DiagnosticTextTests {
  static let groups: [FaultyPack.Group] = [
    FaultyPack.shapes, FaultyPack.pack, FaultyPack.documents, FaultyPack.units,
    FaultyPack.calendar, FaultyPack.datasets, FaultyPack.rules, FaultyPack.deadlines,
    FaultyPack.waivers, FaultyPack.scoring, FaultyPack.mail,
  ]

  @Test("the sound pack that faulty files join is sound")
  func sound() {
    #expect(readPack(FaultyPack.base).report().isEmpty)
  }

  @Test("every fault is reported with its place and its remedy", arguments: groups)
  func texts(_ group: FaultyPack.Group) throws {
    for language in Language.allCases {
      var text = ""
      for faulty in group.packs {
        let read = readPack([("a.yaml", faulty.head + FaultyPack.base), ("b.yaml", faulty.yaml)])
        #expect(!read.diagnostics.isEmpty, "\(faulty.fault)")
        text += "## \(faulty.fault)\n\(read.report(language))\n"
      }
      try Golden.expect(text, "\(group.name).\(language.rawValue).txt")
    }
  }
}
