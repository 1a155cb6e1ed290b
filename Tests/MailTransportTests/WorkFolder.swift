import Foundation

/// A folder of one test's own, gone when the test is over.
final class WorkFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("check-mail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("left behind: \(path)")
    }
  }

  func path(_ name: String) -> String { path + "/" + name }

  /// The bytes of a file; nil if there is none.
  func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(name)).map { [UInt8]($0) }
  }

  func text(_ name: String) -> String {
    bytes(name).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Writes a shell script that can be run.
  ///
  /// Another process makes the file: while this one had it open, children of other tests would
  /// have it open too, and the system runs no file that may still be written to.
  func script(_ name: String, _ lines: String) throws -> String {
    let text = path(name + ".txt")
    try Data("#!/bin/sh\n\(lines)\n".utf8).write(to: URL(fileURLWithPath: text))
    try Foreign.run("/usr/bin/install", ["-m", "700", text, path(name)])
    return path(name)
  }
}
