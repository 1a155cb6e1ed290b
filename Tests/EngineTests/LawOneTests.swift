import CivilTime
import Diagnostics
import Findings
import Rules
import TestSupport
import Testing

/// Nobody looked is never "met".
@Suite("law 1")
struct LawOneTests {
  /// The rules that unit a meets.
  private static func met(_ scene: Scene, _ pack: LoadedPack) async throws -> Set<String> {
    let run = try await scene.run(pack)
    return Set(
      run.obligations.filter { $0.id.unit.text == "a" && $0.verdict == .met }.map(\.id.rule.text)
    )
  }

  private static let all: Set = [
    "compare", "cover", "evidence", "fresh", "measure", "measure-most", "ratio", "ratio-most",
    "records", "reference", "unique",
  ]

  @Test("everything is met to begin with, and a unit without rows meets nothing that needs them")
  func whole() async throws {
    let run = try await WholeScene.scene.run()
    let pack = try WholeScene.scene.pack()
    #expect(try await Self.met(WholeScene.scene, pack) == Self.all)
    let others = run.obligations.filter { $0.id.unit.text == "b" && $0.verdict == .met }
    #expect(others.map(\.id.rule.text) == ["measure-most"])
  }

  @Test("a missing, an empty and a broken file")
  func wholeFiles() async throws {
    let pack = try WholeScene.scene.pack()
    for file in ["d.csv", "e.csv"] {
      let readers = file == "d.csv" ? Self.all : WholeScene.twoSided
      let text = file == "d.csv" ? WholeScene.left : WholeScene.right
      let header = text.prefix { $0 != "\n" } + "\n"
      let damaged: [[UInt8]?] = [
        nil, [], Array(header.utf8), Array(header.utf8.dropLast()), Array((text + "a\n").utf8),
        Array((text + "\"").utf8), Array(text.replacing("u,", with: "x,").utf8) + [0],
        [0xFF, 0xFE] + Array(text.utf8),
      ]
      for bytes in damaged {
        var scene = WholeScene.scene
        scene.files[file] = bytes
        #expect(try await Self.met(scene, pack) == Self.all.subtracting(readers))
      }
    }
  }

  @Test("a dump that ends early meets only what does not rest on absence")
  func coversUntil() async throws {
    let pack = try WholeScene.scene.pack()
    var scene = WholeScene.scene
    scene.files["dump.yaml"] = Array("covers_until: {d: 2026-11-18}\n".utf8)
    #expect(try await Self.met(scene, pack) == ["evidence", "fresh", "measure"])
    scene.files["dump.yaml"] = Array("covers_until: {e: 2026-11-19}\n".utf8)
    #expect(try await Self.met(scene, pack) == Self.all.subtracting(["compare", "cover"]))
  }

  @Test("every single byte that is no text breaks the file", arguments: [UInt8(0xFF), 0x00])
  func brokenByte(_ byte: UInt8) async throws {
    let pack = try WholeScene.scene.pack()
    for (file, readers) in [("d.csv", Self.all), ("e.csv", WholeScene.twoSided)] {
      let whole = WholeScene.scene.files[file] ?? []
      for place in whole.indices where byte == 0xFF || place % 3 == 0 {
        var scene = WholeScene.scene
        scene.files[file]?[place] = byte
        let met = try await Self.met(scene, pack)
        #expect(met == Self.all.subtracting(readers), "byte \(place) of \(file)")
      }
    }
  }

  @Test("a cell that nobody can read never meets more than the cell that was there")
  func brokenCells() async throws {
    let pack = try WholeScene.scene.pack()
    let rows = WholeScene.left.split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    for row in 1..<rows.count {
      for column in rows[row].indices where column < 6 {
        for bad in ["", "???"] {
          var table = rows
          table[row][column] = bad
          var scene = WholeScene.scene
          scene.files["d.csv"] = Array(
            table.map { $0.joined(separator: ",") + "\n" }.joined().utf8
          )
          let met = try await Self.met(scene, pack)
          let readers = Self.readers(column)
          #expect(met.isDisjoint(with: readers), "row \(row), column \(column), '\(bad)'")
        }
      }
    }
  }

  /// The rules whose verdict hangs on a cell of a column of the first table.
  private static func readers(_ column: Int) -> Set<String> {
    switch column {
    // The unit or `where`: one row remains, the other one is perhaps the unit's.
    case 0, 2: ["compare", "cover", "evidence", "measure"]
    case 1: ["compare", "cover", "reference", "unique"]
    case 3: ["ratio", "ratio-most", "records"]
    case 4: ["compare", "measure", "records"]
    default: ["evidence"]
    }
  }

  @Test("bytes that are text, but another one, never stop the run")
  func otherBytes() async throws {
    let pack = try WholeScene.scene.pack()
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<60 {
      var scene = WholeScene.scene
      for file in ["d.csv", "e.csv"] {
        guard let count = scene.files[file]?.count else { continue }
        let place = Int.random(in: 0..<count, using: &generator)
        scene.files[file]?[place] =
          Array("\",;\n\r\t9-z ".utf8)[Int.random(in: 0..<10, using: &generator)]
      }
      _ = try await scene.run(pack)
    }
  }
}
