import Foundation
import Testing

/// Compares texts with files that were looked at by people.
enum Golden {
  /// Expects bytes to equal the file `Golden/name` beside this one.
  ///
  /// With `UPDATE_GOLDEN=1` in the environment the file is written, and the test fails all the same,
  /// so that nobody forgets to read what changed.
  static func expect(
    _ bytes: [UInt8],
    equals name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Golden").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record("rewrote \(name): read the difference", sourceLocation: sourceLocation)
      return
    }
    // Reading as text would take the byte order mark of CSV away.
    let wanted = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text == wanted, sourceLocation: sourceLocation)
    // Equality of Swift strings is canonical; a report must be the same byte by byte.
    #expect(Array(text.utf8) == Array(wanted.utf8), sourceLocation: sourceLocation)
  }
}
