import Foundation
import TestSupport
import Testing

@testable import History

/// A message as another program reads it: Python's `email`, with every defect it sees.
struct Parsed: Decodable {
  struct File: Decodable {
    let name: String
    let type: String
    let hex: String
    /// The text inside, of a workbook that of all its parts.
    let text: String

    var bytes: [UInt8] {
      let digits = Array(hex.utf8)
      return stride(from: 0, to: digits.count, by: 2).map { index in
        UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16) ?? 0
      }
    }
  }

  let text: String
  let html: String
  let files: [File]
  let headers: [[String]]
  let problems: [String]
  let to: [[String]]
  let from: [[String]]

  /// The values of the fields with a name.
  func header(_ name: String) -> [String] {
    headers.filter { $0[0].lowercased() == name.lowercased() }.map { $0[1] }
  }

  /// Everything a reader can see, files that are text included.
  var everything: String {
    ([text, html] + headers.map { $0.joined(separator: ": ") }
      + files.map(\.text)).joined(separator: "\n")
  }
}

extension OutgoingMail {
  /// Reads the message by another program; any defect fails the test.
  func parsed() throws -> Parsed {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let top = here.deletingLastPathComponent().deletingLastPathComponent()
    let python = top.appendingPathComponent(".build/interop/bin/python").path
    try #require(
      FileManager.default.isExecutableFile(atPath: python),
      "no python in .build/interop; run the second command of README.md"
    )
    let folder = try TemporaryFolder()
    let file = try folder.write(Array(bytes), to: "message.eml")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [here.appendingPathComponent("Fixtures/parse.py").path, file]
    var environment = ProcessInfo.processInfo.environment
    environment["PYTHONIOENCODING"] = "utf-8"
    process.environment = environment
    let output = URL(fileURLWithPath: try folder.write("", to: "out.json"))
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let parsed = try JSONDecoder().decode(Parsed.self, from: Data(contentsOf: output))
    #expect(parsed.problems.isEmpty)
    return parsed
  }
}
