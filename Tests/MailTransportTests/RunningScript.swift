import Foundation
import Testing

/// A script of the fixtures that runs until the test is over, and says numbers, one a line.
final class RunningScript {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let signal: Int32
  private var said: [UInt8] = []

  init(_ name: String, _ arguments: [String], endedBy signal: Int32) throws {
    self.signal = signal
    process.executableURL = URL(fileURLWithPath: try Foreign.python())
    process.arguments = [Foreign.fixture(name)] + arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit {
    if process.isRunning {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
    }
  }

  /// Waits for the next number.
  func nextNumber() throws -> Int {
    while true {
      if let end = said.firstIndex(of: 0x0A) {
        defer { said.removeSubrange(...end) }
        return try #require(Int(String(decoding: said[..<end], as: UTF8.self)))
      }
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "the script ended")
      said += more
    }
  }
}
