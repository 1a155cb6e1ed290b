import Foundation
import TestSupport
import Testing

/// Programs of other people that read what reports write.
///
/// A missing one fails the test with the command that installs it; nothing passes unread.
enum Foreign {
  private static let here = URL(fileURLWithPath: #filePath)
  private static let tests = here.deletingLastPathComponent().deletingLastPathComponent()
  private static let top = tests.deletingLastPathComponent().deletingLastPathComponent()

  static func fixture(_ name: String) -> String {
    tests.appendingPathComponent("Fixtures").appendingPathComponent(name).path
  }

  /// Runs a script of `Fixtures` and returns what it prints.
  static func python(_ script: String, _ arguments: String...) throws -> String {
    try run(tool("python"), [fixture(script)] + arguments)
  }

  /// Runs a program of the Python folder, such as `sarif`.
  static func tool(_ name: String, _ arguments: String...) throws -> String {
    try run(tool(name), arguments)
  }

  private static func tool(_ name: String) throws -> String {
    let path = top.appendingPathComponent(".build/interop/bin/\(name)").path
    try #require(
      FileManager.default.isExecutableFile(atPath: path),
      """
      no \(name) in .build/interop; run in the top folder, after apt-get install -y python3-venv:
      python3 -m venv .build/interop && .build/interop/bin/pip install -q \(packages)
      """
    )
    return path
  }

  /// The packages of the second command of README.md.
  private static let packages =
    "openpyxl==3.1.5 python-calamine==0.9.1 jsonschema==4.26.0 sarif-tools==3.0.5 "
    + "junitparser==5.0.3 aiosmtpd==1.4.6"

  /// Lets LibreOffice convert a file, in a folder and with a profile of the test's own.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - format: What to make of it.
  ///   - folder: Where the result goes.
  ///   - filter: How to read the file.
  /// - Throws: Anything that keeps it from running to its end.
  static func office(
    _ file: String,
    to format: String,
    in folder: String,
    reading filter: String? = nil
  ) throws {
    let path = "/usr/bin/soffice"
    try #require(
      FileManager.default.isExecutableFile(atPath: path),
      "no \(path); run: apt-get install -y libreoffice-calc-nogui"
    )
    _ = try run(
      path,
      [
        "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", format,
        "--outdir", folder, file,
      ] + (filter.map { ["--infilter=\($0)"] } ?? [])
    )
  }

  private static func run(_ path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["PYTHONIOENCODING"] = "utf-8"
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    let folder = try TemporaryFolder()
    let (out, err) = (folder.path("out"), folder.path("err"))
    for file in [out, err] { try Data().write(to: URL(fileURLWithPath: file)) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
    try process.run()
    process.waitUntilExit()
    let messages = try String(contentsOfFile: err, encoding: .utf8)
    try #require(process.terminationStatus == 0, "\(path) \(arguments): \(messages)")
    return try String(contentsOfFile: out, encoding: .utf8)
  }
}
