import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing

@testable import CheckCLI

@Suite("reports as tables, from the command line")
struct TableOptionTests {
  @Test("a workbook is not for a terminal, and the message has the cure")
  func terminal() throws {
    let printed = try FormatOption.parse(["xlsx"], default: TerminalReport.self, .en)
    let failure = #expect(throws: Failure.self) {
      try FormatOption.refuseBinary(printed, isTerminal: true, .en)
    }
    #expect(failure?.status == .usage)
    #expect(failure?.text.contains("--format xlsx=report.xlsx") == true)
    try FormatOption.refuseBinary(printed, isTerminal: false, .en)
    let written = try FormatOption.parse(
      ["xlsx=a.xlsx", "csv"],
      default: TerminalReport.self,
      .en
    )
    try FormatOption.refuseBinary(written, isTerminal: true, .en)
  }

  @Test("help lists every kind of report")
  func help() throws {
    let text = try Binary.run(["--help"], in: TemporaryFolder()).output
    let words = text.split { !$0.isLetter }
    for kind in ReportRegistry.all { #expect(words.contains { $0 == kind.name }) }
  }

  @Test("74: a temporary folder that is not there, named with the reason; no file is left")
  func temporary() throws {
    let pack = try SmallPack()
    let result = try run(pack, temporary: "/nowhere")
    #expect(result.status == 74)
    #expect(result.messages.contains("'/nowhere': không có tệp hoặc thư mục này"))
    #expect(try !pack.folder.names.contains("r.xlsx"))
  }

  @Test("a workbook is made in TMPDIR, and nothing stays there")
  func made() throws {
    let pack = try SmallPack()
    let folder = try TemporaryFolder()
    let result = try run(pack, temporary: folder.path)
    #expect(result.status == 0, "\(result.messages)")
    #expect(try pack.folder.names.contains("r.xlsx"))
    #expect(try folder.names.isEmpty)
  }

  /// Runs the program with a folder for temporary files of its own.
  private func run(_ pack: SmallPack, temporary: String) throws -> (status: Int32, messages: String)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Binary.path())
    process.arguments = ["--rules", "rules", "--format", "xlsx=r.xlsx"]
    process.currentDirectoryURL = URL(fileURLWithPath: pack.folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["TMPDIR"] = temporary
    process.environment = environment
    try pack.folder.write("", to: "messages")
    let messages = URL(fileURLWithPath: pack.folder.path("messages"))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try pack.folder.read("messages"))
  }
}
