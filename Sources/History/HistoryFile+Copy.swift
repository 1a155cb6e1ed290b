internal import GRDB

extension HistoryFile {
  /// Copies a history as it stands in one state, whoever writes to it meanwhile.
  ///
  /// - Parameters:
  ///   - path: The file of a history.
  ///   - copy: The file to make; nothing may be there yet.
  /// - Throws: `HistoryError` if the file cannot be read as a history, or the copy not be written.
  /// - SeeAlso: https://www.sqlite.org/backup.html.
  public static func copy(_ path: String, to copy: String) throws {
    let source = try HistoryError.wrapping(path) { try Connection.forReading(path) }
    try HistoryError.wrapping(copy) {
      let target = try DatabaseQueue(path: copy)
      try source.backup(to: target)
      try target.close()
    }
    try HistoryError.wrapping(path) { try source.close() }
  }
}
