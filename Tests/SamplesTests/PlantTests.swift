import Testing

@testable import SampleData

@Suite("planted findings")
struct PlantTests {
  @Test("no obligation is planted twice, and none is both planted and at a boundary")
  func unique() {
    struct Obligation: Hashable {
      let rule: String
      let unit: String
      let period: String?
    }
    let all = SampleData.planted + SampleData.boundaries
    let obligations = all.map { Obligation(rule: $0.rule, unit: $0.unit, period: $0.period) }
    #expect(Set(obligations).count == obligations.count)
  }

  @Test(
    "every verdict of a violation is there, and a waived one",
    arguments: [
      "met_late", "overdue", "failed", "waived",
    ]
  )
  func verdicts(_ verdict: String) {
    #expect(SampleData.planted.contains { $0.verdict == verdict })
  }

  @Test("violations are spread over units")
  func units() {
    #expect(Set(SampleData.planted.map(\.unit)).count >= 10)
  }

  @Test("a boundary is never a violation")
  func boundaries() {
    #expect(SampleData.boundaries.count >= 20)
    #expect(SampleData.boundaries.allSatisfy { ["met", "pending"].contains($0.verdict) })
  }

  @Test("planted.tsv lists exactly what is planted")
  func table() throws {
    let file = try #require(SampleData.files().first { $0.name == "planted.tsv" })
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.first == "rule\tunit\tperiod\tverdict")
    #expect(lines.count == SampleData.planted.count + 1)
    for finding in SampleData.planted {
      let line =
        "\(finding.rule)\t\(finding.unit)\t\(finding.period ?? "")\t\(finding.verdict)"
      #expect(lines.contains(Substring(line)))
    }
  }

  @Test("each plant changes the dumps")
  func plantsBite() {
    let dutiful = Commune.dutiful(seed: SampleData.defaultSeed)
    let before = dutiful.tables.map(\.rows)
    for plant in Plant.all {
      var commune = dutiful
      plant.breakDuty(&commune)
      #expect(commune.tables.map(\.rows) != before, "\(plant.line)")
    }
  }
}
