import Foundation
import TestSupport

extension TemporaryFolder {
  /// The text of a file; empty if there is none.
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
