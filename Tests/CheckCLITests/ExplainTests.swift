import Foundation
import TestSupport
import Testing

@Suite("check explain")
struct ExplainTests {
  private func explain(_ pack: SmallPack, _ arguments: String...) throws -> Binary.Result {
    try Binary.run(["explain"] + arguments + ["--rules", "rules"], in: pack.folder)
  }

  @Test("a rule, a verdict and a plan are explained, in text and JSON")
  func explains() throws {
    let pack = try SmallPack()
    try pack.breakRule()
    let rule = try explain(pack, "chu-ky-so")
    #expect(rule.status == 0)
    #expect(rule.output.contains("Có chữ ký số cá nhân"))
    let verdict = try explain(pack, "chu-ky-so", "Phòng", "Kinh", "tế", "--lang", "en")
    #expect(verdict.status == 0)
    #expect(verdict.output.contains("1/2 = 50% (100% required), 1 missing"))
    #expect(verdict.output.contains("can-bo.csv:4  false"))
    let plan = try explain(pack, "--plan", "--select", "rule:chu-ky-so", "--format", "json")
    #expect(plan.output.contains("\"ignored\": [\"ho_ten\"]"))
    let json = try explain(pack, "chu-ky-so", "kt", "--format", "json=v.json")
    #expect(json.output == "")
    let data = Data(try pack.folder.read("v.json").utf8)
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    #expect(object?["kind"] as? String == "verdict")
  }

  @Test("the fingerprint of a report leads to its derivation")
  func fingerprint() throws {
    let pack = try SmallPack()
    try pack.breakRule()
    let report = Data(try pack.check("--format", "json").output.utf8)
    let object = try JSONSerialization.jsonObject(with: report) as? [String: Any]
    let violation = try #require((object?["violations"] as? [[String: Any]])?.first)
    let fingerprint = try #require(violation["fingerprint"] as? String)
    let message = try #require(violation["message"] as? String)
    let result = try explain(pack, fingerprint)
    #expect(result.status == 0)
    #expect(result.output.contains(message))
  }

  @Test("a message needs no pack, and can be explained beside a broken one")
  func messages() throws {
    let pack = try SmallPack()
    try pack.folder.write("rules: 1\n", to: "rules/broken.yaml")
    #expect(try Binary.run(["explain", "bad-date"], in: pack.folder).status == 0)
    #expect(try explain(pack, "expected-list").status == 0)
    #expect(try explain(pack, "chu-ky-so").status == 3)
  }

  @Test(
    "wrong usage ends with 64 and says what to do",
    arguments: [
      (["chu-ky-sp"], "có phải ý bạn là 'chu-ky-so'?"), ([], "thiếu mục"),
      (["--plan", "chu-ky-so"], "--plan"), (["chu-ky-so", "--select", "tag:x"], "--plan"),
      (["chu-ky-so", "--as-of", "2026-02-30"], "2026-02-30"),
      (["chu-ky-so", "--format", "xml"], "xml"), (["chu-ky-so", "--evidence", "-1"], "evidence"),
      (["chu-ky-so", "vp", "--data", "khong-co"], "khong-co"),
    ]
  )
  func usage(_ arguments: [String], _ message: String) throws {
    let pack = try SmallPack()
    let result = try Binary.run(["explain"] + arguments + ["--rules", "rules"], in: pack.folder)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.messages.contains(message), "\(result.messages)")
  }

  @Test("what cannot be written ends with 74")
  func output() throws {
    let pack = try SmallPack()
    let result = try Binary.run(
      ["explain", "chu-ky-so", "--rules", "rules"],
      in: pack.folder,
      output: "/dev/full"
    )
    #expect(result.status == 74)
  }
}
