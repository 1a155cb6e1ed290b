import Foundation
import TestSupport
import Testing

@Suite("check test")
struct TestCommandTests {
  private static let passing = """
    tests:
      - name: đủ chữ ký số
        rules: [chu-ky-so]
        as_of: 2026-11-20
        data:
          can_bo:
            - {ma: 1, don_vi: vp, het_han: 2026-11-20}
            - {ma: 2, don_vi: kt, het_han: 2026-11-19}
            - {ma: 3, don_vi: kt, het_han: 2026-11-20}
        expect:
          - {unit: vp, verdict: met}
          - {unit: kt, verdict: failed, measured: {true: 1, false: 1}}

    """

  private func run(_ tests: String, _ arguments: String...) throws -> Binary.Result {
    let pack = try SmallPack()
    try pack.folder.write(tests, to: "rules/a.test.yaml")
    return try Binary.run(["test", "--rules", "rules"] + arguments, in: pack.folder)
  }

  @Test("tests that pass end with 0, one that fails with 5")
  func exitCodes() throws {
    let passed = try run(Self.passing)
    #expect(passed.status == 0)
    #expect(passed.output == "✓ rules/a.test.yaml  1/1\n\n1 phép thử: 1 đạt, 0 không đạt\n")
    let failed = try run(Self.passing.replacing("failed,", with: "met,"), "--lang", "en")
    #expect(failed.status == 5)
    #expect(failed.output.contains("chu-ky-so kt │ met      │ failed\n"))
    #expect(failed.output.hasSuffix("1 test: 0 passed, 1 failed\n"))
    #expect(failed.messages == "")
  }

  @Test("wrong tests end with 3 and a caret, whatever rules are chosen")
  func invalid() throws {
    let result = try run(Self.passing.replacing("het_han: 2026-11-19", with: "het_hn: 1"))
    #expect(result.status == 3)
    #expect(result.output == "")
    #expect(result.messages.contains("rules/a.test.yaml:8:31: lỗi: [unknown-key]"))
    #expect(result.messages.contains("có phải ý bạn là 'het_han'?"))
  }

  @Test("--rule chooses tests; one that names nothing is a mistake")
  func rules() throws {
    let result = try run(Self.passing, "--rule", "bao-cao-*", "--lang", "en")
    #expect(result.status == 0)
    #expect(result.output == "no tests\n")
    #expect(try run(Self.passing, "--rule", "chu-ky").status == 64)
    #expect(try run(Self.passing, "--format", "xml").status == 64)
    #expect(try run(Self.passing, "--jobs", "0").status == 64)
  }

  @Test("--require-tests and --mutate fail for what the tests do not show")
  func quality() throws {
    let required = try run(Self.passing, "--require-tests", "--rule", "chu-ky-so", "--lang", "en")
    #expect(required.status == 5)
    #expect(required.output.contains("✗ chu-ky-so: a case without data\n"))
    let mutated = try run(Self.passing, "--mutate", "--rule", "chu-ky-so", "--lang", "en")
    #expect(mutated.status == 5)
    #expect(mutated.output.contains("rules/pack.yaml:44:75: at_least: 100% → 80%\n"))
  }

  @Test("files are written whole; with files only nothing is printed")
  func files() throws {
    let pack = try SmallPack()
    try pack.folder.write(Self.passing, to: "rules/a.test.yaml")
    let result = try Binary.run(
      ["test", "--rules", "rules", "--format", "junit=r.xml", "--format", "json=r.json"],
      in: pack.folder
    )
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(try pack.folder.read("r.xml").contains("tests=\"1\" failures=\"0\""))
    let json = try JSONSerialization.jsonObject(with: Data(try pack.folder.read("r.json").utf8))
    #expect((json as? [String: Any])?["schema"] as? String == "check-test/1")
    let failure = try Binary.run(
      ["test", "--rules", "rules", "--format", "json=no/r.json"],
      in: pack.folder
    )
    #expect(failure.status == 74)
  }

  @Test(
    "an option that the main command has too belongs to the subcommand behind whose name it stands"
  )
  func sharedOptions() throws {
    let pack = try SmallPack()
    let help = try Binary.run(["test", "--help"], in: pack.folder)
    #expect(help.status == 0)
    #expect(help.output.contains("USAGE: check test "))
    #expect(try Binary.run(["test"], in: pack.folder).status == 64)
    #expect(try Binary.run(["test", "--rulse", "rules"], in: pack.folder).status == 64)
  }
}
