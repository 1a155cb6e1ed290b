import Foundation
import TestSupport
import Testing

/// The real browser that pages are opened in: Debian's Chromium, without a window.
enum Chromium {
  struct Missing: Error, CustomStringConvertible {
    let program: String
    var description: String {
      "\(program) is not installed, and these tests need it: "
        + "apt-get install -y chromium fonts-noto-core poppler-utils"
    }
  }

  struct Result {
    let output: String
    let messages: String
  }

  /// The path of a program, which must be there: a test that cannot look must not pass.
  static func path(_ names: [String]) throws -> String {
    for folder in ["/usr/bin", "/usr/local/bin", "/snap/bin"] {
      for name in names where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
        return "\(folder)/\(name)"
      }
    }
    throw Missing(program: names.first ?? "")
  }

  /// What keeps the browser from doing anything by itself.
  static let quiet = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-default-apps", "--disable-dev-shm-usage", "--no-default-browser-check",
    "--hide-scrollbars", "--lang=vi",
  ]

  /// Opens an address and returns what the options ask for.
  static func open(_ address: String, _ options: [String], in folder: TemporaryFolder) throws
    -> Result
  {
    let program = try path(["chromium", "chromium-browser", "google-chrome"])
    let profile = folder.path("profile-\(UUID().uuidString)")
    let arguments = quiet + ["--user-data-dir=\(profile)"] + options + [address]
    return try run(program, arguments, in: folder)
  }

  /// The document after its script has run.
  static func document(_ page: String, hash: String = "", in folder: TemporaryFolder) throws
    -> String
  {
    let file = try folder.write(page, to: "page-\(UUID().uuidString).html")
    let address = "file://\(file)" + (hash.isEmpty ? "" : "#\(hash)")
    let options = ["--virtual-time-budget=4000", "--dump-dom"]
    return try open(address, options, in: folder).output
  }

  /// Runs a program to its end.
  static func run(_ program: String, _ arguments: [String], in folder: TemporaryFolder) throws
    -> Result
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let name = UUID().uuidString
    let outputs = [folder.path("\(name).out"), folder.path("\(name).err")]
    for file in outputs { try Data().write(to: URL(fileURLWithPath: file)) }
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: outputs[0]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: outputs[1]))
    try process.run()
    process.waitUntilExit()
    let texts = try outputs.map {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
    }
    try #require(process.terminationStatus == 0, "\(program): \(texts[1].suffix(2_000))")
    return Result(output: texts[0], messages: texts[1])
  }
}
