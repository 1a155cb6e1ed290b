import Engine
import Findings
import TestSupport
import Testing

@testable import SampleData

@Suite("the same commune, written by other offices")
struct RespeltSamplesTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let change: @Sendable (inout Spelling) -> Void
    var reversesColumns = false
    var reversesRows = false
    var testDescription: String { name }

    static let all: [Case] = [
      .init(name: "letters taken apart (NFD)", change: { $0.decomposed = true }),
      .init(name: "letters composed (NFC)", change: { $0.decomposed = false }),
      .init(
        name: "Excel: semicolons, byte order mark, CRLF, sep=",
        change: { spelling in
          if spelling.separator != "\t" { spelling.separator = ";" }
          spelling.byteOrderMark = true
          spelling.carriageReturns = true
          spelling.separatorLine = true
        }
      ),
      .init(
        name: "everything quoted, nothing else",
        change: { spelling in
          spelling.separator = ","
          spelling.byteOrderMark = false
          spelling.carriageReturns = false
          spelling.separatorLine = false
          spelling.quotesEverything = true
        }
      ),
      .init(
        name: "ISO dates, digits for yes and no, official names",
        change: { spelling in
          spelling.dates = .iso
          spelling.flags = .digits
          spelling.months = .iso
          spelling.units = .names
          spelling.groupsThousands = false
        }
      ),
      .init(
        name: "typed by hand: short dates, crosses, abbreviations, grouped thousands",
        change: { spelling in
          spelling.dates = .mixed
          spelling.flags = .cross
          spelling.months = .words
          spelling.units = .short
          spelling.groupsThousands = true
        }
      ),
      .init(name: "columns the other way round", change: { _ in }, reversesColumns: true),
      .init(name: "rows the other way round", change: { _ in }, reversesRows: true),
    ]
  }

  @Test("gets the same verdicts", arguments: Case.all)
  func sameVerdicts(_ example: Case) async throws {
    let commune = Commune.withPlants(seed: SampleData.defaultSeed)
    var files = commune.tables.map { table in
      (name: table.file, bytes: respell(table, example).bytes(seed: 3))
    }
    files.append((name: "dump.yaml", bytes: Array(Documentation.dump.utf8)))
    let whole = try await JudgedSamplesTests.whole.value
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.bytes, to: file.name) }
    let run = try await JudgedSamplesTests.judge(folder.path)
    #expect(run.dataErrorTotal == 0)
    #expect(
      run.obligations.map(JudgedSamplesTests.line)
        == whole.obligations.map(JudgedSamplesTests.line)
    )
    #expect(run.obligations.map(\.measured) == whole.obligations.map(\.measured))
  }

  private func respell(_ table: SampleTable, _ example: Case) -> SampleTable {
    var spelling = table.spelling
    example.change(&spelling)
    let rows = example.reversesColumns ? table.rows.map { $0.reversed() } : table.rows
    return SampleTable(
      table.dataset,
      file: table.file,
      spelling,
      columns: example.reversesColumns ? table.columns.reversed() : table.columns,
      rows: example.reversesRows ? rows.reversed() : rows
    )
  }
}
