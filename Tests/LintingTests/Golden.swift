import Foundation
import Testing

/// Texts that stand in files beside the tests.
enum Golden {
  /// Compares a text with the golden file of a name.
  ///
  /// With `UPDATE_GOLDEN=1` in the environment the file is written anew, and the test fails so that
  /// nobody mistakes that for a passed test.
  static func expect(
    _ text: String,
    _ name: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("golden file \(name) was written", sourceLocation: sourceLocation)
      return
    }
    let wanted = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == wanted, sourceLocation: sourceLocation)
  }
}
