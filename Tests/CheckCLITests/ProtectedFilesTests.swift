import TestSupport
import Testing

@Suite("outputs over inputs")
struct ProtectedFilesTests {
  @Test(
    "an output that would replace an input is refused, and the input is left as it was",
    arguments: [
      "rules/quy-tac.test.yaml", "data/can-bo.csv", "./data/../data/can-bo.csv", "data/dump.yaml",
      "rules/pack.yaml",
    ]
  )
  func refused(_ path: String) throws {
    let pack = try SmallPack()
    try pack.folder.write("tests: []\n", to: "rules/quy-tac.test.yaml")
    let before = try pack.folder.read(path)
    let result = try pack.check("--format", "csv=\(path)")
    #expect(result.status == 64)
    #expect(result.messages.contains("là tệp đầu vào"))
    #expect(try pack.folder.read(path) == before)
  }

  @Test("a dump.yml is read as dump.yaml is, and refused as an output like it")
  func shortName() throws {
    let pack = try SmallPack()
    try pack.folder.remove("data/dump.yaml")
    try pack.folder.write("as_of: 2026-10-20\n", to: "data/dump.yml")
    #expect(try pack.check().output.contains("Tính đến ngày 20/10/2026"))
    #expect(try pack.check("--format", "csv=data/dump.yml").status == 64)
    #expect(try pack.folder.read("data/dump.yml") == "as_of: 2026-10-20\n")
  }

  @Test("a scoring table is an input too; any other file beside the inputs may be written")
  func scoring() throws {
    let pack = try SmallPack()
    let table = "scoring: {deductions: [{points: 1}]}\n"
    try pack.folder.write(table, to: "diem.yaml")
    let refused = try pack.check("--scoring", "diem.yaml", "--format", "json=diem.yaml")
    #expect(refused.status == 64)
    #expect(try pack.folder.read("diem.yaml") == table)
    let written = try pack.check("--format", "csv=data/bao-cao-moi.txt")
    #expect(written.status == 0)
  }
}
