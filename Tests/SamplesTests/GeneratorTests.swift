import Testing
import VietnameseText

@testable import SampleData

@Suite("sample generator")
struct GeneratorTests {
  @Test("the same seed gives the same bytes, another seed other ones")
  func reproducible() {
    let first = SampleData.files(seed: 7)
    #expect(first == SampleData.files(seed: 7))
    #expect(first != SampleData.files(seed: 8))
  }

  @Test("the first numbers of a stream are fixed for ever")
  func fixedNumbers() {
    var generator = SeededGenerator(seed: 57, stream: "")
    let numbers = (0..<4).map { _ in generator.int(0...999) }
    #expect(numbers == [153, 862, 240, 590])
  }

  @Test("any seed makes a whole commune", arguments: [UInt64.min, 1, 2026, UInt64.max])
  func anySeed(_ seed: UInt64) {
    let files = SampleData.files(seed: seed)
    #expect(files.count == SampleData.files().count)
    #expect(files.allSatisfy { !$0.bytes.isEmpty })
  }

  @Test("every dump has rows, and all of them some thousands")
  func sizes() {
    let tables = Commune.dutiful(seed: SampleData.defaultSeed).tables
    #expect(tables.count == 28)
    #expect(tables.allSatisfy { !$0.rows.isEmpty })
    #expect((3000...6000).contains(tables.reduce(0) { $0 + $1.rows.count }))
  }

  @Test("nobody in the dumps has a name that a person could have")
  func inventedNames() {
    let commune = Commune.dutiful(seed: SampleData.defaultSeed)
    for (dataset, column) in [("can_bo", "ho_ten"), ("ho_so_tthc", "chu_ho_so")] {
      for row in commune[dataset].records {
        guard case .text(let name) = row[column] else {
          Issue.record("\(dataset): a row without a name")
          continue
        }
        #expect(name.contains(" Mẫu ") || name.contains(" Thử "), "\(name)")
      }
    }
  }

  @Test("letters are taken apart as Unicode does, and come together again")
  func decomposition() {
    let text = "Trường Thuỷ Lợi: ngượng nghịu, khuỷu, ặẵẳằắ ỄỆỔỘỬỰ Đ đ – x"
    let apart = Decomposition.decompose(text)
    #expect(Array(apart.utf8) != Array(text.utf8))
    #expect(Array(CanonicalText.nfc(apart).utf8) == Array(text.utf8))
    #expect(!apart.unicodeScalars.contains("ệ"))
  }
}
