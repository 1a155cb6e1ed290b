import Foundation
import TestSupport
import Testing

@Suite("check lint, as a program")
struct LintProgramTests {
  /// Tests that show every rule of the small pack violated.
  private static let tests = """
    tests:
      - name: vi phạm
        rules: [chu-ky-so, bao-cao-thang]
        as_of: 2026-11-20
        periods: [2026-10]
        data:
          can_bo: [{ma: CB-1, don_vi: vp}, {ma: CB-2, don_vi: kt}]
          bao_cao: [{don_vi: vp, ky: 2026-10, ngay_gui: 2026-10-20}]
        expect:
          - {rule: chu-ky-so, unit: "*", verdict: failed}
          - {rule: bao-cao-thang, unit: vp, period: 2026-10, verdict: met_late}
          - {rule: bao-cao-thang, unit: kt, period: 2026-10, verdict: overdue}

    """

  private func clean() throws -> SmallPack {
    let pack = try SmallPack()
    try pack.folder.write(Self.tests, to: "rules/a.test.yaml")
    try pack.folder.write(
      SmallPack.rules.replacing(
        "personal: true}",
        with: "personal: true}   # lint: unused-column: để người đọc"
      ),
      to: "rules/pack.yaml"
    )
    return pack
  }

  private func lint(_ pack: SmallPack, _ arguments: String...) throws -> Binary.Result {
    try Binary.run(["lint", "--rules", "rules"] + arguments, in: pack.folder)
  }

  @Test("a clean pack ends with 0, strict or not")
  func cleanPack() throws {
    let result = try lint(try clean(), "--strict", "--lang", "en")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("0 errors, 0 warnings, 1 known; as of 2026-11-20"))
    #expect(result.messages.isEmpty)
  }

  @Test("a warning ends with 1 only if warnings count")
  func warnings() throws {
    let pack = try SmallPack()
    #expect(try lint(pack).status == 0)
    let result = try lint(pack, "--strict")
    #expect(result.status == 1)
    #expect(result.output.contains("[unused-column]"))
    #expect(result.output.contains("rules/pack.yaml:24:"))
    #expect(result.output.contains("[untested-violation] bộ quy tắc không có phép thử"))
  }

  @Test("a rule whose tests expect no violation is named")
  func untested() throws {
    let pack = try clean()
    try pack.folder.write(
      Self.tests.replacing("unit: \"*\", verdict: failed", with: "unit: \"*\", verdict: met"),
      to: "rules/a.test.yaml"
    )
    let result = try lint(pack, "--lang", "en")
    #expect(result.output.contains("no test shows rule 'chu-ky-so' being violated"))
    #expect(!result.output.contains("'bao-cao-thang'"))
  }

  @Test("errors of the pack, of its checks and of its tests are all shown, and end with 3")
  func errors() throws {
    let pack = try clean()
    try pack.folder.write(
      SmallPack.rules.replacing("that: has(het_han)", with: "that: has(het_hn)"),
      to: "rules/pack.yaml"
    )
    try pack.folder.write(
      Self.tests.replacing("don_vi: kt}", with: "don_v: kt}"),
      to: "rules/a.test.yaml"
    )
    let result = try lint(pack, "--format", "json", "--format", "sarif=a.sarif")
    #expect(result.status == 3)
    #expect(result.output.contains("unknown-identifier"))
    #expect(result.output.contains("unknown-key"))
    #expect(try pack.folder.read("a.sarif").contains(#""level": "error""#))
  }

  @Test("the date is the option's, else that of the dumps")
  func date() throws {
    let pack = try clean()
    try pack.folder.write(
      """
      waivers:
        - id: mt
          rule: chu-ky-so
          units: [kt]
          effect: exempt
          reason: Chờ cấp
          document: 1/UBND
          approved_by: Chủ tịch
          approved_on: 2026-10-01
          valid: {from: 2026-10-01, to: 2026-11-19}

      """,
      to: "rules/mien-tru.yaml"
    )
    #expect(try lint(pack, "--strict").output.contains("[lapsed-waiver]"))
    #expect(try lint(pack, "--strict", "--as-of", "2026-11-19").status == 0)
  }

  @Test(
    "wrong usage ends with 64 and writes nothing",
    arguments: [
      ["--format", "html"], ["--as-of", "2026-02-30"], ["--format", "sarif="],
      ["--format", "json=a", "--format", "sarif=a"],
    ]
  )
  func usage(_ arguments: [String]) throws {
    let pack = try clean()
    let names = try pack.folder.names
    let result = try Binary.run(["lint", "--rules", "rules"] + arguments, in: pack.folder)
    #expect(result.status == 64)
    #expect(result.output.isEmpty && !result.messages.isEmpty)
    #expect(try pack.folder.names == names)
  }

  @Test("help has an example")
  func help() throws {
    let result = try Binary.run(["lint", "--help"], in: TemporaryFolder())
    #expect(result.status == 0)
    #expect(result.output.contains("check lint --rules rules/"))
  }

  @Test("the plan's own pack has no error and no suspicion that nobody has explained")
  func ownPack() throws {
    let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let rules = top.appendingPathComponent("rules").path
    let result = try Binary.run(["lint", "--rules", rules, "--lang", "en"], in: TemporaryFolder())
    #expect(result.status == 0)
    let open = result.output.split(separator: "\n").filter {
      $0.contains(": warning: [") && !$0.contains("[untested-violation]")
    }
    #expect(open == [])
  }
}
