import Foundation
import TestSupport
import Testing

/// The program as built beside the tests.
enum Binary {
  /// What one run of the program left behind.
  struct Result {
    let status: Int32
    let output: String
    let messages: String
  }

  /// Where the program is: in the folder of the running test executable.
  static func path() throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = URL(fileURLWithPath: own).deletingLastPathComponent()
      .appendingPathComponent("check").path
    try #require(FileManager.default.isExecutableFile(atPath: path), "no program at \(path)")
    return path
  }

  /// Makes a process that is not started yet.
  static func process(_ words: [String], in folder: TemporaryFolder) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(words.first))
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment["NO_COLOR"] = nil
    process.environment = environment
    return process
  }

  /// Runs another program to its end, without input and unheard; returns its exit code.
  static func tool(_ path: String, _ arguments: [String], in folder: TemporaryFolder) throws
    -> Int32
  {
    try #require(FileManager.default.isExecutableFile(atPath: path), "no program at \(path)")
    let process = try process([path] + arguments, in: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - folder: The working directory; also holds what the program prints.
  ///   - input: What it reads from standard input.
  ///   - output: A file to print to instead, such as `/dev/full`.
  ///   - wrapper: A command that runs it, such as one that sets a limit before.
  /// - Returns: The exit code and what was printed.
  /// - Throws: Anything that keeps the program from running to its end.
  static func run(
    _ arguments: [String],
    in folder: TemporaryFolder,
    input: String = "",
    output: String? = nil,
    under wrapper: [String] = []
  ) throws -> Result {
    let process = try process(wrapper + [try path()] + arguments, in: folder)
    let scratch = try TemporaryFolder()
    for name in ["in", "out", "err"] { try scratch.write(name == "in" ? input : "", to: name) }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: scratch.path("in")))
    let target = URL(fileURLWithPath: output ?? scratch.path("out"))
    process.standardOutput = try FileHandle(forWritingTo: target)
    process.standardError = try FileHandle(
      forWritingTo: URL(fileURLWithPath: scratch.path("err"))
    )
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationReason == .exit)
    return Result(
      status: process.terminationStatus,
      output: try scratch.read("out"),
      messages: try scratch.read("err")
    )
  }
}
