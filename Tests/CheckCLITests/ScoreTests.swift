import Foundation
import TestSupport
import Testing

/// The command `check score` and the option `--scoring`, on the built program.
@Suite("check score")
struct ScoreTests {
  private static let table = """
    scoring:
      base: 10
      deductions: [{points: 4}]

    """

  /// The small pack with a scoring table, and one violation.
  private static func pack(_ scoring: String) throws -> SmallPack {
    let pack = try SmallPack()
    try pack.breakRule()
    if !scoring.isEmpty { try pack.folder.write(scoring, to: "rules/diem.yaml") }
    return pack
  }

  @Test("the page names the caution, the interval, the row and the cells; the exit code is check's")
  func page() throws {
    let folder = try Self.pack(Self.table).folder
    let result = try Binary.run(["score", "--rules", "rules"], in: folder)
    #expect(result.output.contains("ĐẦU VÀO CHẤM ĐIỂM, KHÔNG PHẢI KẾT QUẢ XẾP LOẠI"))
    #expect(result.output.contains("dòng 1 của thang điểm"))
    #expect(result.output.contains("can-bo.csv:"))
    #expect(result.status == 1)
  }

  @Test("another table is used instead of the pack's, and changes the digest of the rules")
  func otherTable() throws {
    let folder = try Self.pack(Self.table).folder
    try folder.write("scoring: {base: 20, deductions: [{points: 1}]}\n", to: "khac.yaml")
    let own = try Binary.run(["--rules", "rules", "--format", "json"], in: folder)
    let other = try Binary.run(
      ["--rules", "rules", "--format", "json", "--scoring", "khac.yaml"],
      in: folder
    )
    #expect(own.output.contains("\"base\": \"10\""))
    #expect(other.output.contains("\"base\": \"20\""))
    #expect(Self.digest(own.output) != Self.digest(other.output))
  }

  private static func digest(_ json: String) -> String? {
    json.split(separator: "\n").first { $0.contains("rules_digest") }.map(String.init)
  }

  @Test(
    "a table file with a mistake ends with 3 and names the place",
    arguments: [
      ("units: []\n", "khac.yaml:1:1"), ("", "scoring"), ("scoring: {bse: 1}\n", "'base'"),
      ("scoring: {deductions: [{rule: khong-co, points: 1}]}\n", "khong-co"),
    ]
  )
  func faulty(_ text: String, _ shown: String) throws {
    let folder = try Self.pack(Self.table).folder
    try folder.write(text, to: "khac.yaml")
    let result = try Binary.run(
      ["score", "--rules", "rules", "--scoring", "khac.yaml"],
      in: folder
    )
    #expect(result.status == 3)
    #expect(result.messages.contains(shown), "\(result.messages)")
  }

  @Test("a table file that is not there is wrong usage")
  func missing() throws {
    let folder = try Self.pack(Self.table).folder
    let result = try Binary.run(
      ["score", "--rules", "rules", "--scoring", "khong-co.yaml"],
      in: folder
    )
    #expect(result.status == 64)
  }

  @Test("a pack without a table says what to do, and a selection by rule gives no number")
  func without() throws {
    let bare = try Binary.run(["score", "--rules", "rules"], in: Self.pack("").folder)
    #expect(bare.output.contains("--scoring TỆP"))
    let folder = try Self.pack(Self.table).folder
    let part = try Binary.run(["score", "--rules", "rules", "--select", "rule:*"], in: folder)
    #expect(part.output.contains("không đơn vị nào có điểm"))
    #expect(part.output.contains("chưa có điểm"))
  }
}
