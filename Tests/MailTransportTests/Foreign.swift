import Foundation
import Testing

/// Programs of other people that stand at the other end.
///
/// A missing one fails the test with the command that installs it; nothing passes unread.
enum Foreign {
  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let top = here.deletingLastPathComponent().deletingLastPathComponent()

  static func fixture(_ name: String) -> String {
    here.appendingPathComponent("Fixtures").appendingPathComponent(name).path
  }

  /// The interpreter that has aiosmtpd.
  static func python() throws -> String {
    try program(
      top.appendingPathComponent(".build/interop/bin/python").path,
      """
      python3 -m venv .build/interop && .build/interop/bin/pip install -q aiosmtpd==1.4.6 \
      (in the top folder, after apt-get install -y python3-venv)
      """
    )
  }

  /// Makes sure that Postfix is installed; without a configuration of its own it does not run.
  static func requirePostfix() throws {
    let choice = "postfix postfix/main_mailer_type select No configuration"
    _ = try program(
      "/usr/lib/postfix/sbin/master",
      "echo '\(choice)' | debconf-set-selections && apt-get install -y postfix"
    )
  }

  /// Runs the openssl program.
  static func openssl(_ arguments: [String]) throws {
    try run(program("/usr/bin/openssl", "apt-get install -y openssl"), arguments)
  }

  /// Runs a program that says nothing of interest.
  static func run(_ path: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(path) \(arguments)")
  }

  private static func program(_ path: String, _ cure: String) throws -> String {
    try #require(
      FileManager.default.isExecutableFile(atPath: path),
      "no \(path); run: \(cure)"
    )
    return path
  }
}
