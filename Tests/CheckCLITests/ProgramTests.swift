import Foundation
import TestSupport
import Testing

@Suite("the program")
struct ProgramTests {
  @Test("the same inputs give the same bytes, whatever the number of workers")
  func deterministic() throws {
    let pack = try SmallPack()
    try pack.breakRule()
    let first = try pack.check("--format", "json", "--jobs", "1")
    for jobs in ["1", "2", "7"] {
      #expect(try pack.check("--format", "json", "--jobs", jobs).output == first.output)
    }
    let text = try pack.check().output
    #expect(try pack.check("--color", "never").output == text)
    #expect(!text.contains("\u{1B}"))
    #expect(try pack.check("--color", "always").output.contains("\u{1B}[31m"))
  }

  @Test("a file report prints nothing, and is written whole")
  func fileReport() throws {
    let pack = try SmallPack()
    let result = try pack.check("--format", "json=r.json")
    #expect(result.status == 0)
    #expect(result.output == "")
    let file = try pack.folder.read("r.json")
    #expect(file == (try pack.check("--format", "json").output))
    let object = try JSONSerialization.jsonObject(with: Data(file.utf8)) as? [String: Any]
    #expect(object?["schema"] as? String == "check-report/1")
    #expect(try pack.folder.names == ["data", "r.json", "rules"])
  }

  @Test("several reports are written in one run")
  func severalReports() throws {
    let pack = try SmallPack()
    let result = try pack.check(
      "--format",
      "json=r.json",
      "--format",
      "terminal",
      "--format",
      "terminal=r.txt"
    )
    #expect(result.output == (try pack.folder.read("r.txt")))
    #expect(result.output.contains("Mã thoát 0"))
  }

  @Test("a failed output leaves the old file as it was")
  func wholeOrNot() throws {
    let pack = try SmallPack()
    try pack.folder.write("old", to: "r.json")
    let result = try pack.check("--format", "json=r.json", "--as-of", "2026-13-01")
    #expect(result.status == 64)
    #expect(try pack.folder.read("r.json") == "old")
  }

  @Test("--lang and --mask change words, never verdicts")
  func language() throws {
    let pack = try SmallPack()
    try pack.breakRule()
    let english = try pack.check("--lang", "en")
    #expect(english.status == 1)
    #expect(english.output.contains("1/2 = 50% (100% required), 1 missing"))
    #expect(!(try pack.check("--mask", "--format", "json").output.contains("Cường")))
  }

  @Test("--select skips the work: a broken dump of another rule does not matter")
  func select() throws {
    let pack = try SmallPack()
    try pack.folder.write("\u{0}", to: "data/can-bo.csv")
    let result = try pack.check("--select", "clause:kh/IV")
    #expect(result.status == 0)
    #expect(result.output.contains("4 nghĩa vụ"))
    #expect(try pack.check("--select", "unit:Phòng Kinh tế").status == 2)
  }

  @Test("--quiet prints nothing when all is well")
  func quiet() throws {
    let pack = try SmallPack()
    #expect(try pack.check("--quiet").output == "")
    try pack.breakRule()
    let lines = try pack.check("-q").output.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.contains("1/2 = 50 %") == true)
  }

  @Test("the as-of date comes from the option, then the dump, and is named")
  func asOf() throws {
    let pack = try SmallPack()
    #expect(try pack.check().output.contains("Tính đến ngày 20/11/2026 (theo dump.yaml"))
    let option = try pack.check("--as-of", "2026-10-20")
    #expect(option.output.contains("Tính đến ngày 20/10/2026 (theo tuỳ chọn --as-of)"))
    try pack.folder.remove("data/dump.yaml")
    #expect(try pack.check().output.contains("(hôm nay)"))
  }

  @Test("--version and --help print and end well")
  func help() throws {
    let folder = try TemporaryFolder()
    #expect(try Binary.run(["--version"], in: folder).output == "0.1.0\n")
    let help = try Binary.run(["--help"], in: folder)
    #expect(help.status == 0)
    #expect(help.output.contains("Mã thoát (exit codes)"))
    #expect(help.output.contains("SUBCOMMANDS"))
    #expect(try Binary.run(["--help"], in: folder, output: "/dev/full").status == 74)
  }
}
