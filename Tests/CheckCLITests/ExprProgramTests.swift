import TestSupport
import Testing

@Suite("check expr")
struct ExprProgramTests {
  struct Case: CustomTestStringConvertible {
    let arguments: [String]
    var status: Int32 = 0
    var output = ""
    var message: String?
    var testDescription: String { arguments.joined(separator: " ") }

    static let cases: [Case] = [
      .init(arguments: ["1 + 2 * 3"], output: "7 (int)\n"),
      .init(arguments: ["size(tên)", "--row", "tên=string:Ân"], output: "2 (int)\n"),
      .init(arguments: ["x", "--row", "x=string:a:b=c"], output: "\"a:b=c\" (string)\n"),
      .init(arguments: ["x in [1, 2]", "--row", "x=int:2"], output: "true (bool)\n"),
      .init(arguments: ["!x", "--row", "x=bool:true"], output: "false (bool)\n"),
      .init(arguments: ["has(x)", "--row", "x=int"], output: "false (bool)\n"),
      .init(arguments: ["x > 1", "--row", "x=int"], status: 2, output: "chưa rõ\n"),
      .init(
        arguments: ["x > 1", "--row", "x=int", "--lang", "en"],
        status: 2,
        output: "unknown\n"
      ),
      .init(arguments: ["1 % 0"], status: 2, message: "không tính được: chia cho 0\n"),
      .init(
        arguments: ["tên + y", "--row", "tên=int:1"],
        status: 64,
        message: """
          biểu-thức:1:7: lỗi: [unknown-identifier] không có cột hay giá trị tên 'y'
           1 | tên + y
             |       ^

          """
      ),
      .init(arguments: ["1", "--row", "x"], status: 64),
      .init(arguments: ["1", "--row", "x=itn:1"], status: 64),
      .init(arguments: ["1", "--row", "x=int:một"], status: 64),
      .init(arguments: ["1", "--ndjson"], status: 64),
      .init(arguments: [], status: 64),
    ]
  }

  @Test("one expression is answered in words", arguments: Case.cases)
  func question(_ example: Case) throws {
    let result = try Binary.run(["expr"] + example.arguments, in: TemporaryFolder())
    #expect(result.status == example.status)
    #expect(result.output == example.output)
    if let message = example.message { #expect(result.messages == message) }
    if example.status == 64 { #expect(!result.messages.isEmpty) }
  }

  @Test("lines are answered in order, blank ones skipped, wrong ones answered too")
  func lines() throws {
    let input = """
      {"expr": "1 + 1"}

      {"expr": "m > 1", "columns": {"m": "int"}}
      {"expr": "1 +"}
      nonsense
      {"expr": "n", "row": {"n": {"type": "int", "value": 9223372036854775807}}}
      """
    let result = try Binary.run(
      ["expr", "--ndjson", "--lang", "en"],
      in: TemporaryFolder(),
      input: input
    )
    let lines = result.output.split(separator: "\n")
    #expect(result.status == 0)
    #expect(lines.count == 5)
    #expect(lines.first == #"{"value": 2, "type": "int"}"#)
    #expect(lines[1] == #"{"unknown": true}"#)
    #expect(lines[2].contains(#""kind": "parse""#))
    #expect(lines[3].contains(#""kind": "parse""#))
    #expect(lines[4] == #"{"value": 9223372036854775807, "type": "int"}"#)
  }

  @Test("many lines pass through whole, whatever the size of what is read at a time")
  func manyLines() throws {
    let text = String(repeating: "ắ", count: 700)
    let line = #"{"expr": "size(s)", "row": {"s": {"type": "string", "value": "\#(text)"}}}"# + "\n"
    let input = String(repeating: line, count: 200)
    let result = try Binary.run(["expr", "--ndjson"], in: TemporaryFolder(), input: input)
    let wanted = String(repeating: "{\"value\": 700, \"type\": \"int\"}\n", count: 200)
    #expect(result.output == wanted)
  }

  @Test("a closed output ends the stream with 74")
  func closed() throws {
    let result = try Binary.run(
      ["expr", "--ndjson"],
      in: TemporaryFolder(),
      input: "{\"expr\": \"1\"}\n",
      output: "/dev/full"
    )
    #expect(result.status == 74)
  }
}
