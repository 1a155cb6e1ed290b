import Foundation

/// Writes dumps to a folder of their own for as long as a test needs them.
func withTemporaryDumps(
  _ files: [(name: String, bytes: [UInt8])],
  _ body: (_ folder: String) async throws -> Void
) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  do {
    for file in files {
      try Data(file.bytes).write(to: folder.appending(path: file.name))
    }
    try await body(folder.path(percentEncoded: false))
  } catch {
    try FileManager.default.removeItem(at: folder)
    throw error
  }
  try FileManager.default.removeItem(at: folder)
}
